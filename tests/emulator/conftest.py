import pytest

from tests.emulator.graph import WABA, Graph
from tests.emulator.told import HOOKS
from wabakit.emulator import PhoneNumber


@pytest.fixture
def graph() -> Graph:
    """An emulator with one account."""
    return Graph()


@pytest.fixture
def pool(graph: Graph) -> str:
    """The business that has the pool."""
    return graph.emulator.partners.business().id


@pytest.fixture
def number_id(graph: Graph) -> str:
    """A number whose account an app is subscribed to."""
    graph.emulator.webhooks.subscribe(WABA, callback_url=f"{HOOKS}/app")
    return graph.emulator.add_number(WABA, pin="314159").id


@pytest.fixture
def told_number(graph: Graph) -> PhoneNumber:
    """A number whose account an app is subscribed to, in every field; nothing is told yet."""
    graph.emulator.webhooks.subscribe(WABA)
    return graph.emulator.add_number(
        WABA,
        phone_number="2025550142",
        messaging_limit_tier="TIER_2K",
        oba_status_message="Decided.",
        pin="314159",
    )
