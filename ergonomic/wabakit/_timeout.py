"""How long a call may take."""

from typing import Any, cast

import attrs

from wabakit.errors import InvalidInputError

_LONGEST = 1_000_000_000
"""Seconds; sockets overflow beyond some 9 times as many."""


def _check_seconds(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    check_seconds(attribute.name, value)


def check_seconds(name: str, value: object) -> None:
    """Refuse what is no span of time.

    Raises:
        InvalidInputError: `value` is no number above 0, or more than a socket takes.
    """
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and 0 < cast(float, value) <= _LONGEST):
        raise InvalidInputError(name, value, f"a number of seconds above 0, at most {_LONGEST:,}")


@attrs.frozen(kw_only=True)
class Timeout:
    """How long a call may take, in seconds.

    Raises:
        InvalidInputError: a span is no number above 0.
    """

    connect: float = attrs.field(default=30.0, validator=_check_seconds)
    """Longest wait for a connection."""
    read: float = attrs.field(default=30.0, validator=_check_seconds)
    """Longest wait for each piece that is sent or received."""
    total: float | None = attrs.field(
        default=None, validator=attrs.validators.optional(_check_seconds)
    )
    """Longest time that one call of a method may take, with its repeats and the waits between them;
    walking a list, each page may take as long. None sets no limit.

    With an `http_client` of yours it is looked at between the pieces of an answer, so that one
    `read` may be added to it.
    """


def to_timeout(value: float | Timeout) -> Timeout:
    """Return a plain number of seconds as what it means: the limit of each step.

    Raises:
        InvalidInputError: it is neither a number above 0 nor a Timeout.
    """
    if isinstance(value, Timeout):
        return value
    check_seconds("timeout", value)
    return Timeout(connect=value, read=value)
