"""Filtering and sorting, done by Graph."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always, page
from wabakit import (
    AccountMode,
    Field,
    Filter,
    MessagingLimitTier,
    PhoneNumber,
    PhoneNumberSort,
    Throughput,
)
from wabakit.emulator import Account, Emulator

SHOWN: list[Field[Any]] = [PhoneNumber.account_mode, PhoneNumber.messaging_limit_tier]
SANDBOX = {"field": "account_mode", "operator": "EQUAL", "value": "SANDBOX"}
OFFICIAL = {"field": "is_official_business_account", "operator": "EQUAL", "value": True}
LIMIT = {"field": "messaging_limit_tier", "operator": "EQUAL", "value": "TIER_10K"}


@pytest.mark.parametrize(
    ("condition", "sent"),
    [
        (PhoneNumber.account_mode.equals("SANDBOX"), SANDBOX),
        (PhoneNumber.account_mode.equals(AccountMode.SANDBOX), SANDBOX),
        (PhoneNumber.messaging_limit_tier.equals(MessagingLimitTier.TIER_10K), LIMIT),
        (PhoneNumber.is_official_business_account.equals(True), OFFICIAL),
        (
            PhoneNumber.is_official_business_account.equals(False),
            {**OFFICIAL, "value": False},
        ),
    ],
)
def test_filter(answering: Answering, condition: Filter, sent: dict[str, Any]) -> None:
    """A filter is sent as JSON text with field, operator and value."""
    server = answering(always(page("1")))
    list(server.account.numbers(where=[condition]))
    assert json.loads(server.last.url.params["filtering"]) == [sent]


def test_several_filters(answering: Answering) -> None:
    """Several filters are sent in one list."""
    server = answering(always(page("1")))
    where = [
        PhoneNumber.account_mode.equals("SANDBOX"),
        PhoneNumber.messaging_limit_tier.equals("TIER_10K"),
    ]
    list(server.account.numbers(where=where))
    assert json.loads(server.last.url.params["filtering"]) == [SANDBOX, LIMIT]


def test_no_filter_no_sort(answering: Answering) -> None:
    """Without filter and sort neither is sent."""
    server = answering(always(page("1")))
    list(server.account.numbers())
    assert set(server.last.url.params) == {"fields", "limit"}


def test_only_three_fields_filter() -> None:
    """Exactly the three fields that Graph filters by have `equals`."""
    assert {name for name, field in PhoneNumber.fields.items() if hasattr(field, "equals")} == {
        "account_mode",
        "messaging_limit_tier",
        "is_official_business_account",
    }


def test_other_fields_do_not_filter() -> None:
    """A field that Graph does not filter by says which it filters by."""
    status: Any = PhoneNumber.status
    level: Any = Throughput.level
    with pytest.raises(AttributeError) as caught:
        status.equals("CONNECTED")
    for name in ("status", "account_mode", "messaging_limit_tier", "is_official_business_account"):
        assert f"PhoneNumber.{name}" in str(caught.value)
    with pytest.raises(AttributeError, match=r"Throughput\.level, by none"):
        level.equals("HIGH")
    with pytest.raises(AttributeError, match="has no attribute 'eqals'"):
        _ = status.eqals


def test_filtered_list(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """Only the numbers that fulfil every filter are listed, across pages."""
    for mode, tier in (("SANDBOX", "TIER_1K"), ("LIVE", "TIER_1K"), ("SANDBOX", "TIER_10K")) * 2:
        emulator.add_number(waba.id, account_mode=mode, messaging_limit_tier=tier)
    where = [
        PhoneNumber.account_mode.equals(AccountMode.SANDBOX),
        PhoneNumber.messaging_limit_tier.equals("TIER_10K"),
    ]
    found = list(account.numbers(where=where, page_size=1, fields=SHOWN))
    assert len(found) == 2
    assert {number.account_mode for number in found} == {AccountMode.SANDBOX}
    assert {number.messaging_limit_tier for number in found} == {MessagingLimitTier.TIER_10K}


def test_sorted_list(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """Numbers come in the order asked for, given as text or by the enum."""
    for day in (2, 3, 1):
        moment = datetime(2026, 1, day, tzinfo=UTC)
        emulator.add_number(waba.id, last_onboarded_time=moment, creation_time=moment)
    fields = [PhoneNumber.last_onboarded_time]

    def days(sort: Any) -> list[int]:
        numbers = account.numbers(fields=fields, sort=sort, page_size=2)
        return [moment.day for n in numbers if (moment := n.last_onboarded_time)]

    assert days("last_onboarded_time.asc") == [1, 2, 3]
    assert days("last_onboarded_time.desc") == [3, 2, 1]
    assert days(PhoneNumberSort.CREATION_TIME_ASCENDING) == [1, 2, 3]
    assert days("creation_time.desc") == [3, 2, 1]


@pytest.mark.parametrize("by", ["creation_time", "last_onboarded_time"])
@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (".asc", "_ascending"),
        (".desc", "_descending"),
        ("_ascending", "_ascending"),
        ("_descending", "_descending"),
        (".DESC", "_descending"),
    ],
)
def test_sort_is_sent_in_graph_s_words(
    answering: Answering, by: str, written: str, sent: str
) -> None:
    """The reference's dotted words are taken, and what the service takes is sent, in one call."""
    server = answering(always(page("1")))
    sort: Any = f"{by}{written}"
    list(server.account.numbers(sort=sort))
    assert [request.url.params["sort"] for request in server.requests] == [f"{by}{sent}"]


@pytest.mark.parametrize(
    "arguments",
    [
        {"sort": "verified_name.asc"},
        {"sort": "last_onboarded"},
        {"sort": 1},
        {"where": ["account_mode"]},
        {"where": [{"field": "account_mode"}]},
        {"where": [PhoneNumber.account_mode]},
        {"where": "account_mode"},
        {"where": {"account_mode": "LIVE"}},
        {"where": PhoneNumber.account_mode.equals("LIVE")},
        {"where": 5},
    ],
)
def test_refused(account: wabakit.Account, emulator: Emulator, arguments: Any) -> None:
    """A sort or filter that Graph does not have is refused before anything is sent."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        account.numbers(**arguments)
    assert caught.value.field == next(iter(arguments))
    assert "where" not in arguments or "[PhoneNumber.account_mode.equals(" in str(caught.value)
    assert emulator.requests == []
