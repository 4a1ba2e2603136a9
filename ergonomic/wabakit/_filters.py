"""Fields that Graph can filter a list by, and the conditions that they make."""

from collections.abc import Iterable
from datetime import UTC, datetime

from wabakit._bounds import walked
from wabakit._node import Field
from wabakit._typevars import T_co
from wabakit._wire import Filter
from wabakit.errors import InvalidInputError


class FilterableField(Field[T_co]):
    """A field that Graph can filter by."""

    def equals(self, value: str) -> Filter:
        """Keep only what has this value here, a member of its enum or its text."""
        return Filter(self.name, value)


class FilterableFlag(Field[bool]):
    """A yes or no that Graph can filter by."""

    def equals(self, value: bool) -> Filter:
        """Keep only what has this value here."""
        return Filter(self.name, value)


class FilterableWord(FilterableField[T_co]):
    """A field that Graph can filter by, for one value or for several."""

    def is_in(self, values: Iterable[str]) -> Filter:
        """Keep only what has one of these values here."""
        listed = walked(values)
        if not listed:
            raise InvalidInputError("values", values, "a list with a value or more to compare to")
        return Filter(self.name, tuple(listed), "IN")


class FilterableTime(Field[datetime]):
    """A time that Graph can filter by, to the second."""

    def greater_than(self, time: datetime) -> Filter:
        """Keep only what is later; a time without a zone is refused."""
        return Filter(self.name, _seconds(time), "GREATER_THAN")

    def less_than(self, time: datetime) -> Filter:
        """Keep only what is earlier; a time without a zone is refused."""
        return Filter(self.name, _seconds(time), "LESS_THAN")

    def in_range(self, begin: datetime, end: datetime) -> Filter:
        """Keep only what is between two times; one without a zone is refused."""
        return Filter(self.name, (_seconds(begin), _seconds(end)), "IN_RANGE")


def _seconds(time: object) -> str:
    if not isinstance(time, datetime) or time.tzinfo is None:
        raise InvalidInputError("time", time, "a datetime with a time zone, such as UTC")
    return str(int(time.astimezone(UTC).timestamp()))
