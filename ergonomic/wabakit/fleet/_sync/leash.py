# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/fleet/_async/leash.py.
# Do not edit: change that file, then run `make sync`.
"""What the members of a crew send with."""

from typing import Any

import attrs

from wabakit._wire import Reply, Send
from wabakit.fleet.crew import Crew, Stopped
from wabakit.onboarding._sync.process import Sending

_SLICE = 1.0
"""Seconds after which a wait finds out that it is over."""


@attrs.frozen(eq=False)
class Leash:
    """A transport that sends and waits no more once a crew has ended."""

    transport: Sending
    crew: Crew[Any]

    def ready(self) -> None:
        self.transport.ready()

    def send(self, send: Send) -> Reply:
        self._check()
        return self.transport.send(send)

    def sleep(self, seconds: float) -> None:
        while seconds > 0:
            self._check()
            span = min(seconds, _SLICE)
            self.transport.sleep(span)
            seconds -= span

    def _check(self) -> None:
        if self.crew.is_ended:
            raise Stopped
