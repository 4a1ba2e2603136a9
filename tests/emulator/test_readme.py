"""The emulator's README says what its code does."""

import re
from pathlib import Path

import pytest

import wabakit.emulator
from ergonomic.tools import behaviours
from wabakit.emulator.calls.magic import NUMBERS
from wabakit.emulator.routes import CALLS

FOLDER = Path(wabakit.emulator.__file__).parent
README = (FOLDER / "README.md").read_text("utf-8")
KNOWN = {found.place for found in behaviours.behaviours(FOLDER)}


def test_magic_numbers_are_listed() -> None:
    """The README lists every magic number with its call and its answer, and no others."""
    rows = re.findall(r"^\| \+([0-9 ]+) \| (.+?) \| (.+?) \|$", README, re.MULTILINE)
    listed = {digits.replace(" ", ""): (call, error) for digits, call, error in rows}
    assert listed == {
        digits: (operation or "every call on the number", error)
        for digits, (operation, error) in NUMBERS.items()
    }


@pytest.mark.parametrize("operation", CALLS)
def test_every_call_names_its_source(operation: str) -> None:
    """What answers a call says how its behaviour is known, as far as the contract does not."""
    handler = CALLS[operation].handler.function
    name = f"{handler.__module__.removeprefix('wabakit.emulator.')}.{handler.__name__}"
    assert name in KNOWN, f"{name} names no source"


def test_weakest_source_counts(tmp_path: Path) -> None:
    """A statement is as sure as its weakest source, and ends where the next begins."""
    path = tmp_path / "rules.py"
    path.write_text(
        'LIFE = 1\n"""How long it lives (documented here, assumed there)."""\n\n\n'
        'class Rule:\n    """Bend it."""\n\n    def hold(self):\n        """Hold it (Thing). '
        'It holds (public code), and stays (recorded)."""\n'
    )
    found = [(one.place, one.statement, one.confidence) for one in behaviours.behaviours(tmp_path)]
    assert found == [
        ("rules.LIFE", "How long it lives", "assumed"),
        ("rules.Rule.hold", "It holds", "recorded"),
        ("rules.Rule.hold", "and stays", "recorded"),
    ]
    row = next(line for line in behaviours.behaviour_table(tmp_path) if "`rules" in line)
    assert "documented here, assumed there" in row
