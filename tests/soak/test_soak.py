"""A short soak, always the same; `python -m tests.soak` takes as many steps as one likes."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.soak.machine import Soak, steps
from tests.soak.values import PROFILE


def test_soak() -> None:
    """Through faults of every kind, what a user is told of a call is what happened."""
    before = steps["steps"]
    short = settings(PROFILE, max_examples=12, derandomize=True)
    run_state_machine_as_test(Soak, settings=short)
    assert steps["steps"] - before > 300
