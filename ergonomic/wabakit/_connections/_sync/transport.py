# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_connections/_async/transport.py.
# Do not edit: change that file, then run `make sync`.
"""How a client sends and waits: the door of this room.

A driver knows two methods, and no HTTP library.
"""

import os
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, Literal, Protocol, get_args
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary, ref

from wabakit._connections._sync.connections import Connections
from wabakit._connections._sync.pool import HttpClient, Pool, make_pool
from wabakit._connections.http import is_plain, security
from wabakit._connections.network import ENDS, home, proxy_for
from wabakit._connections.patches import Watch
from wabakit._options import is_loopback
from wabakit._wire import Reply, Send
from wabakit.errors import InvalidInputError

Way = Literal["auto", "httpx"]
"""Over connections of our own where nothing speaks against it, or through httpx in any case."""
HttpClients = HttpClient | Callable[[], HttpClient]
"""An HTTP client, or what makes one for each process and event loop."""
Road = Connections | Pool
Make = Callable[[], Road]

_WATCH = Watch(
    httpx=("Client", "HTTPTransport"),
    httpcore=("ConnectionPool", "HTTPConnection"),
)
"""What a call through httpx passes, and those replace who want to see it."""


class Sleeper(Protocol):
    """What lets time pass, as the clock of a client does."""

    def sleep(self, seconds: float) -> None: ...


class Transport(Sleeper, Protocol):
    """What a driver sends and waits with."""

    def ready(self) -> None: ...
    def send(self, send: Send) -> Reply:
        """Send a request and return what was answered."""
        ...


class Roads:
    """The way to Graph from each process and event loop.

    That is connections of our own, unless an HTTP client is given, or `way` or the environment's
    proxy asks for httpx; and httpx as long as somebody has replaced a function on its way, who
    means to see every call.

    Raises:
        InvalidInputError: there is no such `way`, `given` is no HTTP client of this face, or the
            environment names a certificate file or proxy that cannot be used.
    """

    def __init__(self, given: HttpClients | None, base_url: str, way: Way, clock: Sleeper) -> None:
        if way not in get_args(Way):
            raise InvalidInputError("transport", way, "'auto' or 'httpx'")
        self.sleep, self._is_ours = clock.sleep, True
        self._own: Make | None = None
        if given is None:
            proxy = None if is_loopback(urlsplit(base_url).hostname or "") else proxy_for(base_url)
            self._make: Make = partial(make_pool, proxy)
            if way == "auto" and proxy is None and is_plain(base_url):
                self._own = partial(Connections, base_url)
            else:
                self._make()  # for what it raises
            if "SSL_CERT_FILE" in os.environ or "SSL_CERT_DIR" in os.environ:
                security()  # for the same
        elif callable(given) and (isinstance(given, type) or not hasattr(given, "send")):
            make = given
            self._make = lambda: Pool(_checked(make()), is_own=True)
        else:
            self._make, self._is_ours = _giving(_checked(given)), False
        self._roads: WeakKeyDictionary[object, dict[Make, Road]] = WeakKeyDictionary()
        self._process = os.getpid()

    def ready(self) -> None:
        """Find out, before a flow begins, whether something can be sent from here.

        Raises:
            InvalidInputError: the client is closed, or belongs to another process or event loop.
        """
        if self._own is None:
            self._road()

    def send(self, send: Send) -> Reply:
        """Send a request from this process and event loop."""
        ENDS.set(monotonic() + send.left)
        return self._road().send(send)

    def close(self) -> None:
        """Close what is our own in this process and event loop, and forget the rest."""
        if self._is_ours:
            self._make, self._own = _closed, None
            for road in tuple(self._here().values()):
                road.close()
            self._roads.clear()

    def _road(self) -> Road:
        # Another thread may close it meanwhile.
        make = own if (own := self._own) and not _WATCH.sees_patches() else self._make
        here = self._here()
        road = here.get(make) or here.setdefault(make, make())
        if road.is_left:
            road = here[make] = make()
        return _closed() if road.is_closed else road

    def _here(self) -> dict[Make, Road]:
        if self._process != os.getpid():
            # The parent goes on reading from its connections, and may hold their locks.
            self._roads, self._process = WeakKeyDictionary(), os.getpid()
        if (here := self._roads.get(place := home())) is None:
            # An event loop that was closed is held by its connections.
            for ended in [old for old in list(self._roads) if getattr(old, "is_closed", bool)()]:
                self._roads.pop(ended, None)
            here = self._roads.setdefault(place, {})
        return here


def _closed() -> Any:
    raise InvalidInputError("client", "closed", "make another client; this one was closed")


def _checked(http: Any) -> Any:
    if not hasattr(http, "close"):
        raise InvalidInputError("http_client", http, "an httpx.Client, or one that is like it")
    return http


def _giving(http: HttpClient) -> Make:
    first = dict[str, object]()
    rule = (
        "it belongs to another process or event loop, where its connections are: nothing was sent; "
        "make a client with an http_client of its own here, or give a function that makes one"
    )

    def make() -> Pool:
        place = os.getpid(), ref(home())
        if first.setdefault("place", place) != place:
            raise InvalidInputError("http_client", http, rule)
        return Pool(http, is_own=False)

    return make
