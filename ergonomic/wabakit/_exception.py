"""What every exception can do: be kept as JSON by logs and task queues, be pickled and copied."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Self, cast

import attrs
from attrs.converters import optional

from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import MASK, Secret, mask
from wabakit._times import exact_time
from wabakit._typevars import T

_SHOWN = (
    "content-type date facebook-api-version retry-after www-authenticate x-ad-api-version-warning"
    " x-app-usage x-business-use-case-usage x-fb-debug x-fb-request-id x-fb-rev x-fb-trace-id"
).split()
_LONGEST_NUMBER = 64
"""Bits; Python itself writes no number of many thousand digits."""


@attrs.frozen
class Response:
    """What came back, safe to log: no token, no cookie, no object of the HTTP library."""

    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """The headers that help support, names in lower case."""
    text: str
    """The body as text, secrets masked, at most 10,000 characters."""


@attrs.frozen(eq=False, repr=False)
class Head:
    """What is kept of a good answer beside what it says."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case, secrets masked."""

    @property
    def shown(self) -> Response:
        """The record of the answer, without its text."""
        shown = {n: mask(self.headers[n], SECRET_MEMBERS) for n in _SHOWN if n in self.headers}
        return Response(self.status, shown, "")


class Answered:
    """What was read of an answer, and knows its head; copies and pickles have none."""

    __slots__ = ("head",)
    head: Head

    @property
    def response(self) -> Response | None:
        """The answer that it came in, for Meta's support: status and headers, without its text.

        None for what stands inside of something else, was copied or unpickled.
        """
        return self.head.shown if hasattr(self, "head") else None


def to_moment(value: datetime | str) -> datetime:
    """Return a time, also from its plain form."""
    return value if isinstance(value, datetime) else exact_time(value)


def to_span(value: timedelta | float) -> timedelta:
    """Return a span of time in whole seconds, rounded up, also from its plain form."""
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    return timedelta(seconds=ceil(seconds))


class Kept:
    """What can be kept as JSON, and made again of it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's types: spans in seconds, times as ISO 8601 text."""
        return attrs.asdict(cast(Any, self), value_serializer=plain_value)

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Self:
        """Make it again from what `to_dict` returned.

        Raises:
            InvalidInputError: it is not that.
        """
        return made_again(cls, kept, lambda: cls(**kept))


@attrs.frozen
class Usage(Kept):
    """Use of one quota within its rolling hour, in percent; a call is throttled at 100.

    Source: Graph API, Rate Limits.
    """

    waba_id: str | None
    """The account that the quota belongs to; None for the quota of the whole app."""
    type: str
    """Kind of quota, such as `whatsapp_business_management`; `app` for that of the app."""
    call_count: float
    total_cputime: float
    total_time: float
    regain_access: timedelta | None = attrs.field(converter=optional(to_span))
    """How long until calls are allowed again, by Meta's estimate; None when not throttled."""
    seen_at: datetime
    """When the answer that said so came in."""

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Self:
        """Make it again from what `to_dict` returned, or raise `InvalidInputError`."""
        return made_again(cls, kept, lambda: cls(**dict(kept, seen_at=to_moment(kept["seen_at"]))))

    @property
    def percent(self) -> float:
        """The highest of the three figures."""
        return max(self.call_count, self.total_cputime, self.total_time)


def shown_argument(value: object) -> str | float | None:
    """Return what may be shown of an argument: of other than text and numbers the type's name."""
    if isinstance(value, Secret):
        return MASK
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return type(value).__name__
    return value if isinstance(value, str | int | float | None) else type(value).__name__


class WabakitError(Exception):
    """Base of everything that wabakit raises."""

    def _arguments(self) -> tuple[Any, ...]:
        return tuple(self._members().values()) or super().args

    def _set_arguments(self, values: tuple[Any, ...]) -> None:
        BaseException.__init__(self, *values)

    args: tuple[Any, ...] = cast(Any, property(_arguments, _set_arguments))
    """What makes this exception again, in JSON's types: task queues keep it so."""

    def to_dict(self) -> dict[str, Any]:
        """Return class, text and everything else that the exception says, as JSON's types."""
        return {"error": type(self).__name__, "text": str(self), **self._members()}

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Self:
        """Make an exception again from what its `to_dict` returned, in the class that it names.

        Raises:
            InvalidInputError: it is not that, or of a class that is no subclass of this one.
        """
        return made_again(cls, kept, lambda: cls._again(**kept))

    @classmethod
    def _again(cls, error: str, text: str, **members: Any) -> Self:
        (kind,) = [kind for kind in _kinds(cls) if kind.__name__ == error][:1]
        made = kind(**members) if members else kind(text)
        str(made)  # which fails here, if ever, and not where it is logged
        return made

    def _members(self) -> dict[str, Any]:
        error: Any = self
        return attrs.asdict(error, value_serializer=plain_value) if attrs.has(type(self)) else {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # With what it holds, so that whatever was set afterwards survives pickle and copy.
        return (type(self), self.args, self.__dict__)


@attrs.define(slots=False, eq=False, repr=False)
class InvalidInputError(WabakitError, ValueError):
    """An argument was refused before anything was sent."""

    field: str
    """Name of the argument."""
    value: object = attrs.field(converter=shown_argument)
    """What was given, `***` for a secret; for other than text and numbers the name of the type."""
    rule: str
    """What is accepted."""

    def __str__(self) -> str:
        return f"{self.field}={self.value!r} was refused, nothing was sent: {self.rule}"


@attrs.define(slots=False, eq=False, repr=False)
class OfCall:
    """What an exception about a call says of the call."""

    operation: str
    """operationId of the call in the contract."""
    object_id: str
    """Id of the account, number or app that the call was about; empty where it was about none."""
    method: str
    """The method that was called, such as `set_pin`."""


def subject(method: str, object_id: str) -> str:
    """Say what was called: `set_pin of 106853218861309`."""
    return f"{method} of {object_id}" if object_id else method


def _kinds(base: type[T]) -> Iterator[type[T]]:
    yield base
    for kind in base.__subclasses__():
        yield from _kinds(kind)


def made_again(kind: type, kept: object, make: Callable[[], T]) -> T:
    """Make a value of a class again from what was kept of it.

    Raises:
        InvalidInputError: that is not what was kept of one.
    """
    try:
        return make()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        rule = f"what {kind.__name__}.to_dict() returned: {error}"
        raise InvalidInputError("kept", kept, rule) from None


def plain_value(_: object, __: object, value: Any) -> Any:
    """Return a value as JSON's types: spans in seconds, times as ISO 8601 text."""
    if to_dict := getattr(value, "to_dict", None):
        return to_dict()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return value.isoformat()
    return list(cast(Iterable[Any], value)) if isinstance(value, tuple) else value


def to_response(value: Response | Mapping[str, Any]) -> Response:
    """Return the record of an answer from its plain form."""
    return value if isinstance(value, Response) else Response(**value)


def to_usages(values: Iterable[Usage | Mapping[str, Any]]) -> tuple[Usage, ...]:
    """Return uses of quotas from their plain form."""
    return tuple(value if isinstance(value, Usage) else Usage.from_dict(value) for value in values)
