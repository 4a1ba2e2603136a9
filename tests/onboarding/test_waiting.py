"""Waiting until a number is as it should be, by the client's clock."""

import json
from typing import Any

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal
from tests.faces import NUMBER, WABA, Face
from wabakit import PhoneNumber

PENDING = always({"id": NUMBER, "status": "PENDING"})
CONNECTED = always({"id": NUMBER, "status": "CONNECTED"})


def is_connected(card: Any) -> bool:
    return bool(card.status == "CONNECTED")


def test_in_time(answering: Answering, waits: list[float]) -> None:
    """The number is read at once and again and again, and what was read last is returned."""
    server = answering(in_turn(PENDING, PENDING, CONNECTED))
    card = server.number.wait_until(is_connected, every=30, timeout=600)
    assert card.status is wabakit.PhoneNumberStatus.CONNECTED
    assert waits == [30, 30]
    assert server.count("GET") == 3


def test_fields_and_view(answering: Answering) -> None:
    """Fields and views are those of `get`."""

    @attrs.frozen
    class Card:
        status: str

    server = answering(CONNECTED)
    assert server.number.wait_until(is_connected, fields=[PhoneNumber.status]).was_asked("status")
    assert server.number.wait_until(is_connected, into=Card) == Card("CONNECTED")
    assert {request.url.params["fields"] for request in server.requests} == {"id,status"}


def test_too_late(answering: Answering, waits: list[float]) -> None:
    """It gives up when the time is over, after a last look then."""
    server = answering(PENDING)
    with pytest.raises(wabakit.WaitTimeoutError) as caught:
        server.number.wait_until(is_connected, timeout=150)
    assert waits == [60, 60, 30]
    assert server.count("GET") == 4
    assert isinstance(caught.value, TimeoutError)
    assert (caught.value.object_id, caught.value.seconds) == (NUMBER, 150)
    with pytest.raises(wabakit.WaitTimeoutError):
        server.number.wait_until(is_connected, timeout=0)
    assert server.count("GET") == 5


def test_throttled(answering: Answering, waits: list[float]) -> None:
    """A throttled account is left alone for as long as Graph says, and the wait goes on."""
    use = {
        "type": "whatsapp",
        "call_count": 100,
        "total_cputime": 1,
        "total_time": 1,
        "estimated_time_to_regain_access": 20,
    }
    headers = {"x_business_use_case_usage": json.dumps({WABA: [use]})}
    limit = always({"error": {"code": 80008, "message": "Too many"}}, 400, **headers)
    server = answering(in_turn(limit, CONNECTED))
    assert server.number.wait_until(is_connected).status == "CONNECTED"
    assert waits == [20 * 60]
    assert server.count("GET") == 2


@pytest.mark.parametrize("fault", [httpx.ReadError("gone"), refusal(2, status=500)])
def test_what_passes(answering: Answering, fault: Any) -> None:
    """Lost answers and faults at Meta are waited out; the last one is the cause of giving up."""
    once = wabakit.Retry(attempts=1)
    server = answering(in_turn(fault, CONNECTED), retry=once)
    assert server.number.wait_until(is_connected).status == "CONNECTED"
    with pytest.raises(wabakit.WaitTimeoutError) as caught:
        answering(in_turn(fault), retry=once).number.wait_until(is_connected, timeout=60)
    assert isinstance(caught.value.__cause__, wabakit.WabakitError)


def test_what_does_not_pass(answering: Answering) -> None:
    """A refusal is raised, and so is what the check raises."""
    with pytest.raises(wabakit.NotFoundError):
        answering(refusal(100, 33)).number.wait_until(is_connected)
    with pytest.raises(ZeroDivisionError):
        answering(PENDING).number.wait_until(lambda _: 1 / 0)


def test_woken(answering: Answering, face: Face, waits: list[float]) -> None:
    """A webhook event has the number looked at within a second."""
    server, wait = answering(in_turn(PENDING, CONNECTED)), wabakit.Wait()

    def event(_: float) -> None:
        if len(waits) == 3:
            wait.notify({"field": "phone_number_name_update"})

    face.time.meanwhile = event
    assert server.number.wait_until(is_connected, wait=wait, every=600).status == "CONNECTED"
    assert waits == [1, 1, 1]


def test_woken_while_reading(answering: Answering, waits: list[float]) -> None:
    """An event that comes in while the number is read is not missed."""
    wait = wabakit.Wait()

    def answer(_: httpx.Request) -> httpx.Response:
        wait.notify()
        return PENDING(_)

    server = answering(in_turn(answer, CONNECTED))
    assert server.number.wait_until(is_connected, wait=wait).status == "CONNECTED"
    assert waits == []


@pytest.mark.parametrize(
    "wrong", [{"timeout": -1}, {"every": 0.5}, {"timeout": True}, {"wait": 1}, {"every": 1e300}]
)
def test_bad_input(answering: Answering, wrong: dict[str, Any]) -> None:
    """What is no span, or nothing to be woken by, is refused before anything is sent."""
    server = answering(CONNECTED)
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.number.wait_until(is_connected, **wrong)
    assert caught.value.field == next(iter(wrong))
    with pytest.raises(wabakit.InvalidInputError):
        server.number.wait_until("CONNECTED")  # type: ignore[call-overload]
    assert server.requests == []
