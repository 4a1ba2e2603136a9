"""Answers as Graph sends them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wabakit.emulator.world.chance import Chance

from .errors import GraphError
from .json_text import Json

SUCCESS: Json = {"success": True}
"""The body of most writes."""

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


def success(body: Json | list[Any], headers: Mapping[str, str], chance: Chance) -> Answer:
    """Answer 200, never 304: Graph has no ETag any longer, in no version (documented)."""
    return Answer(200, {**_traced(chance.text("trace", 34)), **headers}, _encode(body))


def failure(error: GraphError, headers: Mapping[str, str], chance: Chance) -> Answer:
    """Answer an error; the request id in the headers is the body's fbtrace_id (recorded)."""
    trace = chance.text("trace", 34)
    reason = "invalid_token" if error.code == 190 else "invalid_request"
    # json.dumps quotes, and keeps what the caller sent within one line of ASCII.
    challenge = f'OAuth "Facebook Platform" "{reason}" {json.dumps(str(error))}'
    refused = {"WWW-Authenticate": challenge, "Cache-Control": "no-store"}
    return Answer(
        error.status,
        {**_traced(trace), **headers, **refused},
        _encode(error.body(trace[:_TRACE_ID])),
    )


def _traced(trace: str) -> dict[str, str]:
    """Build the headers of every answer (recorded); the two ids are one draw."""
    return {
        "Content-Type": "application/json; charset=UTF-8",
        "x-fb-request-id": trace[:_TRACE_ID],
        "x-fb-trace-id": trace[_TRACE_ID:],
    }


_write = json.JSONEncoder(separators=(",", ":")).encode


def _encode(body: Json | list[Any]) -> bytes:
    return _write(body).encode("ascii")
