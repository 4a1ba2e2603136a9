"""Webhooks that are still to be sent are part of the state."""

import json
from typing import Any

import pytest

from tests.emulator.graph import Graph
from tests.emulator.told import Receiver
from wabakit.emulator import WebhookRequest

DAMAGES: list[dict[str, Any]] = [
    {"manner": {"delay": -1}},
    {"manner": {"speed": 1}},
    {"waiting": [{}]},
    {"failing": [{"app_id": "1"}]},
    {"failing": 5},
]


def test_a_snapshot_holds_what_is_pending(graph: Graph, number_id: str) -> None:
    """What waits and what failed goes on from a snapshot, with the same bytes and signature."""
    graph.emulator.webhooks.receive(Receiver(500))
    graph.post(number_id, pin="271828")
    graph.emulator.webhooks.shape(delay=3600)
    graph.post(number_id, pin="161803")
    saved = json.loads(json.dumps(graph.emulator.snapshot()))
    (failed,) = graph.emulator.webhooks
    graph.emulator.restore(saved)
    assert graph.emulator.snapshot() == saved
    graph.emulator.webhooks.receive(receiver := Receiver())
    graph.clock.advance("PT1H")
    again, waited = graph.emulator.webhooks
    assert (again.body, again.headers) == (failed.body, failed.headers)
    assert [hook.status for hook in (again, waited)] == ["delivered", "delivered"]
    assert len(receiver.got) == 2
    graph.emulator.reset()
    assert [hook.status for hook in graph.emulator.webhooks] == ["failing"]


def test_what_is_under_way_is_in_a_snapshot(graph: Graph, number_id: str) -> None:
    """A POST that was not answered when a snapshot was taken goes out again from it."""
    saved: list[dict[str, Any]] = []

    def receive(_: WebhookRequest) -> tuple[int, bytes]:
        saved.append(graph.emulator.snapshot())
        return 200, b""

    graph.emulator.webhooks.receive(receive)
    graph.post(number_id, pin="271828")
    (before,) = graph.emulator.webhooks
    graph.emulator.webhooks.receive(receiver := Receiver())
    graph.emulator.restore(saved[0])
    assert [hook.body for hook in graph.emulator.webhooks] == [before.body]
    assert len(receiver.got) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_webhooks(graph: Graph, number_id: str, damage: dict[str, Any]) -> None:
    """A snapshot with other webhooks than it should have is refused, and changes nothing."""
    saved = graph.emulator.snapshot()
    saved["webhooks"] = {**saved["webhooks"], **damage}
    with pytest.raises(ValueError, match="damaged"):
        graph.emulator.restore(saved)
    assert graph.emulator.number(number_id).pin == "314159"
