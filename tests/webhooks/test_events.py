"""What a webhook tells becomes typed events."""

from datetime import UTC, datetime
from typing import Any

import pytest

import wabakit
from tests.webhooks.deliveries import (
    CHANGES,
    DIGITS,
    PORTFOLIO,
    SAMPLES,
    TIME,
    WABA,
    delivery,
    event,
    wire,
)
from wabakit import (
    AccountUpdateEvent,
    MessagingLimitTier,
    NameRejectionReason,
    ReviewDecision,
    SettingStatus,
    WebhookField,
    webhooks,
)
from wabakit._made.events import EVENTS


def test_a_name_decision() -> None:
    """A decision on a display name says which number, which name, what, why and when."""
    told = {
        "display_phone_number": DIGITS,
        "decision": "REJECTED",
        "requested_verified_name": "Shop",
        "rejection_reason": "NAME_FORMAT_UNACCEPTABLE",
    }
    found = event("phone_number_name_update", told)
    assert type(found) is webhooks.PhoneNumberNameUpdate
    assert found.field is WebhookField.PHONE_NUMBER_NAME_UPDATE
    assert (found.account_id, found.business_id, found.digits) == (WABA, None, DIGITS)
    assert found.time == datetime.fromtimestamp(TIME, UTC)
    assert found.decision is ReviewDecision.REJECTED
    assert found.rejection_reason is NameRejectionReason.NAME_FORMAT_UNACCEPTABLE
    assert found.requested_verified_name == "Shop"
    assert (str(found.decision), f"{found.field}") == ("REJECTED", "phone_number_name_update")
    assert found.raw == delivery("phone_number_name_update", told)["entry"][0]
    assert found.value == told


def test_null_is_left_out() -> None:
    """The reason is null where nothing was rejected."""
    told = {"decision": "APPROVED", "display_phone_number": DIGITS, "rejection_reason": None}
    assert event("phone_number_name_update", told).rejection_reason is None


@pytest.mark.parametrize(("field", "value", "found"), CHANGES)
def test_every_sample(field: str, value: dict[str, Any], found: Any) -> None:
    """Every member that the contract shows is an attribute under Meta's name, and in `repr`."""
    assert type(found) is EVENTS[field]
    members = {**value, **value.get("alert_info", {})}
    members.pop("alert_info", None)
    for name, told in members.items():
        read = getattr(found, name)
        assert read is not None
        assert f"{name}={read!r}" in repr(found)
        if isinstance(told, str) and not isinstance(read, datetime):
            assert str(read) == told
    assert {name for name in type(found).fields if getattr(found, name) is not None} == set(members)


def test_several_entries_and_changes() -> None:
    """A delivery may tell of several accounts, and several things of each; the order is kept."""
    found = webhooks.parse(wire(SAMPLES["phone_number_name_update-several"]))
    assert [(e.account_id, type(e).__name__) for e in found] == [
        (WABA, "PhoneNumberNameUpdate"),
        (WABA, "PhoneNumberQualityUpdate"),
        ("220033445566779", "PhoneNumberNameUpdate"),
    ]
    assert [len(e.raw["changes"]) for e in found] == [1, 1, 1]


@pytest.mark.parametrize("word", ["PARTNER_ADDED", "PARTNER_REMOVED", "AD_ACCOUNT_LINKED"])
def test_the_account_of_a_partner_event(word: str) -> None:
    """Of partners, Meta names the portfolio where the account's id stands otherwise."""
    info = {"waba_id": WABA, "owner_business_id": "440055667788990"}
    found = event("account_update", {"event": word, "waba_info": info}, id=PORTFOLIO)
    assert (found.account_id, found.business_id) == (WABA, PORTFOLIO)
    assert found.waba_info.owner_business_id == "440055667788990"
    same = event("account_update", {"event": word, "waba_info": info})
    assert (same.account_id, same.business_id) == (WABA, None)


