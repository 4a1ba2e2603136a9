"""Time as the emulator sees it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Tell the time: the real time, or a frozen one, either moved on by hand.

    `Clock()` runs; `Clock(moment)` stands still at that aware moment. Call it to read it.
    """

    def __init__(self, frozen_at: datetime | None = None) -> None:
        if frozen_at is not None and frozen_at.tzinfo is None:
            raise ValueError("frozen_at needs a time zone")
        self._frozen_at = frozen_at
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """Read the clock."""
        return (self._frozen_at or datetime.now(UTC)) + self._ahead

    def advance(self, by: timedelta) -> None:
        """Move the time on; it never goes back (ValueError)."""
        if by < timedelta():
            raise ValueError("time only moves on")
        self._ahead += by


def graph_time(moment: datetime) -> str:
    """Write a time as Graph does: `2024-01-15T10:30:00+0000` (recorded)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
