"""A memory that the clients of several processes of one machine share: a file of SQLite."""

import json
import os
import sqlite3
import threading
import weakref
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from os import PathLike
from typing import cast

from wabakit._exception import Usage, to_usages
from wabakit._ledger import LONGEST_WINDOW
from wabakit._times import LONGEST_WAIT
from wabakit.errors import InvalidInputError

_LAYOUT = 1
"""Version of the tables, which the file holds as its `user_version`."""
_TABLES = """
    CREATE TABLE IF NOT EXISTS call (operation TEXT, object_id TEXT, at REAL);
    CREATE INDEX IF NOT EXISTS call_of ON call (operation, object_id, at);
    CREATE TABLE IF NOT EXISTS usage (waba_id TEXT PRIMARY KEY, at REAL, said TEXT) WITHOUT ROWID;
"""
_OF = "FROM call WHERE operation = ? AND object_id = ?"
_SINCE = f"SELECT at {_OF} AND at > ? ORDER BY at"
_LAST = f"SELECT max(at) {_OF}"
_DELETE_LAST = f"DELETE FROM call WHERE rowid = (SELECT rowid {_OF} ORDER BY at DESC LIMIT 1)"  # noqa: S608
_FORGET = "DELETE FROM call WHERE at <= ?"
_USAGE = "SELECT waba_id, said FROM usage WHERE at >= ?"
_USAGE_OF = f"{_USAGE} AND waba_id = ?"
_PATIENCE = 30.0
"""Seconds in which another process has to be done with the file."""
_APP = ""
"""What stands for the app in place of an account."""

_INHERITED: list[object] = []
"""Connections of parent processes, which must not be closed here."""


class FileMemory:
    """Shares what is scarce with other processes: `Client(token, memory=FileMemory(path))`.

    That is the register and deregister calls of 72 hours, when codes were asked for, and how full
    quotas are; no token, PIN or code is in it. It may be used by threads, by several clients and
    after a fork, and a process may be killed at any moment. The file has to be on a disk of this
    machine, for SQLite's write-ahead log needs one.

    Args:
        path: The file, which is made where there is none.

    Raises:
        InvalidInputError: the file cannot be used; so also by what is to be counted in it later,
            which then is not sent.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        if not isinstance(cast(object, path), str | PathLike) or str(path) in {"", ":memory:"}:
            raise InvalidInputError("memory", path, "the path of a file, which processes can share")
        self._path = os.fspath(path)
        self._lock = threading.Lock()
        self._connected: tuple[int, sqlite3.Connection] | None = None
        with self._using() as file:
            if file.execute("PRAGMA user_version").fetchone()[0] > _LAYOUT:
                raise sqlite3.DatabaseError("a later wabakit made it")
            file.executescript(f"{_TABLES} PRAGMA user_version = {_LAYOUT};")

    def spend(
        self, operation: str, object_id: str, now: datetime, most: int | None, window: timedelta
    ) -> timedelta | None:
        """Count a call, unless there are enough; the disk has it before it is sent."""
        which = (operation, object_id)
        with self._using() as file:
            file.execute("PRAGMA synchronous = FULL")  # as a power cut must not forget it
            file.execute("BEGIN IMMEDIATE")  # so that no two processes take the last one
            file.execute(_FORGET, ((now - LONGEST_WINDOW).timestamp(),))
            counted = [at for (at,) in file.execute(_SINCE, (*which, (now - window).timestamp()))]
            if most is not None and len(counted) >= most:
                return _moment(counted[-most]) + window - now
            file.execute("INSERT INTO call VALUES (?, ?, ?)", (*which, now.timestamp()))
            return None

    def give_back(self, operation: str, object_id: str, now: datetime) -> None:
        """Take back the latest count; where the file fails, it stays counted."""
        del now
        with suppress(InvalidInputError), self._using() as file:
            file.execute(_DELETE_LAST, (operation, object_id))

    def latest(self, operation: str, object_id: str, now: datetime) -> datetime | None:
        """Return when a call was counted last."""
        del now
        with self._using() as file:
            last = file.execute(_LAST, (operation, object_id)).fetchone()[0]
        return None if last is None else _moment(last)

    def put_usage(self, waba_id: str | None, usage: tuple[Usage, ...], now: datetime) -> None:
        """Keep the use of quotas; where the file fails, the older one."""
        said = json.dumps([use.to_dict() for use in usage])
        with suppress(InvalidInputError), self._using() as file:
            row = (waba_id or _APP, now.timestamp(), said)
            file.execute("PRAGMA synchronous = NORMAL")
            file.execute("INSERT OR REPLACE INTO usage VALUES (?, ?, ?)", row)

    def usage_of(self, waba_id: str | None, now: datetime) -> tuple[Usage, ...]:
        """Return the use of the quotas of an account."""
        return self._usage(now, waba_id or _APP).get(waba_id, ())

    def usage(self, now: datetime) -> Mapping[str | None, tuple[Usage, ...]]:
        """Return the use of each quota."""
        return self._usage(now)

    def _usage(self, now: datetime, *of: str) -> dict[str | None, tuple[Usage, ...]]:
        query, rows = _USAGE_OF if of else _USAGE, list[tuple[str, str]]()
        with suppress(InvalidInputError), self._using() as file:  # Graph itself still says no
            rows = file.execute(query, ((now - LONGEST_WAIT).timestamp(), *of)).fetchall()
        return {waba_id or None: to_usages(json.loads(said)) for waba_id, said in rows}

    @contextmanager
    def _using(self) -> Generator[sqlite3.Connection]:
        """Give the connection of this process to one thread, which commits what it does at the end.

        Raises:
            InvalidInputError: SQLite failed.
        """
        if self._connected is not None and self._connected[0] != os.getpid():
            self._lock = threading.Lock()  # a thread of the parent may have held the other
        with self._lock:
            try:
                file = self._connection()
                with file:
                    yield file
            except (sqlite3.Error, ValueError) as error:  # of a path with a null character
                rule = f"a file that SQLite can use here: {error}"
                raise InvalidInputError("memory", self._path, rule) from error

    def _connection(self) -> sqlite3.Connection:
        if self._connected is None or self._connected[0] != os.getpid():
            _INHERITED.append(self._connected)
            file = sqlite3.connect(
                self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            weakref.finalize(self, _close, os.getpid(), file)
            file.execute("PRAGMA journal_mode = WAL")
            self._connected = os.getpid(), file
        return self._connected[1]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._path!r})"


def _close(process: int, file: sqlite3.Connection) -> None:
    if os.getpid() == process:  # what a parent opened is its own to close
        file.close()


def _moment(number: float) -> datetime:
    return datetime.fromtimestamp(number, UTC)
