"""How many calls there were lately."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from math import ceil

_HOUR = timedelta(hours=1)


class Meter:
    """Count calls of the last rolling hour."""

    def __init__(self) -> None:
        self._calls: deque[datetime] = deque()

    def count(self, now: datetime) -> int:
        """Count one more call, and give how many there are in the hour that ends now."""
        self._calls.append(now)
        while self._calls[0] <= now - _HOUR:
            self._calls.popleft()
        return len(self._calls)

    def minutes_over(self, quota: int, now: datetime) -> int:
        """Give the minutes until so many old calls are forgotten that one more fits the quota."""
        over = len(self._calls) - quota
        return (
            0 if over <= 0 else max(1, ceil((self._calls[over] + _HOUR - now).total_seconds() / 60))
        )
