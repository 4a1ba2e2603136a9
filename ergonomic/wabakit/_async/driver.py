"""Does what a flow asks for; all I/O is the transport's."""

from math import inf
from typing import Any

import attrs

from wabakit._connections._async.transport import AsyncTransport
from wabakit._flow import Flow, perform
from wabakit._options import async_told
from wabakit._secret import hidden
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._wire import Ask, Call, OutOfTime, Wait

# Mistakes in a transport, which have nothing to do with the network.
MISTAKES = (AssertionError, AttributeError, NameError, NotImplementedError, TypeError)


@attrs.frozen(eq=False, repr=False)
class AsyncDriver:
    """Runs flows over a transport, none for longer than the options allow."""

    session: Session
    transport: AsyncTransport

    async def perform(self, call: Call[T]) -> T:
        """Send a call and return its typed answer."""
        return await self.run(perform(self.session, call))

    async def run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end and return what it returns."""
        self.transport.ready()  # which refuses, before a flow begins, where nothing can be sent
        ends = self.session.ticks() + (self.session.options.timeout.total or inf)
        try:
            step = flow.send(None)
            while True:
                left = ends - self.session.ticks()
                try:
                    if isinstance(step, Ask):
                        came: Any = hidden(await async_told(self.session.options.token))
                    elif isinstance(step, Wait):
                        if came := step.seconds < left:
                            await self.transport.sleep(step.seconds)
                    elif left > 0:
                        step.left = left
                        came = await self.transport.send(step)
                    else:
                        raise OutOfTime
                except MISTAKES:
                    raise
                except Exception as fault:
                    step = flow.throw(fault)
                else:
                    step = flow.send(came)
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            flow.close()

    def __reduce__(self) -> Any:
        raise TypeError("A handle holds a connection: send its id, and make the handle there.")
