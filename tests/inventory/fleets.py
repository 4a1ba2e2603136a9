"""Fleets as `client.fleet(...)` gives them, and numbers as Graph answers them."""

from collections.abc import AsyncGenerator, Generator, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs

from wabakit import Field, InvalidInputError, PhoneNumber, WabakitError
from wabakit.inventory import Inventory, Run

NOW = datetime(2026, 11, 1, 2, tzinfo=UTC)
ACCOUNT, OTHER = "102290129340398", "102290129340399"
NUMBER, SECOND = "106853218861309", "106853218861310"
FAILED = InvalidInputError("waba_id", OTHER, "an account of yours")


def day(count: int) -> datetime:
    """So many days after the first one."""
    return NOW + timedelta(days=count)


def number(id_: str = NUMBER, **fields: Any) -> dict[str, Any]:
    """What Graph answers of a number."""
    return {"id": id_, "display_phone_number": f"+1 631-555-{id_[-4:]}", **fields}


def record(inventory: Inventory, *numbers: dict[str, Any], on: int = 0, **options: Any) -> Run:
    """Record all numbers of one account."""
    account = options.pop("account", ACCOUNT)
    rows = [(account, row) for row in numbers]
    return inventory.record(rows, completed=[account], at=day(on), **options)


@attrs.define
class StoredFleet:
    """A fleet that has its numbers already; each is answered with what was asked for."""

    rows: list[tuple[str, dict[str, Any]]]
    completed: frozenset[str] = frozenset({ACCOUNT})
    failures: dict[str, WabakitError] = attrs.field(factory=dict[str, WabakitError])
    elsewhere: dict[str, tuple[str, ...]] = attrs.field(factory=dict[str, tuple[str, ...]])
    asked: list[str] = attrs.field(factory=list[str])
    is_closed: bool = False

    def numbers(self, *, fields: Iterable[Field[Any]]) -> Generator[tuple[str, PhoneNumber]]:
        """Yield every number with its account."""
        self.asked = [field.name for field in fields]
        try:
            for account, row in self.rows:
                yield account, PhoneNumber(row, frozenset(self.asked))
        finally:
            self.is_closed = True


class AsyncStoredFleet(StoredFleet):
    """The same with `async for`."""

    async def numbers(  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        self, *, fields: Iterable[Field[Any]]
    ) -> AsyncGenerator[tuple[str, PhoneNumber]]:
        """Yield every number with its account."""
        with closing(super().numbers(fields=fields)) as rows:
            for row in rows:
                yield row
