"""The emulator lives the life that openapi/states.yaml describes, and the chart leaves no gap."""

import json
from collections import deque
from typing import Any, NamedTuple

import pytest

from ergonomic.tools import diagram
from generated.tools import derive
from openapi.tools.vocabulary import operations
from tests.contract import catalogue
from tests.contract.document import CONTRACT, SCHEMAS
from tests.states import chart
from tests.states.chart import CHART, REGIONS, START, Action, Outcome, Place, Row
from tests.states.owner import Owner

ACTIONS = list(chart.actions())
ERRORS: dict[str, Row] = {row["name"]: row for row in catalogue.ERRORS}
REGISTER = "registerPhoneNumber"
TRIES = {
    "codes sent": None,
    "wrong codes": "wrong-code",
    "wrong PINs": "other-pin",
    "display names": "new_display_name",
}


class Step(NamedTuple):
    """One action in one place: what the chart says, and what the emulator did."""

    place: Place
    action: Action
    expected: Outcome
    refusal: tuple[int, int | None] | None
    shown: dict[str, Any]

    @property
    def fits(self) -> bool:
        """Whether the emulator did what the chart says."""
        row = self.expected.refusal
        refusal = None if row is None else (row["code"], row.get("subcode"))
        shows = chart.shown(self.expected.place)
        return refusal == self.refusal and shows == {name: self.shown.get(name) for name in shows}


@pytest.fixture(
    scope="module", params=["each row", pytest.param("each place", marks=pytest.mark.sweep)]
)
def walk(request: pytest.FixtureRequest) -> list[Step]:
    """Every action in every place that can be reached, taken from a snapshot of that place.

    Or only where it meets other rows of the chart than before, or leads from another life.
    """
    owner = Owner()
    steps: list[Step] = []
    met = set[tuple[object, ...]]()
    seen, waiting = {START}, deque([(START, owner.save())])
    while waiting:
        place, saved = waiting.popleft()
        for action in ACTIONS:
            expected = chart.outcome(place, action)
            if expected is None:
                continue
            rows = (action.name, action.given, dict(place)["life"], *map(id, expected.rows))
            if rows in met and expected.place in seen and request.param == "each row":
                continue
            met.add(rows)
            owner.go_back(saved)
            steps.append(Step(place, action, expected, owner.take(action), owner.read()))
            if expected.place not in seen:
                seen.add(expected.place)
                waiting.append((expected.place, owner.save()))
    return steps


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: f"{a.name}-{a.given}")
def test_everything_leads_where_the_chart_says(walk: list[Step], action: Action) -> None:
    """A call or event in any place ends in the state, or in the error, that the chart names."""
    steps = [step for step in walk if step.action == action]
    assert steps
    assert [step for step in steps if not step.fits] == []


def test_every_state_is_reached(walk: list[Step]) -> None:
    """There is a way to each state of each region."""
    reached = {*START, *(state for step in walk for state in step.expected.place)}
    assert reached == {(name, state) for name, states in REGIONS.items() for state in states}


def test_every_row_decides_something(walk: list[Step]) -> None:
    """No row of the chart is dead."""
    used = {id(row) for step in walk for row in step.expected.rows}
    idle = [
        (action.name, row)
        for action in ACTIONS
        for rows in ("refused", "leads-to")
        for row in action.described.get(rows, [])
        if id(row) not in used
    ]
    assert idle == []


@pytest.mark.parametrize("limit", CHART["limits"], ids=lambda row: f"{row['call']}-{row['counts']}")
def test_limit_is_where_the_chart_says(limit: Row) -> None:
    """So many calls are answered, the next is refused, and once the window is over none is."""
    owner = Owner()
    is_about_codes = limit["call"] in {"requestCode", "verifyCode"}
    owner.seed(status="PENDING" if is_about_codes else "CONNECTED", pin="314159")
    given = TRIES.get(limit["counts"], "same-pin" if limit["call"] == REGISTER else None)
    (action,) = (a for a in ACTIONS if (a.name, a.given) == (limit["call"], given))
    refusal = (limit["code"], limit.get("subcode"))
    for _ in range(limit["allowed"]):
        assert owner.take(action) != refusal
        owner.graph.clock.advance("PT1S" if limit["window"] == "PT1M" else "PT1M")
    assert owner.take(action) == refusal
    owner.graph.clock.advance(limit["window"])
    assert owner.take(action) != refusal


def test_names_are_those_of_the_contract() -> None:
    """Calls, and the fields that show a state, are in the contract under these names."""
    known = dict(operations(CONTRACT))
    assert {row["call"] for row in (*CHART["calls"], *CHART["limits"])} <= known.keys()
    fields = SCHEMAS["PhoneNumber"]["properties"]
    shows = {
        name
        for states in REGIONS.values()
        for state in states.values()
        for name in state.get("shows", {})
    }
    assert shows <= fields.keys()


@pytest.mark.parametrize(
    "row",
    [*CHART["limits"], *(row for call in CHART["calls"] for row in call["refused"])],
    ids=lambda row: row["error"],
)
def test_errors_are_those_of_the_catalogue(row: Row) -> None:
    """An error's name leads to the entry that its code and subcode resolve to."""
    found = ERRORS[row["error"]]
    assert found["code"] == row["code"]
    listed = any(
        (entry["code"], entry.get("subcode")) == (row["code"], row.get("subcode"))
        for entry in ERRORS.values()
    )
    assert found.get("subcode") == (row.get("subcode") if listed else None)


def test_every_statement_has_a_source() -> None:
    """Each state, row and limit says how it is known."""
    rows = [
        *(state for states in REGIONS.values() for state in states.values()),
        *CHART["limits"],
        *(
            row
            for action in ACTIONS
            for rows in ("refused", "leads-to")
            for row in action.described.get(rows, [])
        ),
    ]
    assert {row["source"] for row in rows} == {"documented", "recorded", "assumed"}


def test_every_move_is_drawn(walk: list[Step]) -> None:
    """The diagram of docs/life.md has an arrow for each way between two lives, and no other."""
    moves = {
        (start, end, step.action.name)
        for step in walk
        for start, end in [(dict(step.place)["life"], dict(step.expected.place)["life"])]
        if start != end
    }
    drawn = {(start, end, label.split(" ")[0]) for start, end, label in diagram.arrows(CHART)}
    assert moves == drawn


def test_json_says_the_same() -> None:
    """states.json is the chart for those who read no YAML."""
    text = (derive.CONTRACT / "states.json").read_text("utf-8")
    assert json.loads(text) == CHART
