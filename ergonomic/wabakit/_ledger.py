"""What clients have to know of each other: which scarce calls were made, how full quotas are."""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from wabakit._exception import Usage
from wabakit._made.effects import LIMITS
from wabakit._times import LONGEST_WAIT
from wabakit._typevars import V

K = TypeVar("K")

MOST_KEPT = 4096
"""Entries of each kind; the oldest go first."""
LONGEST_WINDOW = timedelta(hours=max(limit.hours for limit in LIMITS.values()))
"""How long a call has to be remembered."""


class SharedMemory(Protocol):
    """What a client keeps of scarce calls and of quotas, for other clients to know as well.

    It is told nothing secret. What is older than 72 hours it may forget.
    """

    def spend(
        self, operation: str, object_id: str, now: datetime, most: int | None, window: timedelta
    ) -> timedelta | None:
        """Count a call that is about to be sent, unless the window holds `most` of them.

        Returns:
            None; or how long until the window has room, and nothing is counted.
        """
        ...

    def give_back(self, operation: str, object_id: str, now: datetime) -> None:
        """Take back the latest count: that call had no effect."""

    def latest(self, operation: str, object_id: str, now: datetime) -> datetime | None:
        """Return when a call was counted last."""
        ...

    def put_usage(self, waba_id: str | None, usage: tuple[Usage, ...], now: datetime) -> None:
        """Keep the use of the quotas of an account; None stands for the app."""

    def usage_of(self, waba_id: str | None, now: datetime) -> tuple[Usage, ...]:
        """Return the latest use of the quotas of an account."""
        ...

    def usage(self, now: datetime) -> Mapping[str | None, tuple[Usage, ...]]:
        """Return the latest use of each quota."""
        ...


class Shelf(Generic[K, V]):
    """A mapping that forgets what is too old, and the oldest where there is too much."""

    def __init__(self, age: timedelta) -> None:
        self._age = age
        self._kept: dict[K, tuple[V, datetime]] = {}

    def put(self, key: K, value: V, now: datetime) -> None:
        """Keep a value; it is the youngest then."""
        self._kept.pop(key, None)
        self._kept[key] = value, now
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def get(self, key: K, now: datetime) -> V | None:
        """Return a value that is not too old."""
        value, seen = self._kept.get(key, (None, now))
        return value if now - seen <= self._age else None

    def items(self, now: datetime) -> dict[K, V]:
        """Return all that is not too old."""
        return {k: value for k in self._kept if (value := self.get(k, now)) is not None}


class OwnMemory:
    """A `SharedMemory` for the clients of one process; whoever calls it sees to threads."""

    def __init__(self) -> None:
        self._usage: Shelf[str | None, tuple[Usage, ...]] = Shelf(LONGEST_WAIT)
        self._calls: Shelf[tuple[str, str], deque[datetime]] = Shelf(LONGEST_WINDOW)

    def spend(
        self, operation: str, object_id: str, now: datetime, most: int | None, window: timedelta
    ) -> timedelta | None:
        """Count a call, unless there are enough."""
        calls = self._calls.get((operation, object_id), now) or deque()
        while calls and calls[0] + window <= now:
            calls.popleft()
        if most is not None and len(calls) >= most:
            return calls[0] + window - now
        calls.append(now)
        self._calls.put((operation, object_id), calls, now)
        return None

    def give_back(self, operation: str, object_id: str, now: datetime) -> None:
        """Take back the latest count."""
        if calls := self._calls.get((operation, object_id), now):
            calls.pop()

    def latest(self, operation: str, object_id: str, now: datetime) -> datetime | None:
        """Return when a call was counted last."""
        calls = self._calls.get((operation, object_id), now)
        return calls[-1] if calls else None

    def put_usage(self, waba_id: str | None, usage: tuple[Usage, ...], now: datetime) -> None:
        """Keep the use of quotas."""
        self._usage.put(waba_id, usage, now)

    def usage_of(self, waba_id: str | None, now: datetime) -> tuple[Usage, ...]:
        """Return the use of the quotas of an account."""
        return self._usage.get(waba_id, now) or ()

    def usage(self, now: datetime) -> Mapping[str | None, tuple[Usage, ...]]:
        """Return the use of each quota."""
        return self._usage.items(now)
