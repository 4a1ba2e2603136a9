"""The emulator as an httpx transport."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from .wire.answers import Answer
    from .world.clock import Clock


class EmulatorTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Serve `httpx.Client` and `httpx.AsyncClient` from memory, whatever host they ask for.

    May be shared by clients, threads and event loops. Raises what httpx raises of a connection that
    a fault broke, and nothing of its own. A delay is never waited for: it moves a frozen clock on,
    or is a timeout if the caller would not have waited so long.
    """

    def __init__(self, answer: Callable[..., Answer], clock: Clock | None) -> None:
        self._answer, self._clock = answer, clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        return self._respond(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        return self._respond(request, await request.aread())

    def _respond(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        # Several times faster than the items of httpx.Headers, which guess their encoding.
        raw = request.headers.raw
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in raw}
        answer = self._answer(request.method, path, query, headers, body)
        if answer.delay:
            self._delay(answer, request)
        if answer.dropped:
            raise httpx.ReadError("The connection ended before the answer came", request=request)
        if answer.truncated:
            message = "The connection ended in the middle of the body"
            raise httpx.RemoteProtocolError(message, request=request)
        length = {"Content-Length": str(len(answer.body))}
        return httpx.Response(
            answer.status, headers={**answer.headers, **length}, content=answer.body
        )

    def _delay(self, answer: Answer, request: httpx.Request) -> None:
        patience: float | None = request.extensions.get("timeout", {}).get("read")
        is_late = patience is not None and answer.delay > patience
        if self._clock is not None and self._clock.is_frozen:
            self._clock.advance(timedelta(seconds=min(answer.delay, patience or answer.delay)))
        if is_late:
            raise httpx.ReadTimeout("The answer did not come in time", request=request)
