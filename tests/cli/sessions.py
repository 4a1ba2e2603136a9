"""Sessions as people read them: `$ wabakit ...`, and what stands on the screen then.

They are kept in `tests/cli/screens/*.txt` and in the console blocks of docs/cli.md. After a change
that is meant, `python -m tests.cli.sessions` writes anew what the commands say now.
"""

import re
import shlex
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from openapi.tools.made import ROOT
from tests.cli.shell import Shell
from wabakit.emulator import Clock, Emulator

SCREENS = ROOT / "tests/cli/screens"
PAGE = ROOT / "docs/cli.md"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

LIST = """phone_number,verified_name
+1 631-555-1001,Lucky Shrub
+44 20 7946,Wind & Wool
+1 212-555-0137,
+1 631 555 1001,Lucky Shrub
+1 631-555-1002,Fig & Olive
"""
"""What lies in the working folder as `numbers.csv`."""

_BLOCK = re.compile(r"(?<=```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_MOVE = re.compile(r"(\n|\r?\x1b\[1A|\r?\x1b\[2K|\x1b\[\?25[lh])")
_VERSIONS = re.compile(r"(wabakit|Python|httpx) [0-9][0-9.a-z]*")
_WIDTH = re.compile(r"^# (\d+) columns", re.MULTILINE)


def demo() -> Emulator:
    """Make a local Graph with the demo's three dozen numbers, in which the time stands still."""
    emulator = Emulator(clock=Clock(NOON))
    emulator.seed_demo()
    return emulator


def replayed(text: str, shell: Shell) -> str:
    """Return a session with what its commands say now; other lines stay."""
    width = int(found[1]) if (found := _WIDTH.search(text)) else 80
    parts = re.split(r"^(\$ .*\n)", text, flags=re.MULTILINE)
    told, code = parts[0], 0
    for line in parts[1::2]:
        if line == "$ echo $?\n":
            said = f"{code}\n"
        else:
            code, said = _run(line.removeprefix("$ "), shell, width)
        said = _VERSIONS.sub(r"\1 …", _STYLE.sub("", _left(said)))
        lines = [one.rstrip() for one in said.splitlines()]
        told += line + "".join(f"{one}\n" for one in lines)
        told += "\n" if "\n\n$ " in text else ""
    return told.rstrip("\n") + "\n"


def _run(line: str, shell: Shell, width: int) -> tuple[int, str]:
    """Run a line: variables before the command, and `| cat` behind it for a pipe."""
    words = shlex.split(line)
    if words[0] == "cat":
        return 0, (shell.folder / words[1]).read_text("utf-8")
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        shell.set(**{name: value})
    assert words.pop(0) == "wabakit"
    if words[-2:] == ["|", "cat"]:
        done = shell(*words[:-2])
        return done.exit_code, done.output
    return shell.at_terminal(*words, width=width, typed=shell.answers)


def _left(text: str) -> str:
    """Return what is left on a screen of what was drawn over itself, as a bar is."""
    lines = [""]
    for part in _MOVE.split(text):
        if part == "\n":
            lines.append("")
        elif part.endswith("1A"):
            lines.pop()
        elif part.endswith("2K"):
            lines[-1] = ""
        elif "\x1b[?" not in part:
            lines[-1] += part
    return "\n".join(lines)


def kept() -> Iterator[Path]:
    """Every file with sessions."""
    yield from sorted(SCREENS.glob("*.txt"))
    yield PAGE


def replayed_file(path: Path, shell: Shell) -> str:
    """Return a file with what the commands in it say now."""
    text = path.read_text("utf-8")
    (shell.folder / "numbers.csv").write_text(LIST, "utf-8")
    shell.work_in(shell.folder)
    if path.suffix == ".txt":
        return replayed(text, shell)
    return _BLOCK.sub(lambda found: replayed(found[0], shell), text)


def main() -> None:
    """Write all of them anew."""
    for path in kept():
        with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
            shell = Shell(demo(), patch, Path(folder))
            path.write_text(replayed_file(path, shell), "utf-8")


if __name__ == "__main__":
    main()
