"""What Meta reports of a change, subscribers are told: values as its webhook pages have them."""

import json
from collections.abc import Callable
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from tests.emulator.graph import WABA, Graph
from wabakit.emulator import PhoneNumber
from wabakit.emulator.contract import contract

DESCRIBED = contract()

RESTRICTION = {
    "restriction_type": "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
    "expiration": 1796000000,
}
CALLING = {"status": "ENABLED", "call_hours": {"status": "DISABLED", "timezone_id": "1"}}
DIGITS = {"display_phone_number": "12025550142"}
SHARED = {"waba_id": WABA, "owner_business_id": "", "solution_partner_business_ids": ["77"]}


def fits_the_contract(body: dict[str, Any]) -> None:
    """Hold a body against the schema of webhooks, and each value against that of its field."""
    checked = [({"$ref": "#/components/schemas/Webhook"}, body)] + [
        (DESCRIBED["webhooks"][change["field"]]["post"]["x-webhook-value"], change["value"])
        for entry in body["entry"]
        for change in entry["changes"]
    ]
    for schema, value in checked:
        validator: Any = Draft202012Validator({**schema, "components": DESCRIBED["components"]})
        assert [error.message for error in validator.iter_errors(without_nulls(value))] == []


def without_nulls(value: Any) -> Any:
    """Leave out members that are null, as the contract's text lets `rejection_reason` be."""
    if isinstance(value, list):
        return [without_nulls(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value).items()
        return {name: without_nulls(member) for name, member in members if member is not None}
    return value


def quality(event: str, now: str, **old: str) -> dict[str, Any]:
    """Build the value of a phone_number_quality_update."""
    limits = {"current_limit": now, "max_daily_conversations_per_business": now}
    return {**DIGITS, "event": event, **old, **limits}


def name(decision: str, verified_name: str, reason: str | None = None) -> dict[str, Any]:
    """Build the value of a phone_number_name_update."""
    asked = {"requested_verified_name": verified_name, "rejection_reason": reason}
    return {**DIGITS, "decision": decision, **asked}


def alert(number: PhoneNumber, kind: str) -> dict[str, Any]:
    """Build the value of an account_alerts."""
    info = {
        "alert_severity": "INFORMATIONAL",
        "alert_status": "NONE",
        "alert_type": kind,
        "alert_description": "Decided.",
    }
    return {"entity_type": "PHONE_NUMBER", "entity_id": number.id, "alert_info": info}


@pytest.fixture
def number(graph: Graph) -> PhoneNumber:
    """A number whose account an app is subscribed to, in every field; nothing is told yet."""
    graph.emulator.webhooks.subscribe(WABA)
    return graph.emulator.add_number(
        WABA,
        phone_number="2025550142",
        messaging_limit_tier="TIER_2K",
        oba_status_message="Decided.",
        pin="314159",
    )


def told(graph: Graph) -> list[tuple[str, dict[str, Any]]]:
    """Field and value of everything that was sent; the account stands in each envelope."""
    bodies = [json.loads(hook.body) for hook in graph.emulator.webhooks]
    for body in bodies:
        fits_the_contract(body)
    entries = [entry for body in bodies for entry in body["entry"]]
    assert {body["object"] for body in bodies} <= {"whatsapp_business_account"}
    assert all(entry["id"] == WABA for entry in entries)
    assert all(entry["time"] == int(graph.clock().timestamp()) for entry in entries)
    return [(change["field"], change["value"]) for entry in entries for change in entry["changes"]]


CHANGES: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    (
        {"throughput": {"level": "HIGH"}},
        "phone_number_quality_update",
        quality("THROUGHPUT_UPGRADE", "TIER_2K"),
    ),
    ({"status": "FLAGGED"}, "phone_number_quality_update", quality("FLAGGED", "TIER_2K")),
    ({"pin": "271828"}, "security", {**DIGITS, "event": "PIN_CHANGED"}),
    ({"pin": None}, "security", {**DIGITS, "event": "PIN_REQUEST_SUCCESS"}),
    (
        {"username": "harbour.bakery", "username_status": "approved"},
        "business_username_update",
        {**DIGITS, "username": "harbour.bakery", "status": "approved"},
    ),
    (
        {"username_status": "deleted"},
        "business_username_update",
        {**DIGITS, "status": "deleted"},
    ),
    (
        {"new_display_name": "Fig", "new_name_status": "APPROVED"},
        "phone_number_name_update",
        name("APPROVED", "Fig"),
    ),
    ({"name_status": "DECLINED"}, "phone_number_name_update", name("REJECTED", "Jasper's Market")),
]


