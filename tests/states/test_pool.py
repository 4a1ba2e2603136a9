"""The emulator lives the life of a pre-verified number that openapi/states.yaml describes."""

import json
from collections import deque
from typing import Any, NamedTuple

import pytest

from tests.emulator.graph import WABA, Graph
from tests.states.chart import CHART, Action, Outcome, Place, Row, outcome

POOL: Row = CHART["pool"]
STATES = {r["name"]: {s["name"]: s for s in r["states"]} for r in POOL["regions"]}
START: Place = tuple((name, next(iter(states))) for name, states in STATES.items())
ACTIONS = [
    *(
        Action(row["call"], given, row)
        for row in POOL["calls"]
        for given in row.get("given", [None])
    ),
    *(Action(row["event"], None, row) for row in POOL["events"]),
]
NOBODY = "100000000000000"
FIELDS = "code_verification_status,verification_expiry_time"


class Partner:
    """Takes the actions of the chart on one number of a pool."""

    def __init__(self) -> None:
        self.graph = Graph(options={"strict": False})
        self.emulator = self.graph.emulator
        self.business_id = self.emulator.partners.business().id
        self.number_id = NOBODY

    def take(self, action: Action) -> tuple[int, int | None] | None:
        """Take an action; give code and subcode if Graph refuses."""
        if "after" in action.described:
            self.graph.clock.advance(action.described["after"])
            return None
        if action.name == "claimed":
            self.emulator.partners.claim(self.number_id, WABA)
            return None
        return self._call(action)

    def read(self) -> dict[str, Any]:
        """Read the fields that show a state; nothing if the pool does not have the number."""
        answer = self.graph.send("GET", self.number_id, {"fields": FIELDS})
        return json.loads(answer.body) if answer.status == 200 else {}

    def _call(self, action: Action) -> tuple[int, int | None] | None:
        sent = self.emulator.outbox[-1].code if self.emulator.outbox else "123456"
        other = "000000" if sent != "000000" else "111111"
        method, path, body = {
            "addPreverifiedNumber": (
                *("POST", f"{self.business_id}/add_phone_numbers"),
                {"phone_number": "+1 202-555-0142"},
            ),
            "requestPreverifiedCode": (
                *("POST", f"{self.number_id}/request_code"),
                {"code_method": "SMS", "language": "en_US"},
            ),
            "verifyPreverifiedCode": (
                *("POST", f"{self.number_id}/verify_code"),
                {"code": sent if action.given == "right-code" else other},
            ),
            "deletePreverifiedNumber": ("DELETE", self.number_id, None),
        }[action.name]
        answer = self.graph.send(method, path, None, body)
        decoded = json.loads(answer.body)
        if answer.status != 200:
            return decoded["error"]["code"], decoded["error"].get("error_subcode")
        self.number_id = decoded.get("id", self.number_id)
        return None


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
        row, here = self.expected.refusal, dict(self.expected.place)
        refusal = None if row is None else (row["code"], row.get("subcode"))
        shows: Row = STATES["life"][here["life"]].get("shows", {})
        is_there = bool(self.shown) == (here["life"] != "absent")
        fits = shows == {name: self.shown.get(name) for name in shows}
        return is_there and fits and refusal == self.refusal


def partner_after(way: list[Action]) -> Partner:
    """Return a partner who took these actions."""
    partner = Partner()
    for action in way:
        partner.take(action)
    return partner


@pytest.fixture(scope="module")
def walk() -> list[Step]:
    """Every action in every place that can be reached."""
    steps: list[Step] = []
    ways: dict[Place, list[Action]] = {START: []}
    waiting = deque([START])
    while waiting:
        place = waiting.popleft()
        for action in ACTIONS:
            expected = outcome(place, action)
            if expected is None:
                continue
            partner = partner_after(ways[place])
            steps.append(Step(place, action, expected, partner.take(action), partner.read()))
            if expected.place not in ways:
                ways[expected.place] = [*ways[place], action]
                waiting.append(expected.place)
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
    assert reached == {(name, state) for name, states in STATES.items() for state in states}


def test_every_row_decides_something(walk: list[Step]) -> None:
    """No row of the chart is dead."""
    used = {id(row) for step in walk for row in step.expected.rows}
    rows = [
        row
        for action in ACTIONS
        for key in ("refused", "leads-to")
        for row in action.described.get(key, [])
    ]
    assert [row for row in rows if id(row) not in used] == []
