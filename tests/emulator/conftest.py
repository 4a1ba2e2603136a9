import pytest

from tests.emulator.graph import Graph


@pytest.fixture
def graph() -> Graph:
    """An emulator with one account."""
    return Graph()


@pytest.fixture
def pool(graph: Graph) -> str:
    """The business that has the pool."""
    return graph.emulator.partners.business().id