@pytest.mark.parametrize(("change", "field", "value"), CHANGES, ids=lambda case: str(case)[:30])
def test_a_change_of_a_number(
    graph: Graph, number: PhoneNumber, change: dict[str, Any], field: str, value: dict[str, Any]
) -> None:
    """One change of a number is one event, with the digits of the number and nothing else."""
    graph.emulator.change_number(number.id, **change)
    assert told(graph) == [(field, value)]


@pytest.mark.parametrize("status", ["APPROVED", "REJECTED"])
def test_the_badge(graph: Graph, number: PhoneNumber, status: str) -> None:
    """A decision on the badge is an alert that names the number by its id."""
    graph.emulator.change_number(number.id, oba_status=status)
    assert told(graph) == [("account_alerts", alert(number, f"OBA_{status}"))]


def test_a_limit(graph: Graph, number: PhoneNumber) -> None:
    """A higher limit is told of the number, and what the account may do of the account."""
    graph.emulator.change_number(number.id, whatsapp_business_manager_messaging_limit="TIER_10K")
    capability = {"max_daily_conversations_per_business": 10_000, "max_phone_numbers_per_waba": 20}
    assert told(graph) == [
        ("phone_number_quality_update", quality("UPGRADE", "TIER_10K", old_limit="TIER_2K")),
        ("business_capability_update", capability),
    ]
    graph.emulator.change_number(number.id, whatsapp_business_manager_messaging_limit="TIER_250")
    capability = {"max_daily_conversations_per_business": 250, "max_phone_numbers_per_business": 20}
    assert told(graph)[2:] == [
        ("phone_number_quality_update", quality("DOWNGRADE", "TIER_250", old_limit="TIER_10K")),
        ("business_capability_update", capability),
    ]


ACCOUNT: list[tuple[str, Any, str, dict[str, Any]]] = [
    ("account_review_status", "REJECTED", "account_review_update", {"decision": "REJECTED"}),
    (
        "waba_ban_state",
        "SCHEDULE_FOR_DISABLE",
        "account_update",
        {
            "event": "DISABLED_UPDATE",
            "ban_info": {
                "waba_ban_state": "SCHEDULE_FOR_DISABLE",
                "waba_ban_date": "March 1, 2026",
            },
        },
    ),
    (
        "restriction_info",
        [RESTRICTION],
        "account_update",
        {"event": "ACCOUNT_RESTRICTION", "restriction_info": [RESTRICTION]},
    ),
    ("status", "DELETED", "account_update", {"event": "ACCOUNT_DELETED"}),
    (
        "primary_business_location",
        "BR",
        "account_update",
        {"event": "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", "country": "BR"},
    ),
]


@pytest.mark.parametrize(("attribute", "now", "field", "value"), ACCOUNT, ids=lambda c: str(c)[:30])
def test_a_change_of_an_account(
    graph: Graph, number: PhoneNumber, attribute: str, now: Any, field: str, value: dict[str, Any]
) -> None:
    """What happens to an account is told under the account's id."""
    setattr(number.account, attribute, now)
    assert told(graph) == [(field, value)]


def test_partners(graph: Graph, number: PhoneNumber) -> None:
    """Events of partners have the partner's id in the envelope, the account in waba_info."""
    emulator = graph.emulator
    partner = emulator.partners.add_business("77")
    emulator.partners.share_account(WABA, partner.id)
    emulator.partners.unshare_account(WABA, partner.id)
    shared = {**SHARED, "owner_business_id": number.account.owner_business.id}
    bodies = [json.loads(hook.body) for hook in emulator.webhooks]
    entries = [body["entry"][0] for body in bodies]
    for body in bodies:
        fits_the_contract(body)
    assert [entry["id"] for entry in entries] == ["77", "77"]
    assert [entry["changes"][0]["value"] for entry in entries] == [
        {"event": "PARTNER_ADDED", "waba_info": shared},
        {"event": "PARTNER_REMOVED", "waba_info": shared},
    ]


def test_a_number_that_comes_on(graph: Graph, number: PhoneNumber) -> None:
    """A number is told of when it is registered, and by its PIN; a second time there is nothing."""
    new = graph.verified()
    graph.register(new)
    graph.register(new)
    digits = {"display_phone_number": "16315551000"}
    coming = quality("ONBOARDING", "TIER_250", old_limit="TIER_NOT_SET")
    assert told(graph) == [
        ("phone_number_quality_update", {**coming, **digits}),
        ("security", {**digits, "event": "PIN_CHANGED"}),
    ]
    assert number.status == "CONNECTED"


