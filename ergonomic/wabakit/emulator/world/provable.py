"""What a one-time code proves to be somebody's."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(eq=False, kw_only=True)
class Provable:
    """A number of an account or of a pool: its code, its proof, and how often it was tried."""

    id: str
    code_verification_status: str | None = "NOT_VERIFIED"
    pending_code: str | None = field(default=None, repr=False)
    code_expires_at: datetime | None = None
    code_verified_at: datetime | None = None
    """When a code proved the number to be the caller's; from then on the proof ages."""
    counted: dict[str, deque[datetime]] = field(
        default_factory=dict[str, "deque[datetime]"], repr=False
    )
    """What `note` recorded."""

    def recent(self, what: str, now: datetime, span: timedelta) -> int:
        """Count what `note` recorded within the span that ends now."""
        times = self.counted.get(what, ())
        return sum(moment > now - span for moment in times)

    def note(self, what: str, now: datetime) -> None:
        """Record that something happened; only the last 20 times are kept."""
        self.counted.setdefault(what, deque(maxlen=20)).append(now)

    def forget(self, what: str) -> None:
        """Drop what `note` recorded."""
        self.counted.pop(what, None)
