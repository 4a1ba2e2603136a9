"""The tables of an inventory, and how they are read.

A row of `state` has of one number what a run found other than it was before. What many numbers
have alike stands in `form`: the names of the values and, of those that are words, the values too,
which come first; the row itself has the rest. So what nobody changes is written once, and the state
as of a run is what the rows up to it say, the later ones last.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from os import PathLike
from typing import Any, NamedTuple

from wabakit._database import Database
from wabakit.inventory.kept import ACCOUNTS, Values, is_word
from wabakit.inventory.records import InventoryError, Run

_KIND = 0x7761696E
"""`application_id` of the file."""
_LAYOUTS = (
    (
        """CREATE TABLE run (id INTEGER PRIMARY KEY, at TEXT NOT NULL, ended INTEGER NOT NULL,
        numbers INTEGER NOT NULL, changed INTEGER NOT NULL, accounts INTEGER NOT NULL,
        unfinished TEXT NOT NULL, api_version TEXT)""",
        "CREATE TABLE list (id INTEGER PRIMARY KEY, items TEXT NOT NULL UNIQUE)",
        """CREATE TABLE form (id INTEGER PRIMARY KEY, names TEXT NOT NULL, words TEXT NOT NULL,
        UNIQUE (names, words))""",
        """CREATE TABLE state (number_id TEXT NOT NULL, run INTEGER NOT NULL,
        form INTEGER NOT NULL, said TEXT NOT NULL, PRIMARY KEY (number_id, run)) WITHOUT ROWID""",
    ),
    (  # for people: what was read, a row a value
        """CREATE VIEW reading AS SELECT number_id, run, run.at AS at, name.value AS field,
        iif(name.key < json_array_length(words), json_extract(words, '$[' || name.key || ']'),
        json_extract(said, '$[' || (name.key - json_array_length(words)) || ']')) AS value
        FROM state JOIN run ON run.id = run JOIN form ON form.id = form,
        json_each(names) AS name""",
    ),
)
_STATE = "SELECT number_id, run, form, said FROM state WHERE"
_OF = f"{_STATE} number_id = ? ORDER BY run"
_PAGE = f"""{_STATE} run <= ?1 AND number_id IN (SELECT DISTINCT number_id FROM state
    WHERE run <= ?1 AND number_id > ?2 ORDER BY number_id LIMIT ?3) ORDER BY number_id, run"""  # noqa: S608
_RUNS = """SELECT run.id, at, ended, numbers, changed, items, unfinished, api_version
    FROM run JOIN list ON list.id = accounts"""
_END = """UPDATE run SET ended = ?, numbers = ?, changed = ?, accounts = ?, unfinished = ?
    WHERE id = ?"""
_FORM = "SELECT names, words FROM form WHERE id = ?"
_PUT = """INSERT INTO state SELECT ?1, ?2, id, ?3 FROM form WHERE names = ?4 AND words = ?5"""
_AT_ONCE = 1000
"""Numbers that are read under one lock."""


class Past(NamedTuple):
    """What runs found of a number, in their order: the values that were other than before."""

    number_id: str
    rows: list[tuple[int, Values]]

    def until(self, run: int) -> Values:
        """Return all values as of a run."""
        return {name: v for at, row in self.rows if at <= run for name, v in row.items()}

    def since(self, run: int) -> dict[str, int]:
        """Return by name in which run a value was last found other, of those after a run."""
        return {name: at for at, row in self.rows if at > run for name in row}


def opened(path: str | PathLike[str]) -> Database:
    """Return the file of an inventory."""

    def failure(reason: str) -> InventoryError:
        return InventoryError(str(path), reason)

    return Database(path, "path", _LAYOUTS, _KIND, failure)


def runs(base: Database) -> tuple[Run, ...]:
    """Return every run that ended, the oldest first, and every one that was cut off."""
    with base.using() as file:
        return tuple(_run(*row) for row in file.execute(f"{_RUNS} ORDER BY run.id"))


def all_past(base: Database, until: int) -> Iterator[Past]:
    """Yield every number that was ever read, as of a run."""
    last = ""
    while True:
        with base.using() as file:
            page = list(pasts(file, _PAGE, (until, last, _AT_ONCE)))
        if not page:
            return
        yield from page
        last = page[-1].number_id


def one_past(base: Database, number_id: str) -> Past:
    """Return what was ever found of one number."""
    with base.using() as file:
        return past_of(file, number_id)


def past_of(file: sqlite3.Connection, number_id: str) -> Past:
    """Return the same where the file is at hand."""
    return next(pasts(file, _OF, (number_id,)), Past(number_id, []))


def pasts(file: sqlite3.Connection, query: str, of: Iterable[Any]) -> Iterator[Past]:
    """Yield the numbers that a query of rows, number by number, has."""
    forms: dict[int, tuple[list[str], list[Any]]] = {}
    for number_id, found in groupby(file.execute(query, tuple(of)), key=itemgetter(0)):
        rows: list[tuple[int, Values]] = []
        for _, run, form, said in found:
            if form not in forms:
                names, words = file.execute(_FORM, (form,)).fetchone()
                forms[form] = json.loads(names), json.loads(words)
            names, words = forms[form]
            rows.append((run, dict(zip(names, [*words, *json.loads(said)], strict=True))))
        yield Past(number_id, rows)


def names(base: Database) -> set[str]:
    """Return the names of all values that any number ever had."""
    with base.using() as file:
        found = file.execute("SELECT DISTINCT names FROM form").fetchall()
    return {name for (some,) in found for name in json.loads(some)} - {ACCOUNTS}


def put_state(file: sqlite3.Connection, number_id: str, run: int, values: Values) -> None:
    """Write what a run found other than before."""
    words = {name: value for name, value in values.items() if is_word(name)}
    own = {name: value for name, value in values.items() if name not in words}
    form = text_of([*words, *own]), text_of(list(words.values()))
    file.execute("INSERT OR IGNORE INTO form (names, words) VALUES (?, ?)", form)
    row = (number_id, run, text_of(list(own.values())), *form)
    file.execute(_PUT, row)


def _put_list(file: sqlite3.Connection, items: list[str]) -> int:
    text = (text_of(items),)
    file.execute("INSERT OR IGNORE INTO list (items) VALUES (?)", text)
    id_: int = file.execute("SELECT id FROM list WHERE items = ?", text).fetchone()[0]
    return id_


def begin_run(file: sqlite3.Connection, at: datetime, api_version: str | None) -> int:
    """Write that a run began, and return its id."""
    row = (at.isoformat(), _put_list(file, []), api_version)
    begun = file.execute("INSERT INTO run VALUES (NULL, ?, 0, 0, 0, ?, '{}', ?)", row)
    return begun.lastrowid or 0


def put_last(file: sqlite3.Connection, run: int) -> int:
    """Return the id of a run that ends now, which is the highest: what it read is the latest."""
    last: int = file.execute("SELECT max(id) FROM run").fetchone()[0]
    new = run if run == last else last + 1
    file.execute("UPDATE run SET id = ? WHERE id = ?", (new, run))
    return new


def end_run(
    file: sqlite3.Connection,
    run: int,
    is_whole: bool,
    counted: tuple[int, int],
    accounts: Iterable[str],
    unfinished: dict[str, str],
) -> Run:
    """Write what became of a run, and return it."""
    of_accounts = (_put_list(file, sorted(accounts)), text_of(unfinished))
    file.execute(_END, (is_whole, *counted, *of_accounts, run))
    return _run(*file.execute(f"{_RUNS} WHERE run.id = ?", (run,)).fetchone())


def _run(
    id_: int,
    at: str,
    ended: int,
    numbers: int,
    changed: int,
    accounts: str,
    left: str,
    version: str,
) -> Run:
    about, unfinished = frozenset[str](json.loads(accounts)), dict[str, str](json.loads(left))
    return Run(
        id=id_,
        at=datetime.fromisoformat(at),
        numbers=numbers,
        changed=changed,
        complete=bool(ended) and not unfinished,
        accounts=about,
        completed=frozenset(about - unfinished.keys()),
        failures={account: why for account, why in unfinished.items() if why},
        api_version=version,
    )


def text_of(value: object) -> str:
    """Return a value of JSON as it is written; half a character, which no file takes, is a `?`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace").decode()
