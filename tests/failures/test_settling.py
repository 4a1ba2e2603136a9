"""Writes whose outcome is uncertain: what is read, what is sent again, and what is reported.

Each row runs against the emulator, which afterwards tells whether the report is true.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import refusal
from tests.faces import TOKEN, Handler
from tests.failures.calls import NEVER, SETTLED, UNTOLD, look, operation
from tests.failures.faults import (
    ABOUT_ANOTHER,
    ANSWERS,
    GIVEN_UP,
    LOST,
    STORIES,
    Fault,
    breaking,
    is_in_pool,
    seed,
)
from tests.failures.graph import Failing
from wabakit.emulator import Emulator

READABLE = {"unavailable", "HTML 502"}
SOME = ["timeout", "unavailable", "HTML 200"]
READING_FAILS = Fault(httpx.ReadTimeout("lost"), after=False)
ONCE = wabakit.Retry(attempts=1)
READ_BY_ID = [
    "registerPhoneNumber",
    "deregisterPhoneNumber",
    "updatePhoneNumber (name)",
    "verifyCode",
]
"""What is settled by reading the number itself, whose answer says which number it is."""
PROVEN = [name for name in NEVER if name not in UNTOLD]
"""What leaves once, and is found out by a read where it took effect."""
TOLD_BY_REPEATING = {"registerPhoneNumber"}
"""That a number is connected does not tell with which PIN; the same call again does."""
Stages = Callable[..., "Stage"]


class Stage:
    """One call against an emulator whose writes fail, with a number as its story begins."""

    def __init__(
        self, failing: Failing, name: str, *faults: Fault, read: Fault | None = None, **options: Any
    ) -> None:
        self.name = name
        self.emulator = Emulator(token=TOKEN, strict=True)
        seed(self.emulator, name)
        self.graph = failing(breaking(self.emulator, *faults, read=read), **options)
        if read is None:
            look(self.graph.client, name)
            self.graph.requests.clear()

    def run(self) -> Any:
        return {**SETTLED, **NEVER}[self.name](self.graph.client)

    def is_unknown_after(self, answer: str) -> None:
        """Make the call, which must end in an unknown outcome, in the right exception."""
        if answer in READABLE:
            refused = self.graph.fails(lambda _: self.run(), wabakit.UnavailableError)
            assert refused.outcome == "unknown"
            return
        error = self.graph.fails(lambda _: self.run(), wabakit.OutcomeUnknownError)
        assert error.operation == operation(self.name)
        assert error.__cause__ is not None

    @property
    def writes_and_reads(self) -> tuple[int, int]:
        reads = self.graph.count("GET")
        return len(self.graph.requests) - reads, reads

    @property
    def done(self) -> bool:
        return STORIES[self.name].done(self.emulator)


@pytest.fixture
def stage(failing: Failing) -> Stages:
    """Make a stage."""
    return partial(Stage, failing)


@pytest.mark.parametrize("name", SETTLED)
@pytest.mark.one_in(7)
def test_before_the_effect(stage: Stages, name: str) -> None:
    """A write that had no effect is found out by one read, and sent once more at once."""
    for answer, fault in ANSWERS.items():
        seen = stage(name, Fault(fault, after=False))
        seen.run()
        assert seen.writes_and_reads == (2, 1), answer
        assert seen.done, answer
        assert seen.graph.waits == []


@pytest.mark.parametrize("name", [*SETTLED, *PROVEN])
@pytest.mark.one_in(7)
def test_after_the_effect(stage: Stages, name: str) -> None:
    """A write that took effect is found out by one read; only `register` has to be sent again."""
    for answer, fault in ANSWERS.items():
        seen = stage(name, Fault(fault, after=True))
        result = seen.run()
        assert seen.writes_and_reads == (1 + (name in TOLD_BY_REPEATING), 1), answer
        assert seen.done, answer
        if name == "createPhoneNumber":
            assert seen.emulator.number(result.id).digits == "16315551000"
        if name == "addPreverifiedNumber":
            assert is_in_pool(seen.emulator, result.id)


@pytest.mark.parametrize("name", NEVER)
@pytest.mark.one_in(7)
def test_scarce_before_the_effect(stage: Stages, name: str) -> None:
    """A scarce call is never sent a second time on a guess: what is not found stays unknown."""
    for answer, fault in ANSWERS.items():
        seen = stage(name, Fault(fault, after=False))
        seen.is_unknown_after(answer)
        assert seen.writes_and_reads == (1, 0 if name in UNTOLD else 1), answer
        assert not seen.done, answer


@pytest.mark.parametrize("name", UNTOLD)
def test_untold_after_the_effect(stage: Stages, name: str) -> None:
    """What nothing tells of, such as a code that was sent, leaves once, and nothing is read."""
    for answer, fault in ANSWERS.items():
        seen = stage(name, Fault(fault, after=True))
        seen.is_unknown_after(answer)
        assert seen.writes_and_reads == (1, 0), answer
        assert seen.done, answer


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", [*SETTLED, *NEVER])
@pytest.mark.one_in(7)
def test_reading_fails_too(stage: Stages, name: str, after: bool) -> None:
    """Where the state cannot be read, nothing is sent again and the outcome is unknown."""
    for answer in SOME:
        seen = stage(name, Fault(ANSWERS[answer], after), read=READING_FAILS)
        seen.is_unknown_after(answer)
        assert seen.writes_and_reads == (1, 0 if name in UNTOLD else 3), answer
        assert seen.done == after, answer


@pytest.mark.parametrize("name", READ_BY_ID)
def test_reading_another(stage: Stages, name: str) -> None:
    """What is read of another number proves nothing."""
    for answer in SOME:
        seen = stage(name, Fault(ANSWERS[answer], after=False), read=Fault(ABOUT_ANOTHER, False))
        seen.is_unknown_after(answer)
        assert seen.writes_and_reads == (1, 1), answer
        assert not seen.done, answer


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", [*SETTLED, *NEVER])
@pytest.mark.one_in(7)
def test_given_up(stage: Stages, name: str, after: bool) -> None:
    """A write that is given up ends so: nothing is read, and nothing is sent again."""
    for end in GIVEN_UP:
        seen = stage(name, Fault(end(), after))
        with pytest.raises(end):
            seen.run()
        assert seen.writes_and_reads == (1, 0), end
        assert seen.done == after, end


@pytest.mark.parametrize("name", SETTLED)
@pytest.mark.one_in(7)
def test_one_attempt(stage: Stages, name: str) -> None:
    """With one attempt nothing is sent again, but what took effect is still found out."""
    for answer in SOME:
        seen = stage(name, Fault(ANSWERS[answer], after=False), retry=ONCE)
        seen.is_unknown_after(answer)
        assert seen.writes_and_reads == (1, 1), answer
        assert not seen.done, answer
        seen = stage(name, Fault(ANSWERS[answer], after=True), retry=ONCE)
        if name in TOLD_BY_REPEATING:
            seen.is_unknown_after(answer)
        else:
            seen.run()
        assert seen.writes_and_reads == (1, 1), answer
        assert seen.done, answer


@pytest.mark.parametrize("name", SETTLED)
@pytest.mark.one_in(7)
def test_second_one_fails(stage: Stages, name: str) -> None:
    """After a second uncertain one no third is sent: the state is read once more, and decides."""
    lost = stage(name, Fault(LOST, after=False), Fault(LOST, after=False))
    lost.is_unknown_after("timeout")
    assert lost.writes_and_reads == (2, 2)
    assert not lost.done
    found = stage(name, Fault(LOST, after=False), Fault(LOST, after=True))
    if name in TOLD_BY_REPEATING:
        found.is_unknown_after("timeout")
    else:
        found.run()
    assert found.writes_and_reads == (2, 2)
    assert found.done


REFUSALS: list[tuple[Handler, type[wabakit.GraphError]]] = [
    (refusal(100), wabakit.InvalidRequestError),
    (refusal(80008), wabakit.RateLimitError),
    (refusal(190, status=401), wabakit.AuthenticationError),
]


@pytest.mark.parametrize("name", SETTLED)
@pytest.mark.one_in(7)
def test_second_one_refused(stage: Stages, name: str) -> None:
    """If the state tells that the first had no effect, the refusal of the second is final."""
    for answer, kind in REFUSALS:
        seen = stage(name, Fault(LOST, after=False), Fault(answer, after=False))
        error = seen.graph.fails(SETTLED[name], kind)
        assert error.outcome == "not_done"
        assert seen.writes_and_reads == (2, 1)


@pytest.mark.parametrize("name", SETTLED)
@pytest.mark.one_in(7)
def test_second_one_cannot_leave(stage: Stages, name: str) -> None:
    """If the second cannot leave, the first stays as uncertain as it was."""
    refused = Fault(httpx.ConnectError("refused"), after=False)
    seen = stage(name, Fault(LOST, after=False), refused)
    seen.is_unknown_after("timeout")
    assert seen.writes_and_reads == (2, 1)
    assert not seen.done
