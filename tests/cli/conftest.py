from pathlib import Path

import pytest

from tests.cli.sessions import demo
from tests.cli.shell import Shell
from wabakit.emulator import Emulator


@pytest.fixture
def graph() -> Emulator:
    """A local Graph with the demo's three dozen numbers, in which the time stands still."""
    return demo()


@pytest.fixture
def shell(graph: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """The command line on it."""
    return Shell(graph, monkeypatch, tmp_path)
