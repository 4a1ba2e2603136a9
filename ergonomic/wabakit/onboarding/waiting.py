"""Waiting until a number is as it should be."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypedDict, TypeVar

import attrs

from wabakit._flow import perform
from wabakit._session import Session
from wabakit._wire import Call
from wabakit.errors import (
    ConnectionFailedError,
    InvalidInputError,
    RateLimitError,
    UnavailableError,
    WaitTimeoutError,
)
from wabakit.onboarding.asking import Pause, Process

T = TypeVar("T")

_PASSING = (ConnectionFailedError, RateLimitError, UnavailableError)
_LONGEST = 366 * 24 * 3600.0


class Wait:
    """What ends the pause of a `number.wait_until(…, wait=wait)`, from any thread or task."""

    def __init__(self) -> None:
        self.count: int = 0

    def notify(self, event: object = None) -> None:
        """Have the number looked at within a second: a webhook event came in, whatever it says."""
        del event
        self.count += 1


class Waiting(TypedDict, total=False):
    """How long is waited; `wait_until` says what is what."""

    timeout: float
    every: float
    wait: Wait | None


def wait_until(
    session: Session, call: Call[T], check: Callable[[T], Any], waiting: Waiting
) -> Process[T]:
    """Read a number until it is as it should be; the first time at once, the last when time is up.

    Raises:
        InvalidInputError: an argument is not usable.
        WaitTimeoutError: it was not in time; `__cause__` is why it could not be read last.
    """
    timeout, every, wait = _checked(check, **waiting)
    ends = session.now() + timedelta(seconds=timeout)
    while True:
        count, pause, failure = wait.count if wait else 0, every, None
        try:
            seen: T = yield perform(session, attrs.evolve(call))
            if check(seen):
                return seen
        except _PASSING as error:
            failure = error
            if isinstance(error, RateLimitError) and error.retry_after is not None:
                pause = error.retry_after.total_seconds()
        left = (ends - session.now()).total_seconds()
        if left <= 0:
            raise WaitTimeoutError(call.object_id, timeout) from failure
        yield Pause(min(pause, left), wait, count)


def _checked(
    check: Any, timeout: Any = 3600.0, every: Any = 60.0, wait: Any = None
) -> tuple[float, float, Wait | None]:
    if not callable(check):
        raise InvalidInputError(
            "check", check, "what is given the number read and tells if it fits"
        )
    for name, value, least in (("timeout", timeout, 0.0), ("every", every, 1.0)):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or not least <= value <= _LONGEST:
            raise InvalidInputError(name, value, f"seconds from {least:g}, at most a year")
    if wait is not None and not isinstance(wait, Wait):
        raise InvalidInputError("wait", wait, "a wabakit.Wait")
    return timeout, every, wait
