"""What is said beside the answer: events, the log that is written from them, warnings.

Never a secret.
"""

from __future__ import annotations

import inspect
import json
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import datetime
from logging import DEBUG, INFO, WARNING, Logger, getLogger
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs

from wabakit._made.versions import NOTICE, VERSION_EXPIRY
from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import masked
from wabakit._typevars import T, V
from wabakit._wire import Call, Reply
from wabakit.errors import GraphError, OutcomeUnknownError, VersionWarning

if TYPE_CHECKING:
    from wabakit._session import Session
    from wabakit.events import Event, Listener

_root = getLogger("wabakit")
_http = getLogger("wabakit.http")
_retry = getLogger("wabakit.retry")
_way = getLogger("wabakit.onboarding")

_hearing: ContextVar[tuple[Listener, ...]] = ContextVar("hearing", default=())
"""Who is being told of something."""

S = TypeVar("S")

Kind = Literal[
    "Answered", "CallEnded", "CallStarted", "Failed", "Repeated", "Settled", "Waited", "Warned"
]
"""The class of an event of a call; the classes are loaded where somebody hears of one."""
Notice = tuple[str, str]
"""What it is about, and its text."""

_NOT_THE_USERS = {"wabakit", "asyncio"}

_ABOUT = "%(method)s %(edge)s"
_LINES: Mapping[str, tuple[Logger, int, str]] = {
    "Answered": (
        _http,
        INFO,
        f"{_ABOUT} %(status)s in %(ms)s ms, attempt %(attempt)s, trace %(trace_id)s",
    ),
    "Failed": (_http, INFO, f"{_ABOUT} got no answer, attempt %(attempt)s, sent: %(sent)s"),
    "Repeated": (
        _retry,
        INFO,
        f"{_ABOUT} is repeated in %(seconds)s s, attempt %(attempt)s failed",
    ),
    "Waited": (_retry, INFO, f"{_ABOUT} is held for %(seconds)s s: its account is throttled"),
    "Settled": (_retry, INFO, f"{_ABOUT} was looked for: %(outcome)s"),
    "OnboardingStepTaken": (_way, INFO, "onboarding of %(object_id)s: %(operation)s %(outcome)s"),
    "Warned": (_root, WARNING, "%(text)s"),
}
"""What is logged of an event: where, at which level, and the line."""


def tell(session: Session, call: Call[Any], kind: Kind, **said: Any) -> None:
    """Tell something of a call, where anybody hears it."""
    if _is_heard(session, kind):
        _give(session, _event(session, call, kind, **said))


def tell_reply(
    session: Session, call: Call[Any], reply: Reply, failure: Exception | None, **said: Any
) -> None:
    """Tell of an answer; the masked bodies are logged at DEBUG."""
    if not _is_heard(session, "Answered"):
        return
    said |= _refusal(failure)
    said["trace_id"] = said["trace_id"] or reply.headers.get("x-fb-request-id")
    event = _event(session, call, "Answered", status=reply.status, usage=reply.usage, **said)
    _give(session, event)
    if _http.isEnabledFor(DEBUG):
        sent = masked(json.dumps(call.body, default=str), reply.secrets, SECRET_MEMBERS)
        _http.debug("sent %s, answered %s", sent, reply.shown.text, extra=_fields(event))


def tell_repeat(
    session: Session, call: Call[Any], failure: Exception, attempt: int, seconds: float
) -> None:
    """Tell that a call is sent again after a wait."""
    said = {"attempt": attempt, "seconds": round(seconds, 3)}
    tell(session, call, "Repeated", code=_refusal(failure)["code"], **said)


def told(
    session: Session, call: Call[T], flow: Callable[[Session, Call[T]], Generator[S, Any, V]]
) -> Generator[S, Any, V]:
    """Run the flow of a call, and tell when the call begins and how it ends."""
    call, began = attrs.evolve(call), session.ticks()  # which may be made once more
    try:
        tell(session, call, "CallStarted")
        answer = yield from flow(session, call)
    except BaseException as error:
        _tell_end(session, call, error, began)
        raise
    _tell_end(session, call, None, began)
    return answer


def tell_step(
    session: Session, number_id: str, waba_id: str | None, call: str, outcome: str
) -> None:
    """Tell of a step that an onboarding took."""
    from wabakit.events import OnboardingStepTaken

    now = session.now()
    account = waba_id or session.memory.account_of(number_id, now)
    about: dict[str, Any] = {"operation": call, "object_id": number_id, "waba_id": account}
    _give(session, OnboardingStepTaken(**about, at=now, outcome=outcome))