def test_account_restriction() -> None:
    """A restriction says what is forbidden, until when, and what to do."""
    restriction = {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": TIME}
    told = {"event": "ACCOUNT_RESTRICTION", "restriction_info": [restriction]}
    found = event("account_update", told)
    assert found.event is AccountUpdateEvent.ACCOUNT_RESTRICTION
    (one,) = found.restriction_info
    assert one.restriction_type == "RESTRICTED_BIZ_INITIATED_MESSAGING"
    assert one.expiration == datetime.fromtimestamp(TIME, UTC)
    assert one.remediation is None
    assert found.violation_info is None


@pytest.mark.parametrize("state", ["DISABLE", ["DISABLE"]])
def test_ban_state_of_old_pages(state: object) -> None:
    """How an account is disabled is a word, and stands in a list on old pages."""
    told = {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": state}}
    assert event("account_update", told).ban_info.waba_ban_state == "DISABLE"


ALERT = {
    "alert_severity": "WARNING",
    "alert_status": "ACTIVE",
    "alert_type": "OBA_REJECTED",
    "alert_description": "No.",
}


@pytest.mark.parametrize("told", [{"alert_info": ALERT}, ALERT], ids=["documented", "test button"])
@pytest.mark.parametrize("id", ["106853218861309", 106853218861309], ids=["text", "number"])
def test_alerts(told: dict[str, Any], id: object) -> None:
    """The members of an alert are those of the event, as documented and from the test button."""
    found = event("account_alerts", {"entity_type": "PHONE_NUMBER", "entity_id": id, **told})
    assert found.entity_id == "106853218861309"
    assert {name: str(getattr(found, name)) for name in ALERT} == ALERT


def test_limits_under_all_names() -> None:
    """The limit is read under its new name, then under the old one."""
    both = {"max_daily_conversations_per_business": "TIER_2K", "current_limit": "TIER_250"}
    old = {"current_limit": "TIER_250"}
    found = [event("phone_number_quality_update", told) for told in (both, old, {})]
    assert [e.messaging_limit for e in found] == [
        MessagingLimitTier.TIER_2K,
        MessagingLimitTier.TIER_250,
        None,
    ]


@pytest.mark.parametrize("limit", [2000, -1, "TIER_2K"])
def test_capabilities(limit: object) -> None:
    """A limit is a number or a word, and both kinds of limits may come at once."""
    told = {"max_daily_conversations_per_business": limit, "max_daily_conversation_per_phone": 250}
    found = event("business_capability_update", told)
    assert found.max_daily_conversations_per_business == limit
    assert found.max_daily_conversation_per_phone == 250


@pytest.mark.parametrize("word", ["PIN_REQUEST_SUCCESS", "PIN_RESET_SUCCESS"])
def test_two_words_for_one_thing(word: str) -> None:
    """That two-step verification is off has two words, of which the newer is given."""
    assert event("security", {"event": word}).event is wabakit.SecurityEvent.PIN_REQUEST_SUCCESS


@pytest.mark.parametrize("field", ["business_username_update", "business_username_updates"])
def test_usernames_in_the_plural(field: str) -> None:
    """The field of usernames has two names, and is one thing."""
    found = event(field, {"display_phone_number": DIGITS, "status": "deleted"})
    assert type(found) is webhooks.BusinessUsernameUpdate
    assert found.field is WebhookField.BUSINESS_USERNAME_UPDATE
    assert (found.username, found.status) == (None, "deleted")
    assert found.raw["changes"][0]["field"] == field


def test_settings() -> None:
    """The settings of calls are those that `number.settings()` reads."""
    calling = {
        "status": "ENABLED",
        "call_icon_visibility": "DEFAULT",
        "sip": {"status": "DISABLED"},
    }
    told = {
        "messaging_product": "whatsapp",
        "timestamp": str(TIME),
        "type": "[phone_number_settings]",
        "phone_number_settings": {"phone_number_id": "106853218861309", "calling": calling},
    }
    found = event("account_settings_update", told, time=None)
    assert (found.time, found.timestamp) == (None, datetime.fromtimestamp(TIME, UTC))
    assert found.type == "phone_number_settings"
    assert type(found.phone_number_settings.calling) is wabakit.CallingSettings
    assert found.phone_number_settings.calling.status is SettingStatus.ENABLED


def test_test_button() -> None:
    """What the dashboard sends for a try has the account 0 and a number of nobody."""
    found = event(
        "account_update", {"event": "VERIFIED_ACCOUNT", "phone_number": "16505551111"}, id="0"
    )
    assert (found.account_id, found.digits) == ("0", "16505551111")
    assert found.event is AccountUpdateEvent.VERIFIED_ACCOUNT
