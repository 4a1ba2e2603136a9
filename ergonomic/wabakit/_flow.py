"""The conversation with Graph: what to send, and whether to send it again.

Nothing here performs I/O. A flow is a generator that yields `Send` or `Wait`; the driver of a
client sends it the `Reply`, or throws the transport's exception into it.
"""

import itertools
from collections.abc import Generator, Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

import attrs

from wabakit import _notices as notices
from wabakit._failures import connection_failed, read, unexpected, withheld
from wabakit._graph import Call
from wabakit._json import JsonObject, as_list, as_object, write_json
from wabakit._made.words import SECRET_MEMBERS
from wabakit._options import Options
from wabakit._reply import Reply
from wabakit._retry import is_uncertain, wait_before_repeat
from wabakit._secret import Secret, silence
from wabakit._session import Session
from wabakit._timeout import Timeout
from wabakit._usage import parse_usage
from wabakit._versions import check_version
from wabakit._views import MissingField, Selection
from wabakit.errors import (
    ConnectionFailedError,
    GraphError,
    InvalidInputError,
    MissingFieldError,
    WabakitError,
)

T = TypeVar("T")
M = TypeVar("M")
V = TypeVar("V")

Failure = ConnectionFailedError | GraphError


@attrs.define
class Send:
    """Ask the driver to send a request and to hand in the reply."""

    method: str
    url: str
    query: str = attrs.field(repr=False)
    """Parameters, encoded; a read's proof stands in them."""
    headers: Mapping[str, str]
    content: bytes | None = attrs.field(repr=False)
    timeout: Timeout
    """`total` is what is left of it for the call, which the driver says."""
    secrets: tuple[str, ...] = attrs.field(repr=False)
    """What no answer may show."""


@attrs.define
class Wait:
    """Ask the driver to let time pass, which it does where the call has so much time left."""

    seconds: float


Flow = Generator[Send | Wait, Any, T]
"""A Reply comes in after each Send, and after each Wait whether there was time for it."""


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
    send = _encoded(session.options, call)
    check_version(call, session.options.api_version)
    notices.notice_expiry(session, call)
    yield from _hold(session, call)
    doubt: Failure | None = None
    for attempt in itertools.count(1):
        try:
            return (yield from _exchange(session, call, send, attempt))
        except (ConnectionFailedError, GraphError) as error:
            retry, chance = session.options.retry, session.chance()
            seconds = wait_before_repeat(retry, call, error, attempt, session.now(), chance)
            failure = error
        if seconds is not None:
            notices.log_repeat(call, failure, attempt, seconds)
        if seconds is None or not (yield Wait(seconds)):
            raise _ended(failure, doubt)
        if not call.is_read and is_uncertain(failure):
            doubt = failure
    raise AssertionError("unreachable")


def _ended(failure: Failure, doubt: Failure | None) -> Failure:
    """Return what a call ends with that is not sent again; `doubt` is of an earlier send."""
    if doubt is None:
        return failure
    if isinstance(failure, GraphError):
        failure.outcome = "unknown"  # an earlier send may have taken effect
        return failure
    doubt.__cause__ = failure
    return doubt


def _hold(session: Session, call: Call[Any]) -> Flow[None]:
    """Wait while the account of a call is known to be throttled; calls then lengthen the block."""
    wait = session.memory.blocked_for(call.object_id, session.now())
    if wait <= timedelta(0):
        return
    seconds = wait.total_seconds()
    if seconds > session.options.retry.patience or not (yield Wait(seconds)):
        raise withheld(call, 80008, "the account was seen at its limit", wait)


def _exchange(session: Session, call: Call[T], send: Send, attempt: int) -> Flow[tuple[T, Reply]]:
    """Send a call once and read its answer."""
    options, memory, began = session.options, session.memory, session.ticks()
    if options.registration_guard and (wait := memory.spend(call, session.now())) is not None:
        why = f"this client sent 10 {call.caller} calls for the number in 72 hours"
        raise withheld(call, 133016, why, wait)
    turn = memory.doubt(call, session.now())
    try:
        reply: Reply = yield send
    except Exception as fault:
        error = connection_failed(fault, call)
        silence(fault, send.secrets)
        if options.registration_guard and error.sent == "no":
            memory.give_back(call, session.now())
        notices.log_fault(call, error, attempt)
        raise error from fault
    finally:  # also where the caller was cancelled or interrupted
        memory.doubt(call, session.now())
    reply = reply.covered(send.secrets)
    notices.log_reply(call, reply, attempt, session.ticks() - began)
    if usage := parse_usage(reply.headers, session.now()):
        memory.note_usage(call.object_id, usage, session.now())
    try:
        body = read(reply, call, session.now())
    except WabakitError:
        notices.notice_version(attrs.evolve(session, settling=True), call, reply)
        raise
    try:
        answer = call.parse(body)
    except ValueError as error:
        raise unexpected(f"its body breaks the contract: {error}", reply, call) from error
    if not session.settling:
        memory.learn(call, answer, turn, session.now())
    notices.notice_version(session, call, reply)
    return answer, reply


def _encoded(options: Options, call: Call[Any]) -> Send:
    """Return the request for a call; the proof goes into the body wherever there is one.

    Raises:
        InvalidInputError: something in it cannot be encoded, so that nothing is sent.
    """
    params, body, headers = dict(call.params), call.body, options.headers
    if options.proof and call.method == "POST":
        body = {**(body or {}), "appsecret_proof": options.proof}
    elif options.proof:
        params["appsecret_proof"] = options.proof
    if body is not None:
        headers = {**headers, "Content-Type": "application/json"}
    try:
        return Send(
            call.method,
            options.server + call.path,
            urlencode({name: _text(value) for name, value in params.items()}),
            headers,
            None if body is None else write_json(body),
            options.timeout,
            (*options.secrets, *_secrets_in(body)),
        )
    except (TypeError, ValueError, RecursionError):
        pass  # it would show the text that it could not encode
    raise _not_encodable(params | (body or {}))


def _text(value: object) -> str:
    """Return a parameter as text; truth values are written as in JSON."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _not_encodable(members: JsonObject) -> InvalidInputError:
    name, value = next((name, v) for name, v in members.items() if not _is_encodable(v))
    value = str(value) if isinstance(value, str) else value  # no kind of text that knows more
    rule = "what JSON can say: no lone surrogates, only finite numbers, no endless nesting"
    return InvalidInputError(name, value, rule)


def _is_encodable(value: object) -> bool:
    try:
        _secrets_in(value)
        write_json(value)
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def _secrets_in(value: object, name: str = "") -> list[str]:
    if isinstance(value, Secret) or (isinstance(value, str) and name in SECRET_MEMBERS):
        return [value]
    named = [*(as_object(value) or {}).items(), *(("", item) for item in as_list(value) or ())]
    return [secret for inner, member in named for secret in _secrets_in(member, inner)]
