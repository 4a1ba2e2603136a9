# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/driver.py.
# Do not edit: change that file, then run `make sync`.
"""Does what a flow asks for; all I/O is the transport's."""

from typing import Any, TypeVar

from wabakit._flow import Flow, Session
from wabakit._sync.transport import Transport
from wabakit._timeout import OutOfTime
from wabakit._wire import Wait

T = TypeVar("T")

# Mistakes in a transport, which have nothing to do with the network.
MISTAKES = (AssertionError, AttributeError, NameError, NotImplementedError, TypeError)


class Driver:
    """Runs flows over a transport, none for longer than the options allow."""

    def __init__(self, session: Session, transport: Transport) -> None:
        self.session = session
        self.transport = transport

    def run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end and return what it returns."""
        self.transport.ready()
        began = self.session.ticks()
        try:
            step = flow.send(None)
            while True:
                left = self._left(began)
                if isinstance(step, Wait):
                    if has_time := left is None or step.seconds < left:
                        self.transport.sleep(step.seconds)
                    step = flow.send(has_time)
                    continue
                try:
                    if left is not None and left <= 0:
                        raise OutOfTime
                    step.left = left
                    reply = self.transport.send(step)
                except MISTAKES:
                    raise
                except Exception as fault:
                    step = flow.throw(fault)
                else:
                    step = flow.send(reply)
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            flow.close()

    def _left(self, began: float) -> float | None:
        total = self.session.options.timeout.total
        return None if total is None else total - (self.session.ticks() - began)

    def __reduce__(self) -> Any:
        raise TypeError("A handle holds a connection: send its id, and make the handle there.")
