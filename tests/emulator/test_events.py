"""What Meta reports of a change, subscribers are told: values as its webhook pages have them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph
from tests.emulator.told import DIGITS, quality, told
from wabakit.emulator import PhoneNumber

CALLING = {"status": "ENABLED", "call_hours": {"status": "DISABLED", "timezone_id": "1"}}


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
    graph: Graph,
    told_number: PhoneNumber,
    change: dict[str, Any],
    field: str,
    value: dict[str, Any],
) -> None:
    """One change of a number is one event, with the digits of the number and nothing else."""
    graph.emulator.change_number(told_number.id, **change)
    assert told(graph) == [(field, value)]


@pytest.mark.parametrize("status", ["APPROVED", "REJECTED"])
def test_the_badge(graph: Graph, told_number: PhoneNumber, status: str) -> None:
    """A decision on the badge is an alert that names the number by its id."""
    graph.emulator.change_number(told_number.id, oba_status=status)
    assert told(graph) == [("account_alerts", alert(told_number, f"OBA_{status}"))]


def test_a_number_that_comes_on(graph: Graph, told_number: PhoneNumber) -> None:
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
    assert told_number.status == "CONNECTED"


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
    graph: Graph, told_number: PhoneNumber, act: Callable[[Graph, str], None], value: dict[str, Any]
) -> None:
    """A decision is told once: not when it is asked for, nor when an approved name takes effect."""
    act(graph, told_number.id)
    graph.register(told_number.id)
    names = [told for told in told(graph) if told[0] == "phone_number_name_update"]
    assert names == [("phone_number_name_update", value)]


def test_settings_of_calls(graph: Graph, told_number: PhoneNumber) -> None:
    """Calling settings are told in their own envelope; other settings are not."""
    graph.post(
        f"{told_number.id}/settings", user_identity_change={"enable_identity_key_check": True}
    )
    graph.post(f"{told_number.id}/settings", calling=CALLING)
    calling = {"status": "ENABLED", "call_hours": {"status": "DISABLED"}}
    value = {
        "messaging_product": "whatsapp",
        "timestamp": str(int(graph.clock().timestamp())),
        "type": "phone_number_settings",
        "phone_number_settings": {"phone_number_id": told_number.id, "calling": calling},
    }
    assert told(graph) == [("account_settings_update", value)]


def test_a_number_on_the_app(graph: Graph, told_number: PhoneNumber) -> None:
    """A number in use with the WhatsApp Business app leaves and comes back."""
    graph.emulator.change_number(told_number.id, is_on_biz_app=True)
    graph.emulator.change_number(told_number.id, status="DISCONNECTED")
    graph.emulator.change_number(told_number.id, status="CONNECTED")
    assert told(graph) == [
        ("account_update", {"event": "ACCOUNT_OFFBOARDED"}),
        ("account_update", {"event": "ACCOUNT_RECONNECTED"}),
    ]


def test_what_is_not_told(graph: Graph, told_number: PhoneNumber) -> None:
    """A rating, a code, a seed and what is as it was are no events."""
    emulator = graph.emulator
    emulator.change_number(told_number.id, quality_rating="RED", pin="314159", certificate="x")
    emulator.add_number(WABA, pin="314159", name_status="DECLINED")
    graph.create()
    told_number.verified_name = "Other"
    told_number.verified_name = "Jasper's Market"
    assert told(graph) == []
