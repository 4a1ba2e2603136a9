# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_connections/_async/pool.py.
# Do not edit: change that file, then run `make sync`.
"""An HTTP client, of ours or of somebody else's, and who uses it."""

from typing import Any, Protocol

import attrs

from wabakit._connections.http import (
    LARGEST_BODY,
    PACKINGS,
    TOO_LARGE,
    UNASKED,
    security,
    usable_environment,
)
from wabakit._connections.network import time_left
from wabakit._wire import Reply, Send, Unreadable


class HttpClient(Protocol):
    """What is needed of an HTTP client: `Client` of httpx, of httpx2 or one that is like them.

    Requests and answers are those of its library.
    """

    @property
    def is_closed(self) -> bool: ...
    @property
    def headers(self) -> Any: ...
    def build_request(
        self, method: str, url: str, *, headers: Any, content: Any, timeout: Any
    ) -> Any: ...
    def send(self, request: Any, *, stream: bool, follow_redirects: bool) -> Any: ...
    def close(self) -> None: ...


@attrs.define(eq=False, repr=False)
class Pool:
    """An HTTP client in one process and event loop.

    One of our own is left once a call over it was cancelled or interrupted, which can take a place
    of its pool away for ever (httpcore's issue 1093); later calls open another.
    """

    http: HttpClient
    is_own: bool
    is_left: bool = False
    """Whether no other call may use it; the last that does closes it."""
    calls: set[object] = attrs.field(factory=set[object])

    @property
    def is_closed(self) -> bool:
        """Whether its owner has closed it."""
        return self.http.is_closed

    def send(self, send: Send) -> Reply:
        """Send a request by the client."""
        self.calls.add(call := object())
        try:
            return _exchange(self.http, send)
        except BaseException as end:
            self.is_left |= self.is_own and not isinstance(end, Exception)
            raise
        finally:
            self.calls.discard(call)
            if self.is_left and not self.calls:
                self.http.close()

    def close(self) -> None:
        """Close the client."""
        self.http.close()


def make_pool(proxy: str | None) -> Pool:
    """Make a client of httpx, whose every step ends with the time of the call.

    Raises:
        InvalidInputError: the certificate file or the proxy cannot be used.
    """
    from http.cookiejar import CookieJar, DefaultCookiePolicy  # half of an HTTP library

    import httpx

    from wabakit._connections._sync.through_httpx import TimedTransport

    trust, no_cookies = security(), CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    with usable_environment():
        transport = TimedTransport(trust, proxy)
        return Pool(httpx.Client(transport=transport, cookies=no_cookies), is_own=True)


def _exchange(http: HttpClient, send: Send) -> Reply:
    # The request is no variable: tracebacks would show a read's proof in it.
    response = http.send(_request(http, send), follow_redirects=False, stream=True)
    try:
        return _read(response)
    finally:
        response.close()


def _request(http: HttpClient, send: Send) -> Any:
    connect, read = min(send.connect, send.left), min(send.read, send.left)
    request = http.build_request(
        send.method,
        f"{send.url}?{send.query}" if send.query else send.url,
        headers=send.headers,
        content=send.content,
        timeout=(connect, read, read, connect),
    )
    if "cookie" in request.headers and "cookie" not in http.headers:
        del request.headers["cookie"]  # kept from an answer to another token, it may be
    return request


def _read(response: Any) -> Reply:
    status, content = response.status_code, bytearray()
    headers = {name.lower(): value for name, value in response.headers.items()}
    if headers.get("content-encoding", "").lower() not in PACKINGS:
        return Reply(status, headers, b"", Unreadable(UNASKED))
    for piece in response.iter_bytes():
        content += piece
        if len(content) > LARGEST_BODY:
            return Reply(status, headers, b"", Unreadable(TOO_LARGE))
        if time_left() <= 0:
            raise TimeoutError("the time of the call is over")
    return Reply(status, headers, bytes(content))
