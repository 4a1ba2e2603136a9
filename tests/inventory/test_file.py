"""The file: who may read it, what is never in it, what kills it not, and how it ages."""

import json
import pickle
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import wabakit
from tests.contract.document import SCHEMAS, properties
from tests.inventory.fleets import ACCOUNT, NUMBER, SECOND, day, number, record
from wabakit._made.words import SECRETS
from wabakit.inventory import Inventory, InventoryError

HIDDEN = "EAAsecret-that-nobody-may-keep"
FIRST_LAYOUT = [
    """CREATE TABLE run (id INTEGER PRIMARY KEY, at TEXT NOT NULL, ended INTEGER NOT NULL,
    numbers INTEGER NOT NULL, changed INTEGER NOT NULL, accounts INTEGER NOT NULL,
    unfinished TEXT NOT NULL, api_version TEXT)""",
    "CREATE TABLE list (id INTEGER PRIMARY KEY, items TEXT NOT NULL UNIQUE)",
    """CREATE TABLE form (id INTEGER PRIMARY KEY, names TEXT NOT NULL, words TEXT NOT NULL,
    UNIQUE (names, words))""",
    """CREATE TABLE state (number_id TEXT NOT NULL, run INTEGER NOT NULL, form INTEGER NOT NULL,
    said TEXT NOT NULL, PRIMARY KEY (number_id, run)) WITHOUT ROWID""",
    f"""INSERT INTO list VALUES (1, '["{ACCOUNT}"]')""",
    f"INSERT INTO run VALUES (1, '{day(0).isoformat()}', 1, 1, 1, 1, '{{}}', 'v23.0')",
    """INSERT INTO form VALUES (1, '["status","accounts"]', '["PENDING"]')""",
    f"""INSERT INTO state VALUES ('{NUMBER}', 1, 1, '[["{ACCOUNT}"]]')""",
    "PRAGMA application_id = 0x7761696E",
    "PRAGMA user_version = 1",
]
"""What the first layout was, with one run of one number, as it was written then."""


def execute(path: Path, *statements: str) -> list[Any]:
    """Do something to a file, and return what the last statement answers."""
    file = sqlite3.connect(path, isolation_level=None)
    answers = [file.execute(statement).fetchall() for statement in statements]
    file.close()
    return answers[-1]


def bytes_of(path: Path) -> bytes:
    """All that is on the disk."""
    return b"".join(part.read_bytes() for part in path.parent.iterdir())


def test_only_the_owner_may_read_it(inventory: Inventory, path: Path) -> None:
    """The file and its log are for nobody else."""
    record(inventory, number())
    assert {part.stat().st_mode & 0o777 for part in path.parent.iterdir()} == {0o600}


def test_nothing_secret_is_kept(inventory: Inventory, path: Path) -> None:
    """What the contract marks or calls a password stays out, and what it does not know of."""
    unkept = {where for where, said in properties() if {"x-unkept", "x-refused"} & said.keys()}
    of_number = {where.partition(".")[2] for where in unkept if where.startswith("PhoneNumber.")}
    assert {"certificate", "new_certificate", "webhook_configuration"} <= of_number
    names = of_number | SECRETS | {"pin", "code", "token", "unknown"}
    row: dict[str, Any] = {
        **dict.fromkeys(names, HIDDEN),
        "webhook_configuration": {"application": f"https://example.com/?token={HIDDEN}"},
        "throughput": {"level": "HIGH", "pin": HIDDEN},
        "health_status": {"entities": [{"id": "1", "access_token": HIDDEN}]},
        "verified_name": wabakit.Secret(HIDDEN),
        "quality_rating": [HIDDEN],
    }
    record(inventory, number(**row))
    kept = {value.field for value in inventory.history(NUMBER)}
    assert {"display_phone_number", "throughput.level", "health_status.entities"} <= kept
    assert HIDDEN.encode() not in bytes_of(path)


def test_every_other_field_is_kept(inventory: Inventory) -> None:
    """All that the contract has of a number and does not mark is kept."""
    marks = {"x-unkept", "x-refused", "x-either"}
    plain = {
        name: said
        for name, said in SCHEMAS["PhoneNumber"]["properties"].items()
        if said.get("type") in {"string", "boolean"} and not marks & said.keys()
    }
    values = {
        n: said["type"] == "boolean" or "2026-01-01T00:00:00+0000" for n, said in plain.items()
    }
    record(inventory, {"id": NUMBER, **values})
    assert {value.field for value in inventory.history(NUMBER)} == {*plain, "accounts"}


KILLED = """
import os, signal, sys
from wabakit.inventory import Inventory, recording

path, moment, account = sys.argv[1:]
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)

def rows():
    for count in range(1200):
        if moment == "reading" and count == 1100:
            die()
        yield account, {"id": str(1000 + count), "status": "CONNECTED"}

if moment == "writing":
    put, left = recording.store.put_state, iter(range(700))
    recording.store.put_state = lambda *of: put(*of) if next(left, None) is not None else die()
elif moment == "ending":
    recording.store.end_run = die
Inventory(path).record(rows(), completed=[account])
"""


