"""HTTP as connections of our own speak it, in the types of httpcore; and whom they trust."""

import os
import re
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from wabakit._secret import MASK
from wabakit._wire import Reply, Send, Unreadable
from wabakit.errors import InvalidInputError

if TYPE_CHECKING:
    import ssl

    import httpcore

LARGEST_BODY = 16 * 1024 * 1024
"""Bytes, unpacked: several times what a page of thousands of numbers takes."""
PACKINGS = frozenset({"", "identity", "gzip", "deflate"})
"""How a body may be packed, which then grows a thousand times at most.

Packed twice, or in a younger way, a kilobyte fills the memory before a piece of it is counted.
"""
UNASKED = "it is packed in a way that was not asked for"
TOO_LARGE = f"it is larger than {LARGEST_BODY:,} bytes"

_PLAIN = re.compile(r"https?://[\w.:\[\]-]+(/[\w~-][\w.~-]*)*/?", re.ASCII)


def is_plain(base_url: str) -> bool:
    """Tell whether a base URL is sent as it is written; httpx knows how to encode the others."""
    return bool(_PLAIN.fullmatch(base_url))


@contextmanager
def usable_environment() -> Generator[None]:
    """Refuse what the environment names, if it turns out to be unusable."""
    try:
        yield
    except Exception as error:  # its text may hold the password of a proxy
        rule = f"its certificate file or proxy cannot be used ({type(error).__name__})"
        raise InvalidInputError("environment", MASK, rule) from None


def security() -> "ssl.SSLContext":
    """Return whom the environment trusts; as it takes long, that is read once a process.

    Raises:
        InvalidInputError: its certificates cannot be used.
    """
    with usable_environment():
        return _security(*map(os.environ.get, ("SSL_CERT_FILE", "SSL_CERT_DIR")))


@lru_cache
def _security(file: str | None, folder: str | None) -> "ssl.SSLContext":
    import ssl

    if not file and not folder:
        import certifi

        file = certifi.where()
    trust = ssl.create_default_context(cafile=file or None, capath=folder or None)
    trust.set_alpn_protocols(["http/1.1"])
    return trust


def make_request(base: "httpcore.URL", host: bytes, send: Send) -> "httpcore.Request":
    """Return the request, whose parts are ready: nothing is parsed or encoded twice."""
    import httpcore

    # URL and headers are no variables: tracebacks would show token and proof in them.
    return httpcore.Request(
        send.method,
        httpcore.URL(scheme=base.scheme, host=base.host, port=base.port, target=_target(send)),
        headers=list(_headers(host, send)),
        content=send.content,
        extensions={"timeout": {"connect": send.connect, "read": send.read, "write": send.read}},
    )


def _headers(host: bytes, send: Send) -> Iterator[tuple[bytes, bytes]]:
    yield from ((b"Host", host), (b"Accept", b"*/*"))
    for name, value in send.headers.items():
        yield name.encode(), value.encode()
    if send.method != "GET":
        yield b"Content-Length", b"%d" % len(send.content or b"")


def _target(send: Send) -> bytes:
    path = send.url[send.url.index("/", len("https://")) :]
    return (f"{path}?{send.query}" if send.query else path).encode()


def make_reply(answer: "httpcore.Response", content: bytes | bytearray) -> Reply:
    """Return the reply, unpacked no further than it may be large."""
    headers = dict[str, str]()
    for key, value in answer.headers:
        name, text = key.decode("latin-1").lower(), value.decode(errors="replace")
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    packing = headers.get("content-encoding", "").lower()
    if packing not in PACKINGS:
        return Reply(answer.status, headers, b"", Unreadable(UNASKED))
    content = content if packing in ("", "identity") else _unpacked(content, packing)
    if len(content) > LARGEST_BODY:
        return Reply(answer.status, headers, b"", Unreadable(TOO_LARGE))
    return Reply(answer.status, headers, bytes(content))


def _unpacked(content: bytes | bytearray, packing: str) -> bytes:
    """Unpack; deflate also without the head that it ought to have, as some servers send it."""
    import httpcore

    wide = zlib.MAX_WBITS
    for kind in (16 + wide,) if packing == "gzip" else (wide, -wide):
        try:
            return zlib.decompressobj(kind).decompress(content, LARGEST_BODY + 1)
        except zlib.error:
            continue
    raise httpcore.RemoteProtocolError("the answer cannot be unpacked")
