"""The times and limits of states.yaml, so that the emulator need not say them a second time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from wabakit.emulator.contract import document

from .clock import duration

_CHART: Mapping[str, Any] = document("contract", "states.json")


class Limit(NamedTuple):
    """How often something may be done for one number, within a window that moves with the time."""

    allowed: int
    window: timedelta


def lapse(event: str, *, in_pool: bool = False) -> timedelta:
    """Find how long it takes time to bring an event about."""
    events = (_CHART["pool"] if in_pool else _CHART)["events"]
    (after,) = (said["after"] for said in events if said["event"] == event)
    return duration(after)


def limits(call: str, counted: str) -> list[Limit]:
    """List the limits that a call has on what is counted, in the order of the chart."""
    rows = (row for row in _CHART["limits"] if (row["call"], row["counts"]) == (call, counted))
    return [Limit(row["allowed"], duration(row["window"])) for row in rows]
