"""What a process asks the face for that drives it; nothing here performs I/O.

A process is a generator that yields flows, to be run to their end, and `Ask` and `Pause`; what
came of each is sent into it, and what a flow raised is thrown.
"""

from collections.abc import Callable, Generator, Iterator
from inspect import isawaitable
from typing import Any, Protocol

import attrs

from wabakit._flow import Flow
from wabakit._secret import Secret, hidden
from wabakit._typevars import T
from wabakit.errors import InvalidInputError


@attrs.frozen(eq=False, repr=False)
class Ask:
    """Ask a person, an inbox or a vault."""

    name: str
    """The argument that says whom."""
    whom: Callable[[], object]


class Waker(Protocol):
    """What may end a pause."""

    count: int
    """How often it was told of something."""


@attrs.frozen(eq=False, repr=False)
class Pause:
    """Let time pass, in slices where something may end it, between which that is looked at."""

    seconds: float
    waker: Waker | None = None
    count: int = 0
    """What the waker had counted before."""

    def slices(self) -> Iterator[float]:
        """Give spans to wait for, one after the other."""
        left = self.seconds
        while left > 0 and (self.waker is None or self.waker.count == self.count):
            span = left if self.waker is None else min(left, _SLICE)
            yield span
            left -= span


_SLICE = 1.0
"""Seconds after which a wait finds out that it was ended."""

Process = Generator[Flow[Any] | Ask | Pause, Any, T]


def secret_of(ask: Ask, answer: Any) -> Secret | None:
    """Return what was answered; what is empty is no answer.

    Raises:
        InvalidInputError: it has to be awaited, where nobody awaits it.
    """
    if isawaitable(answer):
        getattr(answer, "close", bool)()  # or Python warns that it was never awaited
        raise InvalidInputError(ask.name, answer, "text at once; AsyncClient awaits what gives it")
    return None if answer is None or answer == "" else hidden(answer)
