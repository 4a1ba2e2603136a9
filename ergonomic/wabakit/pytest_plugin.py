"""pytest fixtures: an emulator of Meta's Graph API for phone numbers, and clients of it.

pytest loads this in every environment that has wabakit, so nothing else is imported until a fixture
is used. With WABAKIT_EMULATOR_URL set, the fixtures use the emulator that runs there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from datetime import datetime

    from wabakit._async.client import AsyncClient
    from wabakit._sync.client import Client
    from wabakit.emulator import AnyEmulator, AnyServer
    from wabakit.emulator.control.remote import RemoteEmulator
    from wabakit.emulator.server import Server

URL = "WABAKIT_EMULATOR_URL"
MARK = (
    "whatsapp(seed=0, frozen=None, limits=False, strict=False): what the emulator of a test draws "
    "its ids and codes from, the time at which its clock stands still, such as '2026-01-01' (UTC "
    "unless it says otherwise), whether it refuses calls beyond Meta's quota, and whether it holds "
    "every answer against the contract"
)
OPTIONS = frozenset({"seed", "frozen", "limits", "strict"})


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest of the marker."""
    config.addinivalue_line("markers", MARK)


@pytest.fixture
def whatsapp_emulator(request: pytest.FixtureRequest) -> AnyEmulator:
    """Give an emulator without accounts; with WABAKIT_EMULATOR_URL the one there, reset."""
    marked = _marked(request)
    frozen = _moment(marked.pop("frozen", None))
    if url := os.environ.get(URL):
        return _emulator_at(url, frozen, marked)
    from wabakit.emulator import Clock, Emulator

    return Emulator(clock=Clock(frozen), **marked)


@pytest.fixture
def whatsapp_client(
    whatsapp_emulator: AnyEmulator,
) -> Iterator[Client]:
    """Give a `Client` of the emulator; it lives by its clock, and moves that on to wait."""
    import httpx

    from wabakit._sync.client import Client
    from wabakit._sync.clock import Clock

    class EmulatorClock(Clock):
        def now(self) -> datetime:
            return whatsapp_emulator.now()

        def sleep(self, seconds: float) -> None:
            _let_pass(whatsapp_emulator, seconds)

    with httpx.Client(transport=whatsapp_emulator.transport()) as http:
        yield Client(whatsapp_emulator.token, http_client=http, clock=EmulatorClock())


@pytest.fixture
def whatsapp_async_client(
    whatsapp_emulator: AnyEmulator,
) -> AsyncClient:
    """Give the like of `whatsapp_client` for any event loop; it need not be closed."""
    import httpx

    from wabakit._async.client import AsyncClient
    from wabakit._async.clock import AsyncClock

    class EmulatorClock(AsyncClock):
        def now(self) -> datetime:
            return whatsapp_emulator.now()

        async def sleep(self, seconds: float) -> None:
            _let_pass(whatsapp_emulator, seconds)

    def http() -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=whatsapp_emulator.transport())

    return AsyncClient(whatsapp_emulator.token, http_client=http, clock=EmulatorClock())


@pytest.fixture
def whatsapp_emulator_server(
    whatsapp_emulator: AnyEmulator, request: pytest.FixtureRequest
) -> AnyServer:
    """Give the emulator of the test on a port of this machine, for programs in any language."""
    from wabakit.emulator import Emulator

    if not isinstance(whatsapp_emulator, Emulator):
        from wabakit.emulator.anywhere import RemoteServer

        return RemoteServer(os.environ[URL].rstrip("/"), whatsapp_emulator)
    server: Server = request.getfixturevalue("_whatsapp_server")
    server.emulator = whatsapp_emulator
    return server


@pytest.fixture(scope="session")
def _whatsapp_server() -> Iterator[Server]:
    from wabakit.emulator import Emulator
    from wabakit.emulator.server import Server

    with Server(Emulator(), port=0) as server:
        yield server


def _emulator_at(url: str, frozen: datetime | None, wanted: dict[str, Any]) -> RemoteEmulator:
    """Reset the emulator there, which has to run as the marker wants it; its seed is its own."""
    from wabakit.emulator.control.remote import RemoteEmulator

    remote = RemoteEmulator(url)
    health = remote.health()
    for option in ("limits", "strict"):
        if option in wanted and health[option] != wanted[option]:
            raise pytest.UsageError(f"the emulator at {url} has {option}={health[option]}")
    remote.reset()
    if frozen is not None:
        remote.clock.freeze(frozen)
    return remote


def _marked(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Read the nearest marker."""
    marker = request.node.get_closest_marker("whatsapp")
    if marker and (marker.args or not marker.kwargs.keys() <= OPTIONS):
        raise pytest.UsageError(f"the marker is {MARK.partition(':')[0]}, all by name")
    return dict(marker.kwargs) if marker else {}


def _moment(frozen: str | datetime | None) -> datetime | None:
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(frozen) if isinstance(frozen, str) else frozen
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _let_pass(emulator: AnyEmulator, seconds: float) -> None:
    from datetime import timedelta

    emulator.clock.advance(timedelta(seconds=seconds))
