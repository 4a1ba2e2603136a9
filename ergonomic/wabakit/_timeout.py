"""When the call that is being made has to end."""

from contextvars import ContextVar
from time import monotonic

ENDS: ContextVar[float | None] = ContextVar("ENDS", default=None)
"""When the call that is being made has to end, by the monotonic clock."""


def is_over() -> bool:
    """Tell whether the time of the call that is being made is over."""
    ends = ENDS.get()
    return ends is not None and monotonic() >= ends


class OutOfTime(TimeoutError):
    """The time of a call was over before it was sent."""
