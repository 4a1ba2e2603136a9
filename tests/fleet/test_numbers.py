"""The numbers of many accounts come as one stream, in an emulator that counts what it is asked."""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

import pytest

import wabakit
from tests.faces import TOKEN, Face
from wabakit import events
from wabakit.emulator import Emulator

Seed = Callable[..., list[str]]


@pytest.fixture
def seed(emulator: Emulator) -> Seed:
    """Add accounts with so many numbers each."""

    def add(*sizes: int) -> list[str]:
        ids = [f"10229012934{at:04}" for at in range(len(sizes))]
        for waba_id, size in zip(ids, sizes, strict=True):
            emulator.add_account(waba_id)
            for _ in range(size):
                emulator.add_number(waba_id)
        return ids

    return add


def test_every_number_comes_once(client: wabakit.Client, emulator: Emulator, seed: Seed) -> None:
    """Each account takes as many calls as it has pages; all are told of as walked to their end."""
    ids = seed(3, 0, 130, 20)
    fleet = client.fleet(ids, concurrency=2)
    found = list(fleet.numbers(fields=[wabakit.PhoneNumber.status]))
    assert len({number.id for _, number in found}) == len(found) == 153
    assert [sum(of == waba_id for of, _ in found) for waba_id in ids] == [3, 0, 130, 20]
    assert len(emulator.requests) == 5
    assert fleet.completed == set(ids)
    assert (dict(fleet.failures), dict(fleet.elsewhere)) == ({}, {})
    assert {number.status for _, number in found} == {"CONNECTED"}
    assert all(number.response for _, number in found)  # each knows the answer that it came in


def test_accounts_in_any_form(client: wabakit.Client, seed: Seed) -> None:
    """Ids, handles and records do; an account that comes again is walked once."""
    ids = seed(1, 2, 3)
    accounts: list[Any] = [ids[0], client.account(ids[1]), client.account(ids[2]).get(), ids[0]]
    assert len(list(client.fleet(accounts).numbers())) == 6


def test_accounts_are_taken_as_places_become_free(client: wabakit.Client, seed: Seed) -> None:
    """Ten thousand accounts of a database are never in memory, nor are their numbers."""
    taken, ids = list[str](), seed(*[1] * 60)

    def stream() -> Iterator[str]:
        for waba_id in ids:
            taken.append(waba_id)
            yield waba_id

    numbers = client.fleet(stream(), concurrency=3).numbers()
    for at, _ in enumerate(numbers, 1):
        assert len(taken) <= at + 2 * 3
    assert taken == ids


def test_a_failing_account_stops_no_other(
    client: wabakit.Client, emulator: Emulator, seed: Seed
) -> None:
    """What an account ended with is told, and the others are walked."""
    ids = seed(2, 130, 2)
    fleet = client.fleet([*ids, "999"])
    assert len(list(fleet.numbers())) == 134
    assert fleet.completed == set(ids)
    (failure,) = fleet.failures.values()
    assert isinstance(failure, wabakit.NotFoundError)
    assert failure.object_id == "999"


def test_tokens_of_their_own(face: Face, emulator: Emulator, seed: Seed) -> None:
    """Each account is asked with its own token; who has none is told of, without showing any."""
    ids = seed(1, 1, 1)
    client = face.make("EAAnobody", http_client=face.http(emulator.transport()))
    fleet = client.fleet(ids, tokens={ids[0]: TOKEN, ids[1]: "EAAwrong"}.__getitem__)
    assert len(list(fleet.numbers())) == 1
    assert isinstance(fleet.failures[ids[1]], wabakit.AuthenticationError)
    assert isinstance(fleet.failures[ids[2]], wabakit.InvalidInputError)
    assert "EAA" not in repr(
        (fleet, fleet.failures, [e.to_dict() for e in fleet.failures.values()])
    )


def test_each_call_begins_in_a_context_of_its_own(client: wabakit.Client, seed: Seed) -> None:
    """What a listener leaves in the context of a call, as tracers do, the next has not."""
    left, found = ContextVar[str]("left", default=""), list[str]()

    def listen(event: events.Event) -> None:
        if isinstance(event, events.CallStarted):
            found.append(left.get())
            left.set(event.object_id)

    fleet = client.with_options(on_event=listen).fleet(seed(1, 1, 1), concurrency=1)
    assert len(list(fleet.numbers())) == 3
    assert found == ["", "", ""]
