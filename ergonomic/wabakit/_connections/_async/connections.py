"""Connections of our own to one server: the warmest is taken first, and there are 100 at most."""

from collections import deque
from contextlib import AsyncExitStack, nullcontext, suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import attrs

from wabakit._connections.http import LARGEST_BODY, make_reply, make_request, security
from wabakit._connections.network import async_wait, time_left
from wabakit._wire import OutOfTime, Reply, Send

if TYPE_CHECKING:
    import httpcore
    from anyio import Event

MOST = 100
IDLE = 30.0
"""Seconds after which a connection that nobody used is not trusted any more."""


@attrs.define(eq=False, repr=False)
class _Place:
    """Room for one connection."""

    connection: "httpcore.AsyncHTTP11Connection | None" = None

    async def aclose(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            await connection.aclose()


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


class AsyncConnections:
    """The connections of one process and event loop.

    httpcore's pool looks at each of its connections again and again, for every call; a stack costs
    the same with one in flight and with a hundred.
    """

    is_left = is_closed = False

    def __init__(self, base_url: str) -> None:
        import httpcore

        from wabakit._connections._async.deadline import AsyncNetwork

        url, host = httpcore.URL(base_url), urlsplit(base_url).netloc.encode()
        self._origin, self._request = url.origin, partial(make_request, url, host)
        self._trust = security() if url.scheme == b"https" else None
        self._network = AsyncNetwork(LARGEST_BODY)
        self._free = [_Place() for _ in range(MOST)]
        self._turns = deque[_Turn]()
        self._lock = Lock()  # held for no longer than it takes to look

    async def send(self, send: Send) -> Reply:
        """Send a request over a connection that nobody else uses.

        Raises:
            OutOfTime: no place became free in time.
        """
        place = await self._take()
        try:
            if place.connection and place.connection.has_expired():
                await place.aclose()
            connection = place.connection = place.connection or await self._open(send.connect)
            # The request is no variable: tracebacks would show a read's proof in it.
            answer = await connection.handle_async_request(self._request(send))
            content = bytearray()
            async for piece in answer.aiter_stream():
                content += piece
                if len(content) > LARGEST_BODY:
                    break
            else:
                await answer.aclose()
            return make_reply(answer, content)
        finally:
            try:
                if self.is_closed or not _is_fit(place.connection):
                    await place.aclose()
            finally:
                self._give(place)

    async def aclose(self) -> None:
        """Close every connection; one in use once it is left."""
        self.is_closed = True
        with self._lock:
            places, self._free = self._free, [_Place() for _ in self._free]
        async with AsyncExitStack() as each:  # also where the caller is cancelled meanwhile
            for place in places:
                each.push_async_callback(place.aclose)

    async def _open(self, seconds: float) -> "httpcore.AsyncHTTP11Connection":
        """Open a connection; each step may take so long."""
        import httpcore

        host, port = self._origin.host.decode(), self._origin.port
        stream = await self._network.connect_tcp(host, port, timeout=seconds)
        if self._trust is not None:
            stream = await stream.start_tls(self._trust, host, timeout=seconds)
        connection = httpcore.AsyncHTTP11Connection(self._origin, stream, IDLE)
        # Who has a place is alone with its connection, and httpcore's lock takes time at each call.
        cast(Any, connection)._state_lock = nullcontext()
        return connection

    async def _take(self) -> _Place:
        """Take the place that was left last, or wait for one behind those who wait already."""
        with self._lock:
            if self._free:
                return self._free.pop()
            from anyio import Event

            self._turns.append(turn := _Turn(Event()))
        try:
            await async_wait(turn.comes, time_left())
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
