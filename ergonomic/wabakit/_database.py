"""A file of SQLite that threads, processes and their forks share on one machine."""

import os
import sqlite3
import threading
import weakref
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import cast

from wabakit.errors import InvalidInputError, WabakitError

_PATIENCE = 30.0
"""Seconds in which another process has to be done with the file."""

_INHERITED: list[object] = []
"""Connections of parent processes, which must not be closed here."""


class Database:
    """The file, with the tables of the latest layout in it.

    Args:
        path: The file, which is made where there is none, for its owner alone.
        name: What the argument is called that the path comes from.
        layouts: What makes each layout of the one before; the first makes it of nothing.
        kind: The `application_id`, by which a file of another kind is known.
        failure: Makes the exception that says why the file cannot be used.

    Raises:
        InvalidInputError: the path is none of a file.
    """

    def __init__(
        self,
        path: str | PathLike[str],
        name: str,
        layouts: Sequence[Sequence[str]],
        kind: int,
        failure: Callable[[str], WabakitError],
    ) -> None:
        written = str(path) if isinstance(cast(object, path), str | PathLike) else ""
        if written in {"", ":memory:"} or "\0" in written:
            raise InvalidInputError(name, path, "the path of a file, which processes can share")
        self.path: str = os.fspath(path)
        self._failure = failure
        self._lock = threading.Lock()
        self._connected: tuple[int, sqlite3.Connection] | None = None
        with self.using() as file:
            if _layout(file, len(layouts), kind) < len(layouts):
                file.execute("PRAGMA journal_mode = WAL")  # which the file remembers
                file.execute("BEGIN IMMEDIATE")  # so that no two processes change the tables
                done = _layout(file, len(layouts), kind)
                for statement in (s for layout in layouts[done:] for s in layout):
                    file.execute(statement)
                file.execute(f"PRAGMA application_id = {kind}")
                file.execute(f"PRAGMA user_version = {len(layouts)}")

    @contextmanager
    def using(self) -> Generator[sqlite3.Connection]:
        """Give the connection of this process to one thread, which commits what it does at the end.

        What it began is undone where it fails.
        """
        if self._connected is not None and self._connected[0] != os.getpid():
            self._lock = threading.Lock()  # a thread of the parent may have held the other
        with self._lock:
            try:
                file = self._connection()
                with file:
                    yield file
            except (sqlite3.Error, OSError, LookupError, TypeError, ValueError) as error:
                # The last three where the file has what nothing of ours wrote into it.
                raise self._failure(str(error)) from error

    def _connection(self) -> sqlite3.Connection:
        if self._connected is None or self._connected[0] != os.getpid():
            _INHERITED.append(self._connected)
            Path(self.path).touch(mode=0o600)
            file = sqlite3.connect(
                self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            weakref.finalize(self, _close, os.getpid(), file)
            self._connected = os.getpid(), file
        return self._connected[1]


def _layout(file: sqlite3.Connection, known: int, kind: int) -> int:
    """Return the layout of the tables, 0 where there are none."""
    (layout,) = file.execute("PRAGMA user_version").fetchone()
    (found,) = file.execute("PRAGMA application_id").fetchone()
    is_empty = file.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    if not is_empty and (found != kind or not layout):  # for 0 is what other files have too
        raise sqlite3.DatabaseError("it is a database of something else: name another file")
    if layout > known:
        later = f"a later wabakit made it (layout {layout}, and this one knows {known})"
        raise sqlite3.DatabaseError(f"{later}: upgrade wabakit, or name another file")
    return 0 if is_empty else cast(int, layout)


def _close(process: int, file: sqlite3.Connection) -> None:
    if os.getpid() == process:  # what a parent opened is its own to close
        file.close()
