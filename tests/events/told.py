"""What a client told, as lines that can be read."""

from collections.abc import Callable
from typing import Any

import wabakit
from tests.client.wire import good
from tests.faces import NUMBER, WABA
from tests.failures.graph import usage
from wabakit import events

Do = Callable[[wabakit.Client], object]
Story = Callable[..., list[str]]

GOOD = good(x_fb_request_id="AbCd", **usage(WABA))
PIN = "246813"
SHOWN = ("attempt", "status", "sent", "code", "subcode", "seconds", "text", "outcome", "error")


class Told(list[events.Event]):
    """Keeps what it is told."""

    def __call__(self, event: events.Event) -> None:
        self.append(event)

    @property
    def lines(self) -> list[str]:
        """One line for each event: the call, counted from 1, what happened, and what it says."""
        calls: dict[int, int] = {}
        return [_line(event.to_dict(), calls) for event in self]


def _line(event: dict[str, Any], calls: dict[int, int]) -> str:
    number = calls.setdefault(event["call"], len(calls) + 1) if "call" in event else ""
    said = [f"{name}={event[name]}" for name in SHOWN if event.get(name) is not None]
    return " ".join([f"{number} {event['kind']} {event['operation']}".strip(), *said])


def get(client: wabakit.Client) -> object:
    return client.number(NUMBER).get()


def twice(client: wabakit.Client) -> None:
    get(client)
    get(client)


def register(client: wabakit.Client) -> None:
    client.number(NUMBER).register(PIN)


def reading(call: int, *more: str) -> list[str]:
    """A read that is answered well; or told otherwise, between its start and its end."""
    of = "getPhoneNumber"
    told_of = more or (f"Answered {of} attempt=1 status=200", f"CallEnded {of} outcome=done")
    return [f"{call} {line}" for line in (f"CallStarted {of}", *told_of)]
