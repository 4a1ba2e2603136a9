# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/transport.py.
# Do not edit: change that file, then run `make sync`.
"""How a client sends and waits. A driver knows these methods, and no HTTP library."""

import os
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import Any, Protocol, cast
from weakref import WeakKeyDictionary, ref

import httpx

from wabakit._network import has_ended, home, proxy_for
from wabakit._secret import MASK
from wabakit._timeout import ENDS, is_over
from wabakit._wire import LARGEST_BODY, PACKINGS, Reply, Send
from wabakit.errors import InvalidInputError


class Transport(Protocol):
    """What a driver sends and waits with."""

    def ready(self) -> None:
        """Refuse a call where nothing can be sent.

        Raises:
            InvalidInputError: closed, or of another process or event loop.
        """
        ...

    def send(self, send: Send) -> Reply:
        """Send a request and return what was answered."""
        ...

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        ...


class Connections:
    """Connections of our own, anew in each process and event loop.

    Raises:
        InvalidInputError: the environment names a certificate file or proxy that cannot be used.
    """

    def __init__(self, base_url: str) -> None:
        try:
            self._security, self._proxy = httpx.create_ssl_context(), proxy_for(base_url)
            self._open()  # for what it raises
        except Exception as error:  # its text may hold the password of a proxy
            rule = f"its certificate file or proxy cannot be used ({type(error).__name__})"
            raise InvalidInputError("environment", MASK, rule) from None
        self._process, self._is_closed = os.getpid(), False
        self._clients: WeakKeyDictionary[object, httpx.Client] = WeakKeyDictionary()

    def ready(self) -> None:
        """Refuse a call after `close`."""
        if self._is_closed:
            raise _closed()

    def send(self, send: Send) -> Reply:
        """Send a request over a connection of this process and event loop."""
        return _exchange(self._client(), send)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        _sleep(seconds)

    def close(self) -> None:
        """Close the connections of this process and event loop, and forget all others."""
        self._is_closed = True
        if (client := self._here().pop(home(), None)) is not None:
            client.close()
        self._clients.clear()

    def _client(self) -> httpx.Client:
        clients, place = self._here(), home()
        if client := clients.get(place):
            return client
        for left in [old for old in list(clients) if has_ended(old)]:
            clients.pop(left, None)
        return clients.setdefault(place, self._open())

    def _here(self) -> WeakKeyDictionary[object, httpx.Client]:
        if self._process != os.getpid():
            # The parent goes on reading from its connections, and may hold their locks.
            self._clients, self._process = WeakKeyDictionary(), os.getpid()
        return self._clients

    def _open(self) -> httpx.Client:
        from wabakit._sync.deadline import Network  # what it needs is loaded by the next line

        transport = httpx.HTTPTransport(verify=self._security, proxy=self._proxy)
        # httpx has no public way to hand in a network; httpcore, which it is made of, has.
        pool = cast(Any, transport)._pool
        pool._network_backend = Network(pool._network_backend)
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        return httpx.Client(transport=transport, cookies=no_cookies)


class Injected:
    """An httpx client of somebody else, or one that behaves like it."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._place: tuple[int, ref[object]] | None = None

    def ready(self) -> None:
        """Refuse a call where the client was closed, or is used in a second place."""
        if self._http.is_closed:
            raise _closed()
        place = os.getpid(), ref(home())
        self._place = self._place or place
        if place != self._place:
            rule = (
                "it belongs to another process or event loop, where its connections are: nothing "
                "was sent; make a client with an http_client of its own here"
            )
            raise InvalidInputError("http_client", self._http, rule)

    def send(self, send: Send) -> Reply:
        """Send a request through the client, which is not changed."""
        return _exchange(self._http, send)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        _sleep(seconds)


def _exchange(http: httpx.Client, send: Send) -> Reply:
    left = send.left
    before = ENDS.set(None if left is None else monotonic() + left)
    try:
        # The request is no variable: tracebacks would show a read's proof in it.
        response = http.send(_request(http, send), follow_redirects=False, stream=True)
        try:
            return _read(response)
        finally:
            response.close()
    finally:
        ENDS.reset(before)


def _request(http: httpx.Client, send: Send) -> httpx.Request:
    connect, read, left = send.connect, send.read, send.left
    if left is not None:
        connect, read = min(connect, left), min(read, left)
    request = http.build_request(
        send.method,
        f"{send.url}?{send.query}" if send.query else send.url,
        headers=send.headers,
        content=send.content,
        timeout=(connect, read, read, connect),
    )
    if "cookie" not in http.headers:
        request.headers.pop("cookie", None)  # kept from an answer to another token, it may be
    return request


def _read(response: httpx.Response) -> Reply:
    status, headers, content = response.status_code, response.headers, bytearray()
    if headers.get("content-encoding", "").lower() not in PACKINGS:
        return Reply(status, headers, b"", unread="packed in a way that was not asked for")
    for piece in response.iter_bytes():
        content += piece
        if len(content) > LARGEST_BODY:
            return Reply(status, headers, b"", unread=f"larger than {LARGEST_BODY:,} bytes")
        if is_over():
            raise httpx.ReadTimeout("the time of the call is over")
    return Reply(status, headers, bytes(content))


def _sleep(seconds: float) -> None:
    import time  # most programs never wait

    time.sleep(seconds)


def _closed() -> InvalidInputError:
    return InvalidInputError("client", "closed", "make another client; this one was closed")
