# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/clock.py.
# Do not edit: change that file, then run `make sync`.
"""Time and chance as a client meets them."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter


class Clock:
    """The time that a client lives by; tests that must not wait hand in a class derived from it."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone."""
        return datetime.now(UTC)

    ticks: Callable[[], float] = staticmethod(perf_counter)
    """Returns seconds since some moment; what measures how long a call takes."""

    def chance(self) -> float:
        """Return a random number from 0 to 1, by which a wait between two sends is shortened."""
        import random  # most programs never wait

        return random.random()  # noqa: S311 - no secret

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        import time  # most programs never wait

        time.sleep(seconds)
