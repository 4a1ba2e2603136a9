"""What a client of httpx that is our own sends with."""

import ssl
from contextlib import AsyncExitStack
from typing import Any, cast

import httpx

from wabakit._connections._async.deadline import AsyncNetwork

_MOST_READ = 16 * 1024
"""Bytes, as many as TLS gives at once. httpx unpacks them before they can be counted, to a thousand
times as many at worst."""


class AsyncTimedTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport, whose every step ends with the time of the call."""

    def __init__(self, security: ssl.SSLContext, proxy: str | None) -> None:
        super().__init__(verify=security, proxy=proxy)
        # httpx has no public way to hand in a network; httpcore, which it is made of, has.
        cast(Any, self._pool)._network_backend = AsyncNetwork(_MOST_READ)

    async def aclose(self) -> None:
        """Close every connection, also where the caller is cancelled or interrupted meanwhile."""
        async with AsyncExitStack() as each:
            for connection in self._pool.connections:
                each.push_async_callback(connection.aclose)
