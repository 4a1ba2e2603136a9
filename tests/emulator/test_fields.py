"""An answer carries the fields that were asked for."""

import copy
import json
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import pytest

from tests.contract.document import CONTRACT as UNION
from tests.emulator.graph import WABA, Graph
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract._marks import for_version
from wabakit.emulator.calls.number_fields import PHONE_NUMBER


@cache
def fields_of(version: str) -> dict[str, Any]:
    """Return the fields of a phone number in the contract of a version."""
    contract = for_version(UNION, version)
    described: dict[str, Any] = contract["components"]["schemas"]["PhoneNumber"]["properties"]
    return described


FIELDS = list(UNION["components"]["schemas"]["PhoneNumber"]["properties"])

DEFAULTS = [
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
    "last_onboarded_time",
    "webhook_configuration",
    "id",
]


def test_defaults(graph: Graph) -> None:
    """Without fields the node and the list give Graph's defaults, status not among them."""
    number = graph.emulator.add_number(WABA)
    assert list(graph.get(number.id)) == DEFAULTS
    assert list(graph.get(f"{WABA}/phone_numbers")["data"][0]) == DEFAULTS


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ("status", {"status": "CONNECTED"}),
        (" status , verified_name ", {"status": "CONNECTED", "verified_name": "Jasper's Market"}),
        ("id", {}),
        ("username,new_name_status,conversational_automation", {}),
        ("throughput{level}", {"throughput": {"level": "STANDARD"}}),
        ("last_onboarded_time", {"last_onboarded_time": "2026-03-01T12:00:00+0000"}),
        ("display_phone_number", {"display_phone_number": "+1 555-010-0123"}),
        ("country_code,country_dial_code", {"country_code": "US", "country_dial_code": "1"}),
        ("quality_score", {"quality_score": {"score": "GREEN", "date": 1772366400}}),
        (
            "host_platform,platform_type",
            dict.fromkeys(["host_platform", "platform_type"], "CLOUD_API"),
        ),
        ("is_pin_enabled,account_mode", {"is_pin_enabled": False, "account_mode": "LIVE"}),
    ],
)
def test_selection(graph: Graph, fields: str, answer: dict[str, Any]) -> None:
    """What was asked for comes, with the id, and a field without a value is left out."""
    number = graph.emulator.add_number(WABA, display_phone_number="+1 555-010-0123")
    assert graph.get(number.id, fields=fields) == {**answer, "id": number.id}


@pytest.mark.parametrize(
    "fields",
    [
        "status,nonsense",
        "certificate_status",
        "throughput{tier}",
        "status{x}",
        "status,",
        "throughput{level",
        "throughput{}",
        "status}",
        "{",
        "whatsapp_business_manager_messaging_limit",
        "creation_time",
        "messaging_limit",
        "whatsapp_business_account",
    ],
)
def test_one_unknown_field_fails_the_call(graph: Graph, fields: str) -> None:
    """One name that is not a field, or a broken list of them, is 400, code 100, on every read."""
    number = graph.emulator.add_number(WABA)
    for path in [number.id, f"{WABA}/phone_numbers"]:
        assert graph.refusal("GET", path, fields=fields) == (400, 100, None)


@pytest.mark.parametrize("version", GRAPH_VERSIONS)
def test_every_field_of_the_contract(graph: Graph, version: str) -> None:
    """A field is there in the versions that the contract says, in none if it is refused."""
    number = graph.emulator.add_number(WABA)
    graph.version = version
    described = fields_of(version)
    for name, path in product(FIELDS, [number.id, f"{WABA}/phone_numbers"]):
        is_there = name in described and "x-refused" not in described[name]
        answer = graph.send("GET", path, {"fields": name})
        assert (answer.status == 200) is is_there, (name, path)
        if not is_there:
            message = json.loads(answer.body)["error"]["message"]
            assert message == f"(#100) Tried accessing nonexisting field ({name})"


