"""Every exception a user of wabakit can meet.

WabakitError
├─ FieldNotRequestedError (AttributeError)   read what was not asked for
├─ ViewError (TypeError)                     a view the API cannot fill
├─ InvalidInputError (ValueError)            refused before anything was sent
├─ ConnectionFailedError (ConnectionError)   never got an answer
│  └─ TimedOutError (TimeoutError)
├─ OutcomeUnknownError                       a write that may or may not have taken effect
├─ UnexpectedAnswerError                     an answer the contract does not allow
│  └─ MissingFieldError                      a required view field was left out
└─ GraphError                                Meta said no
   ├─ AuthenticationError   PermissionDeniedError   NotFoundError
   ├─ InvalidRequestError → AlreadyExistsError
   ├─ RateLimitError → RegistrationLimitError
   ├─ VerificationError     RegistrationError       PolicyError
   └─ UnavailableError
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

import attrs

from wabakit._usage import Usage

Sent = Literal["no", "maybe"]
Outcome = Literal["not_done", "unknown"]


@attrs.frozen
class Response:
    """What came back, safe to log: no token, no cookie, no object of the HTTP library."""

    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """The headers that help support, names in lower case."""
    text: str
    """The body as text, secrets masked, at most 10,000 characters."""


class VersionWarning(UserWarning):
    """The Graph API version asked for expires, or another one answered."""


class WabakitError(Exception):
    """Base of everything that wabakit raises."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Rebuilt without __init__, so that keyword arguments survive pickle and copy.
        return (_rebuild, (type(self), self.args), self.__dict__)


def _rebuild(kind: type[WabakitError], args: tuple[object, ...]) -> WabakitError:
    error = kind.__new__(kind)
    error.args = args
    return error


class FieldNotRequestedError(WabakitError, AttributeError):
    """A field was read that the call had not asked for."""


class ViewError(WabakitError, TypeError):
    """The fields or the view class asked for cannot be filled by the API. Nothing was sent."""


def _plain(value: object) -> object:
    """Keep what a log can show and a pickle can hold; of anything else, the name of its type."""
    return value if isinstance(value, str | int | float | None) else type(value).__name__


@attrs.define(slots=False, eq=False, repr=False)
class InvalidInputError(WabakitError, ValueError):
    """An argument was refused before anything was sent."""

    field: str
    """Name of the argument."""
    value: object = attrs.field(converter=_plain)
    """What was given, `***` for a secret; for other than text and numbers the name of the type."""
    rule: str
    """What is accepted."""

    def __str__(self) -> str:
        return f"{self.field}={self.value!r} was refused, nothing was sent: {self.rule}"


@attrs.define(slots=False, eq=False, repr=False)
class ConnectionFailedError(WabakitError, ConnectionError):
    """No answer came back. `__cause__` is the transport's own error."""

    message: str
    sent: Sent
    """`"no"`: the request never left, repeating is safe. `"maybe"`: it may have reached Meta."""
    operation: str
    """operationId of the call."""

    def __str__(self) -> str:
        return self.message


class TimedOutError(ConnectionFailedError, TimeoutError):
    """No answer came back in time."""


@attrs.define(slots=False, eq=False, repr=False)
class OutcomeUnknownError(WabakitError):
    """A write may or may not have taken effect, and reading could not settle it.

    `__cause__` is what went wrong.
    """

    operation: str
    """operationId of the call."""
    sent: str
    """What was sent, without secrets."""
    read: str | None
    """What was read afterwards to settle it, or None when nothing could be read."""
    check: str
    """What to look at before doing it again."""

    def __str__(self) -> str:
        seen = f"Read afterwards: {self.read}. " if self.read else ""
        return f"{self.sent}; whether it took effect is unknown. {seen}{self.check}"


@attrs.define(slots=False, eq=False, repr=False)
class UnexpectedAnswerError(WabakitError):
    """The answer is not one that the contract allows."""

    message: str
    operation: str
    """operationId of the call."""
    response: Response
    """What came back."""

    def __str__(self) -> str:
        return self.message


class MissingFieldError(UnexpectedAnswerError):
    """A view field without a default was left out of the answer."""


@attrs.define(slots=False, eq=False, repr=False, kw_only=True)
class GraphError(WabakitError):
    """Meta answered with an error.

    `code`, then `subcode`, decide what happened; the HTTP status is information only.
    """

    code: int | None = None
    """Graph error code; None when the answer carried no readable one."""
    subcode: int | None = None
    """Graph error subcode."""
    name: str
    """Stable name from the catalogue (`openapi/errors.yaml`), such as `two-step-pin-mismatch`."""
    type: str | None = None
    """Meta's error type; not to be branched on."""
    message: str
    """Meta's message for developers."""
    details: str | None = None
    """What `error_data` says."""
    user_title: str | None = None
    """Title in the language of the token's user."""
    user_message: str | None = None
    """Text in the language of the token's user."""
    trace_id: str | None = None
    """`fbtrace_id`: quote it to Meta's support."""
    transient: bool | None = None
    """Meta's own hint; often missing, sometimes wrong."""
    status: int | None = None
    """HTTP status; None when nothing was sent."""
    advice: str
    """What to do next."""
    retry_after: timedelta | None = None
    """How long to wait before trying again, where that is known."""
    repeatable: bool = False
    """Whether the same call may succeed later without anything being changed."""
    outcome: Outcome = "not_done"
    """Whether the call is known to have had no effect."""
    usage: tuple[Usage, ...] = ()
    """Quota use reported with the answer."""
    operation: str
    """operationId of the call."""
    response: Response | None = None
    """What came back; None when nothing was sent."""

    def __str__(self) -> str:
        numbers = "/".join(str(n) for n in (self.code, self.subcode) if n is not None)
        said = [f"{self.operation} failed: {self.name}{f' ({numbers})' if numbers else ''}"]
        said += [text.rstrip(". ") for text in (self.message, self.details, self.advice) if text]
        if self.retry_after is not None:
            said.append(f"Try again in {self.retry_after}")
        if self.trace_id:
            said.append(f"Trace id {self.trace_id}")
        return ". ".join(said) + "."

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({str(self)!r})"


class AuthenticationError(GraphError):
    """The token is missing, malformed, expired or revoked."""


class PermissionDeniedError(GraphError):
    """The token, or the app behind it, may not do this."""


class NotFoundError(GraphError):
    """The object does not exist or may not be seen by this token; Graph does not say which."""


class InvalidRequestError(GraphError):
    """A parameter is wrong, or the object is not in a state that allows the call."""


@attrs.define(slots=False, eq=False, repr=False)
class AlreadyExistsError(InvalidRequestError):
    """What was to be created exists already."""

    number_id: str | None = None
    """Id under which the account lists the number; None where it does not, or cannot be read."""


class RateLimitError(GraphError):
    """Too many calls. Calls made while throttled lengthen the block."""


class RegistrationLimitError(RateLimitError):
    """The 10 register and deregister calls that a number has in 72 hours are used up."""


class VerificationError(GraphError):
    """A verification code could not be sent or was not accepted."""


class RegistrationError(GraphError):
    """The PIN or the state of the number does not allow registering."""


class PolicyError(GraphError):
    """The account is restricted or locked."""


class UnavailableError(GraphError):
    """A fault on Meta's side that may pass."""
