"""One HTTP request, taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email import message_from_bytes
from typing import Any
from urllib.parse import unquote, unquote_plus

from wabakit.emulator.contract import secrets

from .json_text import DEEPEST
from .parameters import Parameters, decode_json, json_object
from .versions import Version, answering_version, default_version, parse_version

_LOOPBACK = re.compile(r"(localhost|127(\.[0-9]+){3}|\[::1\])(:[0-9]+)?", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Tell whether a host, with or without its port, names this machine and no other."""
    return _LOOPBACK.fullmatch(host) is not None


def stranger(headers: Mapping[str, str]) -> str | None:
    """Say why a caller is kept out who is not of this machine; None lets it in.

    Host has to be a loopback name, so that no name that was bent to 127.0.0.1 reaches us, and a
    page has to be our own, lest one of another site or port does.
    """
    host, origin = headers.get("host"), headers.get("origin")
    if host is not None and not is_loopback(host):
        return f"'{host}' does not name this machine alone; ask for localhost, or start with --host"
    if origin is not None and origin.lower() != f"http://{host}".lower():
        return f"pages of {origin} are not answered, only the emulator's own"
    return None


class Request:
    """A request as Graph reads it: `/{version}/{node}/{edge}`, the version being optional.

    An unversioned call gets the contract's version, where Graph takes the one chosen in the app's
    dashboard (documented).
    """

    def __init__(
        self,
        method: str,
        path: str,
        query: str | Mapping[str, str],
        headers: Mapping[str, str],
        body: bytes,
        now: datetime,
    ) -> None:
        self.method: str = method.upper()
        self.path = path
        self.query: dict[str, str] = _pairs(query) if isinstance(query, str) else dict(query)
        self.headers: dict[str, str] = {name.lower(): value for name, value in headers.items()}
        self.now = now
        self.in_batch: bool = False
        """Whether it is an item of a batch."""
        self._body = body
        self._parameters: Parameters | None = None
        segments = [unquote(segment) for segment in path.split("/") if segment]
        version = parse_version(segments[0]) if segments else None
        if version:
            del segments[0]
        self.has_version: bool = version is not None
        self.asked_version: Version = version or default_version()
        self.version: Version = answering_version(self.asked_version, now)
        """Which one answers."""
        self.node_id: str = segments[0] if segments else ""
        self.edge: str = "/".join(segments[1:])

    @property
    def host(self) -> str:
        """Scheme and host the caller used: plain http on loopback only."""
        host = self.headers.get("host", "graph.facebook.com")
        return f"{'http' if is_loopback(host) else 'https'}://{host}"

    @property
    def parameters(self) -> Parameters:
        """Parameters of query and body together; the body wins (assumed).

        Graph takes JSON, form fields and the query alike for POST (recorded, documented).
        """
        if self._parameters is None:
            self._parameters = Parameters({**self.query, **self.body_values()})
        return self._parameters

    def redacted_query(self) -> dict[str, str]:
        """Give the query without the token and every other secret."""
        shown = {name: value for name, value in self.query.items() if name not in secrets()}
        shown.pop("batch", None)  # whose items may have a token of their own
        return shown

    def body_values(self, deepest: int = DEEPEST) -> dict[str, Any]:
        """Read the body alone; JSON may have so many levels."""
        if not self._body.strip():
            return {}
        kind = self.headers.get("content-type", "").lower()
        if "multipart/form-data" in kind:
            return _multipart(self.headers["content-type"], self._body)
        if "json" in kind or self._body.lstrip().startswith(b"{"):
            return json_object(decode_json(self._body, deepest), "body")
        return dict(_pairs(self._body.decode("utf-8", "replace")))


def _pairs(text: str) -> dict[str, str]:
    parts = (part.partition("=") for part in text.split("&") if part)
    return {unquote_plus(name): unquote_plus(value) for name, _, value in parts}


def _multipart(content_type: str, body: bytes) -> dict[str, Any]:
    message = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    values: dict[str, Any] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            values[name] = content.decode("utf-8", "replace")
    return values
