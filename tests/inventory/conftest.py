from pathlib import Path

import pytest

from wabakit.inventory import Inventory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "inventory.db"


@pytest.fixture
def inventory(path: Path) -> Inventory:
    return Inventory(path)
