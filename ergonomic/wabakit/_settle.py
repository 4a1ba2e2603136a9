"""Writes whose outcome is uncertain: read the state, and repeat only what did not take effect.

Source: what is safe after a timeout, per operation: the contract's `x-repeat`.
"""

from typing import Any, TypeVar, cast

import attrs
from wabakit_graph import models

from wabakit._calls import digits_of
from wabakit._flow import Flow, perform
from wabakit._graph import Call
from wabakit._looks import Finding, Rule, rule_of
from wabakit._memory import Facts
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

Failure = ConnectionFailedError | GraphError | UnexpectedAnswerError
FAILURES = (ConnectionFailedError, GraphError, UnexpectedAnswerError)


def write(session: Session, call: Call[T]) -> Flow[T]:
    """Send a write; where its outcome is uncertain, find out.

    Raises:
        OutcomeUnknownError: it may have taken effect, and nothing tells.
        GraphError: Graph refused, or failed on its side; `outcome` says what is known.
    """
    rule, before = rule_of(call), session.memory.recall(call.object_id, session.now())
    came = yield from _attempt(session, call)
    if not isinstance(came, FAILURES):
        return came
    finding = yield from _find(session, call, rule, before)
    if _may_go_again(session, call, rule, finding):
        again = yield from _attempt_again(session, call, rule, finding)
        if not isinstance(again, FAILURES):
            return again
        if is_uncertain(again):
            came, finding = again, (yield from _find(session, call, rule, before))
    return _verdict(session, call, rule, finding, came)


def _attempt(session: Session, call: Call[T]) -> Flow[T | Failure]:
    """Send a write; return its answer, or the failure that leaves its outcome open."""
    try:
        return (yield from perform(session, call))
    except FAILURES as error:
        if is_uncertain(error):
            return error
        raise


def _attempt_again(
    session: Session, call: Call[T], rule: Rule, first: Finding
) -> Flow[T | Failure]:
    """Send a write once more; return its answer, or the failure that leaves its outcome open.

    What Graph refuses is not done, unless the first send may have done it.
    """
    try:
        return (yield from perform(session.without_repeats(), call))
    except FAILURES as error:
        if not isinstance(error, GraphError) or error.response is None or is_uncertain(error):
            return error
        if first.took_effect is None and error.code != rule.denial:
            error.outcome = "unknown"
        raise


def _find(session: Session, call: Call[Any], rule: Rule, before: Facts) -> Flow[Finding]:
    """Look at the state after a write; where it cannot be read, nothing is found."""
    if rule.look is None:
        return Finding()
    try:
        return (yield from rule.look(attrs.evolve(session, settling=True), call, before))
    except WabakitError:
        return Finding()


def _may_go_again(session: Session, call: Call[Any], rule: Rule, finding: Finding) -> bool:
    """Tell whether a second send does no harm: the first did nothing, or the second tells."""
    allowed = call.repeat == "settle-first" and session.options.retry.attempts > 1
    tells = rule.denial is not None and finding.seen is not None and not finding.took_effect
    return allowed and (finding.took_effect is False or tells)


def _verdict(session: Session, call: Call[T], rule: Rule, finding: Finding, failure: Failure) -> T:
    """Return what the write would have answered if it is proved; else say what is to be done."""
    if finding.took_effect:
        session.memory.learn(call, finding.answer, 0, session.now())
        return cast(T, finding.answer)
    if not isinstance(failure, GraphError):
        said = f"{call.caller} of {call.object_id} was sent"
        raise OutcomeUnknownError(
            call.operation, call.object_id, call.caller, said, finding.seen, rule.check
        ) from failure
    if finding.seen:
        failure.advice = f"Read afterwards: {finding.seen}. {rule.check}"
    raise failure


def add(
    session: Session, call: Call[models.PhoneNumberCreateResponse]
) -> Flow[models.PhoneNumberCreateResponse]:
    """Add a number; where the account has it already, the error says under which id.

    That costs a read, once; whatever becomes of it, the refusal is what is raised.
    """
    try:
        return (yield from write(session, call))
    except AlreadyExistsError as error:
        if number_id := (yield from _listed_id(session, call)):
            error.number_id = number_id
            error.advice = f"Use the number that is there: client.number({number_id!r})"
        raise


def _listed_id(session: Session, call: Call[Any]) -> Flow[str | None]:
    at_once = attrs.evolve(session.options, retry=Retry(attempts=1, patience=0))
    aside = attrs.evolve(session, options=at_once, settling=True)
    try:
        number = yield from find_number(aside, call.object_id, digits_of(call))
    except WabakitError:
        return None
    return None if number is None else number.id
