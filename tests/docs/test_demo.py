"""The demo shows what it promises, with either client."""

import os
import pty
import re
import subprocess
import sys
from functools import cache
from runpy import run_module

import pytest

from openapi.tools.made import ROOT
from tests.children import fork, run_forked

COLOUR = "\x1b["


def demo(*options: str) -> None:
    """Do as `python -m ergonomic.tools.demo` does."""
    os.chdir(ROOT)
    sys.argv[1:] = options
    run_module("ergonomic.tools.demo", run_name="__main__")


@cache
def run_demo(*options: str, **environment: str) -> list[str]:
    """The lines that the demo prints into a file."""
    done = run_forked(lambda: demo(*options), {**os.environ, **environment})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture(scope="module", params=["", "--async"], ids=["sync", "async"])
def lines(request: pytest.FixtureRequest) -> list[str]:
    """The lines of the demo, with one client and with the other."""
    return run_demo(*request.param.split())


def test_ends_connected(lines: list[str]) -> None:
    """The demo ends when the number that it read is CONNECTED."""
    assert lines[-1] == "CONNECTED"
    assert lines[-2] == ">>> print(card.status)"


def test_lists_by_command_and_library(lines: list[str]) -> None:
    """The command line shows a table in straight columns; the library has all as objects."""
    head = next(at for at, line in enumerate(lines) if line.startswith("   NUMBER  "))
    table = lines[head : next(at for at, line in enumerate(lines) if " need you" in line)]
    assert lines[head - 2] == "$ wabakit list --where status=PENDING,DISCONNECTED"
    assert len(table) == 1 + 6
    starts = [match.start() for match in re.finditer(r"\S+", table[0])]
    for row in table[1:]:
        assert [row[at - 2 : at] for at in starts[1:]] == ["  "] * 4
        assert all(row[at] != " " for at in starts)
    assert "36 numbers in 4 calls" in lines


def test_story_is_told_step_by_step(lines: list[str]) -> None:
    """Every step shows its line, the call that it made and what came of it."""
    calls = [line.split()[:2] for line in lines if line.startswith("    ") and "->" in line]
    posts = [path.rsplit("/", 1)[1] for method, path in calls if method == "POST"]
    assert posts == ["phone_numbers", "request_code", "verify_code", "register"]
    states = [line.split()[1:3] for line in lines if line.strip().startswith(("state ", "status "))]
    assert states == [["!", "PENDING"], ["CONNECTED"]]
    (code,) = re.findall(r"Your code is (\S+)", "\n".join(lines))
    assert any(f'verify_code("{code}")' in line for line in lines)
    assert "✓ registered      +1 631-555-1000" in lines
    assert [line for line in lines if "314159" in line] == [
        "$ echo 314159 | wabakit register +16315551000 - --yes"
    ]


def test_both_clients_show_the_same(lines: list[str]) -> None:
    """Either client shows the same, but for the words that make code asynchronous."""
    plain = [re.sub("await |async |Async", "", line) for line in lines]
    assert plain == run_demo()


def test_no_colours_in_a_file(lines: list[str]) -> None:
    """What goes into a file has no colours."""
    assert COLOUR not in "".join(lines)


def test_narrow_output() -> None:
    """In 80 columns nothing is longer than a line."""
    assert [line for line in run_demo("--async", COLUMNS="80") if len(line) > 80] == []


def test_any_encoding() -> None:
    """Where the output cannot hold frames and accents, the demo runs all the same."""
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"}
    shown = subprocess.check_output(
        [sys.executable, "-m", "ergonomic.tools.demo"], cwd=ROOT, env={**os.environ, **environment}
    )
    assert shown.decode("ascii").rstrip().endswith("CONNECTED")


@pytest.mark.parametrize(("no_color", "is_coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal(no_color: str, is_coloured: bool) -> None:
    """A terminal gets colours, unless NO_COLOR is set."""
    ours, theirs = pty.openpty()
    child = fork(demo, theirs, 2, {**os.environ, "TERM": "xterm", "NO_COLOR": no_color})
    os.close(theirs)
    shown = b""
    while chunk := read(ours):
        shown += chunk
    os.close(ours)
    assert os.waitpid(child, 0)[1] == 0
    assert shown.decode().rstrip().endswith("CONNECTED")
    assert (COLOUR in shown.decode()) is is_coloured


def read(terminal: int) -> bytes:
    """Read from a terminal; nothing is left once the program at its other end is gone."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
