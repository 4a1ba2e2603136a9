"""Made files are what would be made now, wherever and however that happens."""

from pathlib import Path

import pytest

from ergonomic.tools import documents, unasync
from generated.tools import derive, generate
from openapi.tools import made


@pytest.mark.sweep
def test_derived_files_are_what_the_contract_makes() -> None:
    """The modules of `_made` and errors.json say what the contract and the catalogue say."""
    assert made.differences(derive.derive(), []) == []
    assert made.differences(documents.documents(), []) == []


@pytest.mark.sweep
def test_sync_face_is_what_the_async_face_makes() -> None:
    """Every file of `_sync` is its file of `_async` without async."""
    sync = unasync.sync_face()
    assert sync
    assert made.differences(sync, unasync.sync_files()) == []


def test_difference_names_the_file_and_shows_the_lines(tmp_path: Path) -> None:
    """An edited, a missing and a stale file are each reported by name, the edit with its lines."""
    edited, missing, stale = (tmp_path / name for name in ("edited.py", "missing.py", "stale.py"))
    edited.write_text("one = 1\n")
    stale.touch()
    messages = made.differences({edited: "one = 2\n", missing: ""}, [edited, stale])
    assert [message.split("\n")[0] for message in messages] == [
        f"{edited.as_posix()}: differs",
        f"{missing.as_posix()}: missing",
        f"{stale.as_posix()}: nothing makes this file",
    ]
    assert "-one = 1" in messages[0]
    assert "+one = 2" in messages[0]


def test_writing_leaves_nothing_to_report(tmp_path: Path) -> None:
    """What was written compares equal, and stale files are gone."""
    stale = tmp_path / "stale.py"
    stale.touch()
    files = {tmp_path / "new" / "a.py": "a = 'é'\n"}
    made.write(files, [stale])
    assert made.differences(files, []) == []
    assert not stale.exists()


@pytest.mark.parametrize("record", ["", "{# upstream sha256: " + "0" * 64 + " #}\n"])
def test_moved_upstream_template_stops_the_generation(tmp_path: Path, record: str) -> None:
    """A template whose upstream changed, or is not recorded, is named with the hash found."""
    template = tmp_path / "str_enum.py.jinja"
    template.write_text(record)
    with pytest.raises(SystemExit, match=r"str_enum\.py\.jinja: .* is now [0-9a-f]{64}"):
        generate.check_upstream(template)
