"""The conversation with Graph: what to send, and whether to send it again.

Nothing here performs I/O. A flow is a generator that yields `Send`, `Wait` or `Ask`; the driver of
a client sends it what comes of that, or throws the exception of transport or provider into it.
"""

import itertools
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus

from wabakit._checks import check_version
from wabakit._exception import Head
from wabakit._failures import connection_failed, failed, withheld
from wabakit._json import JsonObject, secrets_in, write_json
from wabakit._logs import conceal_addresses
from wabakit._made.effects import LIMITS, QUOTA
from wabakit._node import Node
from wabakit._notices import of_versions, tell, tell_repeat, tell_reply, told, warn
from wabakit._options import Options
from wabakit._retry import Failure, is_uncertain, wait_before_repeat
from wabakit._secret import Secret, silence
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._usage import parse_usage
from wabakit._wire import Ask, Call, Reply, Send, Unreadable, Wait
from wabakit.errors import AuthenticationError, ConnectionFailedError, GraphError, InvalidInputError

Flow = Generator[Send | Wait | Ask, Any, T]
"""In comes a Reply after a Send, whether there was time after a Wait, a token after an Ask."""

TOKEN_REFUSED = 190


def perform(session: Session, call: Call[T]) -> Flow[T]:
    """Send a call and return its typed answer."""
    return (yield from converse(session, call))[0]


