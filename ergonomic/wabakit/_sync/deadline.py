# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/deadline.py.
# Do not edit: change that file, then run `make sync`.
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


class Network(httpcore.NetworkBackend):
    """Opens connections that know when to stop."""

    def __init__(self, network: httpcore.NetworkBackend) -> None:
        self._network = network

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return Connection(
            self._network.connect_tcp(host, port, left, local_address, socket_options)
        )


class Connection(httpcore.NetworkStream):
    """A connection that gives up when the time of the call is over, however busy it is."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout, httpcore.ReadTimeout)
        return self._stream.read(min(max_bytes, _MOST_READ), left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return Connection(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
