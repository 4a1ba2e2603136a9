"""What the tests of the engines search for secrets would find them; `make engines`."""

import base64
import json
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.engines.recipes import leaks

PIN = "271828"
ARGUMENTS = {"phone": "16315551001", "pin": PIN}


def in_base64(content: bytes) -> bytes:
    return base64.b64encode(content)


def in_message(content: bytes) -> bytes:
    return json.dumps({"body": in_base64(content).decode()}).encode()


@pytest.mark.parametrize("around", [bytes, in_base64, in_message])
@pytest.mark.parametrize("written", [pickle.dumps, lambda of: json.dumps(of).encode()])
def test_found(
    tmp_path: Path, written: Callable[[object], bytes], around: Callable[[bytes], bytes]
) -> None:
    """A PIN is found in files and databases, however an engine writes its arguments."""
    text = around(written(ARGUMENTS))
    (tmp_path / "queue").mkdir()
    (tmp_path / "queue" / "message").write_bytes(text)
    with closing(sqlite3.connect(tmp_path / "journal")) as journal, journal:
        journal.execute("CREATE TABLE step (name TEXT, told BLOB, after TEXT)")
        journal.execute("INSERT INTO step VALUES ('onboard', ?, 'step')", (text,))
    assert {name for name, _ in leaks(tmp_path, [PIN])} == {"queue/message", "journal"}
    assert {found for _, found in leaks(tmp_path, [PIN])} == {PIN}
    assert leaks(tmp_path, ["314159"]) == []


def test_part_of_a_number(tmp_path: Path) -> None:
    """A longer number that has these digits by chance is no secret."""
    (tmp_path / "log").write_text(f"id 1{PIN}, at 12:00:00.{PIN}, {PIN}0", "utf-8")
    assert leaks(tmp_path, [PIN]) == []
