"""Writes whose outcome is uncertain: read the state, and repeat only what did not take effect.

Source: what is safe after a timeout, per operation: the contract's `x-repeat`.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import attrs

from wabakit._flow import Flow, Session, perform
from wabakit._json import JsonObject
from wabakit._made import operations as graph
from wabakit._made.effects import Settling
from wabakit._made.nodes import PhoneNumber, PhoneNumberCreateResponse
from wabakit._memory import Facts
from wabakit._node import Node
from wabakit._options import Retry
from wabakit._pages import Walk
from wabakit._proofs import Finding, judge, settling_of
from wabakit._retry import is_uncertain
from wabakit._telephone import one_form
from wabakit._views import select_fields
from wabakit._wire import Call, Selection
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
    rule, before = settling_of(call), session.memory.recall(call.object_id, session.now())
    came = yield from _attempt(session, call, rule)
    if not isinstance(came, FAILURES):
        return came
    finding = yield from _find(session, call, rule, before)
    if _may_go_again(session, call, rule, finding):
        once = session.with_options(retry=attrs.evolve(session.options.retry, attempts=1))
        again = yield from _attempt(once, call, rule, finding)
        if not isinstance(again, FAILURES):
            return again
        if is_uncertain(again):
            came, finding = again, (yield from _find(session, call, rule, before))
    return _verdict(session, call, rule, finding, came)


def _attempt(
    session: Session, call: Call[T], rule: Settling, first: Finding | None = None
) -> Flow[T | Failure]:
    """Send a write; return its answer, or the failure that leaves its outcome open.

    With what was found of a `first` send, that is also whatever is no answer of Graph's. And what
    Graph refuses then is not done, unless the first send may have done it.
    """
    try:
        return (yield from perform(session, call))
    except FAILURES as error:
        refusal = error if isinstance(error, GraphError) and error.response is not None else None
        if is_uncertain(error) or (first is not None and refusal is None):
            return error
        if refusal and first and first.took_effect is None and refusal.code != rule.denial:
            refusal.outcome = "unknown"
        raise


def _find(session: Session, call: Call[Any], rule: Settling, before: Facts) -> Flow[Finding]:
    """Look at the state after a write; where it cannot be read, nothing is found."""
    aside = attrs.evolve(session, settling=True)
    with suppress(WabakitError):
        if rule.new:
            seen = yield from _find_added(aside, call, *rule.asked)
            before = session.memory.recall(seen["id"], session.now()) if seen else {}
        else:
            seen = (yield from _read(aside, call, rule)) if rule.read else {}
        return judge(call, rule, seen, before)
    return Finding()


def _read(session: Session, call: Call[Any], rule: Settling) -> Flow[JsonObject]:
    """Read what shows the effect of a write to a number."""
    fields = {"fields": _asking(*rule.asked)} if rule.asked else {}
    read: Call[Node] = graph.READS[rule.read](call.caller, call.object_id, **fields)
    return (yield from perform(session, read)).source


def _may_go_again(session: Session, call: Call[Any], rule: Settling, finding: Finding) -> bool:
    """Tell whether a second send does no harm: the first did nothing, or the second tells."""
    allowed = call.repeat == "settle-first" and session.options.retry.attempts > 1
    tells = rule.denial is not None and finding.seen is not None and not finding.took_effect
    return allowed and (finding.took_effect is False or tells)


def _verdict(
    session: Session, call: Call[T], rule: Settling, finding: Finding, failure: Failure
) -> T:
    """Return what the write would have answered if it is proved; else say what is to be done."""
    with suppress(ValueError):  # what no answer can be, such as an odd id, proves nothing
        if finding.took_effect:
            answer = call.parse(finding.answer)
            session.memory.note(call, finding.answer, 0, session.now())
            return answer
    if not isinstance(failure, GraphError):
        said = f"{call.caller} of {call.object_id} was sent"
        raise OutcomeUnknownError(*call.about, said, finding.seen, rule.check) from failure
    if finding.seen:
        failure.advice = f"Read afterwards: {finding.seen}. {rule.check}"
    raise failure


def _asking(*names: str) -> Selection[PhoneNumber]:
    return select_fields(PhoneNumber, [PhoneNumber.fields[name] for name in names])


def send_code(session: Session, call: Call[T]) -> Flow[T]:
    """Have a code sent; that it may have been is remembered, so that no second one is."""
    session.memory.code_asked(call, session.now())
    try:
        return (yield from write(session, call))
    except WabakitError as error:
        if not may_be_done(error):
            session.memory.code_denied(call, session.now())
        raise


def may_be_done(error: WabakitError) -> bool:
    """Tell whether a write that ended so may have taken effect."""
    unknown = isinstance(error, OutcomeUnknownError)
    return unknown or (isinstance(error, FAILURES) and is_uncertain(error))


def add(session: Session, call: Call[PhoneNumberCreateResponse]) -> Flow[PhoneNumberCreateResponse]:
    """Add a number; where the account has it already, the error says under which id.

    That costs a read, once; whatever becomes of it, the refusal is what is raised.
    """
    try:
        return (yield from write(session, call))
    except AlreadyExistsError as error:
        at_once = session.with_options(retry=Retry(attempts=1, patience=0))
        with suppress(WabakitError):
            if found := (yield from _find_added(attrs.evolve(at_once, settling=True), call)):
                error.number_id = found["id"]
                error.advice = f"Use the number that is there: client.number({found['id']!r})"
        raise


def _find_added(session: Session, call: Call[Any], *fields: str) -> Flow[JsonObject]:
    """Look for the number of a create call, which may be given in full or without `cc`."""
    cc, number = (call.body or {})["cc"], (call.body or {})["phone_number"]
    digits = [cc + number, *([number] if number.startswith(cc) else [])]
    found = yield from find_number(session, call.object_id, digits, *fields)
    return {} if found is None else found.source


def find_number(
    session: Session, waba_id: str, digits: Iterable[str], *fields: str
) -> Flow[PhoneNumber | None]:
    """Look through an account, no further than needed, for a number that reads as one of these."""
    wanted = {one_form(number) for number in digits}
    asking = _asking("display_phone_number", *fields)
    walk = Walk(session, partial(graph.list_phone_numbers, "find", waba_id, fields=asking), 100)
    while not walk.done:
        page = yield from walk.turn()
        for number in page.items:
            if one_form(str(number.display_phone_number or "")) in wanted:
                return number
    return None
