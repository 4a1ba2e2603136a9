# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/transport.py.
# Do not edit: change that file, then run `make sync`.
"""How a client sends and waits. A driver knows two methods, and no HTTP library."""

import os
from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import monotonic
from typing import Any, Protocol
from weakref import WeakKeyDictionary, ref

import attrs

from wabakit._network import ENDS, has_ended, home, proxy_for, time_left
from wabakit._secret import MASK
from wabakit._sync.clock import Clock
from wabakit._wire import LARGEST_BODY, PACKINGS, Reply, Send
from wabakit.errors import InvalidInputError


class Transport(Protocol):
    """What a driver sends and waits with."""

    def send(self, send: Send) -> Reply:
        """Send a request and return what was answered."""
        ...

    def sleep(self, seconds: float) -> None:
        """Let time pass."""


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


HttpClients = HttpClient | Callable[[], HttpClient]
"""An HTTP client, or what makes one for each process and event loop."""


@attrs.define(eq=False)
class _Pool:
    """An HTTP client, and who uses it."""

    http: HttpClient
    calls: set[object] = attrs.field(factory=set[object])
    is_left: bool = False
    """Whether no other call may use it; the last that does closes it."""


class Connections:
    """An HTTP client in each process and event loop.

    One of our own is left once a call over it was cancelled or interrupted, which can take a place
    of its pool away for ever (httpcore's issue 1093); later calls open another.

    Raises:
        InvalidInputError: `given` is no HTTP client of this face, or the environment names a
            certificate file or proxy that cannot be used.
    """

    def __init__(self, given: HttpClients | None, base_url: str, clock: Clock) -> None:
        self.sleep, self._are_own = clock.sleep, True
        if given is None:
            self._make = _opening(base_url)
        elif callable(given) and (isinstance(given, type) or not hasattr(given, "send")):
            self._make = given
        else:
            self._make, self._are_own = _giving(_checked(given)), False
        self._pools: WeakKeyDictionary[object, set[_Pool]] = WeakKeyDictionary()
        self._process = os.getpid()

    def ready(self) -> _Pool:
        """Return the client of this process and event loop.

        Raises:
            InvalidInputError: it is closed, or belongs to another process or event loop.
        """
        pools = self._here()
        pool = next((pool for pool in tuple(pools) if not pool.is_left), None)
        if pool is None:
            for ended in [place for place in list(self._pools) if has_ended(place)]:
                self._pools.pop(ended, None)
            pools.add(pool := _Pool(_checked(self._make())))
        return pool if not pool.http.is_closed else _closed()

    def send(self, send: Send) -> Reply:
        """Send a request over a connection of this process and event loop."""
        pool, call = self.ready(), object()
        pool.calls.add(call)
        try:
            return _exchange(pool.http, send)
        except Exception:
            raise
        except BaseException:
            pool.is_left = self._are_own
            raise
        finally:
            pool.calls.discard(call)
            if pool.is_left and not pool.calls:
                self._here().discard(pool)
                pool.http.close()

    def close(self) -> None:
        """Close what is our own in this process and event loop, and forget the rest."""
        if self._are_own:
            self._make = _closed
            for pool in tuple(self._here()):
                pool.http.close()
            self._pools.clear()

    def _here(self) -> set[_Pool]:
        if self._process != os.getpid():
            # The parent goes on reading from its connections, and may hold their locks.
            self._pools, self._process = WeakKeyDictionary(), os.getpid()
        return self._pools.setdefault(home(), set())


def _closed() -> Any:
    raise InvalidInputError("client", "closed", "make another client; this one was closed")


def _checked(http: Any) -> Any:
    if not hasattr(http, "close"):
        raise InvalidInputError("http_client", http, "an httpx.Client, or one that is like it")
    return http


def _opening(base_url: str) -> Callable[[], HttpClient]:
    import httpx

    from wabakit._sync.deadline import OwnTransport

    def make() -> HttpClient:
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        return httpx.Client(transport=OwnTransport(security, proxy), cookies=no_cookies)

    try:
        security, proxy = httpx.create_ssl_context(), proxy_for(base_url)
        make()  # for what it raises
    except Exception as error:  # its text may hold the password of a proxy
        rule = f"its certificate file or proxy cannot be used ({type(error).__name__})"
        raise InvalidInputError("environment", MASK, rule) from None
    return make


def _giving(http: HttpClient) -> Callable[[], HttpClient]:
    first = dict[str, object]()
    rule = (
        "it belongs to another process or event loop, where its connections are: nothing was sent; "
        "make a client with an http_client of its own here, or give a function that makes one"
    )

    def make() -> HttpClient:
        place = os.getpid(), ref(home())
        if first.setdefault("place", place) != place:
            raise InvalidInputError("http_client", http, rule)
        return http

    return make


def _exchange(http: HttpClient, send: Send) -> Reply:
    ENDS.set(monotonic() + send.left)
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
    if "cookie" not in http.headers:
        request.headers.pop("cookie", None)  # kept from an answer to another token, it may be
    return request


def _read(response: Any) -> Reply:
    status, headers, content = response.status_code, response.headers, bytearray()
    if headers.get("content-encoding", "").lower() not in PACKINGS:
        return Reply(status, headers, b"", unread="packed in a way that was not asked for")
    for piece in response.iter_bytes():
        content += piece
        if len(content) > LARGEST_BODY:
            return Reply(status, headers, b"", unread=f"larger than {LARGEST_BODY:,} bytes")
        if time_left() <= 0:
            raise TimeoutError("the time of the call is over")
    return Reply(status, headers, bytes(content))
