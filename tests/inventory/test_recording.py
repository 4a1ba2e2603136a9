"""What is recorded of a fleet, or of rows, and what is not."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import WABA
from tests.inventory.fleets import (
    ACCOUNT,
    FAILED,
    NOW,
    NUMBER,
    OTHER,
    SECOND,
    AsyncStoredFleet,
    StoredFleet,
    day,
    number,
    record,
)
from wabakit._database import Database
from wabakit.inventory import FIELDS, Inventory, Run

ROWS = [(ACCOUNT, number(status="CONNECTED")), (OTHER, number(SECOND))]


def recorded(inventory: Inventory, fleet: Any, **options: Any) -> Run:
    """Record a fleet of either face."""
    if isinstance(fleet, AsyncStoredFleet):
        return asyncio.run(inventory.record_async(fleet, **options))
    return inventory.record(fleet, **options)


@pytest.mark.parametrize("kind", [StoredFleet, AsyncStoredFleet])
def test_a_fleet(inventory: Inventory, kind: Any) -> None:
    """A fleet is walked once, asked for what rules and changes need, and says what it missed."""
    fleet = kind(ROWS, failures={OTHER: FAILED})
    run = recorded(inventory, fleet, at=NOW, api_version="v23.0")
    assert fleet.asked == [field.name for field in FIELDS]
    assert (run.id, run.at, run.numbers, run.changed, run.complete) == (1, NOW, 2, 2, False)
    assert (run.accounts, run.completed) == (frozenset({ACCOUNT, OTHER}), frozenset({ACCOUNT}))
    assert run.failures == {OTHER: f"InvalidInputError: {FAILED}"}
    assert run.api_version == "v23.0"
    assert inventory.runs() == (run,)
    assert run.to_dict()["accounts"] == [ACCOUNT, OTHER]


@pytest.mark.parametrize("kind", [StoredFleet, AsyncStoredFleet])
def test_a_walk_that_is_given_up(inventory: Inventory, kind: Any) -> None:
    """A fleet that yields what is no number is not left in the middle of its walk."""
    fleet = kind([*ROWS, ("shop", number())])
    with pytest.raises(wabakit.InvalidInputError):
        recorded(inventory, fleet)
    assert fleet.is_closed
    assert [(run.numbers, run.complete) for run in inventory.runs()] == [(2, False)]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # of a walk that nobody began
def test_the_other_face_is_refused(inventory: Inventory) -> None:
    """A fleet of the other face is not recorded, and does not look like an empty one."""
    with pytest.raises(wabakit.InvalidInputError, match="record_async"):
        inventory.record(AsyncStoredFleet(ROWS))  # type: ignore[arg-type]
    with pytest.raises(wabakit.InvalidInputError, match="by `for`"):
        asyncio.run(inventory.record_async(StoredFleet(ROWS)))  # type: ignore[arg-type]
    assert inventory.runs() == ()


def test_only_what_changed_is_written(inventory: Inventory) -> None:
    """A number that is as before adds nothing, one that is not what is other."""
    record(inventory, number(status="CONNECTED"), number(SECOND, status="CONNECTED"))
    run = record(inventory, number(status="CONNECTED"), number(SECOND, status="FLAGGED"), on=1)
    assert (run.numbers, run.changed, run.complete) == (2, 1, True)
    assert [value.field for value in inventory.history(NUMBER)] == [
        *("status", "display_phone_number", "accounts")
    ]
    found = inventory.history(SECOND, "status")
    assert [(value.value, value.at) for value in found] == [
        ("CONNECTED", NOW),
        ("FLAGGED", day(1)),
    ]


def test_what_was_not_asked_for_stays(inventory: Inventory) -> None:
    """A run that asks for less changes nothing of the rest, and so does an answer without it."""
    record(inventory, number(status="CONNECTED", quality_rating="GREEN"))
    assert record(inventory, {"id": NUMBER}, on=1).changed == 0
    answered = wabakit.PhoneNumber({"id": NUMBER}, frozenset({"id", "quality_rating"}))
    inventory.record([(ACCOUNT, answered)], completed=[ACCOUNT], at=day(2))
    assert inventory.diff(1) == ()


def test_what_is_none_by_the_contract(inventory: Inventory) -> None:
    """A requested name that is no longer answered is gone, for the contract says so."""
    asked = frozenset({"id", "new_display_name"})
    for on, row in enumerate(({"id": NUMBER, "new_display_name": "Shrub"}, {"id": NUMBER})):
        inventory.record([(ACCOUNT, wabakit.PhoneNumber(row, asked))], at=day(on))
    (change,) = inventory.diff()
    assert (change.field, change.before, change.after) == ("new_display_name", "Shrub", None)


def test_what_is_one_however_it_was_read(answering: Answering, inventory: Inventory) -> None:
    """A number, a view of it and its fields are the same to the inventory, and so are two names."""

    @attrs.define
    class Card:
        id: str
        last_onboarded_time: datetime | None
        throughput: wabakit.Throughput | None
        messaging_limit_tier: wabakit.MessagingLimitTier | None

    row = {
        "id": NUMBER,
        "last_onboarded_time": "2023-08-22T19:05:53+0000",
        "throughput": {"level": "STANDARD"},
        "messaging_limit_tier": "TIER_1K",
    }
    server = answering(always({"data": [row]}))
    inventory.record([(WABA, card) for card in server.account.numbers(into=Card)])
    names = ("id", "last_onboarded_time", "throughput", "messaging_limit_tier")
    fields = [wabakit.PhoneNumber.fields[name] for name in names]
    inventory.record([(WABA, card) for card in server.account.numbers(fields=fields)])
    inventory.record([(WABA, row)])
    newer = {"id": NUMBER, "whatsapp_business_manager_messaging_limit": "TIER_1K"}
    inventory.record([(WABA, newer)])
    assert server.count("GET") == 2
    assert [run.changed for run in inventory.runs()] == [1, 0, 0, 0]
    (limit,) = inventory.history(NUMBER, "messaging_limit_tier")
    assert (limit.field, limit.value) == ("messaging_limit", "TIER_1K")
    (time,) = inventory.history(NUMBER, wabakit.PhoneNumber.last_onboarded_time)
    assert time.value == "2023-08-22T19:05:53+00:00"
    assert [value.field for value in inventory.history(NUMBER, "throughput")] == [
        "throughput.level"
    ]
    with pytest.raises(wabakit.InvalidInputError, match="throughput"):
        inventory.history(NUMBER, "thruput")
    with pytest.raises(wabakit.InvalidInputError):
        inventory.history(NUMBER, wabakit.PhoneNumber.certificate)


def test_reading_that_ends_early(inventory: Inventory) -> None:
    """What came before an exception is kept, nothing is gone for it, and the exception goes on."""

    def cut() -> Iterator[tuple[str, dict[str, Any]]]:
        yield ACCOUNT, number(status="FLAGGED")
        raise KeyboardInterrupt

    record(inventory, number(status="CONNECTED"), number(SECOND))
    with pytest.raises(KeyboardInterrupt):
        inventory.record(cut(), completed=[ACCOUNT], at=day(1))
    assert [run.complete for run in inventory.runs()] == [True, False]
    assert [change.kind for change in inventory.diff()] == ["status"]


class Interrupted(StoredFleet):
    """A fleet that has been walked when somebody interrupts."""

    def __getattribute__(self, name: str) -> Any:
        if name == "completed" and super().__getattribute__("is_closed"):
            raise KeyboardInterrupt
        return super().__getattribute__(name)


def test_recording_that_ends_early(inventory: Inventory) -> None:
    """An interrupt after the last number, while all is compared, leaves the numbers as well."""
    with pytest.raises(KeyboardInterrupt):
        inventory.record(Interrupted([(ACCOUNT, number())]), at=day(0))
    assert [(run.numbers, run.complete) for run in inventory.runs()] == [(1, False)]

    async def cancelled() -> AsyncGenerator[tuple[str, Any]]:
        yield ACCOUNT, number(status="FLAGGED")
        task = asyncio.current_task()
        assert task is not None
        task.cancel()

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(inventory.record_async(cancelled(), at=day(1)))
    assert [(run.numbers, run.complete) for run in inventory.runs()] == [(1, False)] * 2


@pytest.mark.parametrize(
    ("rows", "options"),
    [
        ([number()], {}),
        ([(ACCOUNT, {"status": "CONNECTED"})], {}),
        ([("shop", number())], {}),
        ([(ACCOUNT, None)], {}),
        ([], {"completed": ["shop"]}),
        ([], {"at": NOW.replace(tzinfo=None)}),
        (StoredFleet([]), {"completed": [ACCOUNT]}),
        (7, {}),
    ],
)
def test_bad_input(inventory: Inventory, rows: Any, options: dict[str, Any]) -> None:
    """What is no number of an account is refused."""
    with pytest.raises(wabakit.InvalidInputError):
        inventory.record(rows, **options)
    assert not any(run.complete for run in inventory.runs())


def test_history_while_another_process_records(
    inventory: Inventory, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recorded between two reads of the file does no harm."""
    statuses, using = iter(["PENDING", "CONNECTED", "BANNED"]), Database.using
    other = Inventory(path)

    @contextmanager
    def busy(base: Database) -> Generator[sqlite3.Connection]:
        with using(base) as file:
            yield file
        with monkeypatch.context() as patch:
            patch.setattr(Database, "using", using)
            record(other, number(status=next(statuses)))

    record(inventory, number(status="FLAGGED"))
    monkeypatch.setattr(Database, "using", busy)
    assert [found.value for found in inventory.history(NUMBER, "status")] == ["FLAGGED"]
