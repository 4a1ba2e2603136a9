"""A run while it lasts.

What it reads is put aside, in a table of the process's own, and all of it written at once when it
ends: another process sees the whole run or none of it, and one that is killed leaves nothing but a
run that is incomplete.
"""

import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, cast

from wabakit._bounds import walked
from wabakit._database import Database
from wabakit.errors import InvalidInputError
from wabakit.inventory import store
from wabakit.inventory.kept import ACCOUNTS, Values, id_of, values_of
from wabakit.inventory.records import InventoryError, Run
from wabakit.inventory.sources import walked_by

_ASIDE = """CREATE TEMP TABLE IF NOT EXISTS seen (run INTEGER, number_id TEXT, account_id TEXT,
    said TEXT, PRIMARY KEY (run, number_id, account_id)) WITHOUT ROWID"""
_SEEN = "SELECT number_id, account_id, said FROM seen WHERE run = ? ORDER BY number_id, account_id"
_UNSEEN = """SELECT number_id, run, form, said FROM state WHERE run < ? AND number_id NOT IN
    (SELECT number_id FROM seen WHERE run = ?) ORDER BY number_id, run"""
_AT_ONCE = 500
"""Numbers that are put aside at once."""


class Recording:
    """What a run has read so far.

    Raises:
        InvalidInputError: the time has no time zone, or a fleet is told what it knows by itself.
    """

    def __init__(
        self,
        base: Database,
        source: object,
        completed: Collection[str],
        at: datetime | None,
        api_version: str | None,
    ) -> None:
        self._base = base
        self._fleet = walked_by(source)
        if self._fleet is not None and completed:
            raise InvalidInputError("completed", completed, "nothing where a fleet is recorded")
        listed, rule = walked(completed), "a list of the ids of accounts"
        if listed is None:
            raise InvalidInputError("completed", completed, rule)
        self._completed = frozenset(checked_id("completed", id_, rule) for id_ in listed)
        self._accounts: set[str] = set()
        self._rows: list[tuple[int, str, str, str]] = []
        begun, self._process = checked_time(at), os.getpid()
        with base.using() as file:
            self._run = store.begin_run(file, begun, api_version)

    def take(self, row: object) -> None:
        """Put a number aside.

        Raises:
            InvalidInputError: it is no account's id with a number that has one.
        """
        account_id, number = _pair(row)
        number_id = checked_id("number", id_of(number), "a number, a view or a mapping with its id")
        self._accounts.add(account_id)
        self._rows.append((self._run, number_id, account_id, store.text_of(values_of(number))))
        if len(self._rows) >= _AT_ONCE:
            with self._base.using() as file:
                self._put_aside(file)

    def end(self) -> Run:
        """Write what is other than it was before."""
        if self._fleet is None:
            return self._end(self._completed, {})
        failures = self._fleet.failures.items()
        why = {account_id: f"{type(error).__name__}: {error}" for account_id, error in failures}
        return self._end(frozenset(self._fleet.completed), why)

    def cut_off(self) -> None:
        """Write the same where that was cut off, so that no account is known to be complete."""
        with suppress(InventoryError):  # what cut it off is told
            if self._accounts and os.getpid() == self._process:  # not a fork that leaves it
                self._end(frozenset(), {}, is_cut_off=True)

    def _end(
        self, completed: frozenset[str], failures: Mapping[str, str], *, is_cut_off: bool = False
    ) -> Run:
        accounts = {*self._accounts, *completed, *failures}
        unfinished = {id_: failures.get(id_, "") for id_ in accounts - completed}
        with self._base.using() as file:
            self._put_aside(file)
            file.execute("BEGIN IMMEDIATE")
            run = store.put_last(file, self._run)
            counted = self._compare(file, run, completed)
            ended = store.end_run(file, run, not is_cut_off, counted, accounts, unfinished)
            file.execute("DELETE FROM seen WHERE run = ?", (self._run,))
        self._accounts.clear()  # as all is written
        return ended

    def _put_aside(self, file: sqlite3.Connection) -> None:
        file.execute(_ASIDE)
        file.execute("BEGIN")
        file.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)", self._rows)
        file.execute("COMMIT")
        self._rows.clear()

    def _compare(
        self, file: sqlite3.Connection, run: int, completed: frozenset[str]
    ) -> tuple[int, int]:
        numbers = changed = 0
        for number_id, values, listing in _seen(file, self._run):
            before = store.past_of(file, number_id).until(run)
            # A fleet gives a number once, with one account of those that list it.
            others = () if self._fleet is None else self._fleet.elsewhere.get(number_id, ())
            unread = set(before.get(ACCOUNTS, ())) - completed
            values[ACCOUNTS] = sorted(listing.union(others, unread))
            numbers += 1
            changed += _put_changed(file, number_id, run, before, values)
        for past in store.pasts(file, _UNSEEN, (run, self._run)) if completed else ():
            before = past.until(run)
            values = {ACCOUNTS: sorted(set(before[ACCOUNTS]) - completed)}
            changed += _put_changed(file, past.number_id, run, before, values)
        return numbers, changed


def _seen(file: sqlite3.Connection, run: int) -> Iterator[tuple[str, Values, frozenset[str]]]:
    for number_id, rows in groupby(file.execute(_SEEN, (run,)), key=lambda row: row[0]):
        values: Values = {}
        listing: set[str] = set()
        for _, account_id, said in rows:
            values |= json.loads(said)
            listing.add(account_id)
        yield number_id, values, frozenset(listing)


def _put_changed(
    file: sqlite3.Connection, number_id: str, run: int, before: Values, values: Values
) -> bool:
    new = {n: value for n, value in values.items() if n not in before or before[n] != value}
    if new:
        store.put_state(file, number_id, run, new)
    return bool(new)


def _pair(row: Any) -> tuple[str, object]:
    rule = "pairs of an account's id and a number, as a fleet yields them"
    is_pair = isinstance(row, tuple) and len(cast(Any, row)) == 2
    account_id, number = cast("tuple[object, object]", row if is_pair else (row, None))
    return checked_id("rows", account_id, rule), number


def checked_time(at: datetime | None) -> datetime:
    """Return a time in UTC; now, if none is given.

    Raises:
        InvalidInputError: it has no time zone.
    """
    given = cast(object, at)
    if given is None:
        return datetime.now(UTC)
    if isinstance(given, datetime) and given.tzinfo is not None:
        with suppress(OverflowError):  # of the first or the last day that there is
            return given.astimezone(UTC)
    raise InvalidInputError("at", at, "a datetime with a time zone")


def checked_id(name: str, value: object, rule: str) -> str:
    """Return an id of Graph's.

    Raises:
        InvalidInputError: it is none.
    """
    if not isinstance(value, str) or not (value.isascii() and value.isdigit()):
        raise InvalidInputError(name, value, rule)
    return value
