"""Writes whose outcome is uncertain: read the state, and repeat only what did not take effect.

Source: what is safe after a timeout, per operation: the contract's `x-repeat`.
"""

from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar

import attrs
from wabakit_graph import models
from wabakit_graph.models import NameStatus, PhoneNumberStatus
from wabakit_graph.models import OfficialBusinessAccountStatus as BadgeStatus

from wabakit import _operations as graph
from wabakit._calls import digits_of
from wabakit._flow import OFF, UNREVIEWED, Flow, perform
from wabakit._graph import Call
from wabakit._pages import find_number
from wabakit._retry import Retry, is_uncertain
from wabakit._session import Session
from wabakit.errors import (
    AlreadyExistsError,
    ConnectionFailedError,
    GraphError,
    OutcomeUnknownError,
    UnexpectedAnswerError,
    WabakitError,
)

T = TypeVar("T")

Uncertain = ConnectionFailedError | GraphError | UnexpectedAnswerError


@attrs.frozen
class Finding(Generic[T]):
    """What reading the state told about a write."""

    took_effect: bool | None
    """None: the state does not tell."""
    seen: str | None
    """The state, in words; None when it could not be read."""
    answer: T | None = None
    """What the write would have answered."""
    ambiguous: bool = False
    """It may have taken effect before; sending it once more is harmless, and tells."""


Look = Callable[[Session], Flow[Finding[T]]]


class LookAt(Protocol[T]):
    """Finds out about a number."""

    def __call__(self, session: Session, *, number_id: str) -> Flow[Finding[T]]: ...


def write(session: Session, call: Call[T], look: Look[T] | None = None) -> Flow[T]:
    """Send a write; where its outcome is uncertain, find out with `look`.

    Raises:
        OutcomeUnknownError: it may have taken effect, and nothing tells.
        GraphError: Graph refused, or failed on its side; `outcome` says what is known.
    """
    try:
        return (yield from perform(session, call))
    except (ConnectionFailedError, GraphError, UnexpectedAnswerError) as error:
        if not is_uncertain(error):
            raise
        doubt: Uncertain = error
    finding = yield from _find_out(session, look)
    once_more = call.repeat == "settle-first" and session.options.retry.attempts > 1
    if finding.took_effect is False and once_more:
        try:
            return (yield from perform(session.without_repeats(), call))
        except (ConnectionFailedError, GraphError, UnexpectedAnswerError) as error:
            if isinstance(error, GraphError) and error.response and not is_uncertain(error):
                if finding.ambiguous and error.code != _PIN_MISMATCH:
                    error.outcome = "unknown"
                raise
            if is_uncertain(error):
                doubt = error
                finding = yield from _find_out(session, look)
    if finding.took_effect and finding.answer is not None:
        return finding.answer
    session.memory.doubt(call.object_id)
    if isinstance(doubt, GraphError):
        raise doubt
    check = _CHECKS.get(call.operation, "Read the state before sending it again.")
    sent = f"{call.caller} of {call.object_id} was sent"
    raise OutcomeUnknownError(
        call.operation, call.object_id, call.caller, sent, finding.seen, check
    ) from doubt


def _find_out(session: Session, look: Look[T] | None) -> Flow[Finding[T]]:
    if look is None:
        return Finding(None, None)
    try:
        return (yield from look(attrs.evolve(session, quiet=True)))
    except WabakitError:
        return Finding(None, None)


_PIN_MISMATCH = 133005
_NO_BADGE_APPLICATION = (
    None,
    BadgeStatus.NOT_STARTED,
    BadgeStatus.REJECTED,
    BadgeStatus.CANCELLED,
    BadgeStatus.EXPIRED,
)
_CHECKS = {
    "createPhoneNumber": "List the account and compare digits before adding the number again.",
    "requestCode": "Wait for the code: asking again may send a second message.",
    "verifyCode": "Read code_verification_status: a code works once, and guesses are limited.",
    "registerPhoneNumber": "Read status. Register again with the same PIN only; "
    "10 register and deregister calls are allowed in 72 hours.",
    "deregisterPhoneNumber": "Read status before deregistering again.",
    "updatePhoneNumber": "Read the number. Sending a PIN or a webhook again does no harm; "
    "for a display name read new_name_status first.",
}
_DONE = models.SuccessResponse(success=True)


def registered(session: Session, number_id: str) -> Flow[Finding[models.SuccessResponse]]:
    """Look whether a number got registered, with the PIN that was sent.

    A number that may have been connected before tells nothing about the PIN.
    """
    was_unconnected = session.memory.noted("unconnected", number_id)
    status = yield from _status(session, number_id)
    done = was_unconnected and status == PhoneNumberStatus.CONNECTED
    return Finding(done, f"status {status}", _DONE, ambiguous=not done and status not in OFF)


