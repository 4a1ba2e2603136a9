"""How much of Meta's quotas is used, as its answers report it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from wabakit._exception import Usage
from wabakit._json import JsonObject, as_list, as_object, parse_json

_BY_BUSINESS = "x-business-use-case-usage"
_BY_APP = "x-app-usage"
LONGEST_WAIT = timedelta(days=30)
"""Longest wait that is believed."""


def parse_usage(headers: Mapping[str, str], now: datetime) -> tuple[Usage, ...]:
    """Return what the usage headers say; whatever is unreadable in them is passed over."""
    said = _said(headers.get(_BY_BUSINESS, ""), headers.get(_BY_APP, ""))
    return tuple(Usage(seen_at=now, **figures) for figures in said)


def server_wait(
    headers: Mapping[str, str], usage: Iterable[Usage], now: datetime
) -> timedelta | None:
    """Return how long Meta says to wait: `Retry-After`, else the longest of the estimates."""
    estimates = [entry.regain_access for entry in usage if entry.regain_access]
    return _retry_after(headers.get("retry-after"), now) or max(estimates, default=None)


def _retry_after(text: str | None, now: datetime) -> timedelta | None:
    try:
        seconds = float(text or "")
    except ValueError:
        from email.utils import parsedate_to_datetime  # the rare form of the header

        try:
            moment = parsedate_to_datetime(text or "")
        except ValueError:
            return None
        seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    return min(timedelta(seconds=seconds), LONGEST_WAIT) if 0 < seconds < 1e9 else None


@lru_cache(maxsize=64)  # answers in a row often say the same
def _said(by_business: str, by_app: str) -> list[JsonObject]:
    app = _load(by_app)
    return [
        _figures(str(waba_id), entry)
        for waba_id, entries in _load(by_business).items()
        for entry in map(as_object, as_list(entries) or [])
        if entry is not None
    ] + ([_figures(None, app)] if app else [])


def _load(text: str) -> JsonObject:
    try:
        return as_object(parse_json(text or "{}")) or {}
    except ValueError:
        return {}


def _figures(waba_id: str | None, entry: JsonObject) -> JsonObject:
    minutes = _number(entry.get("estimated_time_to_regain_access"))
    kind = entry.get("type")
    return {
        "waba_id": waba_id,
        "type": kind if isinstance(kind, str) else "app" if waba_id is None else "unknown",
        **{
            name: _number(entry.get(name)) for name in ("call_count", "total_cputime", "total_time")
        },
        "regain_access": _minutes(minutes) if minutes > 0 else None,
    }


def _minutes(minutes: float) -> timedelta:
    longest = LONGEST_WAIT.total_seconds() / 60
    return timedelta(minutes=min(minutes, longest))


def _number(value: object) -> float:
    """Read a figure that may come as a number or as text; anything else counts as 0."""
    try:
        number = float(value) if isinstance(value, (int, float, str)) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return number if number >= 0 else 0.0  # also turns NaN into 0
