"""The emulator as an httpx transport."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from .answers import Answer
    from .emulator import Emulator


class EmulatorTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Serve `httpx.Client` and `httpx.AsyncClient` from memory, whatever host they ask for.

    May be shared by clients, threads and event loops. Raises nothing of its own.
    """

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        return self._respond(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        return self._respond(request, await request.aread())

    def _respond(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        answer: Answer = self._emulator.handle(request.method, path, query, request.headers, body)
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body)
