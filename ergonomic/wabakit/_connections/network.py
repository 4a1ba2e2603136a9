"""What the machine says of networks: which proxy, which place, how much time is left."""

import math
import os
import sys
import threading
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import anyio

ENDS: ContextVar[float] = ContextVar("ENDS", default=math.inf)
"""When the call that is being made has to end, by the monotonic clock."""


def time_left() -> float:
    """Return the seconds that are left for the call that is being made."""
    return ENDS.get() - monotonic()


class _Home:
    """Stands for a place that connections can live in."""


_PROCESS = _Home()


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for a server."""
    if sys.platform == "linux" and not any(n.lower().endswith("_proxy") for n in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass  # they load half of an HTTP library

    parts, named = urlsplit(url), getproxies()
    proxy = named.get(parts.scheme) or named.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def home() -> object:
    """Return what stands for this thread's way of waiting, which all of a process share."""
    return _PROCESS


def async_home() -> object:
    """Return the running event loop, or what stands for it."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    try:
        return sys.modules["trio"].lowlevel.current_trio_token()
    except (KeyError, RuntimeError):  # no loop at all
        return _PROCESS


def wait(event: threading.Event, seconds: float) -> None:
    """Wait for an event of another thread, at most so long."""
    event.wait(min(seconds, threading.TIMEOUT_MAX))


async def async_wait(event: "anyio.Event", seconds: float) -> None:
    """Wait for an event of another task, at most so long."""
    import anyio

    with anyio.move_on_after(seconds):
        await event.wait()
