"""A short soak, always the same; `python -m tests.soak` takes as many steps as one likes."""

import signal
import subprocess
import sys
from datetime import timedelta

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

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


def test_stopped_run() -> None:
    """A run that is stopped reports what it met."""
    command = [sys.executable, "-m", "tests.soak", "--steps", "1000000", "--seed", "3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "seed 3\n"
        run.send_signal(signal.SIGTERM)
        said = run.stdout.read()
    assert "reported of each call:" in said
    assert "seed 3: held until it was stopped," in said
    assert run.returncode == 1
