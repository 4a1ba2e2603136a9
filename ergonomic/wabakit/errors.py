"""Every exception a user of wabakit can meet; what comes in by webhooks has its own in `webhooks`.

WabakitError
├─ FieldNotRequestedError (AttributeError)   read what was not asked for
├─ ViewError (TypeError)                     a view the API cannot fill
├─ InvalidInputError (ValueError)            refused before anything was sent
├─ ConnectionFailedError (ConnectionError)   never got an answer
│  └─ TimedOutError (TimeoutError)
├─ OutcomeUnknownError                       a write that may or may not have taken effect
├─ WaitTimeoutError (TimeoutError)           a number was not in time what was waited for
├─ UnexpectedAnswerError                     an answer the contract does not allow
│  └─ MissingFieldError                      a required view field was left out
└─ GraphError                                Meta said no
   ├─ AuthenticationError   PermissionDeniedError   NotFoundError
   ├─ InvalidRequestError → AlreadyExistsError
   ├─ RateLimitError → RegistrationLimitError
   ├─ VerificationError     RegistrationError       PolicyError
   └─ UnavailableError
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar, Literal

import attrs
from attrs.converters import optional

from wabakit import _exception
from wabakit._about import SITE
from wabakit._exception import OfCall, Usage, subject, to_response, to_span, to_usages

Sent = Literal["no", "maybe"]
Outcome = Literal["not_done", "unknown"]
Response = _exception.Response
WabakitError = _exception.WabakitError
InvalidInputError = _exception.InvalidInputError


class VersionWarning(UserWarning):
    """The Graph API version asked for expires, or another one answered."""


class FieldNotRequestedError(WabakitError, AttributeError):
    """A field was read that the call had not asked for."""


class ViewError(WabakitError, TypeError):
    """The fields or the view class asked for cannot be filled by the API. Nothing was sent."""


@attrs.define(slots=False, eq=False, repr=False)
class ConnectionFailedError(OfCall, WabakitError, ConnectionError):
    """No answer came back. `__cause__` is the transport's own error."""

    message: str
    sent: Sent
    """`"no"`: the request never left, repeating is safe. `"maybe"`: it may have reached Meta."""

    def __str__(self) -> str:
        return self.message


class TimedOutError(ConnectionFailedError, TimeoutError):
    """No answer came back in time."""


@attrs.define(slots=False, eq=False, repr=False)
class OutcomeUnknownError(OfCall, WabakitError):
    """A write may or may not have taken effect, and reading could not settle it.

    `__cause__` is what went wrong.
    """

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
class WaitTimeoutError(WabakitError, TimeoutError):
    """A number was not in time what was waited for. `__cause__`: why it could not be read last."""

    object_id: str
    """Id of the number."""
    seconds: float
    """How long was waited."""

    def __str__(self) -> str:
        return f"{self.object_id} did not become in {self.seconds:g} s what was waited for"


@attrs.define(slots=False, eq=False, repr=False)
class UnexpectedAnswerError(OfCall, WabakitError):
    """The answer is not one that the contract allows."""

    message: str
    response: Response = attrs.field(converter=to_response)
    """What came back."""

    def __str__(self) -> str:
        return self.message


class MissingFieldError(UnexpectedAnswerError):
    """A view field without a default was left out of the answer."""


@attrs.define(slots=False, eq=False, repr=False)
class GraphError(OfCall, WabakitError):
    """Meta answered with an error.

    `code`, then `subcode`, decide what happened; the HTTP status is information only.
    """

    help_base: ClassVar[str] = os.environ.get("WABAKIT_DOCS", SITE)
    """Where the documentation is: the variable `WABAKIT_DOCS`, read once, or set on the class."""
    name: str
    """Stable name from the catalogue (`openapi/errors.yaml`), such as `two-step-pin-mismatch`."""
    message: str
    """Meta's message for developers."""
    advice: str
    """What to do next."""
    code: int | None = None
    """Graph error code; None when the answer carried no readable one."""
    subcode: int | None = None
    """Graph error subcode."""
    type: str | None = None
    """Meta's error type; not to be branched on."""
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
    retry_after: timedelta | None = attrs.field(default=None, converter=optional(to_span))
    """How long to wait before trying again, in whole seconds, where that is known."""
    repeatable: bool = False
    """Whether the same call may succeed later without anything being changed."""
    outcome: Outcome = "not_done"
    """Whether the call is known to have had no effect."""
    usage: tuple[Usage, ...] = attrs.field(default=(), converter=to_usages)
    """Quota use reported with the answer."""
    response: Response | None = attrs.field(default=None, converter=optional(to_response))
    """What came back; None when nothing was sent."""

    @property
    def help_url(self) -> str:
        """Address of the page about the code: what it means, what to do, whether to repeat."""
        return self.page_of(self.code, self.subcode)

    @classmethod
    def page_of(cls, code: int | None, subcode: int | None = None) -> str:
        """Return the address of the page about a code, or about a subcode of it."""
        url = f"{cls.help_base.rstrip('/')}/errors/{code}/#{subcode}"
        return url.removesuffix("#None").removesuffix("None/")

    def __str__(self) -> str:
        numbers = "/".join(str(n) for n in (self.code, self.subcode) if n is not None)
        what = f"{self.name}{f' ({numbers})' if numbers else ''}"
        said = [f"{subject(self.method, self.object_id)} failed: {what}", *self._reasons()]
        if self.retry_after is not None:
            said.append(f"Try again in {self.retry_after}")
        if self.trace_id:
            said.append(f"Trace id {self.trace_id}")
        return ". ".join(said) + "."

    def _reasons(self) -> Iterator[str]:
        """Yield what Meta and the catalogue say; what another part of it says is left out."""
        parts = (self.message, self.details, self.user_title, self.user_message, self.advice)
        texts = [(part or "").removeprefix(f"(#{self.code}) ").strip(". ") for part in parts]
        told = [text.casefold() for text in texts]
        for at, text in enumerate(told):
            others = [*told[:at], *(other for other in told[at + 1 :] if other != text)]
            if any(text in other for other in others):
                texts[at] = ""
        message, details, title, words, advice = texts
        spoken = ": ".join(filter(None, (title, words)))
        meta = f'In Meta\'s words for the user: "{spoken}"' if spoken else ""
        yield from filter(None, (message, details, meta, advice))


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
    """The 10 register, or 10 deregister, calls that a number has in 72 hours are used up."""


class VerificationError(GraphError):
    """A verification code could not be sent or was not accepted."""


class RegistrationError(GraphError):
    """The PIN or the state of the number does not allow registering."""


class PolicyError(GraphError):
    """The account is restricted or locked."""


class UnavailableError(GraphError):
    """A fault on Meta's side that may pass."""
