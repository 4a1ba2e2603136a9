"""Which numbers a list shows, in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeAlias

from .errors import invalid_parameter
from .parameters import choice, flag, items, record, text
from .phone_number import PhoneNumber
from .world import Account

Condition: TypeAlias = tuple[str, str | bool]

_NEVER = datetime.min.replace(tzinfo=UTC)
_ORDERS = ("creation_time", "last_onboarded_time")
_FILTERS: Mapping[str, Callable[[Any, str], str | bool]] = {
    "account_mode": text(),
    "messaging_limit_tier": text(),
    "is_official_business_account": flag,
}
_MOST_KEPT = 32


class Listing:
    """The numbers of an account, filtered and sorted once, found again by id."""

    def __init__(self, numbers: list[PhoneNumber]) -> None:
        self.numbers = numbers

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each number stands, by its id."""
        return {number.id: at for at, number in enumerate(self.numbers)}


def listing(account: Account, filtering: str | None, sort: str | None) -> Listing:
    """List the numbers that fulfil every condition, in the order asked for.

    Kept until a number comes or one of the values it depends on changes, so that a page costs the
    same anywhere in the list.
    """
    conditions, (by, ascending) = read_filtering(filtering), read_sort(sort)
    key = (conditions, by, ascending)
    if key not in account.listings:
        if len(account.listings) >= _MOST_KEPT:
            account.listings.clear()
        found = [
            number
            for number in account.numbers
            if all(getattr(number, field) == value for field, value in conditions)
        ]
        found.sort(key=lambda number: getattr(number, by) or _NEVER)
        account.listings[key] = Listing(found if ascending else found[::-1])
    return account.listings[key]


def read_filtering(filtering: str | None) -> tuple[Condition, ...]:
    """Read the JSON array of conditions.

    Three fields can be filtered, and EQUAL is the one operator documented for numbers (documented).
    Anything else is 400, code 100 (Meta's v23.0 reference); a value no number has matches none
    (assumed).
    """
    if not filtering:
        return ()
    condition = record(
        "field",
        "operator",
        "value",
        field=choice(*_FILTERS),
        operator=choice("EQUAL"),
        value=lambda value, _: value,
    )
    return tuple(
        (found["field"], _FILTERS[found["field"]](found["value"], "filtering.value"))
        for found in items(condition, most=len(_FILTERS) * 4)(filtering, "filtering")
    )


def read_sort(sort: str | None) -> tuple[str, bool]:
    """Read the order: the field, and whether it ascends.

    Both of Meta's spellings are taken: `last_onboarded_time.asc` of the v23.0 reference and
    `['last_onboarded_time_ascending']` of the guide (documented). Without one the last onboarded
    comes first (documented); numbers never onboarded count as the oldest, and the later created
    wins a tie (assumed).
    """
    if not sort:
        return "last_onboarded_time", False
    match = re.fullmatch(
        rf"(?P<list>\[\s*[\"'])?(?P<by>{'|'.join(_ORDERS)})"
        r"(\.(?P<short>asc|desc)|_(?P<long>ascending|descending))(?(list)[\"']\s*\])",
        sort.strip(),
    )
    if not match:
        raise invalid_parameter(
            "sort", "must be creation_time or last_onboarded_time, .asc or .desc"
        )
    return match["by"], (match["short"] or match["long"]).startswith("asc")
