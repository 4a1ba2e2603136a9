"""How much of the quota is used, and the headers that say so."""

from __future__ import annotations

import json
from collections import deque
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .world import Account

_HOUR = timedelta(hours=1)
_QUOTA = 5000
_MESSAGING = frozenset({"registerPhoneNumber", "deregisterPhoneNumber"})


class Meter:
    """Count calls of the last rolling hour."""

    def __init__(self) -> None:
        self._calls: deque[datetime] = deque()

    def count(self, now: datetime) -> int:
        """Count one more call; give the share used, in whole percent and below 100.

        The quota is the one of an account with a registered number, 5,000 calls an hour
        (documented). Nothing is throttled here, so the share never reaches the 100 that says so.
        """
        self._calls.append(now)
        while self._calls[0] <= now - _HOUR:
            self._calls.popleft()
        return min(1 + 100 * len(self._calls) // _QUOTA, 99)


def app_usage(meter: Meter, now: datetime) -> dict[str, str]:
    """Build the header of a call that reached no account (recorded)."""
    share = meter.count(now)
    usage = {"call_count": share, "total_cputime": share, "total_time": share}
    return {"X-App-Usage": json.dumps(usage)}


def business_usage(account: Account, operation: str, now: datetime) -> dict[str, str]:
    """Build the header of a call that reached an account: its id, then one entry (recorded)."""
    kind = "whatsapp" if operation in _MESSAGING else "whatsapp_business_management"
    share = account.meters.setdefault(kind, Meter()).count(now)
    usage = {
        "type": kind,
        "call_count": share,
        "total_cputime": share,
        "total_time": share,
        "estimated_time_to_regain_access": 0,
    }
    return {"X-Business-Use-Case-Usage": json.dumps({account.id: [usage]})}
