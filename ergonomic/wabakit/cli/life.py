"""Where a number is in its life and what comes next, by the chart of the contract."""

from functools import cache
from typing import Any

from wabakit.cli.table import Row

COMMANDS = {
    "createPhoneNumber": "add",
    "requestCode": "code",
    "verifyCode": "verify",
    "registerPhoneNumber": "register",
}
"""The command for a call that brings a number on."""


def place_of(row: Row) -> Any:
    """Return the state of a number in each region; None where what was read leaves it open."""
    from wabakit.onboarding import way

    return way.place_of(dict(row))


def following(row: Row) -> str:
    """Return the command that a number waits for; empty where none does."""
    from wabakit.onboarding import way

    step = way.next_step(place_of(row), ())
    if step is None or step.call not in COMMANDS:
        return ""
    return f"wabakit {COMMANDS[step.call]} {compact(row)}"


def compact(row: Row) -> str:
    """Return how a number is written in a command: without spacing, or by its id."""
    shown = str(row.get("display_phone_number") or "")
    digits = "".join(filter(str.isdigit, shown))
    return f"+{digits}" if shown.startswith("+") else str(row["id"])


def meaning(region: str, state: str | None) -> str:
    """Return what the contract says of a state."""
    if state is None:
        return ""
    return _meanings()[region][state]


@cache
def _meanings() -> dict[str, dict[str, str]]:
    from wabakit import contract

    regions = contract.document("states")["regions"]
    return {r["name"]: {s["name"]: s["meaning"] for s in r["states"]} for r in regions}
