"""Which version of Graph answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, TypeAlias

from wabakit.emulator.contract import contract

Version: TypeAlias = tuple[int, int]


@lru_cache(maxsize=64)
def parse_version(segment: str) -> Version | None:
    """Read `v23.0`; None when a path segment is no version."""
    match = re.fullmatch(r"v([0-9]{1,4})\.([0-9]{1,4})", segment, re.ASCII)
    return (int(match[1]), int(match[2])) if match else None


def _read(written: str) -> Version:
    """Read a version that the contract names."""
    major, minor = written.removeprefix("v").split(".")
    return int(major), int(minor)


@cache
def default_version() -> Version:
    """Name the version that the contract is called with unless another one is named."""
    return _read(contract()["x-graph-api-version"])


def is_in(version: Version, said: Mapping[str, Any]) -> bool:
    """Tell whether a version has something, by the marks that the contract puts on it."""
    since, until = said.get("x-graph-since"), said.get("x-graph-until")
    return (not since or _read(since) <= version) and (not until or version <= _read(until))


def answering_version(asked: Version, now: datetime) -> Version:
    """Choose the version that answers: the one asked for, or the oldest alive if that one is gone.

    Expiry dates are the contract's, which has them from Meta (documented); that an old version is
    upgraded and does not fail is recorded. Versions older than all of these count as gone, newer
    ones as known (assumed).
    """
    return max(asked, _oldest_alive(now.date()))


@lru_cache(maxsize=16)
def _oldest_alive(today: date) -> Version:
    dates: dict[str, dict[str, str]] = contract()["x-graph-versions"]
    last = {_read(version): said.get("expires") for version, said in dates.items()}
    return min(v for v, expires in last.items() if not expires or today.isoformat() < expires)


@lru_cache(maxsize=64)
def version_headers(asked: Version, answering: Version) -> Mapping[str, str]:
    """Say which version answers, and warn of one that is gone (recorded)."""
    headers = {"facebook-api-version": written(answering)}
    if answering != asked:
        headers["X-Ad-Api-Version-Warning"] = (
            f"The call has been auto-upgraded to {written(answering)}"
            f" as {written(asked)} has been deprecated."
        )
    return headers


def written(version: Version) -> str:
    """Write a version as Graph does: `v23.0`."""
    return f"v{version[0]}.{version[1]}"