def converse(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    """Send a call as `send` does; who listens is told when it begins and how it ends."""
    is_heard = session.options.on_event is not None
    return told(session, call, send) if is_heard else send(session, call)


def send(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    """Send a call until it is answered, or until sending it again would be a guess.

    Where its token came from a provider and is refused, the provider is asked once more.
    """
    known = yield from informed(session)
    try:
        return (yield from _send(known, call))
    except AuthenticationError as error:
        if known is session or error.code != TOKEN_REFUSED or error.outcome != "not_done":
            raise
        again = yield from informed(session)
        if again.options.token == known.options.token:
            raise
    return (yield from _send(again, call))


def informed(session: Session) -> Flow[Session]:
    """Return the session with a token, for which a provider is asked where there is one."""
    return session.with_options(token=(yield Ask())) if callable(session.options.token) else session


def _send(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    options, doubt = session.options, None
    request = _encoded(options, call)
    check_version(call, options.api_version)
    if session.memory.throttled:
        yield from _hold(session, call)
    for attempt in itertools.count(1):
        try:
            return (yield from _exchange(session, call, request, attempt))
        except (ConnectionFailedError, GraphError) as error:
            failure = error
        chance, now = session.chance(), session.now()
        seconds = wait_before_repeat(options.retry.attempts, call, failure, attempt, now, chance)
        if seconds is None or seconds > options.retry.patience:
            raise _ended(failure, doubt)
        tell_repeat(session, call, failure, attempt, seconds)
        if not (yield Wait(seconds)):
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
    seconds, patience = wait.total_seconds(), session.options.retry.patience
    if 0 < seconds <= patience:
        tell(session, call, "Waited", seconds=round(seconds, 3))
    if seconds > 0 and (seconds > patience or not (yield Wait(seconds))):
        raise withheld(call, QUOTA.code, "the account was seen at its limit", wait)


def _exchange(session: Session, call: Call[T], send: Send, attempt: int) -> Flow[tuple[T, Reply]]:
    """Send a call once and read its answer."""
    memory = session.memory
    is_scarce = session.options.registration_guard and call.operation in LIMITS
    if is_scarce and (wait := memory.spend(call, session.now())):
        most, hours, code = LIMITS[call.operation]
        why = f"this client sent {most} {call.caller} calls for the number in {hours} hours"
        raise withheld(call, code, why, wait)
    turn = memory.turn if call.is_read else memory.doubt(call, session.now())
    began = session.ticks()
    try:
        reply: Reply = yield send
    except Exception as fault:
        error = connection_failed(fault, call)
        silence(fault, send.secrets)
        if is_scarce and error.sent == "no":
            memory.give_back(call, session.now())
        ms = round((session.ticks() - began) * 1000)
        tell(session, call, "Failed", attempt=attempt, ms=ms, sent=error.sent)
        raise error from fault
    finally:  # also where the caller was cancelled or interrupted
        if not call.is_read:
            memory.doubt(call, session.now())
    reply.secrets, ms = send.secrets, round((session.ticks() - began) * 1000)
    try:
        answer = answer_of(session, call, reply, turn)
    except Exception as error:
        tell_reply(session, call, reply, error, attempt=attempt, ms=ms)
        raise
    tell_reply(session, call, reply, None, attempt=attempt, ms=ms)
    return answer, reply


def answer_of(session: Session, call: Call[T], reply: Reply, turn: int) -> T:
    """Return the typed answer of a call that was sent in a turn; learn from it, whatever it is.

    Raises:
        GraphError: Graph refused.
        UnexpectedAnswerError: the answer is neither good nor a refusal.
    """
    now, is_good = session.now(), False
    try:
        good = reply.open()
        reply.usage = parse_usage(reply.headers, now)
        if good:
            answer = call.parse(reply.body)
            if isinstance(answer, Node):
                answer.head = Head(reply.status, reply.headers)
            is_good = True
            return answer
    except Unreadable as error:
        reply.fault = error
    finally:
        session.memory.learn(call, reply, turn if is_good and not session.settling else None, now)
        said = of_versions(session.options.api_version, reply.headers, now)
        aloud = is_good and call.is_read and not session.settling
        warn(session, call, said, aloud)
    raise failed(reply, call, now)


def _encoded(options: Options, call: Call[Any]) -> Send:
    """Return the request for a call; the proof goes into the body wherever there is one.

    Raises:
        InvalidInputError: something in it cannot be encoded, so that nothing is sent.
    """
    params, body, headers, secrets = dict(call.params), call.body, options.headers, options.secrets
    if call.is_open:
        headers = {n: value for n, value in headers.items() if n != "Authorization"}
    elif options.proof and call.method == "POST":
        body = {**(body or {}), "appsecret_proof": options.proof}
    elif options.proof:
        params["appsecret_proof"] = options.proof
    try:
        if body is not None:
            kind = "application/x-www-form-urlencoded" if call.is_form else "application/json"
            headers = {**headers, "Content-Type": kind}
            secrets = (*secrets, *secrets_in(body))
        if hidden := [value for value in params.values() if isinstance(value, Secret)]:
            conceal_addresses()
        return Send(
            method=call.method,
            url=options.server + call.path,
            query=(Secret if hidden else str)(_joined(params, _quoted)),
            headers=headers,
            content=_content(body, call.is_form),
            connect=options.timeout.connect,
            read=options.timeout.read,
            secrets=(*secrets, *hidden),
        )
    except (TypeError, ValueError, RecursionError):
        pass  # it would show the text that it could not encode
    raise _not_encodable(params | (body or {}))


def _content(body: JsonObject | None, is_form: bool) -> bytes | None:
    if body is not None and is_form:
        return _joined(body, lambda value: quote_plus(_text(value))).encode()
    return None if body is None else write_json(body)


def _joined(members: JsonObject, quoted: Callable[[object], str]) -> str:
    return "&".join(f"{name}={quoted(value)}" for name, value in members.items())


def _text(value: object) -> str:
    """Return a value as a query or a form has it; truth values are written as in JSON."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(value: object) -> str:
    """Return a parameter as it stands in a query."""
    if isinstance(value, str) and "," in value and not isinstance(value, Secret):
        return _kept(value, ",")  # field lists, which come again
    return quote_plus(_text(value))


_kept = lru_cache(maxsize=64)(quote_plus)


def _not_encodable(members: JsonObject) -> InvalidInputError:
    name, value = next((name, v) for name, v in members.items() if not _is_encodable(v))
    if isinstance(value, str) and not isinstance(value, Secret):
        value = str(value)  # no kind of text that knows more
    rule = "what JSON can say: no lone surrogates, only finite numbers, no endless nesting"
    return InvalidInputError(name, value, rule)


def _is_encodable(value: object) -> bool:
    with suppress(TypeError, ValueError, RecursionError):
        secrets_in(value)
        write_json(value)
        return True
    return False
