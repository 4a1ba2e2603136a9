"""pytest fixtures: an emulator of Meta's Graph API for phone numbers, and clients of it.

pytest loads this in every environment that has wabakit, so nothing else is imported until a fixture
is used. With WABAKIT_EMULATOR_URL set, the fixtures use the emulator that runs there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from datetime import datetime

    from wabakit._async.client import AsyncClient
    from wabakit._sync.client import Client
    from wabakit.emulator import Clock, Emulator
    from wabakit.emulator.server import Server

URL = "WABAKIT_EMULATOR_URL"
MARK = (
    "whatsapp(seed=0, frozen=None): what the emulator of a test draws its ids and codes from, and "
    "the time at which its clock stands still, such as '2026-01-01' (UTC unless it says otherwise)"
)


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest of the marker."""
    config.addinivalue_line("markers", MARK)


@pytest.fixture
def whatsapp_emulator(request: pytest.FixtureRequest) -> Emulator:
    """Give an emulator without accounts; with WABAKIT_EMULATOR_URL the one there, reset."""
    seed, frozen = _marked(request)
    if url := os.environ.get(URL):
        from wabakit.emulator.remote import RemoteEmulator

        remote = RemoteEmulator(url)
        remote.reset()
        if frozen is not None:
            remote.clock.freeze(frozen)
        return cast("Emulator", remote)
    from wabakit.emulator import Clock, Emulator

    return Emulator(clock=Clock(frozen), seed=seed)


@pytest.fixture
def whatsapp_client(
    whatsapp_emulator: Emulator,
) -> Iterator[Client]:
    """Give a `wabakit.Client` of the emulator; its waits only move the emulator's clock on."""
    import httpx

    from wabakit._sync.client import Client
    from wabakit._sync.transport import Injected

    class Clocked(Injected):
        def sleep(self, seconds: float) -> None:
            _let_pass(whatsapp_emulator, seconds)

    with httpx.Client(transport=whatsapp_emulator.transport()) as http:
        client = Client(whatsapp_emulator.token, http_client=http)
        client._driver.transport = Clocked(http)  # pyright: ignore[reportPrivateUsage]
        yield client


@pytest.fixture
def whatsapp_async_client(
    whatsapp_emulator: Emulator,
) -> AsyncClient:
    """Give a `wabakit.AsyncClient` of the emulator, for any event loop; it need not be closed."""
    import httpx

    from wabakit._async.client import AsyncClient
    from wabakit._async.transport import AsyncInjected

    class Clocked(AsyncInjected):
        def ready(self) -> None:
            pass  # the emulator's transport keeps nothing of any loop

        async def sleep(self, seconds: float) -> None:
            _let_pass(whatsapp_emulator, seconds)

    http = httpx.AsyncClient(transport=whatsapp_emulator.transport())
    client = AsyncClient(whatsapp_emulator.token, http_client=http)
    client._driver.transport = Clocked(http)  # pyright: ignore[reportPrivateUsage]
    return client


@pytest.fixture
def whatsapp_emulator_server(whatsapp_emulator: Emulator, request: pytest.FixtureRequest) -> Server:
    """Give the emulator of the test on a port of this machine, for programs in any language."""
    if os.environ.get(URL):
        return cast("Server", whatsapp_emulator)
    server: Server = request.getfixturevalue("_whatsapp_server")
    server.emulator = whatsapp_emulator
    return server


@pytest.fixture(scope="session")
def _whatsapp_server() -> Iterator[Server]:
    from wabakit.emulator import Emulator
    from wabakit.emulator.server import Server

    with Server(Emulator(), port=0) as server:
        yield server


def _marked(request: pytest.FixtureRequest) -> tuple[int, datetime | None]:
    """Read the nearest marker: seed, and the time to stand still at."""
    from datetime import UTC, datetime

    marker = request.node.get_closest_marker("whatsapp")
    options: dict[str, Any] = dict(marker.kwargs) if marker else {}
    seed, frozen = options.pop("seed", 0), options.pop("frozen", None)
    if options or (marker and marker.args):
        raise pytest.UsageError(f"the marker is {MARK.partition(':')[0]}, all by name")
    if isinstance(frozen, str):
        frozen = datetime.fromisoformat(frozen)
    if frozen is not None and frozen.tzinfo is None:
        frozen = frozen.replace(tzinfo=UTC)
    return seed, frozen


def _let_pass(emulator: Emulator, seconds: float) -> None:
    from datetime import timedelta

    cast("Clock", emulator.clock).advance(timedelta(seconds=seconds))
