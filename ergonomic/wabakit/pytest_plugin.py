"""pytest fixtures: an emulator of Meta's Graph API for phone numbers, and clients of it.

pytest loads this in every environment that has wabakit: nothing else is imported until a fixture is
used. With WABAKIT_EMULATOR_URL set, the fixtures use the emulator that runs there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from wabakit._async.client import AsyncClient
    from wabakit._sync.client import Client
    from wabakit.emulator import Emulator
    from wabakit.emulator.remote import RemoteEmulator
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
def whatsapp_emulator(request: pytest.FixtureRequest) -> Emulator | RemoteEmulator:
    """A new emulator without accounts; with WABAKIT_EMULATOR_URL, the one there, reset."""
    seed, frozen = _marked(request.node)
    if url := os.environ.get(URL):
        from wabakit.emulator.remote import RemoteEmulator

        remote = RemoteEmulator(url)
        remote.reset()
        if frozen is not None:
            remote.clock.freeze(frozen)
        return remote
    from wabakit.emulator import Clock, Emulator

    return Emulator(clock=Clock(frozen), seed=seed)


@pytest.fixture
def whatsapp_client(
    whatsapp_emulator: Emulator | RemoteEmulator, _whatsapp_waits: None
) -> Iterator[Client]:
    """A `wabakit.Client` of the emulator; where it would wait, the emulator's clock moves on."""
    from wabakit._sync.client import Client

    with whatsapp_emulator.http() as http:
        yield Client(whatsapp_emulator.token, http_client=http)
