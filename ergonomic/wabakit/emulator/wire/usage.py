"""How much of the call quota is used, and the headers that say so."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from wabakit.emulator.contract import contract
from wabakit.emulator.world.meter import Meter

from .errors import GraphError

if TYPE_CHECKING:
    from wabakit.emulator.world.nodes import Account


MANAGEMENT_CALLS, REGISTRATION_CALLS = "whatsapp_business_management", "whatsapp"
"""What is counted apart, in the words of the header."""

_HEADER = contract()["components"]["headers"]["BusinessUseCaseUsage"]
QUOTA, QUOTA_UNREGISTERED = _HEADER["x-quota"]["calls"], _HEADER["x-quota"]["unregistered"]
"""Calls an hour to an account with a registered number, and without one (documented)."""


def app_usage(meter: Meter, now: datetime, wait_minutes: int | None = None) -> dict[str, str]:
    """Build the header of a call that reached no account (recorded)."""
    share = _share(meter.count(now), QUOTA)
    return _app_header(100 if wait_minutes else share)


def account_usage(account: Account, kind: str, now: datetime, limited: bool) -> dict[str, str]:
    """Count a call that reached an account, and build its header: id, then one entry (recorded).

    Where limits are on, a call beyond the quota is refused with 400, code 80008; refused calls
    count as well, so that whoever does not stop waits longer (documented). All management calls
    count (assumed: the list is of reads), those to register and deregister have a limit of their
    own. Where limits are off the share is told as of an account with a registered number, and never
    reaches the 100 that stops a caller.
    """
    meter = account.meters.get(kind) or account.meters.setdefault(kind, Meter())
    calls = meter.count(now)
    if not limited or kind == REGISTRATION_CALLS:
        return _account_header(account.id, kind, _share(calls, QUOTA), 0)
    has_registered = any(number.is_registered for number in account.numbers)
    quota = QUOTA if has_registered else QUOTA_UNREGISTERED
    wait = meter.minutes_over(quota, now)
    if wait:
        message = "(#80008) There have been too many calls to this WhatsApp Business Account"
        raise GraphError(80008, message, wait_minutes=wait)
    return _account_header(account.id, kind, _share(calls, quota), 0)


def account_at_limit(account: Account, kind: str, wait_minutes: int) -> dict[str, str]:
    """Build the header of a call that was throttled, which says for how many minutes (recorded)."""
    return _account_header(account.id, kind, 100, wait_minutes)


def _share(calls: int, quota: int) -> int:
    """Give the share used in whole percent, from 1 to 99."""
    return min(1 + 100 * calls // quota, 99)


@lru_cache(maxsize=256)
def _app_header(share: int) -> dict[str, str]:
    usage = {"call_count": share, "total_cputime": share, "total_time": share}
    return {"X-App-Usage": json.dumps(usage)}


@lru_cache(maxsize=1024)
def _account_header(account_id: str, kind: str, share: int, wait_minutes: int) -> dict[str, str]:
    usage = {
        "type": kind,
        "call_count": share,
        "total_cputime": min(share, 99),
        "total_time": min(share, 99),
        "estimated_time_to_regain_access": wait_minutes,
    }
    return {"X-Business-Use-Case-Usage": json.dumps({account_id: [usage]})}
