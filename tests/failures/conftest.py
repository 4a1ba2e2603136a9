from typing import Any

import pytest

from tests.client.wire import in_turn
from tests.faces import Face, Handler
from tests.failures.graph import Failing, Graph, Time


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """The clock of every client in a test."""
    time = Time()

    def wait(_: object, seconds: float) -> None:
        time.wait(seconds)

    async def wait_async(_: object, seconds: float) -> None:
        time.wait(seconds)

    monkeypatch.setattr("wabakit._sync.driver.Driver.sleep", wait)
    monkeypatch.setattr("wabakit._async.driver.AsyncDriver.sleep", wait_async)
    return time


@pytest.fixture
def failing(face: Face, time: Time) -> Failing:
    """Make a Graph that gives these answers in turn, the last of them for ever."""

    def start(*answers: Handler | Exception, **options: Any) -> Graph:
        return Graph(in_turn(*answers), face, time, options)

    return start
