"""A process that onboards a number may die at any request, and another one goes on from there."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

import pytest

import wabakit
from tests.faces import WABA, Face
from tests.onboarding.dying import PIN, Fate, Life, Moment
from wabakit.emulator import Clock, Emulator

ONCE = {"numbers": 1, "codes": 1, "registrations": 1, "refusals": 0}
REQUESTS = 5
"""List, add, ask for a code, hand it in, register."""
MOMENTS = get_args(Moment)
Start = Callable[..., Life]


@pytest.fixture
def start(face: Face, clock: Clock) -> Start:
    """Begin with an empty account."""

    def begin(memory: wabakit.SharedMemory | None = None) -> Life:
        emulator = Emulator(clock=clock, token="EAAtoken-that-nobody-may-see", strict=True)
        emulator.add_account(WABA)
        return Life(face, emulator, memory)

    return begin


def kept(found: wabakit.Onboarding) -> wabakit.Onboarding:
    """What another machine makes of what was kept."""
    return wabakit.Onboarding.from_dict(json.loads(json.dumps(found.to_dict())))


def test_undisturbed(start: Start) -> None:
    """Nothing but one list and the four calls that a number needs is sent."""
    life, fate = start(), Fate(REQUESTS + 1)
    found = life.onboard(fate, code=life.inbox)
    assert (found.done, found.number_id) == (True, life.number.id)
    assert fate.sent == REQUESTS
    assert life.spent == ONCE
    assert (life.number.status, life.number.pin) == ("CONNECTED", PIN)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("request_number", range(1, REQUESTS + 1))
@pytest.mark.one_in(5)
def test_with_an_inbox(start: Start, request_number: int, moment: Moment) -> None:
    """Where a callable finds the code, nothing is spent twice, and nothing has to be kept."""
    life, fate = start(), Fate(request_number, moment)
    assert life.die(fate, code=partial(life.inbox, fate))
    found = life.onboard(code=life.inbox)
    assert found.done
    assert life.spent == ONCE
    assert life.number.status == "CONNECTED"


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("request_number", range(1, REQUESTS + 1))
@pytest.mark.one_in(5)
def test_dying_twice(start: Start, request_number: int, moment: Moment) -> None:
    """Also where the process that goes on dies, wherever it does, nothing is spent twice."""
    for second in range(1, REQUESTS + 1):
        life, fates = start(), (Fate(request_number, moment), Fate(second, moment))
        for fate in fates:
            life.die(fate, code=partial(life.inbox, fate))
        found = life.onboard(code=life.inbox)
        assert found.done
        assert life.spent == ONCE


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("request_number", range(1, 4))
@pytest.mark.one_in(5)
def test_before_the_code(start: Start, request_number: int, moment: Moment) -> None:
    """Where a person brings the code, only a process that died asking for one leads to a second."""
    life = start()
    assert life.die(Fate(request_number, moment))
    asked = life.onboard()
    assert asked.waits_for == "code"
    code = life.emulator.outbox[-1].code
    found = life.onboard(code=code, since=kept(asked))
    assert found.done
    was_sent = request_number == 3 and moment != "before it is sent"
    assert life.spent == {**ONCE, "codes": 2 if was_sent else 1}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("request_number", range(1, 4))
@pytest.mark.parametrize("keeps", [True, False], ids=["since", "nothing kept"])
@pytest.mark.one_in(5)
def test_with_the_code(start: Start, request_number: int, moment: Moment, keeps: bool) -> None:
    """A process that was given the code may die too: it is not guessed, and nobody is asked."""
    life = start()
    asked = life.onboard()
    since, code = kept(asked) if keeps else None, life.emulator.outbox[-1].code
    assert life.die(Fate(request_number, moment), code=code, since=since)
    found = life.onboard(code=code, since=since)
    assert found.done
    assert life.spent == ONCE


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("request_number", range(1, 4))
@pytest.mark.one_in(5)
def test_shared_memory(start: Start, tmp_path: Path, request_number: int, moment: Moment) -> None:
    """With a memory in a file even a process that died asking for a code leads to no second one."""
    life = start(wabakit.FileMemory(tmp_path / "memory"))
    assert life.die(Fate(request_number, moment))
    asked = life.onboard()
    assert asked.waits_for == "code"
    if not life.emulator.outbox:  # it died before it was sent, which nobody can know
        life.advance(minutes=10)
        asked = life.onboard(since=kept(asked))
    found = life.onboard(code=life.emulator.outbox[-1].code)
    assert found.done
    assert life.spent == ONCE


def test_name_under_review(start: Start) -> None:
    """A number whose name is under review waits without spending registrations, then goes on."""
    life = start()
    life.onboard()
    life.number.needs_certificate = True
    waiting = life.onboard(code=life.inbox)
    assert waiting.error is not None
    assert (waiting.waits_for, waiting.state) == ("name-review", "verified")
    assert waiting.retry_at is not None
    for request_number in (1, 2):
        life.die(Fate(request_number, "after its answer"), since=kept(waiting))
    again = life.onboard(since=kept(waiting))
    assert again.waits_for == "name-review"
    life.emulator.approve_name(life.number.id)
    done = life.onboard(since=kept(again))
    assert done.done
    assert life.spent == {**ONCE, "registrations": 2, "refusals": 1}
