"""Webhooks as Meta sends them, for tests."""

import hashlib
import hmac
import json
from typing import Any

from tests.contract.document import delivered, samples, webhooks
from wabakit.webhooks import Event, parse

APP_SECRET = "4b2d9e0f7a615c38d1e2f3a4b5c6d7e8"
WABA, PORTFOLIO, TIME = "220033445566778", "330044556677889", 1795000000
DIGITS = "12025550142"

SAMPLES: dict[str, Any] = {
    f"{field}-{name}": body
    for field, call in webhooks()
    for name, body in samples(call["requestBody"]["content"]["application/json"]).items()
}
"""The deliveries that the contract shows."""

CHANGES = [
    (field, value, event)
    for body in SAMPLES.values()
    for (field, value), event in zip(delivered(body), parse(json.dumps(body).encode()), strict=True)
]
"""Every event of them, with its field and value."""


def delivery(
    field: str, value: Any, id: Any = WABA, time: Any = TIME, object: Any = None
) -> dict[str, Any]:
    """Make a delivery of one event; None leaves a member out."""
    entry = {"id": id, "time": time, "changes": [{"field": field, "value": value}]}
    told = {name: member for name, member in entry.items() if member is not None}
    return {"object": object or "whatsapp_business_account", "entry": [told]}


def wire(body: Any) -> bytes:
    """Write a body as Meta does, in escaped ASCII."""
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


def sign(body: bytes, secret: str = APP_SECRET) -> str:
    """Sign a body as Meta does."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def event(field: str, value: Any, **envelope: Any) -> Any:
    """Read the only event of a delivery."""
    (found,) = parse(wire(delivery(field, value, **envelope)))
    assert isinstance(found, Event)
    return found
