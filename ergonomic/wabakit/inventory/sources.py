"""What can be recorded."""

from collections.abc import AsyncIterable, Collection, Iterable, Mapping
from typing import Any, Protocol

from wabakit._made.nodes import PhoneNumber
from wabakit._node import Field
from wabakit.errors import InvalidInputError, WabakitError

FIELDS: tuple[Field[Any], ...] = (
    *PhoneNumber.default_fields,
    PhoneNumber.new_display_name,
    PhoneNumber.new_name_status,
    PhoneNumber.messaging_limit_tier,
    PhoneNumber.is_pin_enabled,
    PhoneNumber.is_on_biz_app,
    PhoneNumber.last_onboarded_time,
)
"""What a fleet is asked for where the caller does not say."""


class _Ended(Protocol):
    @property
    def failures(self) -> Mapping[str, WabakitError]: ...
    @property
    def completed(self) -> Collection[str]: ...


class Fleet(_Ended, Protocol):
    """What can be recorded: accounts that are walked, as `client.fleet(...)` gives them."""

    def numbers(self, *, fields: Iterable[Field[Any]]) -> Iterable[tuple[str, object]]:
        """Yield account id and number, each number once."""
        ...


class AsyncFleet(_Ended, Protocol):
    """The same with `async for`."""

    def numbers(self, *, fields: Iterable[Field[Any]]) -> AsyncIterable[tuple[str, object]]:
        """Yield account id and number, each number once."""
        ...


def is_fleet(source: object) -> bool:
    """Tell whether what is recorded walks accounts by itself."""
    return hasattr(source, "numbers")


def rows_of_source(source: Any, fields: Iterable[Field[Any]], kind: type) -> Any:
    """Return the pairs of account id and number that are recorded, of one face.

    Raises:
        InvalidInputError: they are of the other face, or there are none.
    """
    rows = source.numbers(fields=fields) if is_fleet(source) else source
    if not isinstance(rows, kind):
        rule = "for record() what is read by `for`, for record_async() what is by `async for`"
        raise InvalidInputError("fleet_or_rows", source, f"a fleet, or pairs: {rule}")
    return rows
