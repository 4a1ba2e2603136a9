"""The emulator as a transport of httpx and of httpx2."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, overload

from .wire.libraries import Transport, library_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    import httpx2

    from .wire.answers import Answer
    from .world.clock import Clock


class EmulatorTransport(Transport):
    """Serve clients of httpx and httpx2, sync and async, from memory, whatever host they ask for.

    May be shared by clients, threads and event loops. Answers each library in its own classes, and
    raises what it raises of a connection that a fault broke, and nothing else. A delay is never
    waited for: it moves a frozen clock on, or is a timeout if the caller would not have waited so
    long.
    """

    def __init__(self, answer: Callable[..., Answer], clock: Clock | None) -> None:
        self._answer, self._clock = answer, clock

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
        answer = self._answer(request.method, path, query, headers, body)
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
        if self._clock is not None and self._clock.is_frozen:
            self._clock.advance(timedelta(seconds=min(answer.delay, patience or answer.delay)))
        return patience is not None and answer.delay > patience
