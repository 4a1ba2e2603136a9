"""What is odd, hostile or mistaken: in what Graph answers, and in what a caller gives."""

import csv
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import wabakit
from tests.inventory.fleets import ACCOUNT, NUMBER, OTHER, StoredFleet, day, number, record
from wabakit.inventory import Inventory

FIRST = datetime.min.replace(tzinfo=timezone(timedelta(hours=3)))
LAST = "9999-12-31T23:59:59"


def test_half_a_character(inventory: Inventory, tmp_path: Path) -> None:
    """JSON can have half a character, which no file takes: it costs no run, nor a table."""
    odd = wabakit.InvalidInputError("waba_id", OTHER, "\ud800")
    fleet = StoredFleet([(ACCOUNT, number(verified_name="Lucky \ud83d"))], failures={OTHER: odd})
    assert inventory.record(fleet).failures.keys() == {OTHER}
    assert [row["verified_name"] for row in inventory.rows()] == ["Lucky ?"]
    assert inventory.export(tmp_path / "numbers.csv") == 1
    assert inventory.record(fleet).changed == 0


@pytest.mark.parametrize(
    "time", [f"{LAST}-12:00", f"{LAST}+00:00", "0001-01-01T00:00:00+12:00", 10**400]
)
def test_times_at_the_ends(inventory: Inventory, time: object) -> None:
    """A time that cannot be, or be added to, stops neither a run nor an audit."""
    odd = number(last_onboarded_time=time, status="PENDING", code_verification_status="VERIFIED")
    record(inventory, odd)
    assert [row["status"] for row in inventory.rows()] == ["PENDING"]
    inventory.audit(at=day(0))


def test_one_came_for_two(inventory: Inventory) -> None:
    """Of two ids of one telephone number that go when a third comes, one moved and one is gone."""
    shown = {"display_phone_number": "+1 631-555-1001"}
    record(inventory, number("1", **shown), number("2", **shown))
    record(inventory, number("3", **shown), on=1)
    kinds = sorted((change.kind, change.number_id) for change in inventory.diff())
    assert kinds == [("gone", "1"), ("moved", "3")]


def test_formulas(inventory: Inventory, tmp_path: Path) -> None:
    """In CSV a name that a spreadsheet would run is a text; a telephone number is as it is."""
    record(inventory, number(verified_name='=HYPERLINK("https://evil.example")'))
    record(inventory, number("2", verified_name="-2+cmd|' /C calc'!A0"), account=OTHER, on=1)
    inventory.export(tmp_path / "numbers.csv")
    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verified_name"][:3] for row in rows] == ["'=H", "'-2"]
    assert {row["display_phone_number"][0] for row in rows} == {"+"}
    assert {row["verified_name"][0] for row in inventory.rows()} == {"=", "-"}


@pytest.mark.parametrize(
    ("field", "method", "given"),
    [
        ("at", "record", {"fleet_or_rows": [], "at": "2026-11-01"}),
        ("at", "record", {"fleet_or_rows": [], "at": FIRST}),
        ("at", "audit", {"at": "2026-11-01"}),
        ("completed", "record", {"fleet_or_rows": [], "completed": ACCOUNT}),
        ("completed", "record", {"fleet_or_rows": [], "completed": None}),
        ("field", "history", {"number_id": NUMBER, "field": 5}),
        ("rules", "audit", {"rules": None}),
        ("rules", "audit", {"rules": [5]}),
        ("to", "export", {"to": "/there/is/no/such/place.csv"}),
        ("to", "export", {"to": "half a character: \ud800.csv"}),
        ("to", "export", {"to": "\0.csv"}),
        ("to", "export", {"to": 5, "format": "csv"}),
        ("to", "export", {"to": b"numbers.csv", "format": "csv"}),
    ],
)
def test_mistakes(inventory: Inventory, field: str, method: str, given: dict[str, Any]) -> None:
    """A mistaken argument is named, and nothing is written; text is no list of accounts."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        getattr(inventory, method)(**given)
    assert caught.value.field == field
    assert inventory.runs() == ()


def test_now(inventory: Inventory) -> None:
    """Without a time it is now."""
    assert datetime.now(UTC) - inventory.record([]).at < timedelta(minutes=5)
