"""The numbers as rows and as files."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import wabakit
from tests.inventory.fleets import ACCOUNT, NUMBER, OTHER, SECOND, day, number, record
from wabakit.inventory import Inventory


@pytest.fixture
def filled(inventory: Inventory) -> Inventory:
    """An inventory of two numbers, one of which was gone for a day."""
    record(inventory, number(status="PENDING", is_pin_enabled=False))
    shared = number(SECOND, verified_name='A "B", Ä', throughput={"level": "HIGH"})
    inventory.record([(OTHER, shared), (ACCOUNT, number(status="CONNECTED"))], at=day(1))
    return inventory


def test_rows(filled: Inventory) -> None:
    """All rows have the same columns, in the order of the contract; what was not read is None."""
    first, second = filled.rows()
    assert list(first) == list(second)
    assert first == {
        "id": NUMBER,
        "account_id": ACCOUNT,
        "accounts": [ACCOUNT],
        "display_phone_number": "+1 631-555-1309",
        "verified_name": None,
        "status": "CONNECTED",
        "throughput.level": None,
        "is_pin_enabled": False,
    }
    assert (second["throughput.level"], second["verified_name"]) == ("HIGH", 'A "B", Ä')


def test_rows_of_a_day(filled: Inventory) -> None:
    """The table is also that of an earlier run."""
    assert [row["status"] for row in filled.rows(at=1)] == ["PENDING"]
    assert [row["status"] for row in filled.rows(at=day(1))] == ["CONNECTED", None]
    with pytest.raises(wabakit.InvalidInputError):
        filled.rows(at=7)


def test_no_rows(inventory: Inventory) -> None:
    """An empty inventory has none."""
    assert list(inventory.rows()) == []
    assert inventory.export(io.StringIO(), "csv") == 0


def test_csv(filled: Inventory, tmp_path: Path) -> None:
    """Words stand as they are, the rest as JSON, and nothing for none."""
    to = tmp_path / "numbers.csv"
    assert filled.export(to) == 2
    with to.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["status"], first["is_pin_enabled"], first["verified_name"]) == (
        *("CONNECTED", "false", ""),
    )
    assert (second["verified_name"], second["accounts"]) == ('A "B", Ä', f'["{OTHER}"]')


def test_lines(filled: Inventory, tmp_path: Path) -> None:
    """Each line is a row, in a file or what is one."""
    file, to = io.StringIO(), tmp_path / "numbers.jsonl"
    assert filled.export(file, "jsonl") == filled.export(str(to)) == 2
    assert file.getvalue() == to.read_text("utf-8")
    assert [json.loads(line) for line in file.getvalue().splitlines()] == [*filled.rows()]


@pytest.mark.parametrize(
    ("name", "format", "why"),
    [
        ("numbers", None, "csv, jsonl, parquet"),
        ("numbers.xlsx", None, "csv, jsonl, parquet"),
        ("numbers.csv", "xlsx", "csv, jsonl, parquet"),
        ("numbers.parquet", None, "wabakit.parquet."),
    ],
)
def test_no_such_format(
    filled: Inventory,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    format: Any,
    why: str,
) -> None:
    """What cannot be written says what can, or what to install, and leaves no file behind."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(wabakit.InvalidInputError, match=why):
        filled.export(tmp_path / name, format)
    assert not (tmp_path / name).exists()
