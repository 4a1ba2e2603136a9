"""Meta's own file is held against the contract, its faults notwithstanding."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from openapi.tools import upstream
from openapi.tools.shapes import shapes
from openapi.tools.upstream import Row
from openapi.tools.yamltext import read

META = Path(__file__).with_name("meta.yaml")
OURS, THEIRS = shapes(read(upstream.UNION)), shapes(read(META))
NUMBER, LIST = "GET /{}", "GET /{}/phone_numbers"
PROFILE = " as /{Version}/{Business-Profile-ID}"
REASONS = {"GET /{}*:*quality_rating": "Recorded.", "*data_localization_region": "Countries."}


def compared(**notes: Any) -> dict[tuple[str, str], Row]:
    """Compare with these notes; give the rows by call and name."""
    rows = upstream.rows(OURS, THEIRS, {"reasons": REASONS, "left-out": [], **notes})
    return {(row.call, row.name): row for row in rows}


@pytest.mark.parametrize(
    ("call", "name", "verdict"),
    [
        (LIST, "", "same"),
        (LIST, "?limit", "same"),
        (LIST, ":data.id", "same"),
        (LIST, "?sort", "added"),
        (NUMBER, ":status", "added"),
        ("DELETE /{}/username", "", "added"),
        (LIST, ":data.quality_rating", "corrected"),
        ("POST /{}/register", "!data_localization_region", "corrected"),
        (NUMBER, ":mood", "new"),
        (NUMBER, PROFILE, "new"),
    ],
)
def test_verdicts(call: str, name: str, verdict: str) -> None:
    """What both have is the same or corrected, what one has is added or new."""
    assert compared()[call, name].verdict == verdict


def test_faults_of_the_file() -> None:
    """Schemas that nothing refers to, headers and members of no specification play no part."""
    names = {name for _, name in compared()}
    assert not any("nobody_refers_here" in name or "Authorization" in name for name in names)
    assert THEIRS["POST /{}/register"][0]["!data_localization_region"] == "string (DE, NO)"
    assert len(THEIRS[NUMBER]) == 2


def test_decisions() -> None:
    """A difference without a reason, and what is new at Meta's, need a decision; no more does."""
    undecided = upstream.undecided(list(compared(reasons={}).values()))
    assert {(row.call, row.name) for row in undecided} == {
        (LIST, ":data.quality_rating"),
        (NUMBER, ":quality_rating"),
        ("POST /{}/register", "!data_localization_region"),
        (NUMBER, ":mood"),
        (NUMBER, PROFILE),
    }
    left_out = [f"{NUMBER}:mood", NUMBER + PROFILE]
    rows = compared(**{"left-out": left_out})
    assert upstream.undecided(list(rows.values())) == []
    assert rows[NUMBER, ":mood"].verdict == "missing"
    assert "Recorded." in rows[NUMBER, ":quality_rating"].remark


def run(*arguments: str) -> bool:
    """Run the command; tell whether something needs a decision."""
    with pytest.raises(SystemExit) as left:
        upstream.main(*arguments)
    return bool(left.value.code)


def test_unknown_field_is_caught_until_it_is_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field that is new at Meta's makes the command fail, until it is written down as seen."""
    notes = tmp_path / "upstream.yaml"
    notes.write_text(yaml.safe_dump({"reasons": REASONS | {"*none": "Old."}, "left-out": []}))
    assert run(str(META), str(notes), "--record")
    shown = capsys.readouterr().out
    assert "| GET /{} | :mood | new | DECIDE" in shown
    assert "2 to decide" in shown
    assert "The reason for *none explains nothing" in shown
    assert not run(str(META), str(notes))
    later = tmp_path / "later.yaml"
    later.write_text(META.read_text("utf-8").replace("mood:", "mien:"), "utf-8")
    assert run(str(later), str(notes))


def test_reasons_are_kept() -> None:
    """The notes of the project can be read, and each reason is a sentence."""
    notes = read(upstream.UNION.with_name("upstream.yaml"))
    assert notes["reasons"]
    assert all(why.endswith(".") for why in notes["reasons"].values())
