"""What `make demo` runs: a list of phone numbers, then the story of one of them.

It plays a Python session against the emulator in this process, without network or token: what is
shown behind `>>>` is what runs. The session is written for `AsyncClient`; the one for `Client` is
made from it, as `wabakit/_sync` is made from `wabakit/_async`.
"""

import argparse
import ast
import asyncio
import inspect
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from doctest import DocTestParser, Example
from types import FunctionType
from typing import Any, TypeAlias

import attrs
import httpx

from wabakit import PhoneNumber
from wabakit.emulator import Emulator, SentCode

Wait: TypeAlias = Callable[[Coroutine[Any, Any, Any]], object]

SESSION = """
A client and an account. Both cost nothing: nothing is sent yet.

>>> import attrs, wabakit
>>> from wabakit import PhoneNumber
>>> client = wabakit.AsyncClient(token, http_client=http)
>>> account = client.account(waba_id)

All numbers of the account; pages of 10 are fetched as they are needed.

>>> @attrs.frozen
... class Row:
...     id: str
...     display_phone_number: str
...     verified_name: str
...     status: wabakit.PhoneNumberStatus
...     quality_rating: wabakit.QualityRating | None = None
...     messaging_limit_tier: wabakit.MessagingLimitTier | None = None
>>> [number async for number in account.numbers(into=Row, page_size=10)]

The story of one number. It is added ...

>>> number = await account.add_number(
...     cc="1", phone_number="6315551000", verified_name="Fig & Olive"
... )
>>> ownership = [PhoneNumber.status, PhoneNumber.code_verification_status]
>>> await number.get(fields=ownership)

... a code is sent to it ...

>>> await number.request_code("SMS", language="en_US")

... handing in the code proves that the number is ours ...

>>> await number.verify_code("{code}")
>>> await number.get(fields=ownership)

... and registering it, with a PIN of our choice, connects it.

>>> await number.register(pin="314159")

Is it so?

>>> card = await number.get()
>>> card
>>> print(card.status)
"""
HEADINGS = ("id", "number", "name", "status", "quality", "limit")

COLOURS = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "cyan": 36}
MOODS = {
    "green": {"CONNECTED", "VERIFIED", "APPROVED", "GREEN"},
    "yellow": {"PENDING", "NOT_VERIFIED", "PENDING_REVIEW", "RATE_LIMITED", "YELLOW"},
    "red": {"DISCONNECTED", "FLAGGED", "RED"},
}


def paint(text: str, colour: str | None) -> str:
    """Colour a text, if it goes to a terminal and nobody said NO_COLOR."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if not colour or plain or not sys.stdout.isatty():
        return text
    return f"\033[{COLOURS[colour]}m{text}\033[0m"


def mood(word: str) -> str | None:
    """Choose the colour of a word of Meta's."""
    return next((colour for colour, words in MOODS.items() if word in words), None)


def show_table(rows: Sequence[Any]) -> None:
    """Print views as a table; in a narrow terminal the names are cut."""
    texts = [[str(value or "-").removeprefix("TIER_") for value in attrs.astuple(r)] for r in rows]
    widths = [max(map(len, column)) for column in zip(HEADINGS, *texts, strict=True)]
    room = shutil.get_terminal_size((100, 24)).columns - sum(widths) - 2 * (len(widths) - 1)
    widths[2] = max(4, widths[2] + min(0, room))
    for cells in (HEADINGS, *texts):
        padded = [cell[:width].ljust(width) for cell, width in zip(cells, widths, strict=True)]
        colours = ["bold" if cells is HEADINGS else mood(cell) for cell in cells]
        print("  ".join(map(paint, padded, colours)).rstrip())


def show_number(number: PhoneNumber) -> None:
    """Print the fields that were read, one to a line."""
    answer = number.to_dict()
    for name in (name for name in PhoneNumber.fields if name in answer):
        value = str(answer[name])
        print(f"    {name:<25} {paint(value, mood(value))}")


def show_message(sent: SentCode) -> None:
    """Print the message that brings a code."""
    lines = [f"{sent.method} to {sent.display_phone_number}", f"Your code is {spelled(sent.code)}"]
    width = max(map(len, lines))
    body = [f"│ {line.ljust(width)} │" for line in lines]
    for line in (f"╭─{'─' * width}─╮", *body, f"╰─{'─' * width}─╯"):
        print("   ", line)


def spelled(code: str) -> str:
    """Write a code as messages do."""
    return f"{code[:3]}-{code[3:]}"


def show(answer: Any, calls: int) -> None:
    """Print what a statement evaluates to."""
    if isinstance(answer, PhoneNumber):
        show_number(answer)
    elif hasattr(answer, "__iter__"):
        show_table(answer)
        print(paint(f"{len(answer)} numbers in {calls} calls", "bold"))
    elif answer is not None:
        print(f"    {answer!r}")


def run(source: str, names: dict[str, Any], wait: Wait | None) -> list[Any]:
    """Run one statement, in which `await` may stand outside of functions; return its value."""
    values: list[Any] = []
    sys.displayhook = values.append
    code = compile(source, "<session>", "single", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    outcome = FunctionType(code, names)()
    if wait and inspect.iscoroutine(outcome):
        wait(outcome)
    return values


def play(wait: Wait | None = None) -> None:
    """Play the session: with `AsyncClient` if there is something to wait with, else `Client`."""
    emulator = Emulator()
    waba_id = emulator.seed_demo().id
    transport = emulator.transport()
    http = httpx.AsyncClient(transport=transport) if wait else httpx.Client(transport=transport)
    names = {"__name__": __name__, "token": emulator.token, "waba_id": waba_id, "http": http}
    for part in DocTestParser().parse(SESSION):
        if isinstance(part, Example):
            statement(part.source, emulator, names, wait)
        elif part.strip():
            print("\n" + paint(f"# {part.strip()}", "dim"))


def statement(source: str, emulator: Emulator, names: dict[str, Any], wait: Wait | None) -> None:
    """Print a statement, the calls that it makes, what these bring about, and its value."""
    requests, outbox = emulator.requests, emulator.outbox
    calls, messages = len(requests), len(outbox)
    if outbox:
        source = source.replace("{code}", spelled(outbox[-1].code))
    if not wait:
        source = re.sub("await |async |Async", "", source)
    for number, line in enumerate(source.splitlines()):
        print(paint("... " if number else ">>> ", "cyan") + line)
    values = run(source, names, wait)
    made = Counter((call.method, call.path, call.status) for call in requests[calls:])
    for (method, path, status), times in made.items():
        print(paint(f"    {f'{times} x ' * (times > 1)}{method} {path} -> {status}", "dim"))
    for sent in outbox[messages:]:
        show_message(sent)
    for value in values:
        show(value, len(requests) - calls)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Play a session against a local Graph API.")
    parser.add_argument("--async", action="store_true", dest="is_async", help="use AsyncClient")
    stdout: Any = sys.stdout
    stdout.reconfigure(errors="replace")  # frames and accents, into whatever encoding
    if parser.parse_args().is_async:
        with asyncio.Runner() as runner:
            play(runner.run)
    else:
        play()
