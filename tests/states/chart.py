"""openapi/states.yaml as its header says to read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from openapi.tools.yamltext import read

Row = dict[str, Any]
Place = tuple[tuple[str, str], ...]
"""A state of each region."""

CHART: Row = read(Path(__file__).parents[2] / "openapi/states.yaml")
REGIONS: dict[str, dict[str, Row]] = {
    region["name"]: {state["name"]: state for state in region["states"]}
    for region in CHART["regions"]
}
START: Place = tuple((name, next(iter(states))) for name, states in REGIONS.items())


class Action(NamedTuple):
    """A call with what its caller chose to send, or an event."""

    name: str
    given: str | None
    described: Row

    @property
    def is_call(self) -> bool:
        """Whether somebody has to send it."""
        return "call" in self.described


class Outcome(NamedTuple):
    """Where an action leads, or the row that refuses it; and the rows that decided."""

    place: Place
    refusal: Row | None
    rows: list[Row]


def actions() -> Iterator[Action]:
    """Yield every call, once for each of its choices, and every event."""
    for call in CHART["calls"]:
        for given in call.get("given", [None]):
            yield Action(call["call"], given, call)
    for event in CHART["events"]:
        yield Action(event["event"], None, event)


def outcome(place: Place, action: Action) -> Outcome | None:
    """Say what an action does; None for an event that does not happen there."""

    def applying(rows: str) -> list[Row]:
        return [row for row in action.described.get(rows, []) if _applies(row, place, action)]

    for row in applying("refused"):
        return Outcome(place, row, [row])
    rows = applying("leads-to")
    if not rows and not action.is_call:
        return None
    moved = {region: state for row in rows for region, state in row["to"].items()}
    return Outcome(tuple({**dict(place), **moved}.items()), None, rows)


def shown(place: Place) -> dict[str, Any]:
    """Say what the number answers there; while it is absent, nothing."""
    shows: dict[str, Any] = {}
    if ("life", "absent") in place:
        return shows
    for region, state in place:
        shows.update(REGIONS[region][state].get("shows", {}))
    return shows


def _applies(row: Row, place: Place, action: Action) -> bool:
    here = dict(place)
    is_there = all(here[region] in states for region, states in row.get("in", {}).items())
    return is_there and row.get("given") in {None, action.given}
