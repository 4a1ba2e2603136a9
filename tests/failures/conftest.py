from collections.abc import Iterator
from typing import Any, cast, get_args

import pytest

from tests.client.wire import in_turn
from tests.clocks import Time
from tests.faces import Face, Handler
from tests.failures.graph import Failing, Graph
from tests.failures.local import Local, serving
from wabakit._connections._sync.transport import Way


@pytest.fixture
def time(face: Face) -> Time:
    """The clock of every client in a test."""
    return face.time


@pytest.fixture(params=get_args(Way))
def way(request: pytest.FixtureRequest) -> Way:
    """What a client sends over: connections of its own, or httpx."""
    return cast(Way, request.param)


@pytest.fixture
def failing(face: Face) -> Failing:
    """Make a Graph that gives these answers in turn, the last of them for ever."""

    def start(*answers: Handler | Exception, **options: Any) -> Graph:
        return Graph(in_turn(*answers), face, options)

    return start


@pytest.fixture
def local() -> Iterator[Local]:
    """A Graph on a port of this machine."""
    with serving() as server:
        yield server
