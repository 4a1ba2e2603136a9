"""A network whose every step ends with the time of the call."""

import math
import ssl
from typing import Any, cast

import httpcore
from httpcore._utils import is_socket_readable as is_readable

from wabakit._connections.network import time_left


def _left(timeout: float | None, late: type[Exception]) -> float | None:
    if (left := time_left()) <= 0:
        raise late("the time of the call is over")
    return timeout if left == math.inf else min(left, timeout or left)


def _has_more(secured: object) -> bool:
    """Tell whether TLS has more of what came than was read: its end, or what nobody asked for."""
    try:
        came = secured.read(1) if isinstance(secured, ssl.SSLObject) else None
    except ssl.SSLError as error:
        return not isinstance(error, ssl.SSLWantReadError)
    return came is not None


class AsyncNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections that know when to stop, and give no more bytes than `most` at once."""

    def __init__(self, most: int) -> None:
        self._network, self._most = cast(Any, httpcore.AnyIOBackend()), most

    async def connect_tcp(self, *args: Any, **steps: Any) -> httpcore.AsyncNetworkStream:
        steps["timeout"] = _left(steps.get("timeout"), httpcore.ConnectTimeout)
        try:
            return AsyncConnection(await self._network.connect_tcp(*args, **steps), self._most)
        except UnicodeError as error:  # no host can have such a name
            raise httpcore.ConnectError(str(error)) from error


class AsyncConnection(httpcore.AsyncNetworkStream):
    """A connection that gives up when the time of the call is over, however busy it is."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, most: int) -> None:
        self._stream, self._most, self._socket = stream, most, stream.get_extra_info("socket")
        self._secured = stream.get_extra_info("ssl_object")

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout, httpcore.ReadTimeout)
        return await self._stream.read(min(max_bytes, self._most), left)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if buffer:
            await self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    async def start_tls(self, *args: Any, **steps: Any) -> httpcore.AsyncNetworkStream:
        steps["timeout"] = _left(steps.get("timeout"), httpcore.ConnectTimeout)
        try:
            return AsyncConnection(await self._stream.start_tls(*args, **steps), self._most)
        except BaseException:  # httpcore closes it only where it is an Exception
            await self.aclose()
            raise

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # a stream that is asked for its socket may look up its address
            return is_readable(self._socket) or _has_more(self._secured)
        return self._stream.get_extra_info(info)
