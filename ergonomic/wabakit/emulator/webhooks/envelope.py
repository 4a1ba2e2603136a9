"""A webhook as it goes over the wire: the envelope, its bytes, and their signature."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from wabakit.emulator.world.businesses import App

Value: TypeAlias = dict[str, Any]

Earlier: TypeAlias = Mapping[str, Any]
"""What changed of a node, as it was before."""

Told: TypeAlias = Iterator[tuple[str, Value]]
"""What is told of a change: fields and their values."""

OBJECT = "whatsapp_business_account"
"""What apps subscribe to."""

_write = json.JSONEncoder(separators=(",", ":")).encode


class Notice(NamedTuple):
    """One change as a subscriber is told of it."""

    entry_id: str
    """Whose change it is: an account's, or a partner's portfolio."""
    field: str
    value: Value
    at: datetime


class Addressed(NamedTuple):
    """Something that an app is told at a callback."""

    app: App
    url: str
    notice: Notice


def write_body(notices: Sequence[Notice]) -> bytes:
    """Write the body of a POST; what one node is told of in one second stands in one entry.

    It is ASCII, with lower-case escapes and escaped slashes (documented). One POST may hold several
    entries and several changes (documented).
    """
    entries: list[Value] = []
    for notice in notices:
        change = {"field": notice.field, "value": notice.value}
        head = {"id": notice.entry_id, "time": int(notice.at.timestamp())}
        if entries and head.items() <= entries[-1].items():
            entries[-1]["changes"].append(change)
        else:
            entries.append({**head, "changes": [change]})
    # A slash stands in JSON within strings only.
    return _write({"object": OBJECT, "entry": entries}).replace("/", "\\/").encode("ascii")


def sign(body: bytes, app_secret: str) -> str:
    """Sign exactly these bytes: `sha256=` and the lower-case hex HMAC-SHA256 (documented).

    The secret is that of the app which receives, with an override too (assumed).
    """
    return "sha256=" + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
