# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/onboarding/_async/process.py.
# Do not edit: change that file, then run `make sync`.
"""Drives a process of many calls: runs its flows, asks people, lets time pass."""

from functools import partial
from typing import Any, Protocol, cast

from wabakit._flow import Flow
from wabakit._options import told
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._wire import Reply, Send
from wabakit.errors import WabakitError
from wabakit.onboarding.asking import Ask, Pause, Process, secret_of


class Sending(Protocol):
    """What a runner sends and waits with."""

    def ready(self) -> None: ...
    def send(self, send: Send) -> Reply: ...
    def sleep(self, seconds: float) -> None: ...


class Runner(Protocol):
    """What runs the flows of a client: its driver."""

    @property
    def session(self) -> Session: ...
    @property
    def transport(self) -> Sending: ...
    def run(self, flow: Flow[T]) -> T: ...


def drive(driver: Runner, process: Process[T]) -> T:
    """Drive a process to its end and return what it returns; each call has its own time."""
    advance = partial(process.send, None)
    try:
        while True:
            try:
                step = advance()
            except StopIteration as done:
                return cast("T", done.value)
            try:
                advance = partial(process.send, _take(driver, step))
            except WabakitError as error:
                if isinstance(step, Ask):  # it is the caller's own, and no word about a call
                    raise
                advance = partial(process.throw, error)
    finally:
        process.close()


def _take(driver: Runner, step: Any) -> Any:
    if isinstance(step, Ask):
        return secret_of(step, told(step.whom))
    if isinstance(step, Pause):
        for seconds in step.slices():
            driver.transport.sleep(seconds)
        return None
    return driver.run(step)
