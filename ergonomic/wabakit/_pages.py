"""What was selected is read: of one object, or of a list, page after page in one direction."""

from collections.abc import Callable
from functools import partial
from math import inf
from typing import Any, Generic

import attrs

from wabakit._bounds import Whole
from wabakit._checks import check_version
from wabakit._edge import LINKS, Direction, cursor_of
from wabakit._exception import Answered, Usage, plain_value
from wabakit._failures import unexpected
from wabakit._flow import Flow, converse
from wabakit._json import JsonObject
from wabakit._node import Node
from wabakit._retry import asks_for_less
from wabakit._session import Session
from wabakit._typevars import V
from wabakit._wire import Call, Reply
from wabakit.errors import GraphError, InvalidInputError, UnexpectedAnswerError


@attrs.frozen
class Page(Answered, Generic[V]):
    """One page of a list."""

    items: list[V]
    after: str | None
    """Cursor of the next page; None when this is the last one."""
    before: str | None
    """Cursor of the previous page; None when this is the first one."""
    usage: tuple[Usage, ...]
    """Quota use reported with the page."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's types, each item as its own `to_dict`, or a view's attributes."""
        return attrs.asdict(self, value_serializer=plain_value)


@attrs.define(eq=False, repr=False)
class Walk(Generic[V]):
    """A walk over the pages of a list, once."""

    _session: Session
    _call: Call[list[V]]
    """What fetches the next page."""
    _direction: Direction = "after"
    _left: float = inf
    """Items that are still wanted."""
    done: bool = False
    _next: JsonObject = attrs.field(factory=dict[str, Any], init=False)
    """What asks for the next page, which the call does not say yet."""
    _seen: set[str | None] = attrs.field(factory=lambda: {None}, init=False)
    """Where pages began, and None for a cursor that is missing."""
    _fault: UnexpectedAnswerError | None = attrs.field(default=None, init=False)

    def turn(self) -> Flow[Page[V]]:
        """Fetch the next page; afterwards `done` tells whether it was the last."""
        if self._fault is not None:
            raise self._fault
        self._ask({"limit": min(self._call.params["limit"], self._left), **self._next})
        self._seen.add(self._call.params.get(self._direction))
        items, reply = yield from self._fetch()
        items, head = items[: int(self._left)] if self._left < len(items) else items, reply.head
        self._left -= len(items)
        more = reply.body.get("paging", {}).get(LINKS[self._direction])
        cursors = {way: cursor_of(reply.body, way) for way in LINKS}
        cursor = cursors[self._direction]
        self.done, self._next = not (more and self._left), {self._direction: cursor}
        if more and cursor in self._seen:
            # The rows of this page are good: they are handed out before the walk fails.
            what = "its cursor is missing or repeated, so the list cannot be walked on"
            self._fault = unexpected(what, reply, self._call)
        for item in items:
            if isinstance(item, Node):
                item.head = head
        page = Page(items, cursors["after"], cursors["before"], reply.usage)
        object.__setattr__(page, "head", head)
        return page

    def _fetch(self) -> Flow[tuple[list[V], Reply]]:
        """Fetch from the cursor on; where Graph cannot build so large a page, half of it."""
        while True:
            try:
                return (yield from converse(self._session, self._call))
            except GraphError as error:
                size = self._call.params["limit"]
                if size == 1 or not asks_for_less(error):
                    raise
                self._ask({"limit": size // 2})

    def _ask(self, params: JsonObject) -> None:
        self._call = attrs.evolve(self._call, params={**self._call.params, **params})


def walks(
    session: Session, first: Call[list[V]], limit: int | None = None
) -> Callable[[], Walk[V]]:
    """Return what starts a walk from a page on, to so many items at most.

    What is wrong with it is refused here already.
    """
    if limit is not None:
        Whole(1, words="a whole number from 1").check(limit, "limit")
    if {"after", "before"} <= first.params.keys():
        before = first.params["before"]
        raise InvalidInputError("before", before, "give after= or before=, not both")
    check_version(first, session.options.api_version)
    way: Direction = "before" if "before" in first.params else "after"
    return partial(Walk, session, first, way, inf if limit is None else limit)
