"""The emulator, here or elsewhere, as a transport of httpx and of httpx2."""

from __future__ import annotations

import ssl
import sys
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, overload

import httpx

if TYPE_CHECKING:
    import httpx2  # where it is missing, a checker takes its names for anything

    from .answers import Answer
    from .emulator import Emulator

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
    *_, root, _ = type(request).__mro__
    return sys.modules[root.__module__.partition(".")[0]]


class EmulatorTransport(Transport):
    """Serve clients of httpx and httpx2, sync and async, from memory, whatever host they ask for.

    May be shared by clients, threads and event loops. Answers each library in its own classes, and
    raises what it raises of a connection that a fault broke, and nothing else. A delay is never
    waited for: it moves a frozen clock on, or is a timeout if the caller would not have waited so
    long.
    """

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    @overload
    def handle_request(self, request: httpx.Request) -> httpx.Response: ...
    @overload
    def handle_request(self, request: httpx2.Request) -> httpx2.Response: ...
    def handle_request(self, request: Any) -> Any:
        """Answer a request of a sync client."""
        return self._respond(library_of(request), request, request.read())

    @overload
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response: ...
    @overload
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response: ...
    async def handle_async_request(self, request: Any) -> Any:
        """Answer a request of an async client."""
        return self._respond(library_of(request), request, await request.aread())

    def _respond(self, library: Any, request: Any, body: bytes) -> Any:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        # Several times faster than the items of its headers, which guess their encoding.
        raw = request.headers.raw
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in raw}
        answer = self._emulator.handle(request.method, path, query, headers, body)
        if answer.delay and self._is_late(answer, request):
            raise library.ReadTimeout("The answer did not come in time", request=request)
        if answer.dropped:
            message = "The connection ended before the answer came"
            raise library.ReadError(message, request=request)
        if answer.truncated:
            message = "The connection ended in the middle of the body"
            raise library.RemoteProtocolError(message, request=request)
        length = {"Content-Length": str(len(answer.body))}
        return library.Response(
            answer.status, headers={**answer.headers, **length}, content=answer.body
        )

    def _is_late(self, answer: Answer, request: Any) -> bool:
        """Let the delay of an answer pass, as much of it as the caller would have waited for."""
        patience: float | None = request.extensions.get("timeout", {}).get("read")
        if self._emulator.has_clock and self._emulator.clock.is_frozen:
            self._emulator.clock.advance(
                timedelta(seconds=min(answer.delay, patience or answer.delay))
            )
        return patience is not None and answer.delay > patience


@cache
def trusted() -> ssl.SSLContext:
    """Read the certificates once: a clock is asked for the time again and again."""
    return httpx.create_ssl_context(trust_env=False)


class RemoteTransport(Transport):
    """Sends requests to one address; a connection ends with its answer, so nothing stays open."""

    def __init__(self, url: str) -> None:
        self._url = url

    def handle_request(self, request: Any) -> Any:
        """Send a request of a sync client."""
        with library_of(request).Client(trust_env=False, verify=trusted()) as http:
            return self._bare(http.send(self._redirected(request, request.read())))

    async def handle_async_request(self, request: Any) -> Any:
        """Send a request of an async client."""
        body = await request.aread()
        async with library_of(request).AsyncClient(trust_env=False, verify=trusted()) as http:
            return self._bare(await http.send(self._redirected(request, body)))

    def _redirected(self, request: Any, body: bytes) -> Any:
        library = library_of(request)
        url = library.URL(self._url).copy_with(raw_path=request.url.raw_path)
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"host"]
        return library.Request(
            request.method, url, headers=headers, content=body, extensions=request.extensions
        )

    @staticmethod
    def _bare(answer: Any) -> Any:
        decoded = {"content-encoding", "transfer-encoding"}
        headers = [item for item in answer.headers.multi_items() if item[0] not in decoded]
        return type(answer)(answer.status_code, headers=headers, content=answer.content)
