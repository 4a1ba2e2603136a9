"""The way of a number to being connected, as the curated client follows it; derive.py writes it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from generated.tools.errors import literals, seconds
from openapi.tools import made

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The way to a connected number: `onboarding` of openapi/states.yaml, whose header says how to go.

A place is the state of a number in each region. A condition is the states it may be in, by region.
"""

import datetime
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

WaitsFor = Literal[{waits_for}]
"""What a number may have to wait for."""

Condition = Mapping[str, tuple[str, ...]]


class Reading(NamedTuple):
    """Which states a reading means."""

    shows: Mapping[str, tuple[str | bool, ...]]
    """By field, the values one of which was read."""
    place: Mapping[str, str | None]
    """None where the reading leaves the state open."""


class Step(NamedTuple):
    """What comes next in a place."""

    places: Condition
    given: str = ""
    """What else the caller has to know."""
    call: str = ""
    """operationId."""
    waits_for: WaitsFor | None = None


class Move(NamedTuple):
    """Where a call leads that succeeds."""

    call: str
    given: str
    """What the caller chose to send; empty where it does not matter."""
    places: Condition
    to: Mapping[str, str]


class Refusal(NamedTuple):
    """What a refused step means."""

    call: str
    """operationId; empty for any."""
    errors: frozenset[str]
    """Names from the catalogue."""
    places: Condition
    to: Mapping[str, str] = {{}}
    """What the number is in truth."""
    waits_for: WaitsFor = "person"
    after: float | None = None
    """The shortest wait in seconds, where the answer tells none."""


class Words(NamedTuple):
    """What a step is called before people."""

    needs: str
    """What the number needs that is to take it."""
    next: str
    """What is to be done."""
    done: str
    """What was done."""


START: Final[Mapping[str, str]] = {start!r}
"""The first state of each region."""

READS: Final = {reads!r}
"""The fields that tell where a number is."""

READINGS: Final[tuple[Reading, ...]] = {readings!r}

GOAL: Final[Condition] = {goal!r}

STEPS: Final[tuple[Step, ...]] = {steps!r}

MOVES: Final[tuple[Move, ...]] = {moves!r}

REFUSALS: Final[tuple[Refusal, ...]] = {refusals!r}

WORDS: Final[Mapping[str, Words]] = {words!r}
"""By operationId, the steps that are calls."""

ADVICE: Final[Mapping[WaitsFor, str]] = {advice!r}
"""What can be done meanwhile."""

MOVING: Final = {moving!r}
"""What has to be so where a number is moved from another account."""

LAPSES: Final[Mapping[str, datetime.timedelta]] = {lapses!r}
"""By event, how long it takes time to bring it about."""

POOL_LAPSES: Final[Mapping[str, datetime.timedelta]] = {pool_lapses!r}
"""The same for a number in a pool."""
'''


class Row(NamedTuple):
    """A record of `_made/chart.py`; its repr is source code."""

    kind: str
    members: dict[str, Any]

    def __repr__(self) -> str:
        return (
            f"{self.kind}({', '.join(f'{name}={value!r}' for name, value in self.members.items())})"
        )


def chart_module(states: dict[str, Any], catalogue: dict[str, Any]) -> str:
    """Return the source of `_made/chart.py`."""
    way = states["onboarding"]
    named = list(names(catalogue))
    said = {
        "waits_for": literals(iter(way["waits"])),
        "start": {region["name"]: region["states"][0]["name"] for region in states["regions"]},
        "reads": tuple(way["reads"]),
        "readings": tuple(
            Row("Reading", {"shows": condition(row["shows"]), "place": row["is"]})
            for row in way["readings"]
        ),
        "goal": condition(way["goal"]),
        "steps": tuple(map(step, way["steps"])),
        "moves": tuple(moves(states, {row["call"] for row in way["steps"] if "call" in row})),
        "refusals": tuple(refusal(row, named) for row in way["refusals"]),
        "words": {call: Row("Words", said) for call, said in way["words"].items()},
        "advice": way["waits"],
        "moving": way["moving"],
        "lapses": lapses(states["events"]),
        "pool_lapses": lapses(states["pool"]["events"]),
    }
    return made.formatted(TEMPLATE.format(**said))


def lapses(events: list[dict[str, Any]]) -> dict[str, timedelta]:
    """Return how long it takes time to bring an event about, by the event."""
    dated = (event for event in events if "after" in event)
    return {event["event"]: timedelta(seconds=seconds(event["after"])) for event in dated}


def condition(said: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    """Return the values that are allowed, by region or field."""
    return {name: tuple(values) for name, values in said.items()}


def step(row: dict[str, Any]) -> Row:
    """Return a row of `steps`."""
    members = {"places": condition(row["in"])}
    names = {"given": "given", "call": "call", "waits_for": "waits-for"}
    return Row("Step", members | {ours: row[name] for ours, name in names.items() if name in row})


def moves(states: dict[str, Any], calls: set[str]) -> Iterator[Row]:
    """Yield where the calls of the way lead."""
    for call in states["calls"]:
        for row in call["leads-to"] if call["call"] in calls else ():
            given, places = row.get("given", ""), condition(row.get("in", {}))
            members = {"call": call["call"], "given": given, "places": places, "to": row["to"]}
            yield Row("Move", members)


def refusal(row: dict[str, Any], named: list[tuple[str, str]]) -> Row:
    """Return a row of `refusals`; a class stands for all errors of it.

    Raises:
        ValueError: it names no error of the catalogue.
    """
    errors = [
        name for name, kind in named if name in row.get("error", ()) or kind == row.get("class")
    ]
    if unknown := {*row.get("error", ()), *(() if errors else [row.get("class")])} - set(errors):
        raise ValueError(f"not in the catalogue: {unknown}")
    members: dict[str, Any] = {
        "call": row.get("call", ""),
        "errors": Names(sorted(errors)),
        "places": condition(row.get("in", {})),
    }
    if "to" in row:
        members["to"] = row["to"]
    if "waits-for" in row:
        members["waits_for"] = row["waits-for"]
    if "after" in row:
        members["after"] = seconds(row["after"])
    return Row("Refusal", members)


class Names(list[str]):
    """Names of errors; its repr is source code, and in order."""

    def __repr__(self) -> str:
        return f"frozenset({super().__repr__()})"


def names(catalogue: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and class of every error of the catalogue, those for one status or call too."""
    listed = [*catalogue["errors"], *catalogue["ranges"], *catalogue["statuses"]]
    for row in [*listed, catalogue["generic"]]:
        yield row["name"], row["class"]
        for key in ("at-status", "at-operation"):
            for changes in row.get(key, {}).values():
                yield changes.get("name", row["name"]), changes.get("class", row["class"])