def _tell_end(
    session: Session, call: Call[Any], failure: BaseException | None, began: float
) -> None:
    outcome, error = "done", None
    if failure is not None:
        is_raised = isinstance(failure, Exception)
        error = type(failure).__name__ if is_raised else "interrupted"
        is_open = isinstance(failure, OutcomeUnknownError) or not (is_raised or call.is_read)
        known = failure.outcome if isinstance(failure, GraphError) else "not_done"
        outcome = "unknown" if is_open else known
    ms = round((session.ticks() - began) * 1000)
    said = {"outcome": outcome, "error": error, "ms": ms, **_refusal(failure)}
    tell(session, call, "CallEnded", **said)


def _give(session: Session, event: Event) -> None:
    """Log an event, and give it to who listens, whose faults must not change what became of calls.

    Of each kind of fault one is logged, by its name: its text may be about anything. Of the calls
    that a listener makes itself it is not told, as it would never come to an end.
    """
    kind = type(event).__name__
    if _is_logged(kind):
        (logger, level, line), fields = _LINES[kind], _fields(event)
        logger.log(level, line, fields, extra=fields)
    listener, hearing = session.options.on_event, _hearing.get()
    if listener is None or any(one is listener for one in hearing):
        return
    before = _hearing.set((*hearing, listener))
    try:
        listener(event)
    except Exception as fault:
        name = type(fault).__name__
        if session.memory.first_time(f"on_event raised {name}"):
            _root.warning("on_event raised %s; calls go on, and it is not logged again", name)
    finally:
        _hearing.reset(before)


def _fields(event: Event) -> dict[str, Any]:
    """Return what a log record has of an event: all but quotas, which would be most of it."""
    return {name: value for name, value in event.to_dict().items() if name != "usage"}


def _is_heard(session: Session, kind: Kind) -> bool:
    return session.options.on_event is not None or _is_logged(kind)


def _is_logged(kind: str) -> bool:
    return kind in _LINES and _LINES[kind][0].isEnabledFor(_LINES[kind][1])


def _event(session: Session, call: Call[Any], kind: Kind, **said: Any) -> Event:
    from wabakit import events  # most programs hear of nothing, and such classes take long to make

    now, made = session.now(), getattr(events, kind)
    event: Event = made(
        operation=call.operation,
        object_id=call.object_id,
        waba_id=session.memory.account_of(call.object_id, now),
        at=now,
        call=call.number,
        method=call.method,
        edge=call.path,
        **said,
    )
    return event


def _refusal(failure: BaseException | None) -> dict[str, Any]:
    refusal = failure if isinstance(failure, GraphError) else None
    return {name: getattr(refusal, name, None) for name in ("code", "subcode", "trace_id")}


def of_versions(version: str, headers: Mapping[str, str], now: datetime) -> Iterator[Notice]:
    """Say that a version expires soon or has expired, that another one answered, or is to do so."""
    expiry = VERSION_EXPIRY.get(version)
    if expiry and expiry <= now.date() + NOTICE:
        yield "expiry", f"Graph API {version} expires on {expiry}: move to a later one"
    answered = headers.get("facebook-api-version")
    if answered and answered != version:
        yield "answered", f"Graph API {version} was asked for, and {answered[:20]} answered"
    if announced := headers.get("x-ad-api-version-warning"):
        yield "announced", announced[:300]


def warn(session: Session, call: Call[Any], notices: Iterable[Notice], aloud: bool) -> None:
    """Tell what comes up for the first time; aloud, raise it as a Python warning too.

    A program may turn Python warnings into errors, which must not hide the outcome of a write.
    """
    first_time = session.memory.first_time
    for matter, text in notices:
        if first_time(f"{matter} logged"):
            tell(session, call, "Warned", text=text)
        if aloud and first_time(f"{matter} warned"):
            warnings.warn(text, VersionWarning, stacklevel=1 + _levels_below_user())


def _levels_below_user() -> int:
    """Count the frames, from the caller's on, that stand between here and the user's line.

    A task that runs a call of ours by itself has no frame of the user's: what is then found is the
    line that runs the event loop.
    """
    frame, levels = inspect.currentframe(), -1  # this one is not counted
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in _NOT_THE_USERS:
        frame, levels = frame.f_back, levels + 1
    return levels
