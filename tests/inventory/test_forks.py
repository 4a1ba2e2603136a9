"""Processes that are forked while an inventory is open."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.inventory.fleets import ACCOUNT, SECOND, number, record
from wabakit.inventory import Inventory

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are of POSIX")


def test_a_fork(inventory: Inventory) -> None:
    """A process that is forked goes on with a connection of its own."""
    record(inventory, number())
    child = os.fork()
    if child == 0:
        os._exit(0 if record(inventory, number(SECOND), on=1).complete else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert sorted(change.kind for change in inventory.diff()) == ["gone", "new"]


def test_a_fork_that_leaves_a_recording(inventory: Inventory) -> None:
    """A process that is forked while numbers are read has no part in the run of its parent."""
    ends = list[int]()

    def numbers() -> Iterator[tuple[str, Any]]:
        yield ACCOUNT, number(status="FLAGGED")
        if (child := os.fork()) == 0:
            raise ZeroDivisionError
        ends.append(os.waitpid(child, 0)[1])
        yield ACCOUNT, number(status="CONNECTED")
        yield ACCOUNT, number(SECOND)

    try:
        run = inventory.record(numbers())
    except ZeroDivisionError:
        os._exit(0)
    assert (run.numbers, run.changed, ends) == (2, 2, [0])
    assert [one.numbers for one in inventory.runs()] == [2]