def deregistered(session: Session, number_id: str) -> Flow[Finding[models.SuccessResponse]]:
    """Look whether a number is off the Cloud API; a status such as FLAGGED does not tell."""
    status = yield from _status(session, number_id)
    off = True if status in OFF else None
    connected = status == PhoneNumberStatus.CONNECTED
    return Finding(False if connected else off, f"status {status}", _DONE)


def _status(session: Session, number_id: str) -> Flow[str]:
    call = graph.get_phone_number(number_id, fields="id,status")
    number = yield from perform(session, call)
    return str(number.status or "unknown")


def verified(session: Session, number_id: str) -> Flow[Finding[models.VerifyCodeResponse]]:
    """Look whether a number is verified."""
    call = graph.get_phone_number(number_id, fields="id,code_verification_status")
    status = (yield from perform(session, call)).code_verification_status or "absent"
    done = status == models.CodeVerificationStatus.VERIFIED
    return Finding(done, f"code_verification_status {status}", models.VerifyCodeResponse(True))


def display_name_requested(
    session: Session, number_id: str, name: str
) -> Flow[Finding[models.SuccessResponse]]:
    """Look whether a review of a display name began.

    Which name is reviewed, nothing tells: a review that was under way before tells nothing.
    """
    was_under_review = session.memory.noted("name under review", number_id)
    call = graph.get_phone_number(number_id, fields="id,verified_name,new_name_status")
    number = yield from perform(session, call)
    review = number.new_name_status or None
    seen = f"new_name_status {review or 'absent'}"
    if review == NameStatus.PENDING_REVIEW:
        return Finding(None if was_under_review else True, seen, _DONE)
    known = review in UNREVIEWED
    return Finding(number.verified_name == name if known else None, seen, _DONE)


def username_set(
    session: Session, number_id: str, name: str
) -> Flow[Finding[models.UsernameState]]:
    """Look whether a number has a username."""
    state = yield from perform(session, graph.get_username(number_id))
    held = state.username or ""
    return Finding(held.lower() == name.lower(), f"username {held or 'absent'}", state)


def username_deleted(session: Session, number_id: str) -> Flow[Finding[models.SuccessResponse]]:
    """Look whether a number is without a username."""
    state = yield from perform(session, graph.get_username(number_id))
    return Finding(not state.username, f"username {state.username or 'absent'}", _DONE)


def badge_applied_for(
    session: Session, number_id: str
) -> Flow[Finding[models.OfficialBusinessAccountUpdateResponse]]:
    """Look whether an application for the official business account badge is under way."""
    state = yield from perform(session, graph.get_official_business_account(number_id))
    status = state.oba_status or None
    answer = models.OfficialBusinessAccountUpdateResponse(success=True, updated_status=state)
    if status in (BadgeStatus.PENDING, BadgeStatus.UNDER_REVIEW):
        return Finding(True, f"oba_status {status}", answer)
    closed = status in _NO_BADGE_APPLICATION
    return Finding(False if closed else None, f"oba_status {status or 'absent'}")


def number_added(
    session: Session, waba_id: str, digits: frozenset[str]
) -> Flow[Finding[models.PhoneNumberCreateResponse]]:
    """Look for a number among those of its account."""
    number = yield from find_number(session, waba_id, digits)
    if number is None:
        return Finding(None, "the account does not list the number")
    return Finding(True, f"number {number.id}", models.PhoneNumberCreateResponse(number.id))


def add(
    session: Session, call: Call[models.PhoneNumberCreateResponse], waba_id: str
) -> Flow[models.PhoneNumberCreateResponse]:
    """Add a number; where the account has it already, the error says under which id.

    That costs a read, once; whatever becomes of it, the refusal is what is raised.
    """
    digits = digits_of(call)
    look = partial(number_added, waba_id=waba_id, digits=digits)
    try:
        return (yield from write(session, call, look))
    except AlreadyExistsError as error:
        if number_id := (yield from _listed_id(session, waba_id, digits)):
            error.number_id = number_id
            error.advice = f"Use the number that is there: client.number({number_id!r})"
        raise


def _listed_id(session: Session, waba_id: str, digits: frozenset[str]) -> Flow[str | None]:
    at_once = attrs.evolve(session.options, retry=Retry(attempts=1, patience=0))
    aside = attrs.evolve(session, options=at_once, quiet=True)
    try:
        number = yield from find_number(aside, waba_id, digits)
    except WabakitError:
        return None
    return None if number is None else number.id
