"""What the tests of the engines have in common: pages as programs, processes with an end, a search.

A page of `docs/engines/` names each of its programs in the first line of its block.
"""

import base64
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PROGRAM = re.compile(r"^```python[^\n]*\n(# (\w+\.py)\n.*?)^```$", re.MULTILINE | re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
LONGEST = 240
"""Seconds after which a process ends by itself, should nobody end it before."""


def write_programs(page: str, folder: Path) -> list[str]:
    """Write the programs of a page into a folder; return their names."""
    text = (ROOT / "docs/engines" / page).read_text("utf-8")
    programs = {name: code for code, name in _PROGRAM.findall(text)}
    for name, code in programs.items():
        (folder / name).write_text(code, "utf-8")
    return list(programs)


@contextmanager
def running(
    folder: Path, environment: Mapping[str, str], *command: str, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run Python in a folder, with what it says in a log; in the end kill all that it began."""
    with log.open("ab") as said:
        process = subprocess.Popen(
            ["timeout", "--kill-after=5", str(LONGEST), sys.executable, *command],
            cwd=folder,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _kill_all(process)
        process.wait()


def kill(process: subprocess.Popen[bytes]) -> bool:
    """Kill a process and all that it began; False if it is dead."""
    return process.poll() is None and _kill_all(process)


def _kill_all(process: subprocess.Popen[bytes]) -> bool:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
        return True
    return False


def below(pid: int) -> Iterator[int]:
    """The processes that a process began, and those that they did."""
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, listed.read_text("ascii").split()):
                yield child
                yield from below(child)


def ends_at(seconds: float) -> Callable[[], float]:
    """Return what says how many seconds are left of so many."""
    end = time.monotonic() + seconds
    return lambda: max(0.0, end - time.monotonic())


def leaks(folder: Path, secrets: Iterable[str]) -> list[tuple[str, str]]:
    """Search all bytes below a folder for secrets, also in Base64 and in the rows of databases."""
    # Of digits that stand in a longer word nobody can tell what they are.
    words = "|".join(map(re.escape, sorted(set(secrets))))
    secret = re.compile(rf"(?<![\w.])(?:{words})(?!\w)".encode())
    # All of them before a database is opened, which may change the files beside it.
    contents = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [
        (path.relative_to(folder).as_posix(), found.decode())
        for path, content in contents.items()
        for text in (content, *_cells(path, content))
        for inner in _decoded(text, times=2)
        for found in secret.findall(inner)
    ]


def _decoded(text: bytes, times: int) -> Iterator[bytes]:
    """Yield a text, and what stands in it in Base64, and in that again."""
    yield text
    for coded in _BASE64.findall(text) if times else ():
        with suppress(ValueError):
            padded = coded + b"=" * (-len(coded) % 4)
            yield from _decoded(base64.b64decode(padded.translate(_URL_SAFE)), times - 1)


def _cells(path: Path, content: bytes) -> Iterator[bytes]:
    """Yield the values of a database, which stand in its file with nothing between them."""
    if not content.startswith(b"SQLite format 3"):
        return
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                yield from (
                    value if isinstance(value, bytes) else str(value).encode() for value in row
                )
