"""The way to a connected number, as openapi/states.yaml has it, leads there from every state."""

from collections import deque
from typing import Any

import pytest

from tests.states import chart
from tests.states.chart import CHART, REGIONS, START, Place, Row
from tests.states.owner import Owner

Seen = tuple[tuple[str, str | None], ...]
"""A place as it is read; None where the state is left open."""
WAY: Row = CHART["onboarding"]
ACTIONS = {(action.name, action.given): action for action in chart.actions()}
BEST = {
    "createPhoneNumber": "new-number",
    "verifyCode": "right-code",
    "registerPhoneNumber": "same-pin",
}
"""What a caller of the way sends."""


def applies(row: Row, place: dict[str, Any]) -> bool:
    return all(place[region] in states for region, states in row.get("in", {}).items())


def next_row(place: Seen, *given: str) -> Row | None:
    """The next step, read as the header of the file says."""
    rows = (row for row in WAY["steps"] if row.get("given") in {None, *given})
    return next((row for row in rows if applies(row, dict(place))), None)


def is_goal(place: Seen) -> bool:
    return dict(place)["life"] in WAY["goal"]["life"]


def reading(shown: dict[str, Any]) -> dict[str, str | None]:
    """The state of each region that is named for what was read."""
    found: dict[str, str | None] = {}
    for row in WAY["readings"]:
        if all(shown.get(name) in values for name, values in row["shows"].items()):
            found = {**row["is"], **found}
    return found


def places() -> list[Place]:
    """Every place that can be reached."""
    seen, waiting = {START}, deque([START])
    while waiting:
        place = waiting.popleft()
        for action in chart.actions():
            outcome = chart.outcome(place, action)
            if outcome is not None and outcome.place not in seen:
                seen.add(outcome.place)
                waiting.append(outcome.place)
    return sorted(seen)


@pytest.fixture(scope="module")
def everywhere() -> list[Place]:
    return places()


def test_way_leads_to_the_goal(everywhere: list[Place]) -> None:
    """From every place the steps lead to the goal, or to where signup has to be repeated."""
    for start in everywhere:
        place = start
        for _ in WAY["steps"]:
            row = next_row(place)
            if row is None or "waits-for" in row:
                break
            action = ACTIONS[row["call"], BEST.get(row["call"])]
            outcome = chart.outcome(place, action)
            assert outcome is not None
            assert outcome.refusal is None, (place, row)
            place = outcome.place
        row = next_row(place)
        assert row["waits-for"] == "signup" if row else is_goal(place)


def test_no_step_registers_what_is_shared(everywhere: list[Place]) -> None:
    """A number that stays in use with the app is where it should be, and never registered."""
    shared = [place for place in everywhere if dict(place)["life"] == "shared"]
    assert shared
    assert {str(next_row(place)) for place in shared} == {"None"}


def test_every_row_decides_something(everywhere: list[Place]) -> None:
    """No step is dead, with what it needs to know."""
    words = tuple(WAY["given"])
    used = {id(row) for place in everywhere for row in (next_row(place), next_row(place, *words))}
    assert [row for row in WAY["steps"] if id(row) not in used] == []


def test_readings_are_those_of_the_states(everywhere: list[Place]) -> None:
    """What is read in a place means one with the same next step; a lapsed signup looks alike."""
    for place in everywhere:
        if dict(place)["life"] in {"absent", "signup-lapsed"}:
            continue
        seen = {**dict(START), **reading(chart.shown(place)), "code": dict(place)["code"]}
        assert next_row(tuple(seen.items())) == next_row(place)
        assert is_goal(tuple(seen.items())) == is_goal(place)


def test_words_are_known() -> None:
    """States, calls and words of the way are those of the file."""
    states = {(region, name) for region, known in REGIONS.items() for name in known}
    rows = [*WAY["steps"], *WAY["refusals"]]
    named = [row.get("in", {}) for row in rows] + [WAY["goal"]]
    assert {(r, s) for places in named for r, found in places.items() for s in found} <= states
    moved = [row["is"] for row in WAY["readings"]] + [row.get("to", {}) for row in rows]
    assert {(r, s) for to in moved for r, s in to.items() if s is not None} <= states
    calls = {row["call"] for row in CHART["calls"]}
    assert {row["call"] for row in rows if "call" in row} <= calls
    assert {row["waits-for"] for row in rows if "waits-for" in row} <= WAY["waits"].keys()
    assert {row["call"] for row in WAY["steps"] if "call" in row} == WAY["words"].keys()
    assert all(said.keys() == {"needs", "next", "done"} for said in WAY["words"].values())
    assert {row["given"] for row in rows if "given" in row} == WAY["given"].keys()
    assert {row["source"] for row in [*rows, *WAY["readings"]]} <= {
        "documented", "recorded", "assumed",
    }  # fmt: skip


def test_fields_are_read() -> None:
    """Every field that a reading looks at is among those to be read."""
    assert {name for row in WAY["readings"] for name in row["shows"]} == set(WAY["reads"])


def test_emulator_goes_the_way(everywhere: list[Place]) -> None:
    """Read and followed step by step, an emulated number comes to the goal from every place."""
    owner = Owner()
    ways = deque([(START, owner.save())])
    seen = {START}
    while ways:
        place, saved = ways.popleft()
        owner.go_back(saved)
        follow(owner, place)
        for action in chart.actions():
            outcome = chart.outcome(place, action)
            if outcome is not None and outcome.place not in seen:
                owner.go_back(saved)
                owner.take(action)
                seen.add(outcome.place)
                ways.append((outcome.place, owner.save()))
    assert seen == set(everywhere)


def follow(owner: Owner, place: Place) -> None:
    """Take the steps that readings ask for, until none is left or signup stands in the way."""
    code = dict(place)["code"]
    for _ in range(6):
        shown = owner.read()
        here = {**dict(START), **(reading(shown) if shown else {}), "code": code}
        row = next_row(tuple(here.items()))
        if row is None:
            assert is_goal(tuple(here.items()))
            return
        refused = owner.take(ACTIONS[row["call"], BEST.get(row["call"])])
        if refused is not None:
            assert dict(place)["life"] == "signup-lapsed"
            return
        code = {"requestCode": "sent"}.get(row["call"], "none")
    pytest.fail(f"no end from {place}")
