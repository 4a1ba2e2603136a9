"""How large an inventory is, and what it costs: `python -m tests.bench.inventory [NUMBERS] [DAYS]`.

Each day half a percent of the numbers is other than the day before.
"""

import sys
import tempfile
from collections.abc import Generator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import attrs

from wabakit import Field, PhoneNumber, WabakitError
from wabakit.inventory import Inventory

PER_ACCOUNT = 20
START = datetime(2026, 10, 1, 2, tzinfo=UTC)


@attrs.define
class Fleet:
    """Numbers that change from day to day."""

    rows: list[dict[str, object]]
    chance: Random = attrs.field(factory=lambda: Random(7))
    failures: dict[str, WabakitError] = attrs.field(factory=dict[str, WabakitError])
    elsewhere: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])

    def numbers(self, fields: Iterable[Field[Any]]) -> Generator[tuple[str, PhoneNumber]]:
        """Yield every number with its account."""
        asked = frozenset(field.name for field in fields)
        for place, row in enumerate(self.rows):
            yield account(place), PhoneNumber(dict(row), asked)

    @property
    def completed(self) -> frozenset[str]:
        """The ids of all accounts."""
        return frozenset(account(place) for place in range(0, len(self.rows), PER_ACCOUNT))

    def pass_a_day(self) -> None:
        """Change half a percent of the numbers."""
        for row in self.chance.sample(self.rows, len(self.rows) // 200):
            row["quality_rating"] = self.chance.choice(["GREEN", "YELLOW", "RED"])


def account(place: int) -> str:
    """Return the id of the account that has a number."""
    return str(102290129340000 + place // PER_ACCOUNT)


def row(place: int) -> dict[str, object]:
    """Return what Graph answers of a number."""
    return {
        "id": str(106853218000000 + place * 7),
        "display_phone_number": f"+1 631-{place // 10_000:03}-{place % 10_000:04}",
        "verified_name": f"Lucky Shrub {place}",
        "status": "CONNECTED",
        "quality_rating": "GREEN",
        "code_verification_status": "EXPIRED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "name_status": "APPROVED",
        "account_mode": "LIVE",
        "messaging_limit_tier": "TIER_10K",
        "is_pin_enabled": True,
    }


def measure(path: Path, numbers: int = 20_000, days: int = 30) -> None:
    """Record so many days, and print what they cost."""
    fleet, inventory = Fleet([*map(row, range(numbers))]), Inventory(path)
    for day in range(days):
        begun = process_time()
        run = inventory.record(fleet, at=START + timedelta(days=day))
        if day in {0, 1, days - 1}:
            print(f"day {day + 1}: {run.changed} changed, {process_time() - begun:.2f} s CPU")
        fleet.pass_a_day()
    for name, read in (
        ("diff", inventory.diff),
        ("audit", inventory.audit),
        ("rows", inventory.rows),
    ):
        begun = process_time()
        print(f"{name}: {len([*read()])}, {process_time() - begun:.2f} s CPU")
    size = sum(part.stat().st_size for part in path.parent.iterdir() if "-shm" not in part.name)
    print(f"{size / 2**20:.1f} MiB with its log, {path.stat().st_size / 2**20:.1f} without")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder, "inventory.db"), *map(int, sys.argv[1:]))
