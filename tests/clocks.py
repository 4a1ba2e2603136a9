"""Time as the clients of tests live it: it moves where a test or a wait moves it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import wabakit


def _go_on(_: float) -> None:
    pass


class Time:
    """The time of a client. Waiting moves it, and is noted; nothing sleeps."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self.waits: list[float] = []
        self.drawn = 1.0
        """What chance gives."""
        self.meanwhile: Callable[[float], None] = _go_on
        """What happens during each wait."""

    def now(self) -> datetime:
        return self.moment

    def ticks(self) -> float:
        return self.moment.timestamp()

    def chance(self) -> float:
        return self.drawn

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.meanwhile(seconds)
        self.advance(seconds=seconds)


class SyncTime(Time, wabakit.Clock):
    """The time of a `Client`."""

    def sleep(self, seconds: float) -> None:
        self.wait(seconds)


class AsyncTime(Time, wabakit.AsyncClock):
    """The time of an `AsyncClient`."""

    async def sleep(self, seconds: float) -> None:
        self.wait(seconds)
