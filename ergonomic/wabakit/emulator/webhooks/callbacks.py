"""What is asked of a callback, and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit


class WebhookRequest(NamedTuple):
    """A request to a callback: GET to verify it, POST to tell it of something."""

    method: Literal["GET", "POST"]
    url: str
    headers: dict[str, str]
    body: bytes = b""

    def __repr__(self) -> str:
        """Show where it goes, without the query, in which the verify token may be."""
        return f"WebhookRequest({self.method} {self.url.partition('?')[0]})"


Receiver: TypeAlias = Callable[[WebhookRequest], tuple[int, bytes]]
"""Answers requests to callbacks: a status, 0 if none came, and a body."""

Verdict = Literal["verified", "failed", "wrong challenge"]
"""How the verification of a callback ended."""

AGENT = {"User-Agent": "wabakit-emulator", "Accept": "*/*"}


def accept(request: WebhookRequest) -> tuple[int, bytes]:
    """Answer for a callback that nobody answers for, as one does that is content with everything.

    So it is where no receiver was handed in and no port is served, and with one for addresses that
    are reserved for documents and tests, such as those at example.com (the emulator's own).
    """
    if request.method == "POST":
        return 200, b""
    return 200, parse_qs(urlsplit(request.url).query)["hub.challenge"][-1].encode()


_NOBODYS = re.compile(r"(.+\.)?(example(\.com|\.net|\.org)?|test|invalid)")


def is_nobodys(url: str) -> bool:
    """Tell whether an address is one that is reserved for documents and tests (RFC 2606)."""
    return _NOBODYS.fullmatch(urlsplit(url).hostname or "") is not None


def verification(url: str, verify_token: str, challenge: str) -> WebhookRequest:
    """Ask a callback to prove that it expects webhooks (documented)."""
    scheme, host, path, query, _ = urlsplit(url)
    asked = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": verify_token}
    whole = "&".join(filter(None, [query, urlencode(asked)]))
    return WebhookRequest("GET", urlunsplit((scheme, host, path, whole, "")), dict(AGENT))


def judge(status: int, body: bytes, challenge: str) -> Verdict:
    """Judge the answer: 200 with the challenge alone as its body passes (documented)."""
    if status != 200:
        return "failed"
    return "verified" if body == challenge.encode() else "wrong challenge"
