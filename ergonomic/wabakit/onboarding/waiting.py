"""Waiting until a number is as it should be."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypedDict

import attrs

from wabakit._event import Event
from wabakit._flow import perform
from wabakit._options import is_plain_function
from wabakit._session import Session
from wabakit._telephone import one_form
from wabakit._typevars import T
from wabakit._wire import Call
from wabakit.errors import (
    ConnectionFailedError,
    InvalidInputError,
    RateLimitError,
    UnavailableError,
    WaitTimeoutError,
)
from wabakit.onboarding.asking import Pause, Process

PASSING = (ConnectionFailedError, RateLimitError, UnavailableError)
"""What passes by itself."""
LONGEST = 366 * 24 * 3600.0
"""How many seconds may be waited at the most: a year."""


@attrs.define(eq=False)
class Watch:
    """What is known of a number that is waited for, to tell the events that are about it."""

    number_id: str
    account_id: str | None = None
    digits: str | None = None
    count: int = 0
    """How many events may have been about it."""

    def learn(self, session: Session, seen: object) -> None:
        """Keep what a reading tells of the number, and its quotas of the account."""
        self.account_id = session.memory.account_of(self.number_id, session.now())
        shown = getattr(seen, "display_phone_number", None)
        self.digits = one_form(shown) if isinstance(shown, str) else None

    def hear(self, event: object) -> None:
        """Count an event, unless it is about another number."""
        self.count += not isinstance(event, Event) or self._may_mean(event)

    def _may_mean(self, event: Event) -> bool:
        told = [
            (event.number_id, self.number_id),
            (event.digits and one_form(event.digits), self.digits),
            (event.account_id, self.account_id),
        ]
        return next((said == known for said, known in told if said and known), True)


class Wait:
    """What ends the pause of a `number.wait_until(…, wait=wait)`, from any thread or task.

    Several numbers may wait by one.
    """

    def __init__(self) -> None:
        self._watches: list[Watch] = []

    def notify(self, event: object = None) -> None:
        """Have the numbers looked at within a second that an event of a webhook may be about."""
        for watch in tuple(self._watches):
            watch.hear(event)

    @contextmanager
    def wakes(self, watch: Watch) -> Generator[None]:
        """Tell of events for as long as something is waited for."""
        self._watches.append(watch)
        try:
            yield
        finally:
            self._watches.remove(watch)


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
    ends, watch = session.now() + timedelta(seconds=timeout), Watch(call.object_id)
    with (wait or Wait()).wakes(watch):
        while True:
            count, pause, failure = watch.count, every, None
            try:
                seen: T = yield perform(session, attrs.evolve(call))
            except PASSING as error:
                failure = error
                if isinstance(error, RateLimitError) and error.retry_after is not None:
                    pause = error.retry_after.total_seconds()
            else:
                if check(seen):
                    return seen
                watch.learn(session, seen)
            left = (ends - session.now()).total_seconds()
            if left <= 0:
                raise WaitTimeoutError(call.object_id, timeout) from failure
            yield Pause(min(pause, left), watch if wait else None, count)


def _checked(
    check: Any, timeout: Any = 3600.0, every: Any = 60.0, wait: Any = None
) -> tuple[float, float, Wait | None]:
    if not is_plain_function(check):
        raise InvalidInputError("check", check, "a plain function that tells if what it sees fits")
    for name, value, least in (("timeout", timeout, 0.0), ("every", every, 1.0)):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or not least <= value <= LONGEST:
            raise InvalidInputError(name, value, f"seconds from {least:g}, at most a year")
    if wait is not None and not isinstance(wait, Wait):
        raise InvalidInputError("wait", wait, "a wabakit.Wait")
    return timeout, every, wait
