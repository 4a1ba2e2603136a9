"""Many calls in one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from wabakit.emulator.wire.answers import Answer
from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import any_text, choice, flag, items, record, text
from wabakit.emulator.wire.request import Request
from wabakit.emulator.wire.versions import written

from .call import Call, answers

MOST_ITEMS = 50
"""How many items a batch may have (documented)."""

_ITEM = record(
    "method",
    "relative_url",
    method=choice("GET", "POST", "DELETE"),
    relative_url=text(1, 10_000),
    body=any_text,
)
_ITEMS = items(_ITEM, least=1, most=1_000_000)
_FORM = {"content-type": "application/x-www-form-urlencoded"}


@answers("sendBatch")
def send_batch(call: Call, _: None) -> list[Any]:
    """Answer POST /: an answer for each item, in their order, one after the other.

    More than 50 items are refused in these words, as a GraphBatchException (public code) with 400
    and code 100 (assumed). Items are called with the token of the batch unless they have one of
    their own (documented), and with its version unless they name one (assumed). A fault that breaks
    the connection of an item makes it null, before or after its effect, as an item is that Graph
    had no time for (documented). Items that wait for others are none of the emulator's.
    """
    sent = call.parameters.required("batch", _ITEMS)
    if len(sent) > MOST_ITEMS:
        message = "Too many requests in batch message. Maximum batch size is 50"
        raise GraphError(100, message, kind="GraphBatchException")
    wanted = call.parameters.optional("include_headers", flag)
    return [_item(call, item, with_headers=wanted is not False) for item in sent]


def _item(call: Call, item: Json, *, with_headers: bool) -> Json | None:
    """Answer one item; its body is JSON as text (documented), left out where it is empty."""
    answer = call.around.answer(call.world, _request(call, item))
    _add_usage(call.usage, answer)
    if answer.dropped or answer.truncated:
        return None
    shown: Json = {"code": answer.status}
    if with_headers:
        pairs = answer.headers.items()
        shown["headers"] = [{"name": name, "value": value} for name, value in pairs]
    if answer.body:
        shown["body"] = answer.body.decode()
    return shown


def _request(call: Call, item: Json) -> Request:
    """Make the request of an item, which is no batch itself (assumed)."""
    path, _, query = item["relative_url"].partition("?")
    headers = {"host": call.request.headers.get("host", "graph.facebook.com"), **_FORM}
    body = (item.get("body") or "").encode()
    request = Request(item["method"], f"/{path}", query, headers, body, call.now)
    if not request.has_version:
        place = f"/{written(call.request.asked_version)}/{path}"
        request = Request(item["method"], place, query, headers, body, call.now)
    if not request.node_id:
        raise invalid_parameter("batch", "has an item without a path")
    if "access_token" not in request.parameters:
        request = _with_token(call, request, headers, body)
    request.in_batch = True
    return request


def _with_token(call: Call, request: Request, headers: dict[str, str], body: bytes) -> Request:
    proof = call.parameters.optional("appsecret_proof", any_text)
    own = {**request.query, **({} if proof is None else {"appsecret_proof": proof})}
    headers["authorization"] = f"Bearer {call.token.text}"
    return Request(request.method, request.path, urlencode(own), headers, body, call.now)


def _add_usage(usage: dict[str, str], answer: Answer) -> None:
    """Tell of the quota on the batch what the items tell, of each account the last (assumed)."""
    for name in ("X-App-Usage", "X-Business-Use-Case-Usage"):
        if name in answer.headers:
            usage[name] = json.dumps(
                json.loads(usage.get(name, "{}")) | json.loads(answer.headers[name])
            )
