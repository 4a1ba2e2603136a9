"""A number is registered with a PIN, and deregistered."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph


def test_registering(graph: Graph) -> None:
    """A verified number becomes connected, with a PIN and a time."""
    number_id = graph.verified()
    assert graph.register(number_id) == {"success": True}
    fields = "status,is_pin_enabled,last_onboarded_time,platform_type"
    assert graph.get(number_id, fields=fields) == {
        "status": "CONNECTED",
        "is_pin_enabled": True,
        "last_onboarded_time": "2026-03-01T12:00:00+0000",
        "platform_type": "CLOUD_API",
        "id": number_id,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"messaging_product": None},
        {"messaging_product": "sms"},
        {"pin": None},
        {"pin": "12345"},
        {"pin": "1234567"},
        {"pin": "12345a"},
        {"pin": "\uff11" * 6},
        {"data_localization_region": "XX"},
        {"data_localization_region": "de"},
    ],
)
def test_bad_input(graph: Graph, change: dict[str, Any]) -> None:
    """What register needs must be there and well written, else 400, code 100."""
    number_id = graph.verified()
    body = {"messaging_product": "whatsapp", "pin": "314159", **change}
    assert graph.refusal("POST", f"{number_id}/register", **body) == (400, 100, None)
    assert not graph.emulator.number(number_id).is_registered


@pytest.mark.parametrize("code_status", ["NOT_VERIFIED", "UNVERIFIED", "EXPIRED"])
def test_an_unverified_number(graph: Graph, code_status: str) -> None:
    """A number that is not connected and has no verified code is refused with 133006."""
    number_id = graph.create()
    graph.emulator.number(number_id).code_verification_status = code_status
    assert graph.registration_refusal(number_id) == 133006


def test_registering_again_converges(graph: Graph) -> None:
    """A connected number registers again with its PIN, though its code status has expired."""
    number = graph.emulator.add_number(WABA, pin="314159", code_verification_status="EXPIRED")
    graph.clock.advance(timedelta(days=1))
    graph.register(number.id)
    assert number.status == "CONNECTED"
    assert number.last_onboarded_time == graph.clock()


def test_a_wrong_pin(graph: Graph) -> None:
    """A wrong PIN is 133005 with details, and the right one registers afterwards."""
    number = graph.emulator.add_number(WABA, pin="271828")
    body = {"messaging_product": "whatsapp", "pin": "314159"}
    answer = graph.send("POST", f"{number.id}/register", None, body)
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"]) == (400, 133005)
    assert error["error_data"]["messaging_product"] == "whatsapp"
    assert error["error_data"]["details"]
    assert "271828" not in answer.body.decode() + repr(number)
    assert graph.register(number.id, "271828") == {"success": True}


def test_pin_guessing_is_limited(graph: Graph) -> None:
    """Guessing fast is 133009, guessing often 133008; a new PIN or time ends it."""
    number = graph.emulator.add_number(WABA, pin="271828")
    codes = [graph.registration_refusal(number.id) for _ in range(4)]
    assert codes == [133005, 133005, 133005, 133009]
    graph.clock.advance(timedelta(minutes=1))
    codes = [graph.registration_refusal(number.id) for _ in range(3)]
    assert codes == [133005, 133005, 133008]
    assert graph.registration_refusal(number.id, "271828") == 133008
    graph.post(number.id, pin="161803")
    assert graph.register(number.id, "161803") == {"success": True}


@pytest.mark.parametrize("what", ["register", "deregister"])
def test_ten_calls_in_72_hours(graph: Graph, what: str) -> None:
    """The eleventh call is 133016 and blocks for 72 hours; the other operation goes on."""
    number = graph.emulator.add_number(WABA, pin="314159")
    body = {"messaging_product": "whatsapp", "pin": "314159"}
    for _ in range(10):
        number.status = "CONNECTED"
        graph.post(f"{number.id}/{what}", **body)
    number.status = "CONNECTED"
    graph.clock.advance(timedelta(hours=71))
    assert graph.refusal("POST", f"{number.id}/{what}", **body) == (400, 133016, None)
    graph.clock.advance(timedelta(hours=71))
    assert graph.refusal("POST", f"{number.id}/{what}", **body) == (400, 133016, None)
    graph.post(f"{number.id}/{'register' if what == 'deregister' else 'deregister'}", **body)
    number.status = "CONNECTED"
    graph.clock.advance(timedelta(hours=1))
    assert graph.post(f"{number.id}/{what}", **body) == {"success": True}


def test_refused_registrations_count(graph: Graph) -> None:
    """Calls that were refused for the state of the number count towards the ten."""
    number_id = graph.create()
    codes = [graph.registration_refusal(number_id) for _ in range(11)]
    assert codes == [133006] * 10 + [133016]


def test_deregistering(graph: Graph) -> None:
    """A deregistered number is disconnected, keeps its PIN and can be registered again."""
    number = graph.emulator.add_number(WABA, pin="314159")
    assert graph.post(f"{number.id}/deregister") == {"success": True}
    assert graph.get(number.id, fields="status")["status"] == "DISCONNECTED"
    assert graph.registration_refusal(number.id, "271828") == 133005
    graph.register(number.id)
    assert number.status == "CONNECTED"


def test_what_cannot_be_deregistered(graph: Graph) -> None:
    """A number that is not registered is 133010, one that the app uses as well is 100."""
    assert graph.refusal("POST", f"{graph.create()}/deregister") == (400, 133010, None)
    shared = graph.emulator.add_number(WABA, is_on_biz_app=True)
    assert graph.refusal("POST", f"{shared.id}/deregister") == (400, 100, None)


def test_storage_region(graph: Graph) -> None:
    """Register can choose where data is kept; to change that, deregister first."""
    path = f"{(number_id := graph.verified())}/register"
    body = {"messaging_product": "whatsapp", "pin": "314159"}
    graph.post(path, **body, data_localization_region="DE")
    storage = graph.get(f"{number_id}/settings")["storage_configuration"]
    assert storage["data_localization_region"] == "DE"
    graph.post(path, **body, data_localization_region="DE")
    assert graph.refusal("POST", path, **body, data_localization_region="IN")[:2] == (400, 100)
    graph.post(f"{number_id}/deregister")
    graph.post(path, **body, data_localization_region="IN")
