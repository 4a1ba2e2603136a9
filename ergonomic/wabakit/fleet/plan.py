"""What is next in a walk over many accounts; nothing here performs I/O.

Only whoever walks changes a plan: no lock is needed.
"""

from collections import deque
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any, Generic, cast

import attrs

from wabakit._bounds import Whole
from wabakit._flow import Flow
from wabakit._json import JsonObject
from wabakit._node import Node
from wabakit._pages import Page, Walk
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._wire import Selection, Wait
from wabakit.errors import WabakitError

Row = tuple[str | None, T]
"""A number under its id, which a view need not have."""

MOST_HELD = 1_000
"""Accounts that may wait for their quota at a time, until no others are begun."""
CONCURRENCY = Whole(1, 100, words="a whole number from 1 to 100")


def keyed(selection: Selection[T]) -> Selection[Row[T]]:
    """Return a selection that keeps the id of each row beside what is made of it."""

    def each(rows: list[JsonObject]) -> list[Row[T]]:
        return list(zip([row.get("id") for row in rows], selection.each(rows), strict=True))

    return Selection(selection.asked, each)


@attrs.define(eq=False)
class Tour(Generic[T]):
    """The walk over the numbers of one account, page by page."""

    account_id: str
    session: Session
    walk: Walk[Row[T]]
    driver: Any
    """Runs its parts."""
    _flow: Flow[Page[Row[T]]] | None = None
    """What goes on behind a wait."""
    _began: float = 0.0

    def part(self) -> Flow[Wait | Page[Row[T]]]:
        """Fetch a page; or return the wait that comes before it, for which nobody has to stay."""
        total, came = self.session.options.timeout.total or inf, cast(Any, True)
        try:
            if (flow := self._flow) is None:
                flow, came, self._began = self.walk.turn(), None, self.session.ticks()
            step = flow.send(came)
            while True:
                if isinstance(step, Wait):
                    if step.seconds < total - (self.session.ticks() - self._began):
                        self._flow = flow
                        return step
                    step = flow.send(False)
                    continue
                try:
                    came = yield step
                except Exception as fault:
                    step = flow.throw(fault)
                else:
                    step = flow.send(came)
        except StopIteration as done:
            self._flow = None
            page: Page[Row[T]] = done.value
            return page


@attrs.define(eq=False)
class Plan(Generic[T]):
    """Where a walk over many accounts stands."""

    ticks: Callable[[], float]
    is_open: bool = True
    """Whether accounts are still to come."""
    fault: Exception | None = None
    """Why no more of them came."""
    failures: dict[str, WabakitError] = attrs.field(factory=dict[str, WabakitError])
    completed: set[str] = attrs.field(factory=set[str])
    elsewhere: dict[str, tuple[str, ...]] = attrs.field(factory=dict[str, tuple[str, ...]])
    _accounts: set[str] = attrs.field(factory=set[str])
    _numbers: dict[str, str] = attrs.field(factory=dict[str, str])
    """The account that gave a number, by its id."""
    _ready: deque[Tour[T]] = attrs.field(factory=deque[Tour[T]])
    _held: list[tuple[float, int, Tour[T]]] = attrs.field(factory=list[tuple[float, int, Tour[T]]])
    _turns: Iterator[int] = attrs.field(factory=count)

    @property
    def is_hungry(self) -> bool:
        """Whether another account may be begun."""
        return self.is_open and len(self._held) < MOST_HELD

    def is_new(self, account_id: str) -> bool:
        """Tell whether an account comes for the first time."""
        new = account_id not in self._accounts
        self._accounts.add(account_id)
        return new

    def add(self, tour: Tour[T]) -> None:
        """Have an account walked."""
        self._ready.append(tour)

    def next(self) -> Tour[T] | None:
        """Return an account of which a part may be done now."""
        while self._held and self._held[0][0] <= self.ticks():
            self._ready.append(heappop(self._held)[2])
        return self._ready.popleft() if self._ready else None

    def wait(self) -> float | None:
        """Return for how many seconds all that is left is held; None where nothing is left."""
        return max(self._held[0][0] - self.ticks(), 0.0) if self._held else None

    def settle(self, tour: Tour[T], came: Wait | Page[Row[T]] | WabakitError) -> list[T]:
        """Keep what came of a part, and return the numbers that are new."""
        if isinstance(came, WabakitError):
            came.__traceback__ = None  # which would hold on to all that it passed through
            self.failures[tour.account_id] = came
        elif isinstance(came, Wait):
            heappush(self._held, (self.ticks() + came.seconds, next(self._turns), tour))
        else:
            if tour.walk.done:
                self.completed.add(tour.account_id)
            else:
                self._ready.appendleft(tour)
            return [number for row in came.items for number in self._new(tour, row, came)]
        return []

    def _new(self, tour: Tour[T], row: Row[T], page: Page[Row[T]]) -> Iterator[T]:
        number_id, number = row
        if number_id is not None:
            if giver := self._numbers.get(number_id):
                if giver != tour.account_id:  # else the list moved while it was walked
                    others = self.elsewhere.get(number_id, ())
                    self.elsewhere[number_id] = (*others, tour.account_id)
                return
            self._numbers[number_id] = tour.account_id
        if isinstance(number, Node):
            number.head = page.head
        yield number
