"""How much a client remembers, at most."""

import json
from datetime import UTC, datetime, timedelta

import pytest

import wabakit
from tests.client.wire import always
from tests.clocks import Time
from tests.faces import NUMBER
from tests.failures.calls import CALLS, PIN, get
from tests.failures.faults import LOST
from tests.failures.graph import Failing, usage
from wabakit._made import operations as graph
from wabakit._memory import Memory
from wabakit._secret import Secret

OFF = "deregisterPhoneNumber"
CONNECTED = always({"id": NUMBER, "status": "CONNECTED"})
OFF_NOW = always({"id": NUMBER, "status": "DISCONNECTED"})
MOST = 4096


@pytest.mark.parametrize(("more", "proves"), [(MOST - 1, True), (MOST, False)])
def test_many_numbers(failing: Failing, more: int, proves: bool) -> None:
    """The numbers seen last are remembered, not all there ever were."""
    ids = [NUMBER, *map(str, range(more))]
    rows = [{"id": number_id, "status": "CONNECTED"} for number_id in ids]
    graph = failing(always({"data": rows}), LOST, OFF_NOW)
    list(graph.account.numbers(fields=[wabakit.PhoneNumber.status]))
    if proves:
        CALLS[OFF](graph.client)
    else:
        graph.fails(CALLS[OFF], wabakit.OutcomeUnknownError)


def test_number_seen_again(failing: Failing) -> None:
    """A number that is seen again and again is remembered, however many others there are."""
    pages = [
        always({"data": [{"id": str(n), "status": "PENDING"} for n in range(first, first + 4000)]})
        for first in (0, 5000)
    ]
    graph = failing(CONNECTED, pages[0], CONNECTED, pages[1], LOST, OFF_NOW)
    for _ in pages:
        get(graph.client)
        list(graph.account.numbers(fields=[wabakit.PhoneNumber.status]))
    CALLS[OFF](graph.client)


def test_forgotten_write(failing: Failing, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before a write proves nothing, though the write is forgotten for others."""
    few = 64
    monkeypatch.setattr("wabakit._memory.MOST_KEPT", few)
    done = always({"success": True})
    graph = failing(CONNECTED, *[done] * (few + 1), LOST, OFF_NOW)
    get(graph.client)
    CALLS[OFF](graph.client)
    for other in range(few):
        graph.client.number(str(other)).deregister()
    graph.fails(CALLS[OFF], wabakit.OutcomeUnknownError)


def test_many_quotas(failing: Failing, time: Time) -> None:
    """The quotas reported last are kept, and none longer than a block can last."""
    report = usage("0")["X_Business_Use_Case_Usage"]
    entries = json.loads(report)["0"]
    many = {str(waba_id): entries for waba_id in range(MOST + 10)}
    graph = failing(always({"id": NUMBER}, X_Business_Use_Case_Usage=json.dumps(many)))
    get(graph.client)
    assert len(graph.client.usage) == MOST
    time.advance(days=30)
    assert len(graph.client.usage) == MOST
    time.advance(seconds=1)
    assert graph.client.usage == {}


@pytest.mark.parametrize(("more", "held"), [(MOST - 1, True), (MOST, False)])
def test_many_registrations(more: int, held: bool) -> None:
    """Register calls are counted for the numbers that were registered last."""
    memory, now = Memory(), datetime(2026, 3, 1, tzinfo=UTC)

    def spend(number_id: str) -> timedelta | None:
        call = graph.register_phone_number("register", number_id, pin=Secret(PIN))
        return memory.spend(call, now)

    assert [spend("777") for _ in range(10)] == [None] * 10
    assert spend("777") == timedelta(hours=72)
    assert not any(spend(str(number_id)) for number_id in range(1000, 1000 + more))
    assert (spend("777") is not None) == held
