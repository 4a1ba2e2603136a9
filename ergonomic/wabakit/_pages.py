"""What was selected is read: of one object, or of a list, page after page in one direction."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Generic, Literal, Protocol, TypeVar
from urllib.parse import parse_qs, urlsplit

import attrs
from wabakit_graph.models import CursorPaging, Cursors
from wabakit_graph.types import Unset

from wabakit._checks import check_version
from wabakit._exception import Usage
from wabakit._failures import unexpected
from wabakit._flow import Flow, Session, converse
from wabakit._retry import asks_for_less
from wabakit._views import MissingField, Selection
from wabakit._wire import Call, Reply
from wabakit.errors import GraphError, InvalidInputError, MissingFieldError, UnexpectedAnswerError

M = TypeVar("M")
V = TypeVar("V")

Direction = Literal["after", "before"]


class Listed(Protocol):
    """The answer to a list of anything."""

    @property
    def data(self) -> list[Any]:
        """Its rows."""
        ...

    @property
    def paging(self) -> CursorPaging | Unset:
        """What comes before and after it."""
        ...


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
    _list: Callable[..., Call[Listed]]
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
        items = _pick(self._selection, answer.data, reply, call)
        paging = answer.paging or CursorPaging()
        self._move(paging, reply, call)
        return Page(items, _cursor("after", paging), _cursor("before", paging), reply.usage)

    def _fetch(self) -> Flow[tuple[Call[Listed], Listed, Reply]]:
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

    def _move(self, paging: CursorPaging, reply: Reply, call: Call[Any]) -> None:
        more = paging.next_ if self._direction == "after" else paging.previous
        self._cursor = _cursor(self._direction, paging)
        self.done = not more
        if more and (self._cursor is None or self._cursor in self._seen):
            # The rows of this page are good: they are handed out before the walk fails.
            what = "its cursor is missing or repeated, so the list cannot be walked on"
            self._fault = unexpected(what, reply, call)


def walks(
    session: Session,
    listing: Callable[..., Call[Listed]],
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


def select(session: Session, call: Call[M], selection: Selection[V]) -> Flow[V]:
    """Send a read and return the part of its answer that was selected."""
    answer, reply = yield from converse(session, call)
    (picked,) = _pick(selection, [answer], reply, call)
    return picked


def _pick(
    selection: Selection[V], answers: Iterable[Any], reply: Reply, call: Call[Any]
) -> list[V]:
    """Return the selected part of each of the things that were answered.

    Raises:
        MissingFieldError: one of them lacks what a view cannot do without.
    """
    try:
        return [selection.read(answer) for answer in answers]
    except MissingField as error:
        raise MissingFieldError(*call.about, str(error), reply.shown) from None


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
