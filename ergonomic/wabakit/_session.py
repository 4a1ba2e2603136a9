"""What a client knows: its options, and what it learned that all its copies share."""

import random
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Literal

import attrs

from wabakit._options import Options
from wabakit._usage import Usage

REGISTRATION_WINDOW = timedelta(hours=72)
REGISTRATIONS_PER_WINDOW = 10
NUMBERS_REMEMBERED = 4096

Trait = Literal["unconnected", "name under review"]
"""What is remembered of a number, because settling an uncertain write depends on it."""


def _now() -> datetime:
    return datetime.now(UTC)


class Memory:
    """What a client and its copies learned from Graph's answers; safe to share by threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._usage: dict[str | None, tuple[Usage, ...]] = {}
        self._accounts: dict[str, str] = {}
        self._registrations: dict[str, deque[datetime]] = {}
        self._traits: dict[Trait, dict[str, None]] = {"unconnected": {}, "name under review": {}}
        self._said: set[str] = set()

    @property
    def usage(self) -> Mapping[str | None, tuple[Usage, ...]]:
        """The latest use of each quota, by WABA id; None stands for the app."""
        with self._lock:
            return dict(self._usage)

    def note_usage(self, object_id: str, usage: tuple[Usage, ...]) -> None:
        """Keep what an answer about an object said of quotas, and whose quota it came from."""
        accounts = {entry.waba_id for entry in usage if entry.waba_id is not None}
        with self._lock:
            for waba_id in {entry.waba_id for entry in usage}:
                self._usage[waba_id] = tuple(e for e in usage if e.waba_id == waba_id)
            if len(accounts) == 1:
                self._accounts[object_id] = accounts.pop()

    def blocked_for(self, object_id: str, now: datetime) -> timedelta:
        """Return how long calls about an object would still be throttled; 0 when not known."""
        with self._lock:
            waba_id = self._accounts.get(object_id, object_id)
            ends = [
                e.seen_at + e.regain_access
                for e in self._usage.get(waba_id, ())
                if e.regain_access is not None
            ]
        return max([end - now for end in ends], default=timedelta(0))

    def take_registration(self, number_id: str, now: datetime) -> timedelta | None:
        """Count a register or deregister call that is about to be sent.

        Returns:
            None, or how long to wait when the number's calls are used up; then nothing is counted.
        """
        with self._lock:
            calls = self._registrations.setdefault(number_id, deque())
            while calls and calls[0] + REGISTRATION_WINDOW <= now:
                calls.popleft()
            if len(calls) >= REGISTRATIONS_PER_WINDOW:
                return calls[0] + REGISTRATION_WINDOW - now
            calls.append(now)
            return None

    def give_registration_back(self, number_id: str) -> None:
        """Take back the latest count: that call never left."""
        with self._lock:
            self._registrations[number_id].pop()

    def note(self, trait: Trait, numbers: Mapping[str, bool]) -> None:
        """Keep of which numbers a trait was last seen to hold, and of which not."""
        with self._lock:
            holding = self._traits[trait]
            for number_id, holds in numbers.items():
                if holds:
                    holding[number_id] = None
                else:
                    holding.pop(number_id, None)
            for number_id in list(islice(holding, max(0, len(holding) - NUMBERS_REMEMBERED))):
                del holding[number_id]

    def noted(self, trait: Trait, number_id: str) -> bool:
        """Tell whether a trait was last seen to hold for a number."""
        return number_id in self._traits[trait]

    def doubt(self, number_id: str) -> None:
        """Take for granted, after a write whose outcome is unknown, only what is safe to."""
        self.note("unconnected", {number_id: False})
        self.note("name under review", {number_id: True})

    def first_time(self, matter: str) -> bool:
        """Tell whether a matter comes up for the first time."""
        with self._lock:
            new = matter not in self._said
            self._said.add(matter)
            return new


@attrs.frozen
class Session:
    """Everything that the flows of one client use; clock and chance can be replaced."""

    options: Options
    memory: Memory = attrs.field(factory=Memory)
    now: Callable[[], datetime] = _now
    ticks: Callable[[], float] = time.perf_counter
    chance: Callable[[], float] = random.random
    quiet: bool = False
    """Whether Python warnings stay away; one turned into an error would hide a write's outcome."""

    def with_options(self, options: Options) -> "Session":
        """Return the session of a copy of the client, with the same memory."""
        return attrs.evolve(self, options=options)

    def without_repeats(self) -> "Session":
        """Return the same session, in which every call is sent once."""
        once = attrs.evolve(self.options.retry, attempts=1)
        return self.with_options(attrs.evolve(self.options, retry=once))
