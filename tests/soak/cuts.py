"""How a call may end though nothing went wrong on its way: whoever made it gives it up.

That can happen wherever a call waits. A sync call is interrupted there; an async one, which is
driven by hand, is left at that await by what is thrown into it.
"""

import asyncio
import types
from collections.abc import Coroutine, Generator
from typing import Any, Literal, TypeVar

import attrs

T = TypeVar("T")
Place = Literal[
    "before it arrives", "before the answer", "in the answer", "at the end", "in a pause"
]
End = type[BaseException]

PLACES: tuple[Place, ...] = (
    "before it arrives",
    "before the answer",
    "in the answer",
    "at the end",
    "in a pause",
)
"""Where a call waits; the pause is the one after a connection that was refused."""
ENDS: dict[str, End] = {
    "interrupted": KeyboardInterrupt,
    "cancelled": asyncio.CancelledError,
    "closed": GeneratorExit,
}


@attrs.frozen
class Cut:
    """How a call ends, and where."""

    end: End
    place: Place
    stays: bool = False
    """Whether every wait after it ends in the same way, as in a cancelled scope of anyio."""


CUTS: dict[str, Cut] = {
    **{f"{word} {place}": Cut(end, place) for word, end in ENDS.items() for place in PLACES},
    **{
        f"cancelled for good {place}": Cut(asyncio.CancelledError, place, stays=True)
        for place in PLACES
    },
}
IN_A_PAUSE = {name for name, cut in CUTS.items() if cut.place == "in a pause"}


def wait(end: End | None) -> None:
    """Let a sync call wait, or end."""
    if end is not None:
        raise end


@types.coroutine
def wait_async(end: End | None) -> Generator[End, None, None]:
    """Let an async call wait, or be given up by whoever drives it."""
    if end is not None:
        yield end


def by_hand(call: Coroutine[Any, Any, T]) -> T:
    """Run an async call without an event loop: an await says how the call is to end there."""
    try:
        end: End = call.send(None)
        while True:
            end = call.throw(end())
    except StopIteration as done:
        result: T = done.value
        return result
