"""What changes between two contracts is told in words."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from openapi.tools import compare

LIST = "#/paths/~1{waba_id}~1phone_numbers/get"
FIELD = f"{LIST}/responses/200/content/application~1json/schema/properties/data/items/properties"


def change(path: str, kind: str, impact: str = "minor", **more: Any) -> dict[str, Any]:
    """Return a change as redocly reports it."""
    said = [{"message": message} for message in more.pop("said", [])]
    return {"path": path, "kind": kind, "impact": impact, "verdicts": said, **more}


NEW_FIELD = change(f"{FIELD}/new_limit", "added")
NEW_VALUE = change(
    f"{FIELD}/status/$ref",
    "modified",
    property="enum",
    base={"value": ["A", "B"]},
    revision={"value": ["A", "C"]},
)
GONE = change(f"{LIST}/parameters/5", "removed", "major", said=["`before` was removed."])
NAME = change("#/", "modified", "patch", property="x-graph-api-version")
WORDS = change(
    "#/info", "modified", property="title", base={"value": "Old"}, revision={"value": "New"}
)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (NEW_FIELD, "GET /{waba_id}/phone_numbers: answer `data` `new_limit` is new"),
        (NEW_VALUE, "GET /{waba_id}/phone_numbers: answer `data` `status` gained C and lost B"),
        (GONE, "GET /{waba_id}/phone_numbers: parameter is gone. `before` was removed"),
        (WORDS, "The document: `info` has another title: Old became New"),
    ],
)
def test_words(found: dict[str, Any], words: str) -> None:
    """A change is one sentence: where, what, and what becomes of it."""
    assert compare.in_words(found) == words


@pytest.fixture
def redocly(tmp_path: Path) -> Path:
    """A stand-in for redocly that reports what lies beside it."""
    program = tmp_path / "redocly"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "report = pathlib.Path(__file__).with_name('found.json').read_text()\n"
        "(output,) = [a[9:] for a in sys.argv if a.startswith('--output=')]\n"
        "pathlib.Path(output).write_text(report)\n"
    )
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(("found", "breaks"), [([NEW_FIELD, NAME], False), ([GONE], True)])
def test_exit_code(
    redocly: Path, capsys: pytest.CaptureFixture[str], found: list[dict[str, Any]], breaks: bool
) -> None:
    """The report is Markdown, names what breaks first, and fails the command if something does."""
    redocly.with_name("found.json").write_text(json.dumps({"changes": found}))
    with pytest.raises(SystemExit) as left:
        compare.main(str(redocly), "v23.0", "v24.0")
    assert bool(left.value.code) is breaks
    shown = capsys.readouterr().out
    assert shown.startswith("## v23.0 to v24.0\n\n### Breaking\n")
    assert "x-graph-api-version" not in shown
    assert ("- None." in shown.partition("### Other")[0]) is not breaks


def test_unknown_version() -> None:
    """A version that the contract does not have is refused by name."""
    with pytest.raises(SystemExit, match=r"v9\.0 is neither"):
        compare.contract("v9.0")
