"""What a client told, as lines that can be read."""

from typing import Any

from wabakit import events

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
