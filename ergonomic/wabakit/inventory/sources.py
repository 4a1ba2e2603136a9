"""What can be recorded: a fleet, or pairs of an account's id and a number."""

from collections.abc import AsyncGenerator, Collection, Generator, Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

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


class Walked(Protocol):
    """What a fleet says of its latest walk."""

    @property
    def failures(self) -> Mapping[str, WabakitError]:
        """By account id, why it ended early."""
        ...

    @property
    def completed(self) -> Collection[str]:
        """The ids of the accounts that were walked to their end."""
        ...

    @property
    def elsewhere(self) -> Mapping[str, Collection[str]]:
        """By number id, the other accounts that list it."""
        ...


@runtime_checkable
class Fleet(Walked, Protocol):
    """What can be recorded: accounts that are walked, as `client.fleet(...)` gives them."""

    def numbers(self, *, fields: Iterable[Field[Any]]) -> Generator[tuple[str, object], Any, Any]:
        """Yield account id and number, each number once."""
        ...


@runtime_checkable
class AsyncFleet(Walked, Protocol):
    """The same with `async for`."""

    def numbers(self, *, fields: Iterable[Field[Any]]) -> AsyncGenerator[tuple[str, object], Any]:
        """Yield account id and number, each number once."""
        ...


def walked_by(source: object) -> Walked | None:
    """Return a fleet, which knows what became of its walk, and None for anything else."""
    return source if isinstance(source, Fleet) else None


def rows_of_source(source: Any, fields: Iterable[Field[Any]], kind: type) -> Any:
    """Return the pairs of account id and number that are recorded, of one face.

    Raises:
        InvalidInputError: they are of the other face, or there are none.
    """
    rows = source.numbers(fields=fields) if isinstance(source, Fleet) else source
    if not isinstance(rows, kind):
        rule = "for record() what is read by `for`, for record_async() what is by `async for`"
        raise InvalidInputError("fleet_or_rows", source, f"a fleet, or pairs: {rule}")
    return rows
