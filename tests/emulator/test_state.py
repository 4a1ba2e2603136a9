"""The state is saved, loaded and reset."""

import json
from typing import Any

import pytest

from tests.emulator.graph import START, WABA, Graph, good
from wabakit.emulator import Clock, Emulator

DAMAGES: list[dict[str, Any]] = [
    {"version": 2},
    {"format": "other"},
    {"accounts": [{}]},
    {"accounts": 5},
    {"chance": None},
    {"faults": [{"colour": "blue"}]},
    {"clock": {"frozen_at": 5}},
    {"clock": {"frozen_at": None, "ahead_seconds": 1e300}},
    {"usernames_elsewhere": {"taken": "x"}},
]


def lived_in(graph: Graph) -> str:
    """Bring everything that a state can hold into it; give the id of a number."""
    number_id = graph.verified()
    graph.register(number_id)
    graph.post(f"{number_id}/username", username="lucky_shrub")
    graph.post(f"{number_id}/settings", calling={"status": "ENABLED"})
    graph.post(number_id, new_display_name="Lucky Tree")
    graph.registration_refusal(number_id, "271828")
    waiting = graph.create("6315551001")
    graph.post(f"{waiting}/request_code", code_method="SMS", language="en_US")
    graph.emulator.claim_username("taken")
    graph.emulator.fail_next("verifyCode", error="code-incorrect", after=3)
    graph.emulator.fail_next("getSettings", enum=("status", "NEW"), times=None)
    return number_id


def test_a_snapshot_is_the_whole_state(graph: Graph) -> None:
    """What was saved as JSON is loaded elsewhere, and goes on where it was."""
    number_id = lived_in(graph)
    saved = json.loads(json.dumps(graph.emulator.snapshot()))
    clock = Clock()
    other = Graph(clock=clock)
    other.emulator.restore(saved)
    assert clock() == START
    assert other.emulator.snapshot() == saved
    fields = "id,display_phone_number,status,new_name_status,last_onboarded_time,is_pin_enabled"
    assert other.get(number_id, fields=fields) == graph.get(number_id, fields=fields)
    assert other.registration_refusal(number_id, "271828") == 133005
    assert other.create("6315551002") == graph.create("6315551002")
    assert Emulator.load(saved, clock=Clock()).snapshot() == saved


def test_a_snapshot_stays_as_it_is(graph: Graph) -> None:
    """What happens later does not change a snapshot, and no token is in it."""
    number = graph.emulator.add_number(WABA)
    saved = graph.emulator.snapshot()
    before = json.dumps(saved)
    assert number.throughput is not None
    number.throughput["level"] = "HIGH"
    number.status = "FLAGGED"
    assert json.dumps(saved) == before
    assert graph.emulator.token not in before


def test_reset(graph: Graph) -> None:
    """A reset brings back what was seeded, and forgets all that came after."""
    number = graph.emulator.add_number(WABA)
    number.quality_rating = "RED"
    graph.get(number.id)
    graph.post(number.id, pin="271828")
    graph.clock.advance("P14D")
    graph.create()
    graph.emulator.fail_next(status=500)
    for _ in range(2):
        graph.emulator.reset()
        assert graph.emulator.requests == []
        found = graph.emulator.number(number.id)
        assert (found.pin, found.quality_rating) == (None, "RED")
        assert len(graph.emulator.account(WABA).numbers) == 1
        assert graph.emulator.faults == []
        assert graph.clock() == START
        graph.create()


def test_reset_of_what_was_only_read(graph: Graph) -> None:
    """A reset leaves alone what no call has changed."""
    number = graph.emulator.add_number(WABA)
    graph.get(number.id)
    graph.emulator.reset()
    assert graph.emulator.number(number.id) is number


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_snapshot(graph: Graph, damage: dict[str, Any]) -> None:
    """Something else than a snapshot is refused, and changes nothing."""
    number_id = graph.create()
    damaged = {**graph.emulator.snapshot(), **damage}
    with pytest.raises(ValueError, match=r"snapshot|clock"):
        graph.emulator.restore(damaged)
    assert good(graph.send("GET", number_id))["id"] == number_id


def test_a_number_of_the_wrong_kind(graph: Graph) -> None:
    """A number of which a value is of the wrong kind is refused, and named."""
    graph.create()
    saved = graph.emulator.snapshot()
    saved["accounts"][0]["numbers"][0]["quality_score"] = "GREEN"
    with pytest.raises(ValueError, match="quality_score"):
        graph.emulator.restore(saved)
