"""Somebody else who manages the same numbers, and is a moment faster."""

import json
from typing import Any

import httpx

from wabakit.emulator import Emulator

PIN = "999999"
VALUES: dict[str, Any] = {
    "pin": PIN,
    "new_display_name": "Somebody Else",
    "verified_name": "Somebody Else",
    "username": "somebody_else",
}
"""What the rival sends in place of what it is a rival to."""
WRITES = ("register", "deregister", "username", "phone_numbers", "request_code", "")


def act_as_rival(emulator: Emulator, request: httpx.Request) -> None:
    """Make the same kind of call with other values; Graph may refuse it."""
    if request.headers.get("content-type", "").endswith("urlencoded"):
        return  # a batch of reads
    edge = "/".join(request.url.path.split("/")[3:])
    if edge not in WRITES:
        return
    body = json.loads(request.read() or b"{}")
    changed = {name: VALUES.get(name, value) for name, value in body.items()}
    content = json.dumps(changed) if body else None
    headers = {
        n: request.headers[n] for n in ("authorization", "content-type") if n in request.headers
    }
    emulator.transport().handle_request(
        httpx.Request(request.method, request.url, headers=headers, content=content)
    )
