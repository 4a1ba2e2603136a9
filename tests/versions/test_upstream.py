"""Meta's own file is held against the contract, its faults notwithstanding."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from openapi.tools import upstream
from openapi.tools.shapes import shapes
from openapi.tools.upstream import Row
from openapi.tools.yamltext import FASTEST, read
from tests.contract.document import CONTRACT

META = Path(__file__).with_name("meta.yaml")
NOTES = read(META.with_name("upstream.yaml"))
OURS, THEIRS = shapes(CONTRACT), shapes(read(META))
NUMBER, LIST, REGISTER = "GET /{}", "GET /{}/phone_numbers", "POST /{}/register"
NODE, FLOWS = "GET /{Phone-Number-ID}", "GET /{WABA-ID}/flows"
TWIN, PROFILE = "GET /{Account-Number-ID}", "GET /{Business-Profile-ID}"
UNSEEN: dict[str, Any] = {**NOTES, "seen": {}}


def compared(notes: dict[str, Any], **written: str) -> dict[tuple[str, str], Row]:
    """Compare with these notes, Meta's file being written otherwise; give rows by call and name."""
    text = META.read_text("utf-8")
    for old, new in written.items():
        assert old in text
        text = text.replace(old, new)
    rows = upstream.rows(OURS, shapes(yaml.load(text, FASTEST)) if written else THEIRS, notes)
    return {(row.call, row.name): row for row in rows}


def decisions(notes: dict[str, Any], **written: str) -> set[tuple[str, str, str]]:
    """Return what needs a decision: call, name and verdict."""
    found = compared(notes, **written).values()
    return {row[:3] for row in upstream.undecided(list(found))}


@pytest.mark.parametrize(
    ("call", "name", "verdict"),
    [
        (LIST, "", "same"),
        (LIST, "?limit", "same"),
        (LIST, ":data.id", "same"),
        (LIST, "?sort", "added"),
        (NUMBER, ":status", "added"),
        (NUMBER, ":username", "same"),
        ("DELETE /{}/username", "", "added"),
        (LIST, ":data.quality_rating", "corrected"),
        (REGISTER, "!pin", "same"),
        (REGISTER, "!data_localization_region", "corrected"),
        (NODE, ":mood", "new"),
        (TWIN, ":mood", "new"),
        (FLOWS, "", "new"),
    ],
)
def test_verdicts(call: str, name: str, verdict: str) -> None:
    """What both have is the same or corrected, what one has is added or new."""
    assert compared(UNSEEN)[call, name].verdict == verdict


def test_faults_of_the_file() -> None:
    """Schemas that nothing refers to, headers and members of no specification play no part."""
    names = {name for _, name in compared(UNSEEN)}
    assert not any("nobody_refers_here" in name or "Authorization" in name for name in names)
    assert str(THEIRS[REGISTER][0].said["!data_localization_region"]) == "string (DE, NO)"
    assert len(THEIRS[NUMBER]) == 3


def test_decisions() -> None:
    """A difference without a reason, and what is new at Meta's, need a decision; no more does."""
    new = {(NODE, ":mood", "new"), (TWIN, ":mood", "new"), (FLOWS, "", "new")}
    assert decisions(UNSEEN) == new
    assert decisions({**UNSEEN, "reasons": {}}) - new == {
        (LIST, ":data.quality_rating", "corrected"),
        (NUMBER, ":quality_rating", "corrected"),
        (REGISTER, "!data_localization_region", "corrected"),
    }
    assert decisions(NOTES) == set()
    assert compared(NOTES)[NODE, ":mood"].verdict == "missing"
    assert "UNKNOWN" in compared(NOTES)[NUMBER, ":quality_rating"].remark


def test_what_is_out_of_scope_is_said_once() -> None:
    """A beginning of addresses leaves out every call there, what it shares with ours included."""
    everything: dict[str, Any] = {**UNSEEN, "out-of-scope": []}
    assert decisions(everything) - decisions(UNSEEN) == {
        (PROFILE, ":about", "new"),
        ("POST /{Phone-Number-ID}/messages", "", "new"),
    }
    nothing: dict[str, Any] = {**UNSEEN, "out-of-scope": ["/"]}
    assert {row.verdict for row in compared(nothing).values()} == {"added"}


@pytest.mark.parametrize(
    ("old", "new", "decision"),
    [
        ("{mood: {type: string}}", "{mood: {type: integer}}", (NODE, ":mood", "changed")),
        ("enum: [GOOD, BAD]", "enum: [GOOD, BAD, SO_SO]", (TWIN, ":mood", "changed")),
        ("[GREEN, YELLOW, RED, NA]", "[GREEN, RED]", (NODE, ":quality_rating", "changed")),
        ("required: [pin]", "required: []",
         ("POST /{Phone-Number-ID}/register", "!pin", "changed")),
        ("required: true\n        content", "required: false\n        content",
         ("POST /{Phone-Number-ID}/register", "!", "changed")),
        ("name: limit, in: query, schema", "name: size, in: query, schema",
         ("GET /{WABA-ID}/phone_numbers", "?limit", "gone")),
        ("/{WABA-ID}/flows", "/{WABA-ID}/schemes", (FLOWS, "", "gone")),
        ("/{Account-Number-ID}", "/{Number-Of-Account-ID}", (TWIN, "", "gone")),
    ],
)  # fmt: skip
def test_changes_since_the_last_look(old: str, new: str, decision: tuple[str, str, str]) -> None:
    """A kind, a word, a requirement, a name or a call that is not what it was needs a decision."""
    assert decision in decisions(NOTES, **{old: new})


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
    old: dict[str, Any] = {
        "reasons": NOTES["reasons"] | {"*none": "Old."},
        "out-of-scope": ["/{Shop-ID}"],
    }
    notes.write_text(yaml.safe_dump({**UNSEEN, **old}))
    assert run(str(META), str(notes), "--record")
    shown = capsys.readouterr().out
    assert f"| {NODE} | :mood | new | DECIDE" in shown
    assert "5 to decide" in shown
    assert "The reason for *none explains nothing" in shown
    assert "No address in this file begins with /{Shop-ID}." in shown
    assert not run(str(META), str(notes))
    later = tmp_path / "later.yaml"
    later.write_text(META.read_text("utf-8").replace("mood:", "mien:"), "utf-8")
    assert run(str(later), str(notes))


def test_the_record_is_kept_as_it_was_made(tmp_path: Path) -> None:
    """What is recorded of a file is the same for whoever looks at it again."""
    notes = tmp_path / "upstream.yaml"
    kept = META.with_name("upstream.yaml").read_text("utf-8")
    notes.write_text(kept, "utf-8")
    assert not run(str(META), str(notes), "--record")
    assert notes.read_text("utf-8") == kept


def test_reasons_are_kept() -> None:
    """The notes of the project can be read, and each reason is a sentence."""
    notes = read(upstream.UNION.with_name("upstream.yaml"))
    assert notes["reasons"]
    assert all(why.endswith(".") for why in notes["reasons"].values())
    assert all(address.startswith("/{") for address in notes["out-of-scope"])
