"""Which numbers a list shows, in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.parameters import items, record, text
from wabakit.emulator.world.nodes import Account, PhoneNumber

Condition: TypeAlias = tuple[str, str | bool]

_NEVER = datetime.min.replace(tzinfo=UTC)
_ORDERS, _DIRECTIONS = ("creation_time", "last_onboarded_time"), ("ascending", "descending")
_FILTERS: Mapping[str, type[str] | type[bool]] = {
    "account_mode": str,
    "messaging_limit_tier": str,
    "is_official_business_account": bool,
}
"""What can be filtered by, and the JSON type of its values."""
_MOST_CONDITIONS = 12


class Listed(Protocol):
    """What a list can hold."""

    @property
    def id(self) -> str:
        """Which one it is."""
        ...


Row = TypeVar("Row", bound=Listed)


class Listing(Generic[Row]):
    """Nodes in the order of a list, found again by id."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each node stands, by its id."""
        return {row.id: at for at, row in enumerate(self.rows)}


def listing(account: Account, filtering: str | None, sort: str | None) -> Listing[PhoneNumber]:
    """List the numbers that fulfil every condition, in the order asked for."""
    by, ascending = read_sort(sort, _ORDERS) or ("last_onboarded_time", False)
    return _listed(account, account.changes, read_filtering(filtering), by, ascending)


@lru_cache(maxsize=32)
def _listed(
    account: Account, _changes: int, conditions: tuple[Condition, ...], by: str, ascending: bool
) -> Listing[PhoneNumber]:
    """Keep a list until a number changes, so that a page costs the same anywhere in it."""
    found = [
        number
        for number in account.numbers
        if all(getattr(number, field) == value for field, value in conditions)
    ]
    found.sort(key=lambda number: getattr(number, by) or _NEVER)
    return Listing(found if ascending else found[::-1])


def read_filtering(filtering: str | None) -> tuple[Condition, ...]:
    """Read the conditions on numbers.

    Three fields can be filtered, and EQUAL is the one operator documented for numbers (documented).
    A value no number has matches none (assumed).
    """
    return tuple(_checked(**found) for found in conditions(filtering))


def conditions(filtering: str | None) -> list[dict[str, Any]]:
    """Read the JSON array of conditions; what is none is 400, code 100 (Meta's v23.0 reference)."""
    if not filtering:
        return []
    condition = record(
        "field",
        "operator",
        "value",
        field=text(),
        operator=text(),
        value=lambda value, _: value,
    )
    return items(condition, most=_MOST_CONDITIONS)(filtering, "filtering")


def _checked(field: str, operator: str, value: object) -> Condition:
    """Refuse what cannot be filtered by.

    A yes or no is a JSON boolean, and as text is refused in these words (recorded); so is every
    other field, operator and kind of value (assumed).
    """
    kind = _FILTERS.get(field)
    if kind is None or operator != "EQUAL" or not isinstance(value, kind):
        raise cannot_filter(field, operator)
    return field, value


def cannot_filter(field: str, operator: str) -> GraphError:
    """Refuse a condition in Graph's words."""
    how = f"with operation '{operator.lower()}' is not supported"
    return GraphError(100, f"Filtering field '{field}' {how}")


def read_sort(sort: str | None, orders: tuple[str, ...]) -> tuple[str, bool] | None:
    """Read the order: the field, and whether it ascends; None if none is asked for.

    One word is taken, bare or in a list of one with either kind of quotes, with `_ascending`,
    `_descending` or neither (recorded). Neither means ascending (assumed, as a refusal shows the
    word with `_ascending` behind it). The `.asc` and `.desc` of Meta's v23.0 reference are refused
    in these words (recorded). Without `sort` the last onboarded comes first (documented); numbers
    never onboarded count as the oldest, and the later created wins a tie (assumed).
    """
    if not sort:
        return None
    listed = re.fullmatch(r"""\[\s*(["'])(.*)\1\s*\]""", sort.strip())
    word = listed[2] if listed else sort.strip()
    by, _, direction = word.rpartition("_")
    if direction not in _DIRECTIONS:
        by, direction = word, "ascending"
    if by not in orders:
        raise GraphError(100, f"(#100) Cannot sort by {by}_{direction}")
    return by, direction == "ascending"
