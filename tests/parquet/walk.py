"""Parquet, as those read it who have pyarrow: `make parquet`."""

from pathlib import Path

import pyarrow.parquet

from wabakit.inventory import Inventory

ACCOUNT = "102290129340398"


def test_parquet(tmp_path: Path) -> None:
    """What is written is what `rows` yields, types and all, in a path and in a file."""
    inventory, to = Inventory(tmp_path / "inventory.db"), tmp_path / "numbers.parquet"
    numbers = [
        {"id": "1", "verified_name": "Ä", "is_pin_enabled": True, "quality_score": {"reasons": []}},
        {"id": "2", "status": "CONNECTED", "throughput": {"level": "HIGH"}},
        {"id": "3", "health_status": {"entities": [{"id": "1", "can_send_message": "AVAILABLE"}]}},
    ]
    inventory.record([(ACCOUNT, number) for number in numbers])
    assert inventory.export(to) == 3
    assert pyarrow.parquet.read_table(to).to_pylist() == [*inventory.rows()]
    with (tmp_path / "again").open("wb") as file:
        assert inventory.export(file, "parquet") == 3
    assert (tmp_path / "again").read_bytes() == to.read_bytes()


def test_no_rows(tmp_path: Path) -> None:
    """An empty inventory is an empty table."""
    assert Inventory(tmp_path / "inventory.db").export(tmp_path / "none.parquet") == 0
    assert pyarrow.parquet.read_table(tmp_path / "none.parquet").num_rows == 0
