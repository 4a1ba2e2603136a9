"""Connections of our own, whose every step ends with the time of the call."""

import math
import ssl
from typing import Any

import httpcore
import httpx

from wabakit._network import time_left

_MOST_READ = 16 * 1024
"""Bytes taken from a connection at once, as many as TLS gives. The HTTP library unpacks them before
they can be counted, to a thousand times as many at worst."""


def _left(timeout: float | None, late: type[Exception]) -> float | None:
    left = time_left()
    if left <= 0:
        raise late("the time of the call is over")
    return timeout if left == math.inf else min(left, timeout or left)


class AsyncOwnTransport(httpx.AsyncHTTPTransport):
    """What httpx sends with."""

    def __init__(self, security: ssl.SSLContext, proxy: str | None) -> None:
        super().__init__(verify=security, proxy=proxy)
        # httpx has no public way to hand in a network; httpcore, which it is made of, has.
        pool: Any = self._pool
        pool._network_backend = AsyncNetwork(pool._network_backend)

    async def aclose(self) -> None:
        """Close every connection, also where the caller is cancelled or interrupted meanwhile."""
        await _close(self._pool.connections)


async def _close(connections: list[Any]) -> None:
    try:
        if connections:
            await connections.pop().aclose()  # which ends it before it waits
    finally:
        if connections:
            await _close(connections)


class AsyncNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections that know when to stop."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self._network = network

    async def connect_tcp(self, *args: Any, **steps: Any) -> httpcore.AsyncNetworkStream:
        steps["timeout"] = _left(steps.get("timeout"), httpcore.ConnectTimeout)
        return AsyncConnection(await self._network.connect_tcp(*args, **steps))


class AsyncConnection(httpcore.AsyncNetworkStream):
    """A connection that gives up when the time of the call is over, however busy it is."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout, httpcore.ReadTimeout)
        return await self._stream.read(min(max_bytes, _MOST_READ), left)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    async def start_tls(self, *args: Any, **steps: Any) -> httpcore.AsyncNetworkStream:
        steps["timeout"] = _left(steps.get("timeout"), httpcore.ConnectTimeout)
        return AsyncConnection(await self._stream.start_tls(*args, **steps))

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
