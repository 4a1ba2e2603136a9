"""What was selected is read: of one object, or of a list, page after page in one direction."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Generic, Literal, TypeVar
from urllib.parse import parse_qs, urlsplit

import attrs

from wabakit._checks import check_version
from wabakit._exception import Usage
from wabakit._failures import unexpected
from wabakit._flow import Flow, Session, converse
from wabakit._json import JsonObject
from wabakit._node import Unreadable
from wabakit._retry import asks_for_less
from wabakit._views import MissingField, Selection
from wabakit._wire import Call, Reply
from wabakit.errors import GraphError, InvalidInputError, MissingFieldError, UnexpectedAnswerError

V = TypeVar("V")

Direction = Literal["after", "before"]
LINKS: Mapping[Direction, str] = {"after": "next", "before": "previous"}
"""The links of a page, whose presence says that there is a page in that direction."""


@attrs.frozen
class Page(Generic[V]):
    """One page of a list."""

    items: list[V]
    after: str | None
    """Cursor of the next page; None when this is the last one."""
    before: str | None
    """Cursor of the previous page; None when this is the first one."""
    usage: tuple[Usage, ...]
    """Quota use reported with the page."""


@attrs.define
class Walk(Generic[V]):
    """A walk over the pages of a list, once."""

    _session: Session
    _list: Callable[..., Call]
    _selection: Selection[V]
    _page_size: int
    _direction: Direction = "after"
    _cursor: str | None = None
    done: bool = False
    _seen: set[str] = attrs.field(factory=set[str], init=False)
    _fault: UnexpectedAnswerError | None = attrs.field(default=None, init=False)

    def turn(self) -> Flow[Page[V]]:
        """Fetch the next page; afterwards `done` tells whether it was the last."""
        if self._fault is not None:
            raise self._fault
        if self._cursor is not None:
            self._seen.add(self._cursor)
        call, answer, reply = yield from self._fetch()
        items = _pick(self._selection, answer["data"], reply, call)
        paging = answer.get("paging", {})
        self._move(paging, reply, call)
        return Page(items, _cursor("after", paging), _cursor("before", paging), reply.usage)

    def _fetch(self) -> Flow[tuple[Call, JsonObject, Reply]]:
        """Fetch from the cursor on; where Graph cannot build so large a page, half of it."""
        while True:
            call = self._list(limit=self._page_size, **{self._direction: self._cursor})
            try:
                answer, reply = yield from converse(self._session, call)
            except GraphError as error:
                if self._page_size == 1 or not asks_for_less(error):
                    raise
                self._page_size //= 2
            else:
                return call, answer, reply

    def _move(self, paging: JsonObject, reply: Reply, call: Call) -> None:
        more = paging.get(LINKS[self._direction])
        self._cursor = _cursor(self._direction, paging)
        self.done = not more
        if more and (self._cursor is None or self._cursor in self._seen):
            # The rows of this page are good: they are handed out before the walk fails.
            what = "its cursor is missing or repeated, so the list cannot be walked on"
            self._fault = unexpected(what, reply, call)


def walks(
    session: Session,
    listing: Callable[..., Call],
    selection: Selection[V],
    page_size: int,
    after: str | None,
    before: str | None,
) -> Callable[[], Walk[V]]:
    """Return what starts a walk; what is wrong with the list is refused here already."""
    if after is not None and before is not None:
        raise InvalidInputError("before", before, "give after= or before=, not both")
    page = listing(limit=page_size, after=after, before=before)
    check_version(page, session.options.api_version)
    way: Direction = "after" if before is None else "before"
    return partial(Walk, session, listing, selection, page_size, way, after or before)


def select(session: Session, call: Call, selection: Selection[V]) -> Flow[V]:
    """Send a read and return the part of its answer that was selected."""
    answer, reply = yield from converse(session, call)
    (picked,) = _pick(selection, [answer], reply, call)
    return picked


def _pick(
    selection: Selection[V], answers: Iterable[JsonObject], reply: Reply, call: Call
) -> list[V]:
    """Return the selected part of each of the things that were answered.

    Raises:
        MissingFieldError: one of them lacks what a view cannot do without.
        UnexpectedAnswerError: one of them is not what the contract allows.
    """
    try:
        return [selection.read(answer) for answer in answers]
    except MissingField as error:
        raise MissingFieldError(*call.about, str(error), reply.shown) from None
    except Unreadable as error:
        raise unexpected(f"its body breaks the contract: {error}", reply, call) from error


def _cursor(direction: Direction, paging: JsonObject) -> str | None:
    """Return the cursor of the page in a direction, if there is such a page.

    The link to it holds the access token: nothing but the cursor is taken from it.
    """
    link = paging.get(LINKS[direction])
    if not link:
        return None
    cursor = paging.get("cursors", {}).get(direction)
    if isinstance(cursor, str) and cursor:
        return cursor
    try:
        return next(iter(parse_qs(urlsplit(str(link)).query).get(direction, [])), None)
    except ValueError:  # a link that is no address
        return None
