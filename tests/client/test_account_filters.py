"""Conditions for lists of accounts: typed, written as Graph has them, refused on other lists."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from wabakit import PhoneNumber, WhatsAppBusinessAccount

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def filters(server: Any) -> Any:
    return json.loads(server.last.url.params["filtering"])


def test_filters(answering: Answering) -> None:
    """Accounts are filtered by time, ownership and country, with the operators that each has."""
    of, server = WhatsAppBusinessAccount, answering(always({"data": []}))
    zone = timezone(timedelta(hours=1))
    for made, operator, value in (
        (of.creation_time.greater_than(BEGIN), "GREATER_THAN", "1767225600"),
        (of.creation_time.less_than(BEGIN.astimezone(zone)), "LESS_THAN", "1767225600"),
        (
            of.creation_time.in_range(BEGIN, BEGIN + timedelta(days=31)),
            "IN_RANGE",
            ["1767225600", "1769904000"],
        ),
        (of.ownership_type.equals("CLIENT_OWNED"), "EQUAL", "CLIENT_OWNED"),
        (of.ownership_type.is_in([wabakit.AccountOwnershipType.SELF]), "IN", ["SELF"]),
        (of.country.is_in(["BR", "MX"]), "IN", ["BR", "MX"]),
    ):
        assert list(server.business.accounts(where=[made])) == []
        assert filters(server) == [{"field": made.field, "operator": operator, "value": value}]


def test_filters_of_another_list(answering: Answering) -> None:
    """A condition that the list does not take is refused by name, with nothing sent."""
    server = answering(always({"data": []}))
    country = WhatsAppBusinessAccount.country.equals("BR")
    mode = PhoneNumber.account_mode.equals("LIVE")
    for where, call in (
        ("country", lambda: server.business.accounts("client", where=[country])),
        ("account_mode", lambda: server.business.accounts(where=[mode])),
        ("country", lambda: server.account.numbers(where=[country])),
    ):
        with pytest.raises(wabakit.InvalidInputError, match="can be filtered by") as caught:
            call()
        assert (caught.value.field, caught.value.value) == ("where", where)
    assert server.requests == []


@pytest.mark.parametrize("wrong", [datetime(2026, 1, 1), 1767225600, "2026-01-01", None])
def test_times_to_filter_by(wrong: Any) -> None:
    """A time without a zone, or none at all, is no time to filter by."""
    with pytest.raises(wabakit.InvalidInputError, match="time zone"):
        WhatsAppBusinessAccount.creation_time.greater_than(wrong)


def test_a_time_is_no_single_value() -> None:
    """A time has no `equals`; which fields have is said, and not that it cannot be filtered by."""
    made: Any = WhatsAppBusinessAccount.creation_time
    with pytest.raises(AttributeError, match=r"by one value of .*creation_time, only by .*country"):
        made.equals(BEGIN)


@pytest.mark.parametrize("wrong", [[], "BR", None, {"BR": 1}])
def test_values_to_filter_by(wrong: Any) -> None:
    """Several values to compare to are a list of one or more."""
    with pytest.raises(wabakit.InvalidInputError):
        WhatsAppBusinessAccount.country.is_in(wrong)
