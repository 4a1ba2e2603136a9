"""Drives a process of many calls: runs its flows, asks people, lets time pass."""

from functools import partial
from typing import Any, Protocol, cast

from wabakit._flow import Flow
from wabakit._options import async_told
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._wire import Reply, Send
from wabakit.errors import WabakitError
from wabakit.onboarding.asking import Ask, Pause, Process, secret_of


class AsyncSending(Protocol):
    """What a runner sends and waits with."""

    def ready(self) -> None: ...
    async def send(self, send: Send) -> Reply: ...
    async def sleep(self, seconds: float) -> None: ...


class AsyncRunner(Protocol):
    """What runs the flows of a client: its driver."""

    @property
    def session(self) -> Session: ...
    @property
    def transport(self) -> AsyncSending: ...
    async def run(self, flow: Flow[T]) -> T: ...


async def drive(driver: AsyncRunner, process: Process[T]) -> T:
    """Drive a process to its end and return what it returns; each call has its own time."""
    advance = partial(process.send, None)
    try:
        while True:
            try:
                step = advance()
            except StopIteration as done:
                return cast("T", done.value)
            try:
                advance = partial(process.send, await _take(driver, step))
            except WabakitError as error:
                if isinstance(step, Ask):  # it is the caller's own, and no word about a call
                    raise
                advance = partial(process.throw, error)
    finally:
        process.close()


async def _take(driver: AsyncRunner, step: Any) -> Any:
    if isinstance(step, Ask):
        return secret_of(step, await async_told(step.whom))
    if isinstance(step, Pause):
        for seconds in step.slices():
            await driver.transport.sleep(seconds)
        return None
    return await driver.run(step)
