"""Pages of a list, one after the other, in one direction."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import parse_qs, urlsplit

import attrs
from wabakit_graph.models import CursorPaging, Cursors, PhoneNumber, PhoneNumberPage

from wabakit import _operations as graph
from wabakit._failures import unexpected
from wabakit._flow import Flow, converse, pick
from wabakit._graph import Call, given
from wabakit._retry import asks_for_less
from wabakit._session import Session
from wabakit._telephone import one_form
from wabakit._usage import Usage, parse_usage
from wabakit._views import Selection
from wabakit._wire import Reply
from wabakit.errors import GraphError, UnexpectedAnswerError

V = TypeVar("V")

Direction = Literal["after", "before"]


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
    _list: Callable[..., Call[PhoneNumberPage]]
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
        items = pick(self._selection, answer.data, reply, call)
        paging = answer.paging or CursorPaging()
        self._move(paging, reply, call)
        return Page(
            items,
            after=_cursor("after", paging),
            before=_cursor("before", paging),
            usage=parse_usage(reply.headers, self._session.now()),
        )

    def _fetch(self) -> Flow[tuple[Call[PhoneNumberPage], PhoneNumberPage, Reply]]:
        """Fetch from the cursor on; where Graph cannot build so large a page, half of it."""
        while True:
            call = self._list(limit=self._page_size, **{self._direction: given(self._cursor)})
            try:
                answer, reply = yield from converse(self._session, call)
            except GraphError as error:
                if self._page_size == 1 or not asks_for_less(error):
                    raise
                self._page_size //= 2
            else:
                return call, answer, reply

    def _move(self, paging: CursorPaging, reply: Reply, call: Call[Any]) -> None:
        more = paging.next_ if self._direction == "after" else paging.previous
        self._cursor = _cursor(self._direction, paging)
        self.done = not more
        if more and (self._cursor is None or self._cursor in self._seen):
            # The rows of this page are good: they are handed out before the walk fails.
            what = "its cursor is missing or repeated, so the list cannot be walked on"
            self._fault = unexpected(what, reply, call)


def find_number(
    session: Session, waba_id: str, digits: Iterable[str], *fields: str
) -> Flow[PhoneNumber | None]:
    """Look through an account, no further than needed, for a number that reads as one of these."""
    wanted = {one_form(number) for number in digits}
    asked = ",".join(("id", "display_phone_number", *fields))
    listing = partial(graph.list_phone_numbers.by("find"), waba_id, fields=asked)
    walk = Walk(session, listing, Selection("", _itself), 100)
    while not walk.done:
        page = yield from walk.turn()
        for number in page.items:
            if one_form(number.display_phone_number or "") in wanted:
                return number
    return None


def _itself(number: PhoneNumber) -> PhoneNumber:
    return number


def _cursor(direction: Direction, paging: CursorPaging) -> str | None:
    """Return the cursor of the page in a direction, if there is such a page.

    The link to it holds the access token: nothing but the cursor is taken from it.
    """
    link: Any = paging.next_ if direction == "after" else paging.previous
    if not link:
        return None
    cursors = paging.cursors or Cursors()
    cursor: Any = cursors.after if direction == "after" else cursors.before
    if isinstance(cursor, str) and cursor:
        return cursor
    try:
        return next(iter(parse_qs(urlsplit(str(link)).query).get(direction, [])), None)
    except ValueError:  # a link that is no address
        return None
