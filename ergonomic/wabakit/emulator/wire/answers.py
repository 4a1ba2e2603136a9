"""Answers as Graph sends them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from wabakit.emulator.world.chance import Chance

from .errors import GraphError
from .request import Request
from .versions import answering_version, upgrade_warning, written

_TRACE_ID = 23


@dataclass(slots=True)
class Answer:
    """Status, headers and body of one HTTP answer; a body may carry the token in its links.

    The rest is what a fault does on the way: the seconds until the answer comes, whether the
    connection ends before it, or in the middle of its body.
    """

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)
    delay: float = 0.0
    dropped: bool = False
    truncated: bool = False


def success(
    request: Request, body: dict[str, Any], usage: dict[str, str], chance: Chance
) -> Answer:
    """Answer 200, never 304: Graph has no ETag any longer, in no version (documented)."""
    return Answer(200, {**_headers(request, chance.text("trace", 34)), **usage}, _encode(body))


def failure(request: Request, error: GraphError, usage: dict[str, str], chance: Chance) -> Answer:
    """Answer an error; the request id in the headers is the body's fbtrace_id (recorded)."""
    trace = chance.text("trace", 34)
    reason = "invalid_token" if error.code == 190 else "invalid_request"
    # json.dumps quotes, and keeps what the caller sent within one line of ASCII.
    challenge = f'OAuth "Facebook Platform" "{reason}" {json.dumps(str(error))}'
    headers = {
        **_headers(request, trace),
        **usage,
        "WWW-Authenticate": challenge,
        "Cache-Control": "no-store",
    }
    return Answer(error.status, headers, _encode(error.body(trace[:_TRACE_ID])))


def _headers(request: Request, trace: str) -> dict[str, str]:
    """Build the headers of every answer (recorded); the two ids are one draw."""
    answering = answering_version(request.asked_version, request.now)
    headers = {
        "Content-Type": "application/json; charset=UTF-8",
        "facebook-api-version": written(answering),
        "x-fb-request-id": trace[:_TRACE_ID],
        "x-fb-trace-id": trace[_TRACE_ID:],
    }
    if answering != request.asked_version:
        headers["X-Ad-Api-Version-Warning"] = upgrade_warning(request.asked_version, answering)
    return headers


_write = json.JSONEncoder(separators=(",", ":")).encode


def _encode(body: dict[str, Any]) -> bytes:
    return _write(body).encode("ascii")
