"""Waiting until a number is as it should be, by the client's clock."""

import json
from typing import Any

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal
from tests.faces import NUMBER, WABA, Face
from wabakit import PhoneNumber, webhooks

PENDING = always({"id": NUMBER, "status": "PENDING"})
CONNECTED = always({"id": NUMBER, "status": "CONNECTED"})


def is_connected(card: Any) -> bool:
    return bool(card.status == "CONNECTED")


async def is_soon_connected(card: Any) -> bool:
    return is_connected(card)


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

    def ask_elsewhere(_: object) -> bool:
        raise wabakit.ConnectionFailedError("get", OTHER, "get", "another client's", "no")

    with pytest.raises(wabakit.ConnectionFailedError, match="another client's"):
        answering(PENDING).number.wait_until(ask_elsewhere)


def test_woken(answering: Answering, face: Face, waits: list[float]) -> None:
    """A webhook event has the number looked at within a second."""
    server, wait = answering(in_turn(PENDING, CONNECTED)), wabakit.Wait()

    def event(_: float) -> None:
        if len(waits) == 3:
            wait.notify({"field": "phone_number_name_update"})

    face.time.meanwhile = event
    assert server.number.wait_until(is_connected, wait=wait, every=600).status == "CONNECTED"
    assert waits == [1, 1, 1]


OTHER = "7"
NAME, ALERT = "phone_number_name_update", "account_alerts"
EVENTS: list[tuple[str, dict[str, Any], str, bool]] = [
    (NAME, {"display_phone_number": "16315551001"}, WABA, True),
    (NAME, {"display_phone_number": "+1 631-555-1001"}, OTHER, True),
    (NAME, {"display_phone_number": "16315551002"}, WABA, False),
    (ALERT, {"entity_type": "PHONE_NUMBER", "entity_id": NUMBER}, OTHER, True),
    (ALERT, {"entity_type": "PHONE_NUMBER", "entity_id": int(NUMBER) + 1}, WABA, False),
    (ALERT, {"entity_type": "BUSINESS", "entity_id": OTHER}, WABA, True),
    ("account_settings_update", {"phone_number_settings": {"phone_number_id": "7"}}, WABA, False),
    ("messages", {"metadata": {"phone_number_id": "7"}}, WABA, False),
    ("new_at_meta", {"display_phone_number": 7}, WABA, True),
    ("account_review_update", {"decision": "APPROVED"}, OTHER, False),
]
"""What a webhook tells, of which account, and whether the number may be meant."""


def told(field: str, value: dict[str, Any], waba_id: str = WABA) -> webhooks.Event:
    entry = {"id": waba_id, "changes": [{"field": field, "value": value}]}
    body = {"object": "whatsapp_business_account", "entry": [entry]}
    (event,) = webhooks.parse(json.dumps(body).encode())
    return event


@pytest.mark.parametrize(("field", "value", "waba_id", "wakes"), EVENTS)
def test_events_of_others(
    answering: Answering,
    face: Face,
    waits: list[float],
    field: str,
    value: dict[str, Any],
    waba_id: str,
    wakes: bool,
) -> None:
    """An event that says that it is about another number, or else another account, wakes nobody."""
    use = {"type": "whatsapp", "call_count": 1, "total_cputime": 1, "total_time": 1}
    shown = {"id": NUMBER, "status": "PENDING", "display_phone_number": "+1 631-555-1001"}
    first = always(shown, x_business_use_case_usage=json.dumps({WABA: [use]}))
    server, wait = answering(in_turn(first, CONNECTED)), wabakit.Wait()
    face.time.meanwhile = lambda _: wait.notify(told(field, value, waba_id))
    assert server.number.wait_until(is_connected, wait=wait, every=3).status == "CONNECTED"
    assert waits == ([1] if wakes else [1, 1, 1])


def test_number_not_known(answering: Answering, face: Face, waits: list[float]) -> None:
    """Where what is read does not tell the number, or the event none, the event may be about it."""
    server, wait = answering(in_turn(PENDING, PENDING, CONNECTED)), wabakit.Wait()
    event = told(NAME, {"display_phone_number": "16315551002"})
    face.time.meanwhile = lambda _: wait.notify(event if len(waits) == 1 else None)
    fields = [PhoneNumber.status]
    server.number.wait_until(is_connected, fields=fields, wait=wait, every=600)
    assert waits == [1, 1]


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
    assert server.requests == []


@pytest.mark.parametrize("check", ["CONNECTED", None, is_soon_connected])
def test_no_check(answering: Answering, check: Any) -> None:
    """What does not tell at once whether it fits is refused: a coroutine would always be true."""
    server = answering(CONNECTED)
    with pytest.raises(wabakit.InvalidInputError, match="check"):
        server.number.wait_until(check)
    assert server.requests == []
