"""What `make demo` runs: a list of phone numbers, then the story of one of them.

It plays a session against the emulator in this process, without network or token: what is shown
behind `$`, for the command line, and `>>>`, for Python, is what runs. Python is written for
`AsyncClient`; what is for `Client` is made from it, as `wabakit/_sync` is from `wabakit/_async`.
"""

import argparse
import ast
import asyncio
import inspect
import io
import os
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager, redirect_stderr, suppress
from doctest import DocTestParser, Example
from tempfile import TemporaryDirectory
from types import FunctionType
from typing import Any, TypeAlias

import httpx

from wabakit import PhoneNumber
from wabakit.cli.root import wabakit
from wabakit.cli.run import Run
from wabakit.cli.words import style_of
from wabakit.emulator import Emulator, SentCode

Wait: TypeAlias = Callable[[Coroutine[Any, Any, Any]], object]

SESSION = """
The command line and the library, side by side, on a Graph API in this
process. Who is to be looked after today?

$ wabakit list --where status=PENDING,DISCONNECTED

The library has the same as typed objects. A client and an account cost
nothing: nothing is sent yet.

>>> import attrs, wabakit
>>> from wabakit import PhoneNumber
>>> client = wabakit.AsyncClient(token, http_client=http)
>>> account = client.account(waba_id)

All numbers of the account; pages of 10 are fetched as they are needed.

>>> @attrs.frozen
... class Row:
...     id: str
...     display_phone_number: str
...     status: wabakit.PhoneNumberStatus
...     quality_rating: wabakit.QualityRating | None = None
>>> [number async for number in account.numbers(into=Row, page_size=10)]

The story of one number. It is added ...

>>> number = await account.add_number(
...     cc="1", phone_number="6315551000", verified_name="Fig & Olive"
... )

$ wabakit show +16315551000

... a code is sent to it ...

$ wabakit code +16315551000 --yes

... handing in the code proves that the number is ours ...

>>> await number.verify_code("{code}")
>>> await number.get(fields=[PhoneNumber.code_verification_status])

... and registering it, with a PIN of our choice, connects it. On a command
line a secret is typed, or comes on standard input: others see options.

$ echo 314159 | wabakit register +16315551000 - --yes

Is it so?

>>> card = await number.get()
>>> card
>>> print(card.status)
"""

COLOURS = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "cyan": 36}


def paint(text: str, colour: str | None) -> str:
    """Colour a text, if it goes to a terminal and nobody said NO_COLOR."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if not colour or plain or not sys.stdout.isatty():
        return text
    return f"\033[{COLOURS[colour]}m{text}\033[0m"


def show_number(number: PhoneNumber) -> None:
    """Print the fields that were read, one to a line."""
    answer = number.to_dict()
    for name in (name for name in PhoneNumber.fields if name in answer):
        value = str(answer[name])
        print(f"    {name:<25} {paint(value, style_of(value))}")


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
        for row in answer[:3]:
            print(f"    {row!r}"[: shutil.get_terminal_size((100, 24)).columns])
        print("    ...")
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
    with TemporaryDirectory() as home:
        os.environ.update(surroundings(home, emulator.token, waba_id))
        for part in DocTestParser().parse(SESSION):
            if isinstance(part, Example):
                statement(part.source, emulator, names, wait)
                continue
            for text in filter(None, map(str.strip, part.split("\n\n"))):
                if text.startswith("$ "):
                    print("\n" + paint("$ ", "cyan") + text[2:])
                    with told(emulator):
                        run_command(text[2:], emulator)
                else:
                    print("\n" + paint(f"# {text}".replace("\n", "\n# "), "dim"))


def surroundings(home: str, token: str, waba_id: str) -> dict[str, str]:
    """Return the environment of a person whose home is empty; a file gets what a terminal would."""
    kept = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
    said = {"WHATSAPP_ACCESS_TOKEN": token, "WHATSAPP_BUSINESS_ACCOUNT_ID": waba_id}
    is_plain = os.environ.get("NO_COLOR") or not sys.stdout.isatty()
    plain = {"FORCE_COLOR": "1", "TERM": "dumb"} if is_plain else {}
    return {**kept, **said, **plain}


def run_command(line: str, emulator: Emulator) -> None:
    """Run a line of a shell: the command, and before it what is piped into it."""
    piped, _, command = line.rpartition(" | ")
    sys.stdin = io.StringIO(piped.removeprefix("echo ") + "\n")
    with redirect_stderr(sys.stdout), suppress(SystemExit):
        wabakit(
            shlex.split(command)[1:],
            obj=Run(http_client=httpx.Client(transport=emulator.transport())),
            prog_name="wabakit",
        )


@contextmanager
def told(emulator: Emulator) -> Generator[None]:
    """Print the calls that are made meanwhile, and the messages that they send."""
    calls, messages = len(emulator.requests), len(emulator.outbox)
    yield
    sent = emulator.requests[calls:]
    made = Counter((call.method, call.path, call.status) for call in sent)
    for (method, path, status), times in made.items():
        print(paint(f"    {f'{times} x ' * (times > 1)}{method} {path} -> {status}", "dim"))
    for message in emulator.outbox[messages:]:
        show_message(message)


def statement(source: str, emulator: Emulator, names: dict[str, Any], wait: Wait | None) -> None:
    """Print a statement and its value."""
    calls = len(emulator.requests)
    if emulator.outbox:
        source = source.replace("{code}", spelled(emulator.outbox[-1].code))
    if not wait:
        source = re.sub("await |async |Async", "", source)
    for number, line in enumerate(source.splitlines()):
        print(paint("... " if number else ">>> ", "cyan") + line)
    with told(emulator):
        values = run(source, names, wait)
    for value in values:
        show(value, len(emulator.requests) - calls)


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
