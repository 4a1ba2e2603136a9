import os
import sys
from collections.abc import Iterator

import httpx
import pytest

from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

WABA = "102290129340398"


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a child that finds the packages where this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def server(whatsapp_emulator: Emulator, whatsapp_emulator_server: Server) -> Server:
    """A served emulator with one account."""
    whatsapp_emulator.add_account(WABA)
    return whatsapp_emulator_server


@pytest.fixture
def http(server: Server) -> Iterator[httpx.Client]:
    """A client that is not ours, with the emulator's token."""
    headers = {"Authorization": f"Bearer {server.emulator.token}"}
    with httpx.Client(
        base_url=server.url, headers=headers, trust_env=False, verify=False
    ) as client:
        yield client
