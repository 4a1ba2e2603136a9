"""What a client knows: its options, and what it learned that all its copies share."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

import attrs

from wabakit._memory import Memory
from wabakit._options import Options


def _now() -> datetime:
    return datetime.now(UTC)


@attrs.frozen
class Session:
    """Everything that the flows of one client use; clock and chance can be replaced."""

    options: Options
    memory: Memory = attrs.field(factory=Memory)
    now: Callable[[], datetime] = _now
    ticks: Callable[[], float] = time.perf_counter
    chance: Callable[[], float] = random.random
    settling: bool = False
    """Whether the outcome of a write is being found out.

    Then no Python warning is raised, as one turned into an error would hide the outcome; and
    nothing is learned, as what was known before the write is what counts.
    """

    def with_options(self, options: Options) -> "Session":
        """Return the session of a copy of the client, with the same memory."""
        return attrs.evolve(self, options=options)

    def without_repeats(self) -> "Session":
        """Return the same session, in which every call is sent once."""
        once = attrs.evolve(self.options.retry, attempts=1)
        return self.with_options(attrs.evolve(self.options, retry=once))
