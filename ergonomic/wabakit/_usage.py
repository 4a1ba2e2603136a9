"""How much of Meta's quotas is used, as its answers report it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from wabakit._exception import Usage
from wabakit._json import JsonObject, as_list, as_object, parse_json
from wabakit._times import LONGEST_WAIT, read_time

_MOST_MINUTES = LONGEST_WAIT / timedelta(minutes=1)
_FIGURES = ("call_count", "total_cputime", "total_time")


def parse_usage(headers: Mapping[str, str], now: datetime) -> tuple[Usage, ...]:
    """Return what the usage headers say; whatever is unreadable in them is passed over."""
    said = _said(headers.get("x-business-use-case-usage", ""), headers.get("x-app-usage", ""))
    return tuple([Usage(seen_at=now, **figures) for figures in said])


def server_wait(
    headers: Mapping[str, str], usage: Iterable[Usage], now: datetime
) -> timedelta | None:
    """Return how long Meta says to wait: `Retry-After`, else the longest of the estimates."""
    estimates = [entry.regain_access for entry in usage if entry.regain_access]
    return _retry_after(headers.get("retry-after"), now) or max(estimates, default=None)


def _retry_after(text: str | None, now: datetime) -> timedelta | None:
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:  # the rare form of the header
        seconds = ((read_time(text) or now) - now).total_seconds()
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
    with suppress(ValueError):
        return as_object(parse_json(text or "{}")) or {}
    return {}


def _figures(waba_id: str | None, entry: JsonObject) -> JsonObject:
    minutes = _number(entry.get("estimated_time_to_regain_access"))
    kind = entry.get("type")
    return {
        "waba_id": waba_id,
        "type": kind if isinstance(kind, str) else "app" if waba_id is None else "unknown",
        **{name: _number(entry.get(name)) for name in _FIGURES},
        "regain_access": timedelta(minutes=min(minutes, _MOST_MINUTES)) or None,
    }


def _number(value: Any) -> float:
    """Read a figure that may come as a number or as text; anything else counts as 0."""
    with suppress(TypeError, ValueError, OverflowError):
        return max(0.0, float(value))  # in this order also NaN is 0
    return 0.0
