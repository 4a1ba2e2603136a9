"""The conversation with Graph: what to send, and whether to send it again.

Nothing here performs I/O. A flow is a generator that yields `Send` or `Wait`; the driver of a
client sends it the `Reply`, or throws the transport's exception into it.
"""

import itertools
from collections.abc import Generator, Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

import attrs
from wabakit_graph.models import (
    PhoneNumber,
    PhoneNumberCreateResponse,
    PhoneNumberPage,
)

from wabakit import _notices as notices
from wabakit._contract import SECRET_MEMBERS
from wabakit._failures import connection_failed, read, unexpected, withheld
from wabakit._graph import Call
from wabakit._json import JsonObject, as_list, as_object
from wabakit._options import Options
from wabakit._reply import Reply
from wabakit._retry import is_uncertain, wait_before_repeat
from wabakit._secret import Secret
from wabakit._session import Session
from wabakit._usage import parse_usage
from wabakit._versions import check_version
from wabakit._views import MissingField, Selection
from wabakit.errors import (
    ConnectionFailedError,
    GraphError,
    MissingFieldError,
    WabakitError,
)

T = TypeVar("T")
M = TypeVar("M")
V = TypeVar("V")

REGISTRATIONS = frozenset({"registerPhoneNumber", "deregisterPhoneNumber"})
OFF = frozenset({"DISCONNECTED", "PENDING", "UNVERIFIED", "DELETED", "MIGRATED", "UNLINKED"})
"""The statuses that prove a number not to be on the Cloud API."""
UNREVIEWED = frozenset({None, "NONE", "NON_EXISTS", "DECLINED", "EXPIRED"})
"""The values of `new_name_status` that prove that no other name is under review."""


@attrs.define
class Send:
    """Ask the driver to send a request and to hand in the reply."""

    method: str
    url: str
    headers: Mapping[str, str]
    params: JsonObject
    body: JsonObject | None
    timeout: float


@attrs.define
class Wait:
    """Ask the driver to let time pass."""

    seconds: float


Flow = Generator[Send | Wait, Any, T]  # a Reply comes in after each Send


def perform(session: Session, call: Call[T]) -> Flow[T]:
    """Send a call and return its typed answer."""
    answer, _ = yield from converse(session, call)
    return answer


def select(session: Session, call: Call[M], selection: Selection[V]) -> Flow[V]:
    """Send a read and return the part of its answer that was selected."""
    answer, reply = yield from converse(session, call)
    (picked,) = pick(selection, [answer], reply, call)
    return picked


def pick(selection: Selection[V], answers: Iterable[Any], reply: Reply, call: Call[Any]) -> list[V]:
    """Return the selected part of each of the things that were answered.

    Raises:
        MissingFieldError: one of them lacks what a view cannot do without.
    """
    try:
        return [selection.read(answer) for answer in answers]
    except MissingField as error:
        raise MissingFieldError(
            call.operation, call.object_id, call.caller, str(error), reply.shown
        ) from None


def converse(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    """Send a call until it is answered, or until sending it again would be a guess."""
    check_version(call, session.options.api_version)
    notices.notice_expiry(session, call)
    yield from _hold(session, call)
    doubt: ConnectionFailedError | GraphError | None = None
    for attempt in itertools.count(1):
        try:
            return (yield from _exchange(session, call, attempt))
        except (ConnectionFailedError, GraphError) as error:
            retry, chance = session.options.retry, session.chance()
            seconds = wait_before_repeat(retry, call, error, attempt, session.now(), chance)
            if seconds is None:
                if doubt is None:
                    raise
                if isinstance(error, ConnectionFailedError):
                    raise doubt from error
                error.outcome = "unknown"  # an earlier send may have taken effect
                raise
            if not call.is_read and is_uncertain(error):
                doubt = error
            notices.log_repeat(call, error, attempt, seconds)
        yield Wait(seconds)
    raise AssertionError("unreachable")


def _hold(session: Session, call: Call[Any]) -> Flow[None]:
    """Wait while the account of a call is known to be throttled; calls then lengthen the block."""
    wait = session.memory.blocked_for(call.object_id, session.now())
    if wait > timedelta(seconds=session.options.retry.patience):
        raise withheld(call, 80008, "the account was seen at its limit", wait)
    if wait > timedelta(0):
        yield Wait(wait.total_seconds())


def _exchange(session: Session, call: Call[T], attempt: int) -> Flow[tuple[T, Reply]]:
    """Send a call once and read its answer."""
    options, began = session.options, session.ticks()
    counted = call.operation in REGISTRATIONS and options.registration_guard
    if counted:
        _count_registration(session, call)
    try:
        reply: Reply = yield _send(options, call)
    except Exception as fault:
        error = connection_failed(fault, call)
        if counted and error.sent == "no":
            session.memory.give_registration_back(call.object_id)
        notices.log_fault(call, error, attempt)
        raise error from fault
    reply = reply.covered((*options.secrets, *_secrets_in(call.body)))
    notices.log_reply(call, reply, attempt, session.ticks() - began)
    if usage := parse_usage(reply.headers, session.now()):
        session.memory.note_usage(call.object_id, usage)
    try:
        body = read(reply, call, session.now())
    except WabakitError:
        notices.notice_version(attrs.evolve(session, quiet=True), call, reply)
        raise
    try:
        answer = call.parse(body)
    except ValueError as error:
        raise unexpected(f"its body breaks the contract: {error}", reply, call) from error
    _remember(session, call, answer)
    notices.notice_version(session, call, reply)
    return answer, reply


def _send(options: Options, call: Call[Any]) -> Send:
    """Return the request for a call; the proof goes into the body wherever there is one."""
    params, body = dict(call.params), call.body
    if options.proof and call.method == "POST":
        body = {**(body or {}), "appsecret_proof": options.proof}
    elif options.proof:
        params["appsecret_proof"] = options.proof
    url = options.server + call.path
    return Send(call.method, url, options.headers, params, body, options.timeout)


def _count_registration(session: Session, call: Call[Any]) -> None:
    wait = session.memory.take_registration(call.object_id, session.now())
    if wait is not None:
        why = "this client sent 10 register and deregister calls for the number in 72 hours"
        raise withheld(call, 133016, why, wait)


def _remember(session: Session, call: Call[Any], answer: object) -> None:
    """Remember what an answer tells of numbers; settling a write depends on it."""
    note = session.memory.note
    if isinstance(answer, (PhoneNumber, PhoneNumberPage)):
        numbers = answer.data if isinstance(answer, PhoneNumberPage) else [answer]
        if states := {n.id: n.status in OFF for n in numbers if n.status}:
            note("unconnected", states)
        if "new_name_status" in str(call.params.get("fields")).split(","):
            reviews = {n.id: (n.new_name_status or None) not in UNREVIEWED for n in numbers}
            note("name under review", reviews)
    elif isinstance(answer, PhoneNumberCreateResponse):
        note("unconnected", {answer.id: True})
    elif call.operation in REGISTRATIONS:
        note("unconnected", {call.object_id: call.operation == "deregisterPhoneNumber"})
    elif "new_display_name" in (call.body or ()):
        note("name under review", {call.object_id: True})


def _secrets_in(value: object, name: str = "") -> list[str]:
    if isinstance(value, Secret) or (isinstance(value, str) and name in SECRET_MEMBERS):
        return [value]
    named = [*(as_object(value) or {}).items(), *(("", item) for item in as_list(value) or ())]
    return [secret for inner, member in named for secret in _secrets_in(member, inner)]
