"""HTTP libraries that a transport serves alike: httpx, and httpx2, which has the same names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    import httpx2  # where it is missing, a checker takes its names for anything

    class Transport(
        httpx.BaseTransport,
        httpx.AsyncBaseTransport,
        httpx2.BaseTransport,
        httpx2.AsyncBaseTransport,
    ):
        """A transport for the clients of httpx and of httpx2, as a checker sees it."""

        def handle_request(self, request: Any) -> Any:
            """Answer a request of a sync client."""

        async def handle_async_request(self, request: Any) -> Any:
            """Answer a request of an async client."""

else:

    class Transport(httpx.BaseTransport, httpx.AsyncBaseTransport):
        """A transport for the clients of httpx and of httpx2."""


def library_of(request: Any) -> Any:
    """Return the library that a request comes from, httpx or httpx2, for answers of its classes."""
    root: type = type(request).__mro__[-2]
    return sys.modules[root.__module__.partition(".")[0]]