@pytest.mark.parametrize("moment", ["reading", "writing", "ending"])
def test_a_killed_process(path: Path, moment: str) -> None:
    """Whenever a process dies, the run is incomplete and all else as if it had not been."""
    record(Inventory(path), number(status="PENDING"), number(SECOND))
    killed = [sys.executable, "-c", KILLED, str(path), moment, ACCOUNT]
    assert subprocess.run(killed, check=False).returncode == -signal.SIGKILL
    inventory = Inventory(path)
    assert [(run.numbers, run.complete) for run in inventory.runs()] == [(2, True), (0, False)]
    assert len(list(inventory.rows())) == 2
    assert inventory.diff() == ()
    record(inventory, number(status="CONNECTED"), on=2)
    assert [change.kind for change in inventory.diff()] == ["status", "gone"]
    assert execute(path, "PRAGMA integrity_check") == [("ok",)]


def test_threads_and_processes(inventory: Inventory, path: Path) -> None:
    """Threads of several processes record at once, and every run is whole."""
    again = """
import sys
from concurrent.futures import ThreadPoolExecutor
from tests.inventory.fleets import number, record
from wabakit.inventory import Inventory
inventory = Inventory(sys.argv[1])
def of(account):
    return record(inventory, *(number(f"{account}{n:04}") for n in range(600)), account=account)
with ThreadPoolExecutor() as pool: assert all(run.complete for run in pool.map(of, sys.argv[2:]))
"""
    started = [
        subprocess.Popen([sys.executable, "-c", again, str(path), *accounts])
        for accounts in (("11", "12"), ("13", "14"))
    ]
    with ThreadPoolExecutor() as pool:
        started_here = [
            pool.submit(record, inventory, number(), account=name) for name in ("15", "16")
        ]
    assert all(future.result().complete for future in started_here)
    assert [process.wait() for process in started] == [0, 0]
    runs = inventory.runs()
    assert [run.complete for run in runs] == [True] * 6
    assert len({run.id for run in runs}) == 6
    assert len(list(inventory.rows())) == 2401


def test_a_file_of_the_first_layout(path: Path) -> None:
    """A file that an earlier version made is brought forward, and has all that it had."""
    execute(path, *FIRST_LAYOUT)
    inventory = Inventory(path)
    assert [value.value for value in inventory.history(NUMBER)] == ["PENDING", [ACCOUNT]]
    record(inventory, number(status="CONNECTED"), on=1)
    assert [change.kind for change in inventory.diff()] == ["status"]
    latest = execute(path, "PRAGMA user_version")
    Inventory(path)
    assert execute(path, "PRAGMA user_version") == latest == [(2,)]


def test_reading_by_sql(inventory: Inventory, path: Path) -> None:
    """What was read stands in a view, a row a value, for those who ask SQLite itself."""
    record(inventory, number(status="PENDING", quality_rating="GREEN"))
    record(inventory, number(status="CONNECTED"), on=1)
    asked = "SELECT field, value, at FROM reading WHERE run = 2 OR field = 'display_phone_number'"
    assert sorted(execute(path, asked)) == [
        ("display_phone_number", "+1 631-555-1309", day(0).isoformat()),
        ("status", "CONNECTED", day(1).isoformat()),
    ]


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (["PRAGMA application_id = 0x7761696E", "PRAGMA user_version = 99"], "upgrade wabakit"),
        (["PRAGMA user_version = 1"], "something else"),
    ],
)
def test_a_file_that_is_not_for_us(path: Path, statements: list[str], why: str) -> None:
    """A file that a later version made, or another program, is left as it is."""
    execute(path, "CREATE TABLE run (id)", *statements)
    before = path.read_bytes()
    with pytest.raises(InventoryError, match=why) as refused:
        Inventory(path)
    assert (refused.value.path, path.read_bytes()) == (str(path), before)
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
    assert json.loads(json.dumps(refused.value.to_dict()))["error"] == "InventoryError"


def test_no_file(path: Path, tmp_path: Path) -> None:
    """What is no file says so, and no exception of SQLite's reaches anybody."""
    path.write_text("This is no database, and long enough for it to be seen.", "utf-8")
    for wrong in (path, tmp_path, tmp_path / "none" / "inventory.db", "half a character: \ud800"):
        with pytest.raises(InventoryError):
            Inventory(wrong)
    for none in ("", ":memory:", "a\0b", None):
        with pytest.raises(wabakit.InvalidInputError):
            Inventory(none)  # type: ignore[arg-type]


def test_a_file_that_is_damaged_later(inventory: Inventory, path: Path) -> None:
    """What goes wrong later is the same exception, also while something is written."""
    execute(path, "DROP TABLE state")
    for use in (lambda: record(inventory, number()), lambda: inventory.history(NUMBER)):
        with pytest.raises(InventoryError, match="no such table"):
            use()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE run SET at = 'yesterday'",
        "UPDATE run SET unfinished = '5'",
        "UPDATE list SET items = items || '['",
        "UPDATE form SET names = '5'",
        "UPDATE form SET words = '[]'",
        "UPDATE state SET said = 'nothing'",
        "UPDATE state SET form = 77",
    ],
)
def test_a_file_that_others_wrote_into(inventory: Inventory, path: Path, damage: str) -> None:
    """What no inventory writes is told as the file's fault."""
    record(inventory, number())
    record(inventory, number(status="FLAGGED"), on=1)
    execute(path, damage)
    with pytest.raises(InventoryError):
        inventory.diff()
