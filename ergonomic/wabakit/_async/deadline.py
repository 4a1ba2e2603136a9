"""A network whose every step ends with the time of the call; only our own connections use it."""

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

from wabakit._timeout import ENDS, is_over

_MOST_READ = 16 * 1024
"""Bytes taken from a connection at once, as many as TLS gives. The HTTP library unpacks them before
they can be counted, to a thousand times as many at worst."""


def _left(timeout: float | None, late: type[Exception]) -> float | None:
    ends = ENDS.get()
    if ends is None:
        return timeout
    if is_over():
        raise late("the time of the call is over")
    left = max(0.001, ends - monotonic())
    return left if timeout is None else min(timeout, left)


class AsyncNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections that know when to stop."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self._network = network

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return AsyncConnection(
            await self._network.connect_tcp(host, port, left, local_address, socket_options)
        )


class AsyncConnection(httpcore.AsyncNetworkStream):
    """A connection that gives up when the time of the call is over, however busy it is."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout, httpcore.ReadTimeout)
        return await self._stream.read(min(max_bytes, _MOST_READ), left)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return AsyncConnection(await self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
