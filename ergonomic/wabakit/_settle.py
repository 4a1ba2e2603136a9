"""Writes whose outcome is uncertain: read the state, and repeat only what did not take effect.

Source: what is safe after a timeout, per operation: the contract's `x-repeat`.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, cast

import attrs

from wabakit._flow import Flow, informed, perform, send
from wabakit._json import JsonObject
from wabakit._made import operations as graph
from wabakit._made.effects import SENDING, Settling
from wabakit._made.nodes import PhoneNumber
from wabakit._memory import Facts, known_as, sent
from wabakit._node import Node
from wabakit._notices import tell, told
from wabakit._options import Retry
from wabakit._pages import Walk
from wabakit._proofs import Finding, judge, settling_of
from wabakit._retry import is_uncertain
from wabakit._session import Session
from wabakit._telephone import one_form
from wabakit._typevars import T
from wabakit._views import select_fields
from wabakit._wire import Call, Selection
from wabakit.errors import (
    AlreadyExistsError,
    ConnectionFailedError,
    GraphError,
    NotFoundError,
    OutcomeUnknownError,
    UnexpectedAnswerError,
    WabakitError,
)

Failure = ConnectionFailedError | GraphError | UnexpectedAnswerError
FAILURES = (ConnectionFailedError, GraphError, UnexpectedAnswerError)


def write(session: Session, call: Call[T]) -> Flow[T]:
    """Send a write; where its outcome is uncertain, find out.

    Raises:
        OutcomeUnknownError: it may have taken effect, and nothing tells.
        GraphError: Graph refused, or failed on its side; `outcome` says what is known.
    """
    return told(session, call, _send_code if call.operation in SENDING else _write)


def _write(session: Session, call: Call[T]) -> Flow[T]:
    rule, before = settling_of(call), session.memory.recall(known_as(call), session.now())
    came = yield from _attempt(session, call, rule)
    if not isinstance(came, FAILURES):
        return came
    try:
        session = yield from informed(session)
    except Exception:  # of a provider of tokens, which would hide that the write was sent
        return _verdict(session, call, rule, Finding(), came)
    finding = yield from _find(session, call, rule, before)
    # A second send does no harm where the first did nothing, or where the second tells.
    tells = rule.denial is not None and finding.seen is not None and not finding.took_effect
    allowed = call.repeat == "settle-first" and session.options.retry.attempts > 1
    if allowed and (finding.took_effect is False or tells):
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
        answer, _ = yield from send(session, call)
        return answer
    except FAILURES as error:
        refusal = error if isinstance(error, GraphError) and error.response is not None else None
        if is_uncertain(error) or (first is not None and refusal is None):
            return error
        if refusal and first and first.took_effect is None and refusal.code != rule.denial:
            refusal.outcome = "unknown"
        raise


def _find(session: Session, call: Call[Any], rule: Settling, before: Facts) -> Flow[Finding]:
    """Look at the state after a write, and tell what that shows."""
    finding = yield from _look(session, call, rule, before)
    outcome = {True: "done", False: "not_done"}.get(cast(bool, finding.took_effect), "unknown")
    tell(session, call, "Settled", outcome=outcome)
    return finding


def _look(session: Session, call: Call[Any], rule: Settling, before: Facts) -> Flow[Finding]:
    """Return what the state shows; where it cannot be read, nothing is found."""
    aside = attrs.evolve(session, settling=True)
    with suppress(WabakitError):
        if rule.new:
            seen = yield from _find_added(aside, call, rule, *rule.asked)
            before = session.memory.recall(known_as(call, seen.get("id")), session.now())
        elif item := {**rule.listed, **rule.unlisted}:
            wanted = {name: sent(call, value) for name, value in item.items()}
            first = _reading(call, rule, *rule.asked)
            seen = yield from _search(aside, first, lambda row: wanted.items() <= row.items())
        else:
            seen = (yield from _read(aside, call, rule)) if rule.read else {}
        return judge(call, rule, seen, before)
    return Finding()


def _reading(call: Call[Any], rule: Settling, *fields: str) -> Call[Any]:
    """Return the call that shows the effect of a write, and asks for these fields."""
    whose = call.object_id if rule.of is None else sent(call, rule.of)
    operation, read = graph.READS[rule.read]
    asked: dict[str, Any] = {"fields": _asking(operation.node, *fields)} if fields else {}
    if operation.is_list:
        asked["limit"] = 100
    return read(call.caller, whose, **asked)


def _read(session: Session, call: Call[Any], rule: Settling) -> Flow[JsonObject]:
    """Read what shows the effect of a write to an object; what is gone is empty."""
    try:
        found: Node = yield from perform(session, _reading(call, rule, *rule.asked))
    except NotFoundError:
        if rule.gone:
            return {}
        raise
    return found.source


def _search(
    session: Session, first: Call[list[Any]], is_wanted: Callable[[JsonObject], bool]
) -> Flow[JsonObject]:
    """Look through a list, no further than needed; empty where it has no such row."""
    walk: Walk[Node] = Walk(session, first)
    while not walk.done:
        page = yield from walk.turn()
        for node in page.items:
            if is_wanted(node.source):
                return node.source
    return {}


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
        said = f"{call.subject} was sent"
        raise OutcomeUnknownError(*call.about, said, finding.seen, rule.check) from failure
    if finding.seen:
        failure.advice = f"Read afterwards: {finding.seen}. {rule.check}"
    raise failure


def _asking(node: type[Node], *names: str) -> Selection[Any]:
    return select_fields(node, [node.fields[name] for name in names])


def _send_code(session: Session, call: Call[T]) -> Flow[T]:
    """Have a code sent; that it may have been is remembered, so that no second one is."""
    session.memory.spend(call, session.now())
    try:
        return (yield from _write(session, call))
    except WabakitError as error:
        if not may_be_done(error):
            session.memory.give_back(call, session.now())
        raise


def may_be_done(error: WabakitError) -> bool:
    """Tell whether a write that ended so may have taken effect."""
    unknown = isinstance(error, OutcomeUnknownError)
    return unknown or (isinstance(error, FAILURES) and is_uncertain(error))


def add(session: Session, call: Call[T]) -> Flow[T]:
    """Add a number; where the account has it already, the error says under which id.

    That costs a read, once; whatever becomes of it, the refusal is what is raised.
    """
    try:
        return (yield from write(session, call))
    except AlreadyExistsError as error:
        aside = attrs.evolve(session.with_options(retry=Retry(1, patience=0)), settling=True)
        with suppress(WabakitError):
            if found := (yield from _find_added(aside, call, settling_of(call))):
                error.number_id = found["id"]
                error.advice = f"Use the number that is there: client.number({found['id']!r})"
        raise


def _find_added(
    session: Session, call: Call[Any], rule: Settling, *fields: str
) -> Flow[JsonObject]:
    """Look for the number of a call that adds one, which may be given in full or without `cc`."""
    cc, number = (call.body or {}).get("cc", ""), (call.body or {})["phone_number"]
    digits = [cc + number, *([number] if number.startswith(cc) else [])]
    first = _reading(call, rule, rule.digits, *fields)
    return (yield from _find_digits(session, first, rule.digits, digits))


def find_number(session: Session, waba_id: str, digits: str, *fields: str) -> Flow[JsonObject]:
    """Look through an account, no further than needed, for a number that reads so."""
    asking = _asking(PhoneNumber, "display_phone_number", *fields)
    first = graph.list_phone_numbers("find", waba_id, fields=asking, limit=100)
    return (yield from _find_digits(session, first, "display_phone_number", [digits]))


def _find_digits(
    session: Session, first: Call[list[Any]], member: str, digits: Iterable[str]
) -> Flow[JsonObject]:
    wanted = {one_form(number) for number in digits}

    def is_wanted(row: JsonObject) -> bool:
        return one_form(str(row.get(member) or "")) in wanted

    return (yield from _search(session, first, is_wanted))
