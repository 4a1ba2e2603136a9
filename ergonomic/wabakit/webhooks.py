"""What Meta tells your app of accounts and numbers: typed events out of the bytes of a webhook.

    for event in webhooks.parse(body, signature, app_secret):
        if isinstance(event, webhooks.PhoneNumberNameUpdate):
            print(event.digits, event.decision)

Functions on what came in, for any framework; they need no client and send nothing.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, TypeAlias, cast
from urllib.parse import parse_qs

import attrs

from wabakit._event import Event, UnknownEvent, field_of
from wabakit._json import JsonObject, as_list, as_object
from wabakit._made import events
from wabakit._made.events import *
from wabakit._made.events import EVENTS
from wabakit._options import fault_in_secret
from wabakit._secret import Secret, hidden
from wabakit.errors import InvalidInputError, WabakitError

__all__: list[str] = [
    "BodyError",
    "Event",
    "SignatureError",
    "UnknownEvent",
    "WebhookError",
    "answer_challenge",
    "parse",
]
__all__ += events.__all__

LARGEST_BODY = 3 * 1024 * 1024
"""Bytes that Meta sends at most."""
DEEPEST = 64
"""Levels of a body; Meta nests a dozen."""

Query: TypeAlias = Mapping[str, Any] | str | bytes | None
"""A query as frameworks give it: texts or lists of them by name, the query string, or nothing."""


@attrs.define(slots=False, eq=False, repr=False)
class WebhookError(WabakitError):
    """What came in is not to be read."""

    status: ClassVar[int] = 400
    """The HTTP status to answer it with."""
    message: str

    def __str__(self) -> str:
        return self.message


class SignatureError(WebhookError):
    """A webhook, or the request that verifies a callback, is not shown to come from Meta."""

    status = 403


class BodyError(WebhookError, ValueError):
    """A body is no webhook of a WhatsApp Business Account, or larger than Meta sends any.

    With a good signature it means that another product of Meta's is subscribed to the same address.
    """


def parse(body: bytes, signature: str | None = None, app_secret: str | None = None) -> list[Event]:
    """Read the events out of a webhook, once its signature shows that it comes from Meta.

    A webhook may hold several events, also of several accounts; one that wabakit has no class for,
    such as a message, is an `UnknownEvent`. Meta sends a webhook again until you answer 200, for up
    to seven days: `Event.key` tells what you had before. The order of `Event.time` is not the one
    in which they come.

    Args:
        body: The body as it came, byte for byte, at most 3 MB: what a framework has parsed and
            written again has another signature.
        signature: The header `X-Hub-Signature-256`.
        app_secret: The secret of the app that receives, never logged or shown. Without it and
            without a signature **nothing is checked**: for tests, or behind what has checked it.

    Returns:
        The events in the order of the body, none if it has none.

    Raises:
        SignatureError: the signature is wrong or malformed, or missing with an `app_secret`.
        BodyError: it is no webhook of a WhatsApp Business Account, or is too large.
        InvalidInputError: `body` is no bytes, `app_secret` no text, or missing with a signature.

    Source: Webhooks (Meta); openapi/phone_numbers.yaml, `webhooks`.
    """
    app_secret = None if app_secret is None else hidden(app_secret)
    if not isinstance(cast(object, body), bytes | bytearray | memoryview):
        raise InvalidInputError("body", body, "the bytes that came, neither decoded nor parsed")
    content = bytes(body)
    if len(content) > LARGEST_BODY:
        raise BodyError(f"a webhook has at most {LARGEST_BODY:,} bytes, and this {len(content):,}")
    if signature is not None or app_secret is not None:
        _check_signature(content, signature, app_secret)
    return list(_events(_decoded(content)))


def answer_challenge(query: Query, verify_token: str) -> str:
    """Return what to answer to the GET by which Meta verifies a callback: the challenge alone.

    Meta sends it when a callback is set for an app, an account or a number.

    Args:
        query: The query of the request: a mapping to text or to lists of it, the query string, or
            None where there is none.
        verify_token: The token that you gave with the callback, never logged or shown.

    Returns:
        The body of the answer; answer 200, as `text/plain`.

    Raises:
        SignatureError: the token is another, the mode is not `subscribe`, or a member is missing.
        InvalidInputError: `query` is neither mapping nor text, or `verify_token` no text.

    Source: Webhooks (Meta).
    """
    verify_token, kind = hidden(verify_token), type(query).__name__
    asked, query = _members(query), None  # as it may hold the token
    if not isinstance(cast(object, verify_token), str) or not verify_token.strip():
        rule = "text that is not empty: is what it is read from set?"
        raise InvalidInputError("verify_token", verify_token, rule)
    if asked is None:
        raise InvalidInputError("query", kind, "the query of the request: a mapping, or its text")
    if asked["hub.mode"] != "subscribe":
        raise SignatureError("the request verifies no callback: hub.mode is not subscribe")
    if not hmac.compare_digest(_bytes(asked["hub.verify_token"]), _bytes(verify_token)):
        raise SignatureError("hub.verify_token is not the token that the callback was set with")
    if not asked["hub.challenge"]:
        raise SignatureError("the request verifies no callback: hub.challenge is missing")
    return str(asked["hub.challenge"])


def _check_signature(body: bytes, signature: object, app_secret: Secret | None) -> None:
    if rule := fault_in_secret(app_secret):
        raise InvalidInputError("app_secret", app_secret, rule)
    if signature is None:
        raise SignatureError("X-Hub-Signature-256 is missing, which Meta sends with every webhook")
    told = re.fullmatch("sha256=([0-9a-f]{64})", str(signature), re.ASCII)
    if told is None:
        raise SignatureError("X-Hub-Signature-256 is not sha256= and 64 hexadecimal digits")
    # What would have been right is no variable, for a traceback would show it.
    key = cast(Secret, app_secret)
    if not hmac.compare_digest(hmac.new(_bytes(key), body, hashlib.sha256).hexdigest(), told[1]):
        raise SignatureError(
            "X-Hub-Signature-256 does not fit: the body is not as it came, "
            "or app_secret is not that of the app that receives"
        )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _members(query: object) -> dict[str, Secret] | None:
    """Return what verifies a callback, empty where it is missing; None of what is no query."""
    if isinstance(query, bytes):
        query = query.decode("ascii", "replace")
    if isinstance(query, str):
        query = parse_qs(query.removeprefix("?"), keep_blank_values=True)
    if not isinstance(query, Mapping | None):
        return None
    given = cast("Mapping[str, Any]", query or {})
    names = ("hub.mode", "hub.verify_token", "hub.challenge")
    return {name: Secret(_first(given.get(name))) for name in names}


def _first(given: object) -> str:
    listed = as_list(given)
    first = listed[0] if listed else given
    return first if isinstance(first, str) else ""


def _decoded(body: bytes) -> JsonObject:
    try:
        found = as_object(json.loads(body.decode()))
    except (ValueError, RecursionError):
        found = None
    opened = body.count(b"[") + body.count(b"{")  # which tells most bodies to be flat, for nothing
    if found is None or (opened > DEEPEST and _is_deep(found)):
        raise BodyError("the body is no JSON object, or nested too deeply")
    return found


def _is_deep(value: object) -> bool:
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for each in level
            for inner in (each.values() if as_object(each) is not None else each)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _events(body: JsonObject) -> Iterator[Event]:
    if body.get("object") != "whatsapp_business_account":
        raise BodyError("the body is no webhook of a WhatsApp Business Account, by its object")
    for entry in _objects(body, "entry"):
        for change in _objects(entry, "changes"):
            if not isinstance(field := change.get("field"), str):
                raise BodyError("the body is no webhook: the field of a change is no text")
            can_be_read = isinstance(change.get("value"), dict)
            kind = EVENTS.get(field_of(field), UnknownEvent) if can_be_read else UnknownEvent
            yield kind({**entry, "changes": [change]})


def _objects(holder: JsonObject, name: str) -> list[JsonObject]:
    """Return a list of objects, empty where it is missing; nothing else may stand in it."""
    listed = as_list(holder.get(name, []))
    if listed is None or not all(isinstance(item, dict) for item in listed):
        raise BodyError(f"the body is no webhook: {name} is no list of objects")
    return listed


for _name in __all__:  # so tracebacks, help() and pickles call them
    globals()[_name].__module__ = __name__
