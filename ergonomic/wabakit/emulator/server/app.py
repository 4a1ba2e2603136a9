"""The emulator as an ASGI application, and its page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from wabakit.emulator.answers import Answer

PAGE = "/_emulator/"

_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
        "style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'"
    ),
}


def application(answer: Callable[[str, str, str, dict[str, str], bytes], Answer]) -> Starlette:
    """Serve the page, and everything else with what `answer` makes of a request.

    `answer` is called as `Emulator.handle` is. The scope's state must hold, as `connection`, the
    `asyncio.Transport` that the request came by: a fault may cut it.
    """
    graph = _Graph(answer)
    routes = [
        Route(PAGE, _page, methods=["GET"]),
        Route(PAGE.rstrip("/"), _to_page, methods=["GET"]),
        Route("/", _FrontDoor(graph)),
        Route("/{path:path}", graph),
    ]
    return Starlette(routes=routes)


async def _page(_: Request) -> Response:
    page = files(__package__ or "").joinpath("page.html").read_bytes()
    return HTMLResponse(page, headers=_PAGE_HEADERS)


async def _to_page(_: Request) -> Response:
    return RedirectResponse(PAGE)


class _FrontDoor:
    """Shows people the page, and programs what Graph answers there."""

    def __init__(self, graph: ASGIApp) -> None:
        self._graph = graph

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_person = "text/html" in Request(scope).headers.get("accept", "")
        app = RedirectResponse(PAGE) if is_person else self._graph
        await app(scope, receive, send)


class _Graph:
    """Lets the emulator answer, and does to the connection what a fault asks for."""

    def __init__(self, answer: Callable[[str, str, str, dict[str, str], bytes], Answer]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if body is None:
            return
        answer = self._answer(
            scope["method"],
            scope["raw_path"].decode("latin-1"),
            scope["query_string"].decode("latin-1"),
            {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]},
            body,
        )
        if answer.delay and await _gave_up(receive, answer.delay):
            return
        connection: asyncio.Transport = scope["state"]["connection"]
        if answer.dropped:
            connection.abort()
            await _until_disconnected(receive)
            return
        await send(
            {"type": "http.response.start", "status": answer.status, "headers": _headers(answer)}
        )
        if answer.truncated:
            half = answer.body[: len(answer.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            connection.close()
            await _until_disconnected(receive)
            return
        await send({"type": "http.response.body", "body": answer.body})


async def _body(receive: Receive) -> bytes | None:
    """Read the body; None if the caller went away before its end."""
    body = bytearray()
    is_more = True
    while is_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        is_more = message.get("more_body", False)
    return bytes(body)


async def _gave_up(receive: Receive, seconds: float) -> bool:
    """Wait; tell whether the caller went away in the meantime."""
    try:
        await asyncio.wait_for(_until_disconnected(receive), seconds)
    except TimeoutError:
        return False
    return True


async def _until_disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _headers(answer: Answer) -> list[tuple[bytes, bytes]]:
    headers = {**answer.headers, "Content-Length": str(len(answer.body))}
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
