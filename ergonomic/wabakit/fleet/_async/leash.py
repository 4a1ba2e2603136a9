"""What the members of a crew send with."""

from typing import Any

import attrs

from wabakit._wire import Reply, Send
from wabakit.fleet.crew import AsyncCrew, Stopped
from wabakit.onboarding._async.process import AsyncSending

_SLICE = 1.0
"""Seconds after which a wait finds out that it is over."""


@attrs.frozen(eq=False)
class AsyncLeash:
    """A transport that sends and waits no more once a crew has ended."""

    transport: AsyncSending
    crew: AsyncCrew[Any]

    def ready(self) -> None:
        self.transport.ready()

    async def send(self, send: Send) -> Reply:
        self._check()
        return await self.transport.send(send)

    async def sleep(self, seconds: float) -> None:
        while seconds > 0:
            self._check()
            span = min(seconds, _SLICE)
            await self.transport.sleep(span)
            seconds -= span

    def _check(self) -> None:
        if self.crew.is_ended:
            raise Stopped