@pytest.mark.parametrize(("version", "is_there"), [("v23.0", True), ("v24.0", False)])
@pytest.mark.parametrize("inner", [False, True])
def test_a_removed_field(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, inner: bool, version: str, is_there: bool
) -> None:
    """A field, or a member of one, is refused after the last version that has it."""
    marked = copy.deepcopy(UNION)
    schemas = marked["components"]["schemas"]
    holder = schemas["Throughput"]["properties"] if inner else schemas["PhoneNumber"]["properties"]
    holder["level" if inner else "verified_name"]["x-graph-until"] = "v23.0"
    monkeypatch.setattr("wabakit.emulator.contract.contract", lambda: marked)
    monkeypatch.setattr("wabakit.emulator.calls.numbers.PHONE_NUMBER", replace(PHONE_NUMBER))
    number = graph.emulator.add_number(WABA)
    graph.version = version
    field, name = ("throughput{level}", "level") if inner else ("verified_name", "verified_name")
    answer = graph.send("GET", number.id, {"fields": field})
    assert (answer.status == 200) is is_there
    if not is_there:
        message = json.loads(answer.body)["error"]["message"]
        assert message == f"(#100) Tried accessing nonexisting field ({name})"


def test_fields_of_a_later_version(graph: Graph) -> None:
    """The portfolio's messaging limit is there from v24.0 on."""
    number = graph.emulator.add_number(WABA)
    graph.version = "v24.0"
    field = "whatsapp_business_manager_messaging_limit"
    assert graph.get(number.id, fields=field) == {field: "TIER_2K", "id": number.id}


def test_health(graph: Graph) -> None:
    """Health goes with the status unless it was set, and can be read in part."""
    number = graph.emulator.add_number(WABA, status="PENDING")
    fields = "health_status{can_send_message,entities{entity_type,can_send_message}}"
    entity, *_ = graph.get(number.id, fields=fields)["health_status"]["entities"]
    wanted = {"entity_type": "PHONE_NUMBER", "can_send_message": "BLOCKED", "id": number.id}
    assert entity == wanted
    number.health_status = {"can_send_message": "LIMITED", "entities": []}
    assert graph.get(number.id, fields="health_status")["health_status"] == number.health_status


def test_health_of_calls_over_sip(graph: Graph) -> None:
    """Whether calls come in over SIP is said of the number itself, with the reason why not."""
    number = graph.emulator.add_number(WABA)
    fields = "health_status{entities{can_receive_call_sip,errors{error_code}}}"
    entity, account = graph.get(number.id, fields=fields)["health_status"]["entities"]
    assert entity["can_receive_call_sip"] == "BLOCKED"
    assert entity["errors"] == [{"error_code": 138024}]
    assert "can_receive_call_sip" not in account
    graph.post(f"{number.id}/settings", calling={"sip": {"status": "ENABLED", "servers": []}})
    entity, _ = graph.get(number.id, fields=fields)["health_status"]["entities"]
    assert entity["can_receive_call_sip"] == "AVAILABLE"
    assert "errors" not in entity
    whole = "health_status{can_receive_call_sip}"
    assert graph.refusal("GET", number.id, fields=whole) == (400, 100, None)


def test_new_display_name(graph: Graph) -> None:
    """A requested name is shown until it takes effect."""
    number = graph.emulator.add_number(WABA, verified_name="Jasper's Market")
    fields = "new_display_name,verified_name"
    assert "new_display_name" not in graph.get(number.id, fields=fields)
    graph.post(number.id, new_display_name="Jasper's Shop")
    assert graph.get(number.id, fields=fields)["new_display_name"] == "Jasper's Shop"
    graph.emulator.approve_name(number.id)
    graph.post(f"{number.id}/register", messaging_product="whatsapp", pin="271828")
    assert graph.get(number.id, fields=fields) == {
        "verified_name": "Jasper's Shop",
        "id": number.id,
    }


def test_state_shows_at_once() -> None:
    """An attribute set on a number is what the next read answers, words nobody knows included."""
    graph = Graph(options={"strict": False})
    number = graph.emulator.add_number(WABA)
    number.quality_rating, number.throughput = "PURPLE", {"level": "HIGH"}
    number.name_status = None
    answer = graph.get(
        number.id, fields="quality_rating,quality_score{score},throughput,name_status"
    )
    assert answer == {
        "quality_rating": "PURPLE",
        "quality_score": {"score": "PURPLE"},
        "throughput": {"level": "HIGH"},
        "id": number.id,
    }
