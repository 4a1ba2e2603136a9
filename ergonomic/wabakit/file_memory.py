"""A memory that the clients of several processes of one machine share: a file of SQLite."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from os import PathLike

from wabakit._database import Database
from wabakit._exception import Usage, to_usages
from wabakit._ledger import LONGEST_WINDOW
from wabakit._times import LONGEST_WAIT
from wabakit.errors import InvalidInputError

_LAYOUTS = (
    (
        "CREATE TABLE call (operation TEXT, object_id TEXT, at REAL)",
        "CREATE INDEX call_of ON call (operation, object_id, at)",
        "CREATE TABLE usage (waba_id TEXT PRIMARY KEY, at REAL, said TEXT) WITHOUT ROWID",
    ),
)
_OF = "FROM call WHERE operation = ? AND object_id = ?"
_SINCE = f"SELECT at {_OF} AND at > ? ORDER BY at"
_LAST = f"SELECT max(at) {_OF}"
_DELETE_LAST = f"DELETE FROM call WHERE rowid = (SELECT rowid {_OF} ORDER BY at DESC LIMIT 1)"  # noqa: S608
_FORGET = "DELETE FROM call WHERE at <= ?"
_USAGE = "SELECT waba_id, said FROM usage WHERE at >= ?"
_USAGE_OF = f"{_USAGE} AND waba_id = ?"
_APP = ""
"""What stands for the app in place of an account."""


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
        def failure(reason: str) -> InvalidInputError:
            rule = f"a file that SQLite can use here: {reason}"
            return InvalidInputError("memory", str(path), rule)

        self._base = Database(path, "memory", _LAYOUTS, kind=0, failure=failure)

    def spend(
        self, operation: str, object_id: str, now: datetime, most: int | None, window: timedelta
    ) -> timedelta | None:
        """Count a call, unless there are enough; the disk has it before it is sent."""
        which = (operation, object_id)
        with self._base.using() as file:
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
        with suppress(InvalidInputError), self._base.using() as file:
            file.execute(_DELETE_LAST, (operation, object_id))

    def latest(self, operation: str, object_id: str, now: datetime) -> datetime | None:
        """Return when a call was counted last."""
        del now
        with self._base.using() as file:
            last = file.execute(_LAST, (operation, object_id)).fetchone()[0]
        return None if last is None else _moment(last)

    def counted(self, operation: str, object_id: str, since: datetime) -> int:
        """Return how often a call was counted since then, by all that share the file."""
        with self._base.using() as file:
            return len(file.execute(_SINCE, (operation, object_id, since.timestamp())).fetchall())

    def put_usage(self, waba_id: str | None, usage: tuple[Usage, ...], now: datetime) -> None:
        """Keep the use of quotas; where the file fails, the older one."""
        said = json.dumps([use.to_dict() for use in usage])
        with suppress(InvalidInputError), self._base.using() as file:
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
        query, since = _USAGE_OF if of else _USAGE, (now - LONGEST_WAIT).timestamp()
        with suppress(InvalidInputError), self._base.using() as file:  # Graph itself still says no
            rows = file.execute(query, (since, *of))
            return {waba_id or None: to_usages(json.loads(said)) for waba_id, said in rows}
        return {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._base.path!r})"


def _moment(number: float) -> datetime:
    return datetime.fromtimestamp(number, UTC)
