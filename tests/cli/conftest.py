from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from wabakit.emulator import Clock, Emulator


@pytest.fixture
def graph() -> Emulator:
    """A local Graph with the demo's three dozen numbers, in which the time stands still."""
    emulator = Emulator(clock=Clock(datetime(2026, 3, 1, 12, tzinfo=UTC)))
    emulator.seed_demo()
    return emulator


@pytest.fixture
def shell(graph: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """The command line on it."""
    return Shell(graph, monkeypatch, tmp_path)
