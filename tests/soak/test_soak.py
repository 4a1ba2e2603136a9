"""A short soak, always the same; `python -m tests.soak` takes as many steps as one likes."""

import os
import signal
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.children import fork
from tests.soak.__main__ import main
from tests.soak.machine import Soak, steps
from tests.soak.user import User
from tests.soak.values import PROFILE


def test_soak() -> None:
    """Through faults of every kind, what a user is told of a call is what happened."""
    before = steps["steps"]
    short = settings(PROFILE, max_examples=4, derandomize=True)
    run_state_machine_as_test(Soak, settings=short)
    assert steps["steps"] - before > 100


def test_time_that_passes_during_a_call() -> None:
    """What the clock does to a number while a read is repeated was not done by the read."""
    user = User(0)
    true, number = user.pick(3)
    true.code_verified_at = user.clock()
    user.clock.advance(timedelta(days=28) - timedelta(milliseconds=1))
    user.read("read", ["service down before"] * 2, number.get)
    assert true.code_verification_status == "EXPIRED"


def test_stopped_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped reports what it met."""
    monkeypatch.setattr("sys.argv", ["soak", "--steps", "1000000", "--seed", "3"])
    reading, writing = os.pipe()
    child = fork(main, writing, 2)
    os.close(writing)
    with os.fdopen(reading) as run:
        assert run.readline() == "seed 3\n"
        os.kill(child, signal.SIGTERM)
        said = run.read()
    assert "reported of each call:" in said
    assert "seed 3: held until it was stopped," in said
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
