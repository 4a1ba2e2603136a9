"""What a client tells of its calls while it makes them, for logs, metrics and traces.

    def seen(event):
        if isinstance(event, events.CallEnded):
            print(event.operation, event.outcome, event.ms)

    client = wabakit.Client(token, on_event=seen)

Events are values, to be pickled or kept as JSON; none holds a secret, a query or a body. A call is
told from `CallStarted` to `CallEnded`, between which come its sends. The lines of the log are
written from the same events.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, TypeAlias

import attrs

from wabakit._exception import Usage, plain_value

Outcome = Literal["done", "not_done", "unknown"]
"""What became of a call; of one that only reads `not_done` says that there is no answer."""


@attrs.frozen(kw_only=True)
class Event:
    """What is told; every event has these."""

    operation: str
    """operationId in the contract."""
    object_id: str
    """Id of the account, number or app that it is about; empty where it is about none."""
    waba_id: str | None
    """The account that this belongs to, once the quotas of an answer have named it."""
    at: datetime
    """When it happened, by the client's clock."""

    def to_dict(self) -> dict[str, Any]:
        """Return the kind of event and what it says, as JSON's types."""
        return {"kind": type(self).__name__, **attrs.asdict(self, value_serializer=plain_value)}


@attrs.frozen(kw_only=True)
class CallEvent(Event):
    """What is told of a call."""

    call: int
    """Which call of this process it is: all that is told of one call has the same."""
    method: str
    """HTTP method."""
    edge: str
    """Path behind the version, without a query."""


@attrs.frozen(kw_only=True)
class CallStarted(CallEvent):
    """A call begins; nothing was sent."""


@attrs.frozen(kw_only=True)
class Answered(CallEvent):
    """Graph answered a send: it did what was asked, or refused."""

    attempt: int
    """Sends so far; counted anew with another token, and after a look at what was done."""
    status: int
    """HTTP status."""
    ms: int
    """Milliseconds from the send to the answer."""
    trace_id: str | None
    """Meta's id of the request, which its support asks for."""
    code: int | None
    """Graph's code where it refused."""
    subcode: int | None
    """Graph's subcode where it refused."""
    usage: tuple[Usage, ...]
    """What the answer says of quotas."""


@attrs.frozen(kw_only=True)
class Failed(CallEvent):
    """A send got no answer."""

    attempt: int
    """As of `Answered`."""
    ms: int
    """Milliseconds since the send."""
    sent: Literal["no", "maybe"]
    """Whether it may have arrived."""


@attrs.frozen(kw_only=True)
class Repeated(CallEvent):
    """A call is sent again, after a wait that begins now."""

    attempt: int
    """The send that failed."""
    seconds: float
    """The wait."""
    code: int | None
    """Graph's code where it refused."""


@attrs.frozen(kw_only=True)
class Waited(CallEvent):
    """A call is held before it is sent, as its account is throttled; the wait begins now."""

    seconds: float
    """The wait."""


@attrs.frozen(kw_only=True)
class Settled(CallEvent):
    """The state was looked at after a write whose outcome was open."""

    outcome: Outcome
    """What that showed; `unknown` where it does not tell, or could not be read."""


@attrs.frozen(kw_only=True)
class Warned(CallEvent):
    """An answer says that the Graph version ends, or is not the one that was asked for."""

    text: str
    """What is to be known; each such thing is told once."""


@attrs.frozen(kw_only=True)
class CallEnded(CallEvent):
    """A call is over, whatever came of it; every `CallStarted` has one."""

    outcome: Outcome
    """What is known of it, also where it was interrupted."""
    ms: int
    """Milliseconds since it began, waits and looks included."""
    error: str | None
    """Class of what the caller is raised; `interrupted` where the call was cancelled."""
    code: int | None
    """Graph's code where it refused, or would have."""
    subcode: int | None
    """Graph's subcode where it refused."""
    trace_id: str | None
    """Meta's id of the request that was refused."""


@attrs.frozen(kw_only=True)
class OnboardingStepTaken(Event):
    """An onboarding took a step for a number, or tried to; `operation` says which."""

    outcome: str
    """`done`, `unknown`, `not-sent`, or the name that the catalogue gives the refusal."""


Listener: TypeAlias = Callable[[Event], object]
"""What is told; it returns at once, and what it raises changes nothing."""
