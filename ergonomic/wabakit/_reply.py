"""An HTTP answer, and what of it may be shown."""

import json
import re
from collections.abc import Iterable, Mapping

import attrs

from wabakit._graph import decode
from wabakit._json import JsonObject
from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import cover, mask, masked_answer
from wabakit.errors import Response

_SHOWN_HEADERS = (
    "content-type date facebook-api-version retry-after www-authenticate x-ad-api-version-warning"
    " x-app-usage x-business-use-case-usage x-fb-debug x-fb-request-id x-fb-rev x-fb-trace-id"
).split()
LARGEST_BODY = 16 * 1024 * 1024
"""Bytes, unpacked: several times what a page of thousands of numbers takes."""
PACKINGS = frozenset({"", "identity", "gzip", "deflate"})
"""How a body may be packed, which then grows a thousand times at most.

Packed twice, or in a younger way, a kilobyte fills the memory before a piece of it is counted.
"""
_LONGEST_TEXT = 10_000
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.ASCII | re.IGNORECASE)

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@attrs.define
class Reply:
    """An HTTP answer, whatever library brought it."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes = attrs.field(repr=False)
    unread: str = ""
    """Why the body was left, of which nothing is here then."""

    def covered(self, secrets: Iterable[str]) -> "Reply":
        """Return the reply with the secrets of client and request masked wherever they stand."""
        known = tuple(secrets)
        headers = {name.lower(): value for name, value in self.headers.items()}
        values = "\n".join(headers.values())
        if cover(values, known) != values:
            headers = {name: cover(value, known) for name, value in headers.items()}
        text = self.text
        shown = cover(text, known)
        content = self.content if shown == text else shown.encode(errors="replace")
        return attrs.evolve(self, headers=headers, content=content)

    @property
    def shown(self) -> Response:
        """The record of this reply that may be logged."""
        headers = {
            name: mask(self.headers[name]) for name in _SHOWN_HEADERS if name in self.headers
        }
        text = masked_answer(self.text, SECRET_MEMBERS)
        return Response(self.status, headers, text[:_LONGEST_TEXT])

    @property
    def text(self) -> str:
        """The body as text, in UTF-8 or else in the charset that it declares."""
        declared = _CHARSET.search(self.headers.get("content-type", ""))
        found = json.detect_encoding(self.content)
        for encoding in (found, declared[1] if declared else found):
            try:
                return self.content.decode(encoding)
            except (LookupError, UnicodeError):
                pass
        return self.content.decode(found, "replace")

    def decode(self) -> JsonObject:
        """Return the body as JSON; an error keeps its code though some bytes cannot be read.

        Raises:
            ValueError: it is not a JSON object, or a good answer with such bytes.
        """
        text = self.text
        body = decode(text)
        replaced = _REPLACEMENT in text and _REPLACEMENT.encode() not in self.content
        if replaced and self.status < 400 and "error" not in body:
            raise ValueError("it is not in its charset")
        return body
