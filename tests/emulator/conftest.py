import pytest

from tests.emulator.graph import Graph


@pytest.fixture
def graph() -> Graph:
    """An emulator with one account."""
    return Graph()
