"""An answer or a transport fault -> the right exception."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, cast

from wabakit import errors
from wabakit._json import as_object, parse_json
from wabakit._made.errors import (
    ERROR_RANGES,
    ERROR_STATUSES,
    ERRORS,
    ERRORS_AT,
    GENERIC_ERROR,
    ErrorEntry,
)
from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import behind, mask
from wabakit._usage import server_wait
from wabakit._wire import Call, MissingField, Reply, Unreadable

# Names in the class hierarchy of the transport's exception, so that any httpx-like client will do.
_TIMEOUTS = {"TimeoutException", "TimeoutError"}
_NEVER_SENT = set(
    "ConnectError ConnectTimeout PoolTimeout ProxyError UnsupportedProtocol InvalidURL OutOfTime"
    " InvalidInputError gaierror ConnectionRefusedError".split()
)


def failed(
    reply: Reply, call: Call[Any], now: datetime
) -> errors.GraphError | errors.UnexpectedAnswerError:
    """Return the error for an answer that is not good, or cannot be read.

    It is a GraphError where Graph refused, in whatever shape it said so.
    """
    fault = reply.fault
    if isinstance(fault, MissingField):
        return errors.MissingFieldError(*call.about, str(fault), reply.shown)
    if isinstance(fault, Unreadable):
        what = f"its body breaks the contract: {fault}"
    elif fault and reply.status < 300 and b"Service Unavailable" in reply.content:
        return refused(reply, call, now, HTTPStatus.SERVICE_UNAVAILABLE)
    elif "error" in reply.body or reply.status >= HTTPStatus.BAD_REQUEST or reply.denies:
        return refused(reply, call, now)
    elif fault:
        what = f"its body cannot be read: {fault}"
    else:
        what = "it points elsewhere, where the token must not go"
    error = unexpected(what, reply, call)
    error.__cause__ = fault
    return error


def unexpected(what: str, reply: Reply, call: Call[Any]) -> errors.UnexpectedAnswerError:
    """Return the error for an answer that the contract does not allow."""
    said = f"{call.subject} was answered with status {reply.status}, but "
    said += mask(what, SECRET_MEMBERS)
    return errors.UnexpectedAnswerError(*call.about, said, reply.shown)


def refused(reply: Reply, call: Call[Any], now: datetime, meant: int = 0) -> errors.GraphError:
    """Return the error that an answer stands for, most specific first.

    `meant` is the status that the answer should have come with, where its own says success.
    """
    said = reply.body.get("error")
    detail = as_object(said) or {"message": said}
    code, subcode = _integer(detail.get("code")), _integer(detail.get("error_subcode"))
    entry = find_error(code, subcode, meant or reply.status, *call.names)
    texts = {name: _text(value) for name, value in detail.items()}
    unsure = not call.is_read and entry.outcome == "unknown" and not reply.denies
    return _class(entry.kind)(
        *call.about,
        name=entry.name,
        message=texts.get("message") or entry.meaning,
        advice=entry.advice,
        code=code,
        subcode=subcode,
        type=texts.get("type"),
        details=_text(_details(detail.get("error_data"))),
        user_title=texts.get("error_user_title"),
        user_message=texts.get("error_user_msg"),
        trace_id=texts.get("fbtrace_id") or reply.headers.get("x-fb-request-id"),
        transient=hint if isinstance(hint := detail.get("is_transient"), bool) else None,
        status=reply.status,
        retry_after=server_wait(reply.headers, reply.usage, now) or entry.wait,
        repeatable=entry.repeat in ("yes", "after-wait"),
        outcome="unknown" if unsure else "not_done",
        usage=reply.usage,
        response=reply.shown,
    )


def withheld(call: Call[Any], code: int, why: str, wait: timedelta) -> errors.GraphError:
    """Return the error for a call that was not sent because Graph would have refused it."""
    entry = find_error(code, None, 400, *call.names)
    said = f"Nothing was sent: {why}"
    return _class(entry.kind)(
        *call.about, entry.name, said, entry.advice, code, retry_after=wait, repeatable=True
    )


def connection_failed(fault: Exception, call: Call[Any]) -> errors.ConnectionFailedError:
    """Return the error for a call that got no answer; `fault` becomes its cause."""
    import ssl  # whoever sends has loaded it

    names = {base.__name__ for base in type(fault).__mro__}
    sent: errors.Sent = "no" if names & _NEVER_SENT else "maybe"
    what = f"no answer ({type(fault).__name__})"
    if names & _TIMEOUTS:
        what = "no answer in time"
    elif sent == "no" and any(isinstance(cause, ssl.SSLError) for cause in behind(fault)):
        what = "no trusted TLS connection; name your certificate authority in SSL_CERT_FILE"
    safety = "Nothing was sent: repeating is safe." if sent == "no" else "It may have arrived."
    kind = errors.TimedOutError if names & _TIMEOUTS else errors.ConnectionFailedError
    said = f"{call.subject} failed: {what}. {safety}"
    return kind(*call.about, said, sent)


def _class(kind: str) -> type[errors.GraphError]:
    """Return the class for a `class` of the catalogue: `rate-limit` is RateLimitError."""
    named = kind.title().replace("-", "") + "Error"
    return cast(type[errors.GraphError], getattr(errors, named, errors.GraphError))


def find_error(code: int | None, subcode: int | None, status: int, *calls: str) -> ErrorEntry:
    """Return the catalogue's entry, most specific first: subcode, code, range, status.

    `calls` is what the contract calls the call that was refused, most specific first.
    """
    places: tuple[int | str, ...] = (status, *calls)
    if code is not None:
        for sub in (subcode, None):
            at = (ERRORS_AT.get((code, sub, place)) for place in places)
            if entry := next(filter(None, at), None) or ERRORS.get((code, sub)):
                return entry
        for first, last, entry in ERROR_RANGES:
            if first <= code <= last:
                return entry
    return ERROR_STATUSES.get(status) or ERROR_STATUSES.get(status // 100) or GENERIC_ERROR


def _details(data: object) -> object:
    """Return what `error_data` says; it is an object, a JSON text of one, or plain text."""
    with suppress(ValueError):
        data = parse_json(data) if isinstance(data, str) else data
    return (as_object(data) or {}).get("details") or data


def _integer(value: object) -> int | None:
    with suppress(ValueError):
        return int(str(value))
    return None


def _text(value: object) -> str | None:
    if value in (None, "", {}):
        return None
    return mask(value if isinstance(value, str) else json.dumps(value), SECRET_MEMBERS)
