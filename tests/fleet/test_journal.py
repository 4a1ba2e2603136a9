"""The journal of a list of onboardings: what else is in the file, who else has it, a full disk."""

import errno
import subprocess
import sys
from typing import Any

import pytest

import wabakit
from tests.fleet.test_onboarding import Lives, lives

__all__ = ["lives"]  # a fixture

HEAD = b'{"journal": "wabakit fleet.onboard", "layout": 1}\n'


@pytest.mark.parametrize("line", [b"{}", b"[]", b'{"account_id": "1"}', b"[" * 100_000])
def test_a_line_that_is_none(lives: Lives, line: bytes) -> None:
    """A journal that something else wrote into is refused as a journal."""
    lives.journal.write_bytes(HEAD + line + b"\n")
    with pytest.raises(wabakit.InvalidInputError) as caught:
        lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)


@pytest.mark.parametrize("journal", [5, True, "", "\0"])
def test_no_path(lives: Lives, journal: Any) -> None:
    """What is no path is refused; a number is none, which Python takes for an open file."""
    lives.journal = journal
    with pytest.raises(wabakit.InvalidInputError) as caught:
        lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)


IN_USE = """
import sys
from wabakit.fleet.journal import Journal
journal = Journal(sys.argv[1])
print("in use", flush=True)
sys.stdin.read()
"""


def test_two_processes(lives: Lives) -> None:
    """A journal that a process uses is refused to another one; nobody is sent two codes."""
    command = [sys.executable, "-c", IN_USE, str(lives.journal)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(wabakit.InvalidInputError) as caught:
            lives.live()
        assert (caught.value.field, lives.requests) == ("journal", 0)
        other.stdin.close()
    lives.live()
    lives.check()


def test_a_disk_that_is_full(lives: Lives, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk does not take is told as the journal's fault, and leaves a journal."""

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(wabakit.InvalidInputError) as caught:
            lives.live()
    assert (caught.value.field, lives.requests) == ("journal", 0)
    lives.live()
    lives.check()
