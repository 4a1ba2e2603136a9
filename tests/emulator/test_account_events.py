"""What Meta reports of an account, subscribers are told: values as its webhook pages have them."""

import json
from typing import Any

import pytest

from tests.emulator.graph import WABA, Graph
from tests.emulator.told import DESCRIBED, fits_the_contract, quality, told
from wabakit.emulator import PhoneNumber

RESTRICTION = {
    "restriction_type": "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
    "expiration": 1796000000,
}
SHARED = {"waba_id": WABA, "owner_business_id": "", "solution_partner_business_ids": ["77"]}


def test_a_limit(graph: Graph, told_number: PhoneNumber) -> None:
    """A higher limit is told of the number, and what the account may do of the account."""
    graph.emulator.change_number(
        told_number.id, whatsapp_business_manager_messaging_limit="TIER_10K"
    )
    capability = {"max_daily_conversations_per_business": 10_000, "max_phone_numbers_per_waba": 20}
    assert told(graph) == [
        ("phone_number_quality_update", quality("UPGRADE", "TIER_10K", old_limit="TIER_2K")),
        ("business_capability_update", capability),
    ]
    graph.emulator.change_number(
        told_number.id, whatsapp_business_manager_messaging_limit="TIER_250"
    )
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
    graph: Graph,
    told_number: PhoneNumber,
    attribute: str,
    now: Any,
    field: str,
    value: dict[str, Any],
) -> None:
    """What happens to an account is told under the account's id."""
    setattr(told_number.account, attribute, now)
    assert told(graph) == [(field, value)]


def test_partners(graph: Graph, told_number: PhoneNumber) -> None:
    """Events of partners have the partner's id in the envelope, the account in waba_info."""
    emulator = graph.emulator
    partner = emulator.partners.add_business("77")
    emulator.partners.share_account(WABA, partner.id)
    emulator.partners.unshare_account(WABA, partner.id)
    shared = {**SHARED, "owner_business_id": told_number.account.owner_business.id}
    bodies = [json.loads(hook.body) for hook in emulator.webhooks]
    entries = [body["entry"][0] for body in bodies]
    for body in bodies:
        fits_the_contract(body)
    assert [entry["id"] for entry in entries] == ["77", "77"]
    assert [entry["changes"][0]["value"] for entry in entries] == [
        {"event": "PARTNER_ADDED", "waba_info": shared},
        {"event": "PARTNER_REMOVED", "waba_info": shared},
    ]


def test_what_no_state_stands_for(graph: Graph, told_number: PhoneNumber) -> None:
    """Any event is sent by hand, to the subscribers of the account that it is about."""
    violation = {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SCAM"}}
    graph.emulator.webhooks.send(WABA, "account_update", violation)
    assert told(graph) == [("account_update", violation)]
    with pytest.raises(KeyError):
        graph.emulator.webhooks.send("999", "account_update", violation)
    assert told_number.status == "CONNECTED"


SAMPLES = [
    (change["field"], change["value"])
    for described in DESCRIBED["webhooks"].values()
    for sample in described["post"]["requestBody"]["content"]["application/json"][
        "examples"
    ].values()
    for entry in sample["value"]["entry"]
    for change in entry["changes"]
]


def test_every_sample_of_the_contract(graph: Graph, told_number: PhoneNumber) -> None:
    """Whatever the contract has a sample of is sent by hand as it stands there."""
    for field, value in SAMPLES:
        graph.emulator.webhooks.send(WABA, field, value)
    bodies = [json.loads(hook.body) for hook in graph.emulator.webhooks]
    sent = [change for body in bodies for change in body["entry"][0]["changes"]]
    assert [(change["field"], change["value"]) for change in sent] == SAMPLES
    assert {field for field, _ in SAMPLES} == set(DESCRIBED["webhooks"])
    assert told_number.account.id == WABA