def approve(graph: Graph, number_id: str) -> None:
    """Approve a name that was asked for."""
    graph.post(number_id, new_display_name="Fig & Söhne")
    graph.emulator.approve_name(number_id)


def decline(graph: Graph, number_id: str) -> None:
    """Decline it for a reason."""
    graph.post(number_id, new_display_name="Fig & Söhne")
    graph.emulator.decline_name(number_id, "NAME_FORMAT_UNACCEPTABLE")


def decide_by_word(graph: Graph, number_id: str) -> None:
    """Ask for a name that decides itself."""
    graph.post(number_id, new_display_name="Fig emulator:approved")


@pytest.mark.parametrize(
    ("act", "value"),
    [
        (approve, name("APPROVED", "Fig & Söhne")),
        (decline, name("REJECTED", "Fig & Söhne", "NAME_FORMAT_UNACCEPTABLE")),
        (decide_by_word, name("APPROVED", "Fig emulator:approved")),
    ],
)
def test_a_name_is_decided(
    graph: Graph, number: PhoneNumber, act: Callable[[Graph, str], None], value: dict[str, Any]
) -> None:
    """A decision is told once: not when it is asked for, nor when an approved name takes effect."""
    act(graph, number.id)
    graph.register(number.id)
    names = [told for told in told(graph) if told[0] == "phone_number_name_update"]
    assert names == [("phone_number_name_update", value)]


def test_settings_of_calls(graph: Graph, number: PhoneNumber) -> None:
    """Calling settings are told in their own envelope; other settings are not."""
    graph.post(f"{number.id}/settings", user_identity_change={"enable_identity_key_check": True})
    graph.post(f"{number.id}/settings", calling=CALLING)
    calling = {"status": "ENABLED", "call_hours": {"status": "DISABLED"}}
    value = {
        "messaging_product": "whatsapp",
        "timestamp": str(int(graph.clock().timestamp())),
        "type": "phone_number_settings",
        "phone_number_settings": {"phone_number_id": number.id, "calling": calling},
    }
    assert told(graph) == [("account_settings_update", value)]


def test_a_number_on_the_app(graph: Graph, number: PhoneNumber) -> None:
    """A number in use with the WhatsApp Business app leaves and comes back."""
    graph.emulator.change_number(number.id, is_on_biz_app=True)
    graph.emulator.change_number(number.id, status="DISCONNECTED")
    graph.emulator.change_number(number.id, status="CONNECTED")
    assert told(graph) == [
        ("account_update", {"event": "ACCOUNT_OFFBOARDED"}),
        ("account_update", {"event": "ACCOUNT_RECONNECTED"}),
    ]


def test_what_no_state_stands_for(graph: Graph, number: PhoneNumber) -> None:
    """Any event is sent by hand, to the subscribers of the account that it is about."""
    violation = {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SCAM"}}
    graph.emulator.webhooks.send(WABA, "account_update", violation)
    assert told(graph) == [("account_update", violation)]
    with pytest.raises(KeyError):
        graph.emulator.webhooks.send("999", "account_update", violation)
    assert number.status == "CONNECTED"


SAMPLES = [
    (change["field"], change["value"])
    for described in DESCRIBED["webhooks"].values()
    for sample in described["post"]["requestBody"]["content"]["application/json"][
        "examples"
    ].values()
    for entry in sample["value"]["entry"]
    for change in entry["changes"]
]


def test_every_sample_of_the_contract(graph: Graph, number: PhoneNumber) -> None:
    """Whatever the contract has a sample of is sent by hand as it stands there."""
    for field, value in SAMPLES:
        graph.emulator.webhooks.send(WABA, field, value)
    bodies = [json.loads(hook.body) for hook in graph.emulator.webhooks]
    sent = [change for body in bodies for change in body["entry"][0]["changes"]]
    assert [(change["field"], change["value"]) for change in sent] == SAMPLES
    assert {field for field, _ in SAMPLES} == set(DESCRIBED["webhooks"])
    assert number.account.id == WABA


def test_what_is_not_told(graph: Graph, number: PhoneNumber) -> None:
    """A rating, a code, a seed and what is as it was are no events."""
    emulator = graph.emulator
    emulator.change_number(number.id, quality_rating="RED", pin="314159", certificate="x")
    emulator.add_number(WABA, pin="314159", name_status="DECLINED")
    graph.create()
    number.verified_name = "Other"
    number.verified_name = "Jasper's Market"
    assert told(graph) == []
