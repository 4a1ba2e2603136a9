"""Tells of calls: writes the lines of the log from events, and gives them to who listens."""

import json
import logging
from collections.abc import Mapping
from typing import Any, TypeVar

from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import masked
from wabakit._session import Session
from wabakit._wire import Call, Reply
from wabakit.errors import GraphError, OutcomeUnknownError
from wabakit.events import (
    Answered,
    CallEnded,
    CallEvent,
    Event,
    Failed,
    OnboardingStepTaken,
    Repeated,
    Settled,
    Waited,
    Warned,
)

_root = logging.getLogger("wabakit")
_http = logging.getLogger("wabakit.http")
_retry = logging.getLogger("wabakit.retry")
_onboarding = logging.getLogger("wabakit.onboarding")

E = TypeVar("E", bound=CallEvent)

_ABOUT = "%(method)s %(edge)s"
_LINES: Mapping[type[Event], tuple[logging.Logger, int, str]] = {
    Answered: (
        _http,
        logging.INFO,
        f"{_ABOUT} %(status)s in %(ms)s ms, attempt %(attempt)s, trace %(trace_id)s",
    ),
    Failed: (
        _http,
        logging.INFO,
        f"{_ABOUT} got no answer, attempt %(attempt)s, sent: %(sent)s",
    ),
    Repeated: (
        _retry,
        logging.INFO,
        f"{_ABOUT} is repeated in %(seconds)s s, attempt %(attempt)s failed",
    ),
    Waited: (_retry, logging.INFO, f"{_ABOUT} is held for %(seconds)s s: its account is throttled"),
    Settled: (_retry, logging.INFO, f"{_ABOUT} was looked for: %(outcome)s"),
    OnboardingStepTaken: (
        _onboarding,
        logging.INFO,
        "onboarding of %(object_id)s: %(operation)s %(outcome)s",
    ),
    Warned: (_root, logging.WARNING, "%(text)s"),
}
"""What is logged of an event: where, at which level, and the line."""


def tell(session: Session, call: Call[Any], kind: type[CallEvent], **said: Any) -> None:
    """Tell something of a call, where anybody hears it."""
    if _is_heard(session, kind):
        _give(session, _event(session, call, kind, **said))


def tell_reply(
    session: Session, call: Call[Any], reply: Reply, failure: Exception | None, **said: Any
) -> None:
    """Tell of an answer; the masked bodies are logged at DEBUG."""
    if not _is_heard(session, Answered):
        return
    said |= _refusal(failure)
    said["trace_id"] = said["trace_id"] or reply.headers.get("x-fb-request-id")
    event = _event(session, call, Answered, status=reply.status, usage=reply.usage, **said)
    _give(session, event)
    if _http.isEnabledFor(logging.DEBUG):
        sent = masked(json.dumps(call.body, default=str), reply.secrets, SECRET_MEMBERS)
        _http.debug("sent %s, answered %s", sent, reply.shown.text, extra=event.to_dict())


def tell_end(
    session: Session, call: Call[Any], failure: BaseException | None, seconds: float
) -> None:
    """Tell what became of a call."""
    outcome, error = "done", None
    if failure is not None:
        is_raised = isinstance(failure, Exception)
        error = type(failure).__name__ if is_raised else "interrupted"
        is_open = isinstance(failure, OutcomeUnknownError) or not (is_raised or call.is_read)
        known = failure.outcome if isinstance(failure, GraphError) else "not_done"
        outcome = "unknown" if is_open else known
    said = {"outcome": outcome, "error": error, "ms": round(seconds * 1000), **_refusal(failure)}
    tell(session, call, CallEnded, **said)


def tell_step(
    session: Session, number_id: str, waba_id: str | None, call: str, outcome: str
) -> None:
    """Tell of a step that an onboarding took."""
    now = session.now()
    account = waba_id or session.memory.account_of(number_id, now)
    _give(
        session,
        OnboardingStepTaken(
            operation=call, object_id=number_id, waba_id=account, at=now, outcome=outcome
        ),
    )


def _give(session: Session, event: Event) -> None:
    """Log an event, and give it to who listens, whose faults must not change what became of calls.

    Of each kind of fault one is logged, by its name: its text may be about anything.
    """
    logger, level, line = _LINES.get(type(event), (_root, logging.NOTSET, ""))
    if line and logger.isEnabledFor(level):
        fields = event.to_dict()
        logger.log(level, line, fields, extra=fields)
    if session.options.on_event is not None:
        try:
            session.options.on_event(event)
        except Exception as fault:
            name = type(fault).__name__
            if session.memory.first_time(f"on_event raised {name}"):
                _root.warning("on_event raised %s; calls go on, and it is not logged again", name)


def _is_heard(session: Session, kind: type[CallEvent]) -> bool:
    return session.options.on_event is not None or (
        kind in _LINES and _LINES[kind][0].isEnabledFor(_LINES[kind][1])
    )


def _event(session: Session, call: Call[Any], kind: type[E], **said: Any) -> E:
    now = session.now()
    return kind(
        operation=call.operation,
        object_id=call.object_id,
        waba_id=session.memory.account_of(call.object_id, now),
        at=now,
        call=call.number,
        method=call.method,
        edge=call.path,
        **said,
    )


def _refusal(failure: BaseException | None) -> dict[str, Any]:
    refusal = failure if isinstance(failure, GraphError) else None
    return {name: getattr(refusal, name, None) for name in ("code", "subcode", "trace_id")}
