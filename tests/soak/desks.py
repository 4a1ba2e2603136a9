"""The clients that are used by turns, and what each of them can know."""

import json
from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import attrs
import httpx

import wabakit
from tests.soak.trip import Trip

WINDOW, ALLOWED = timedelta(hours=72), 10
LIMITED = ("register", "deregister")
CODE_LIFE = timedelta(minutes=10)
Company = Literal["alone", "strangers", "sharers"]
"""Whether there are further clients, and whether all share what is scarce by a file."""
COMPANIES: tuple[Company, ...] = ("alone", "alone", "strangers", "sharers", "sharers")


@attrs.define(eq=False)
class Guard:
    """What is scarce, as those know it who share a memory of it."""

    is_file: bool = False
    blocked: dict[str, datetime] = attrs.field(factory=dict[str, datetime])
    """Until when accounts are at their limit."""
    others: set[str] = attrs.field(factory=set[str])
    """The numbers on which somebody acted whose calls are not known here."""
    _spent: defaultdict[tuple[str, str], list[datetime]] = attrs.field(
        factory=lambda: defaultdict[tuple[str, str], list[datetime]](list)
    )
    _messages: dict[str, datetime] = attrs.field(factory=dict[str, datetime])
    """When a code was sent last."""

    def count(self, trip: Trip, what: str) -> None:
        """Count what a request spent; there is never more of it than there may be."""
        if trip.edge in LIMITED and trip.may_have_arrived:
            self._spent[trip.node, trip.edge].append(trip.at)
            spent = self.recent(trip.node, trip.edge, trip.at)
            assert spent <= ALLOWED, "more than 10 registrations in 72 hours"
        if trip.edge == "request_code" and trip.took_effect:
            last = self._messages.get(trip.node)
            is_second = last is not None and trip.at - last < CODE_LIFE
            assert what != "onboard" or not is_second, "a second message, which nobody asked for"
            self._messages[trip.node] = trip.at

    def recent(self, node: str, edge: str, now: datetime) -> int:
        """Return how many calls of 72 hours there were."""
        return sum(now - WINDOW < moment <= now for moment in self._spent[node, edge])


@attrs.define(eq=False)
class Desk:
    """A client, and what it was told."""

    client: wabakit.Client
    guard: Guard
    touched: dict[str, datetime] = attrs.field(factory=dict[str, datetime])
    """When somebody else acted last on a number, of whom the client knows nothing."""
    _accounts: dict[str, str] = attrs.field(factory=dict[str, str])

    def is_blocked(self, node: str, now: datetime) -> bool:
        """Tell whether the client can know that the account of a number is at its limit."""
        until = self.guard.blocked.get(self._accounts.get(node, node))
        return until is not None and now < until

    def note_usage(self, node: str, answer: httpx.Response, now: datetime) -> None:
        """Keep what the client can know of blocks by now; the latest word on an account counts."""
        accounts = json.loads(answer.headers.get("X-Business-Use-Case-Usage", "{}"))
        for waba_id, entries in accounts.items():
            minutes = max(entry["estimated_time_to_regain_access"] for entry in entries)
            if node:  # a batch is about no account
                self._accounts[node] = waba_id
            self.guard.blocked[waba_id] = now + timedelta(minutes=minutes)

    @contextmanager
    def told_elsewhere(self) -> Generator[None, None, None]:
        """Forget whose account a number is of where only another process was told."""
        known = dict(self._accounts)
        yield
        self._accounts = known


def memories(company: Company, file: Path) -> list[tuple[wabakit.SharedMemory | None, Guard]]:
    """Return for each client the memory that it is made with, and who shares it."""
    if company == "sharers":
        shared = Guard(is_file=True)
        return [(wabakit.FileMemory(file), shared) for _ in range(3)]
    return [(None, Guard()) for _ in range(1 if company == "alone" else 3)]
