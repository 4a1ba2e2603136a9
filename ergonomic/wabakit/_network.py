"""What the machine says of networks: which proxy, which process, which event loop."""

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

if TYPE_CHECKING:
    from anyio.lowlevel import RunVar

_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")


class _Home:
    """Stands for a place that connections can live in."""


_PROCESS = _Home()


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    return bool(_LOOPBACK.fullmatch(host))


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for a server; this machine needs none."""
    parts, named = urlsplit(url), getproxies()
    proxy = named.get(parts.scheme) or named.get("all")
    if not proxy or is_loopback(parts.hostname or "") or proxy_bypass(parts.netloc):
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
    except RuntimeError:  # a loop of another library
        pass
    try:
        place = _place_in_loop().get(None) or _Home()
        _place_in_loop().set(place)
    except RuntimeError:  # no loop that anyio knows
        return _PROCESS
    return place


def has_ended(place: object) -> bool:
    """Tell whether a place is an event loop that was closed; its connections hold on to it."""
    is_closed = getattr(place, "is_closed", None)
    return is_closed is not None and is_closed()


@cache
def _place_in_loop() -> "RunVar[_Home]":
    from anyio.lowlevel import RunVar

    return RunVar("wabakit")
