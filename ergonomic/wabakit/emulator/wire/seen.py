"""What the emulator remembers of a request."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class SeenRequest(NamedTuple):
    """A request that arrived, without its secrets; `operation` is None if nothing answers it."""

    method: str
    path: str
    query: dict[str, str]
    operation: str | None
    status: int
    at: datetime
    error: tuple[int, int | None] | None = None
    """Code and subcode of a refusal."""
    note: str | None = None
    """What the caller may have meant, or which fault hit the call."""
