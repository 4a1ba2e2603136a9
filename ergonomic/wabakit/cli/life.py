"""Where a number is in its life and what comes next, by the chart of the contract."""

from functools import cache
from typing import Any

from wabakit.cli.problems import span
from wabakit.cli.table import Row


def place_of(row: Row) -> Any:
    """Return the state of a number in each region; None where what was read leaves it open."""
    from wabakit.onboarding import way

    return way.place_of(dict(row))


def needs(row: Row) -> str:
    """Return what a number needs; empty where nothing can be done for it by a call."""
    from wabakit._made.chart import WORDS
    from wabakit.onboarding import way

    step = way.next_step(place_of(row), ())
    return WORDS[step.call].needs if step and step.call else ""


def good_for(*, in_pool: bool = False) -> str:
    """Say how long a code that was sent can be handed in."""
    from wabakit._made.chart import LAPSES, POOL_LAPSES

    lapses = POOL_LAPSES if in_pool else LAPSES
    return f"good for {span(lapses['code-lapsed'].total_seconds())}"


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
