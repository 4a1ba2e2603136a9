"""Tests answer in classes of httpx; here they become those of another library, such as httpx2."""

from collections.abc import Iterable
from types import ModuleType
from typing import Any, cast

import httpx


def spoken_by(library: ModuleType, transport: Any) -> Any:
    """Return a transport that clients of a library take; the emulator's does as it is."""
    if library is httpx or not isinstance(transport, httpx.MockTransport):
        return transport
    other: Any = library

    def answer(request: Any) -> Any:
        asked = httpx.Request(
            request.method,
            str(request.url),
            headers=request.headers.raw,
            content=request.content,
            extensions=request.extensions,
        )
        try:
            told = transport.handle_request(asked)
        except httpx.TransportError as fault:
            raise getattr(other, type(fault).__name__)(str(fault)) from fault
        packed = cast(Iterable[bytes], told.stream)
        return other.Response(told.status_code, headers=told.headers.raw, content=b"".join(packed))

    return other.MockTransport(answer)
