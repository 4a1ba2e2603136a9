"""Which version of Graph answers."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TypeAlias

Version: TypeAlias = tuple[int, int]

DEFAULT: Version = (23, 0)

_EXPIRES: dict[Version, date] = {
    (19, 0): date(2026, 5, 21),
    (20, 0): date(2026, 9, 24),
    (21, 0): date(2027, 1, 21),
    (22, 0): date(2027, 5, 20),
    (23, 0): date(2027, 10, 8),
    (24, 0): date(2028, 2, 18),
    (25, 0): date(2028, 7, 29),
    (26, 0): date.max,
}


@lru_cache(maxsize=64)
def parse_version(segment: str) -> Version | None:
    """Read `v23.0`; None when a path segment is no version."""
    match = re.fullmatch(r"v([0-9]{1,4})\.([0-9]{1,4})", segment, re.ASCII)
    return (int(match[1]), int(match[2])) if match else None


def answering_version(asked: Version, now: datetime) -> Version:
    """Choose the version that answers: the one asked for, or the oldest alive if that one is gone.

    Expiry dates are Meta's (documented); that an old version is upgraded and does not fail is
    recorded. Versions before v19.0 count as gone, those after v26.0 as known (assumed).
    """
    return max(asked, _oldest_alive(now.date()))


@lru_cache(maxsize=16)
def _oldest_alive(today: date) -> Version:
    return min(version for version, expires in _EXPIRES.items() if today < expires)


def upgrade_warning(asked: Version, answered: Version) -> str:
    """Word the header that goes with an upgrade (recorded)."""
    return (
        f"The call has been auto-upgraded to {written(answered)}"
        f" as {written(asked)} has been deprecated."
    )


def written(version: Version) -> str:
    """Write a version as Graph does: `v23.0`."""
    return f"v{version[0]}.{version[1]}"
