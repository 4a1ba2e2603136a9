"""Time as the emulator sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

_DURATION = re.compile(
    r"P(?=[0-9T])(?:(?P<weeks>[0-9]{1,6})W)?(?:(?P<days>[0-9]{1,6})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,6})H)?(?:(?P<minutes>[0-9]{1,6})M)?"
    r"(?:(?P<seconds>[0-9]{1,6})S)?)?",
    re.ASCII,
)

_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)
"""Between which a clock stands; a rule that reckons from it stays among the times there are."""

_PAST, _FUTURE = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
"""Between which any other time lies, with room for all that is reckoned from a clock's."""


class Clock:
    """Tell the time: the real time, or a frozen one, either moved on by hand.

    `Clock()` runs; `Clock(moment)` stands still at that aware moment. Call it to read it.
    """

    def __init__(self, frozen_at: datetime | None = None) -> None:
        self._frozen_at: datetime | None = None
        self._ahead = timedelta()
        if frozen_at is not None:
            self.freeze(frozen_at)

    def __call__(self) -> datetime:
        """Read the clock."""
        return (self._frozen_at or datetime.now(UTC)) + self._ahead

    @property
    def is_frozen(self) -> bool:
        """Tell whether the clock stands still."""
        return self._frozen_at is not None

    def advance(self, by: timedelta | str) -> None:
        """Move the time on by a duration, as text in ISO 8601 (`P14D`, `PT10M`).

        It never goes back, nor past the year 9997 (ValueError).
        """
        step = duration(by) if isinstance(by, str) else by
        if step < timedelta():
            raise ValueError("time only moves on")
        if step > _LAST - self():
            raise ValueError("a clock goes up to the year 9997")
        self._ahead += step

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, at the present moment or at another of the years 1970 to 9997.

        ValueError for any other year, and without a time zone.
        """
        at = at or self()
        if at.tzinfo is None:
            raise ValueError("frozen_at needs a time zone")
        if not _FIRST <= at <= _LAST:
            raise ValueError(f"a clock stands between the years 1970 and 9997, not at {at}")
        self._frozen_at, self._ahead = at.astimezone(UTC), timedelta()

    def run(self, ahead: timedelta | None = None) -> None:
        """Go on from where the clock stands, or so far ahead of the real time."""
        real = datetime.now(UTC)
        ahead = self() - real if ahead is None else ahead
        if not _PAST <= real + ahead <= _FUTURE:
            raise ValueError(f"a clock does not run {ahead.days} days ahead")
        self._ahead, self._frozen_at = ahead, None

    def as_json(self) -> dict[str, str | float | None]:
        """Write how the clock is set: the moment it is frozen at, or how far it is ahead."""
        if self.is_frozen:
            return {"frozen_at": self().isoformat(), "ahead_seconds": 0.0}
        return {"frozen_at": None, "ahead_seconds": self._ahead.total_seconds()}

    def set_from(self, written: Mapping[str, Any]) -> None:
        """Set the clock as `as_json` found it (ValueError)."""
        try:
            frozen_at, ahead = written["frozen_at"], timedelta(seconds=written["ahead_seconds"])
            if frozen_at is None:
                self.run(ahead)
            else:
                self.freeze(parse_time(frozen_at))
        except (KeyError, OverflowError, TypeError) as error:
            raise ValueError(f"not the setting of a clock: {error!r}") from error


def duration(text: str) -> timedelta:
    """Read an ISO 8601 duration of weeks, days, hours, minutes, seconds (ValueError)."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"not a duration such as P14D or PT10M: {text}")
    return timedelta(**{unit: int(count) for unit, count in match.groupdict().items() if count})


def parse_time(text: str) -> datetime:
    """Read an ISO 8601 moment of the years 1900 to 9998, with its time zone (ValueError)."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a time needs a time zone: {text}")
    if not _PAST <= moment <= _FUTURE:
        raise ValueError(f"a time is of the years 1900 to 9998: {text}")
    return moment.astimezone(UTC)


def graph_time(moment: datetime) -> str:
    """Write a time as Graph does: `2024-01-15T10:30:00+0000` (recorded)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
