"""The emulator as an ASGI application, and its page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from wabakit.emulator.control.router import PREFIX
from wabakit.emulator.wire.request import stranger

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from wabakit.emulator.wire.answers import Answer

PAGE = PREFIX

BODY_BYTES = 32 * 2**20
"""How much is read of a request, which is a state of some 15,000 numbers."""

_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
        "style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'"
    ),
}


def application(
    answer: Callable[[str, str, str, dict[str, str], bytes], Answer], *, is_open: bool
) -> ASGIApp:
    """Serve the page, and everything else with what `answer` makes of a request.

    `answer` is called as `Emulator.handle` is. `is_open` lets callers of any name reach Graph. The
    scope's state must hold, as `connection`, the `asyncio.Transport` that the request came by: a
    fault may cut it.
    """
    graph = _Graph(answer)
    routes = [
        Route(PAGE, _page, methods=["GET"]),
        Route(PAGE.rstrip("/"), _to_page, methods=["GET"]),
        Route("/", _FrontDoor(graph)),
        Route("/{path:path}", graph),
    ]
    return _Doorkeeper(Starlette(routes=routes), is_open)


async def _page(_: Request) -> Response:
    page = files(__package__ or "").joinpath("page.html").read_bytes()
    return HTMLResponse(page, headers=_PAGE_HEADERS)


async def _to_page(_: Request) -> Response:
    return RedirectResponse(PAGE)


class _Doorkeeper:
    """Refuses, by its headers alone, what is too large or comes from elsewhere."""

    def __init__(self, app: ASGIApp, is_open: bool) -> None:
        self._app, self._is_open = app, is_open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = _read_headers(scope)
        if int(headers.get("content-length", "0")) > BODY_BYTES:
            await _TOO_LARGE(scope, receive, send)
            return
        is_graph = not scope["path"].startswith(PAGE.rstrip("/"))
        reason = None if is_graph and self._is_open else stranger(headers)
        app = self._app if reason is None else _refusal(403, reason)
        await app(scope, receive, send)


class _FrontDoor:
    """Shows people the page, and programs what Graph answers there."""

    def __init__(self, graph: ASGIApp) -> None:
        self._graph = graph

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_reading = scope["method"] in {"GET", "HEAD"}
        is_person = is_reading and "text/html" in Request(scope).headers.get("accept", "")
        app = RedirectResponse(PAGE) if is_person else self._graph
        await app(scope, receive, send)


class _Graph:
    """Lets the emulator answer, and does to the connection what a fault asks for."""

    def __init__(self, answer: Callable[[str, str, str, dict[str, str], bytes], Answer]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await _body(receive)
        except _TooLargeError:
            await _TOO_LARGE(scope, receive, send)
            return
        if body is None:
            return
        method: str = scope["method"]
        path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
        asked = (method, path, query, _read_headers(scope), body)
        if method in {"GET", "HEAD"}:
            answer = self._answer(*asked)
        else:  # A callback may be asked for its proof, and could call the emulator meanwhile.
            answer = await asyncio.to_thread(self._answer, *asked)
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


class _TooLargeError(Exception):
    """A body went beyond what is read of one."""


def _refusal(status: int, message: str) -> Response:
    """Answer before the body is read, for which the connection has to end."""
    body = {"error": {"message": f"This emulator: {message}"}}
    return JSONResponse(body, status, {"Connection": "close"})


_TOO_LARGE = _refusal(413, f"a body may have {BODY_BYTES // 2**20} MiB")


async def _body(receive: Receive) -> bytes | None:
    """Read the body; None if the caller went away before its end (_TooLargeError)."""
    body = bytearray()
    is_more = True
    while is_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > BODY_BYTES:
            raise _TooLargeError
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


def _read_headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _headers(answer: Answer) -> list[tuple[bytes, bytes]]:
    headers = {**answer.headers, "Content-Length": str(len(answer.body))}
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
