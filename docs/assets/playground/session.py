"""The session of a page: its samples run in order, and what the emulator has after each is told.

It runs in WebAssembly, as `worker.js` starts it.
"""

import builtins
import io
import json
import linecache
import traceback
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from wabakit.emulator import Emulator

LAST = 6
"""So many requests are told, the newest first."""

names: dict[str, Any] = {}


def restart() -> None:
    """Forget what samples left behind."""
    names.clear()
    names["__name__"] = "tutorial"


def run(code: str, title: str) -> str:
    """Run a sample; return what it printed, its error, and the emulator after it, as JSON."""
    printed = io.StringIO()
    linecache.cache[title] = (len(code), None, code.splitlines(keepends=True), title)
    error = None
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            exec(compile(code, title, "exec"), names)  # noqa: S102 (the reader's own code)
        except BaseException as fault:  # whatever it is, the page goes on
            error = _shown(fault)
    return json.dumps({"printed": printed.getvalue(), "error": error, **_told()})


def _shown(fault: BaseException) -> str:
    """Return an error as Python shows it, with those lines of its way that stand on the page."""
    shown = traceback.TracebackException.from_exception(fault)
    own = [frame for frame in shown.stack if frame.filename.startswith("sample ")]
    shown.stack = traceback.StackSummary.from_list(own)
    return "".join(shown.format())


def _emulator() -> Emulator | None:
    found = [value for value in names.values() if isinstance(value, Emulator)]
    return found[-1] if found else None


def _told() -> dict[str, Any]:
    """Return what the emulator has; a PIN is not part of it."""
    emulator = _emulator()
    if emulator is None:
        return {"numbers": [], "outbox": [], "requests": []}
    return {
        "numbers": [
            {
                "id": number.id,
                "phone": number.display_phone_number,
                "name": number.verified_name,
                "status": number.status,
                "code": number.code_verification_status,
                "review": number.new_name_status or number.name_status,
                "new_name": number.new_display_name,
            }
            for account in emulator.accounts
            for number in account.numbers
        ],
        "outbox": [
            {"code": sent.code, "phone": sent.display_phone_number, "method": sent.method}
            for sent in reversed(emulator.outbox)
        ],
        "requests": [
            {"operation": seen.operation or seen.path, "status": seen.status}
            for seen in emulator.requests[: -LAST - 1 : -1]
        ],
    }


def _input(prompt: object = "") -> str:
    """Answer as a person would who has the telephone: with the newest code."""
    emulator = _emulator()
    if emulator is None or not emulator.outbox:
        raise EOFError("nobody answers here but the outbox, and it is empty")
    print(f"{prompt}{emulator.outbox[-1].code}  (from the outbox)")  # noqa: T201 (as the sample would)
    return emulator.outbox[-1].code


builtins.input = _input
restart()
