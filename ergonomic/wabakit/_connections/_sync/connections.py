# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_connections/_async/connections.py.
# Do not edit: change that file, then run `make sync`.
"""Connections of our own to one server: the warmest is taken first, and there are 100 at most."""

from collections import deque
from contextlib import ExitStack, nullcontext, suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import attrs

from wabakit._connections.http import LARGEST_BODY, make_reply, make_request, security
from wabakit._connections.network import time_left, wait
from wabakit._wire import OutOfTime, Reply, Send

if TYPE_CHECKING:
    from threading import Event

    import httpcore

MOST = 100
IDLE = 30.0
"""Seconds after which a connection that nobody used is not trusted any more."""


@attrs.define(eq=False, repr=False)
class _Place:
    """Room for one connection."""

    connection: "httpcore.HTTP11Connection | None" = None

    def close(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()


@attrs.define(eq=False, repr=False)
class _Turn:
    """A call that waits for a place."""

    comes: "Event"
    place: _Place | None = None


def _is_fit(connection: Any) -> Any:
    """Tell whether a connection may take another call: all that came over it was the answer.

    httpcore would take what came behind an answer for the answer to the next call, and has no
    public way to ask.
    """
    return connection and connection.is_available() and not any(connection._h11_state.trailing_data)


class Connections:
    """The connections of one process and event loop.

    httpcore's pool looks at each of its connections again and again, for every call; a stack costs
    the same with one in flight and with a hundred.
    """

    is_left = is_closed = False

    def __init__(self, base_url: str) -> None:
        import httpcore

        from wabakit._connections._sync.deadline import Network

        url, host = httpcore.URL(base_url), urlsplit(base_url).netloc.encode()
        self._origin, self._request = url.origin, partial(make_request, url, host)
        self._trust = security() if url.scheme == b"https" else None
        self._network = Network(LARGEST_BODY)
        self._free = [_Place() for _ in range(MOST)]
        self._turns = deque[_Turn]()
        self._lock = Lock()  # held for no longer than it takes to look

    def send(self, send: Send) -> Reply:
        """Send a request over a connection that nobody else uses.

        Raises:
            OutOfTime: no place became free in time.
        """
        place = self._take()
        try:
            if place.connection and place.connection.has_expired():
                place.close()
            connection = place.connection = place.connection or self._open(send.connect)
            # The request is no variable: tracebacks would show a read's proof in it.
            answer = connection.handle_request(self._request(send))
            content = bytearray()
            for piece in answer.iter_stream():
                content += piece
                if len(content) > LARGEST_BODY:
                    break
            else:
                answer.close()
            return make_reply(answer, content)
        finally:
            try:
                if self.is_closed or not _is_fit(place.connection):
                    place.close()
            finally:
                self._give(place)

    def close(self) -> None:
        """Close every connection; one in use once it is left."""
        self.is_closed = True
        with self._lock:
            places, self._free = self._free, [_Place() for _ in self._free]
        with ExitStack() as each:  # also where the caller is cancelled meanwhile
            for place in places:
                each.callback(place.close)

    def _open(self, seconds: float) -> "httpcore.HTTP11Connection":
        """Open a connection; each step may take so long."""
        import httpcore

        host, port = self._origin.host.decode(), self._origin.port
        stream = self._network.connect_tcp(host, port, timeout=seconds)
        if self._trust is not None:
            stream = stream.start_tls(self._trust, host, timeout=seconds)
        connection = httpcore.HTTP11Connection(self._origin, stream, IDLE)
        # Who has a place is alone with its connection, and httpcore's lock takes time at each call.
        cast(Any, connection)._state_lock = nullcontext()
        return connection

    def _take(self) -> _Place:
        """Take the place that was left last, or wait for one behind those who wait already."""
        with self._lock:
            if self._free:
                return self._free.pop()
            from threading import Event

            self._turns.append(turn := _Turn(Event()))
        try:
            wait(turn.comes, time_left())
            if turn.place is None or time_left() <= 0:
                raise OutOfTime
            return turn.place
        except BaseException:
            with self._lock, suppress(ValueError):  # where it has come
                self._turns.remove(turn)
            if turn.place is not None:
                self._give(turn.place)
            raise

    def _give(self, place: _Place) -> None:
        with self._lock:
            if not self._turns:
                return self._free.append(place)
            turn = self._turns.popleft()
            turn.place = place
        return turn.comes.set()
