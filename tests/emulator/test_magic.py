"""Some numbers and names make calls fail, from any language."""

from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph
from wabakit.emulator.calls.magic import NUMBERS
from wabakit.emulator.wire.catalogue import find_error

CREATE = f"{WABA}/phone_numbers"
BODIES: dict[str, dict[str, Any]] = {
    "createPhoneNumber": {"cc": "1", "verified_name": "Lucky Shrub"},
    "requestCode": {"code_method": "SMS", "language": "en_US"},
    "verifyCode": {"code": "123456"},
    "registerPhoneNumber": {"messaging_product": "whatsapp", "pin": "314159"},
}
EDGES = {"requestCode": "request_code", "verifyCode": "verify_code"}


@pytest.mark.parametrize("digits", NUMBERS)
def test_magic_numbers(graph: Graph, digits: str) -> None:
    """A magic number is refused at its one step with its one error, and walks all others."""
    operation, name = NUMBERS[digits]
    entry = find_error(name)
    code, subcode = entry["code"], entry.get("subcode")
    if operation == "createPhoneNumber":
        body = {**BODIES[operation], "phone_number": digits[1:]}
        assert graph.refusal("POST", CREATE, **body)[1:] == (code, subcode)
        return
    number_id = graph.create(digits)
    if operation == "registerPhoneNumber":
        graph.post(f"{number_id}/request_code", **BODIES["requestCode"])
        graph.post(f"{number_id}/verify_code", code=graph.emulator.outbox[-1].code)
    edge = EDGES.get(operation, "register")
    refused = graph.refusal("POST", f"{number_id}/{edge}", **BODIES.get(operation, {}))
    assert refused[1:] == (code, subcode)
    if operation:
        assert graph.get(number_id)["id"] == number_id


def test_magic_names(graph: Graph) -> None:
    """A name that holds the name of an error fails with it; any other text is just a name."""
    body = {"cc": "1", "phone_number": "6315551000"}
    name = "Shop emulator:number-already-listed"
    assert graph.refusal("POST", CREATE, **body, verified_name=name) == (400, 100, 2388012)
    number_id = graph.create(verified_name="The emulator: a shop, emulator:nothing")
    new = {"new_display_name": "emulator:account-locked"}
    assert graph.refusal("POST", number_id, **new) == (403, 131031, None)
    assert graph.emulator.number(number_id).new_display_name is None


@pytest.mark.parametrize(("word", "status"), [("approved", "APPROVED"), ("declined", "DECLINED")])
def test_names_that_decide_themselves(graph: Graph, word: str, status: str) -> None:
    """A name can ask to be approved or declined at once, first and new names alike."""
    number_id = graph.create(verified_name=f"Lucky Shrub emulator:{word}")
    assert graph.get(number_id, fields="name_status")["name_status"] == status
    graph.post(number_id, new_display_name=f"Lucky Tree emulator:{word}")
    assert graph.get(number_id, fields="new_name_status")["new_name_status"] == status
