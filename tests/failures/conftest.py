import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.client.wire import in_turn
from tests.faces import Face, Handler
from tests.failures.graph import Failing, Graph, Time
from tests.failures.local import Local


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """The clock of every client in a test."""
    time = Time()

    def wait(seconds: float) -> None:
        time.wait(seconds)  # found anew each time, as a test may put another in its place

    async def wait_async(seconds: float) -> None:
        wait(seconds)

    monkeypatch.setattr("wabakit._sync.transport._sleep", wait)
    monkeypatch.setattr("wabakit._async.transport._sleep", wait_async)
    return time


@pytest.fixture
def failing(face: Face, time: Time) -> Failing:
    """Make a Graph that gives these answers in turn, the last of them for ever."""

    def start(*answers: Handler | Exception, **options: Any) -> Graph:
        return Graph(in_turn(*answers), face, time, options)

    return start


@pytest.fixture
def local() -> Iterator[Local]:
    """A Graph on a port of this machine."""
    server = Local()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
