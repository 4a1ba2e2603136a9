"""The conversation with Graph: what to send, whether to send it again, which page is next.

Nothing here performs I/O. A flow is a generator that yields `Send` or `Wait`; the driver of a
client sends it the `Reply`, or throws the transport's exception into it.
"""

import itertools
import random
from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar
from urllib.parse import parse_qs, urlsplit

import attrs
from wabakit_graph.models import CursorPaging, Cursors, PhoneNumberPage
from wabakit_graph.types import Unset

from wabakit._failures import Reply, connection_failed, read, unexpected
from wabakit._graph import Call, given
from wabakit._json import JsonObject
from wabakit._options import Options
from wabakit._usage import Usage, parse_usage
from wabakit._views import MissingField, Selection
from wabakit.errors import ConnectionFailedError, GraphError, MissingFieldError, WabakitError

T = TypeVar("T")
M = TypeVar("M")
V = TypeVar("V")


@attrs.frozen
class Send:
    """Ask the driver to send a request and to hand in the reply."""

    method: str
    url: str
    headers: Mapping[str, str]
    params: dict[str, Any]
    body: JsonObject | None
    timeout: float


@attrs.frozen
class Wait:
    """Ask the driver to let time pass."""

    seconds: float


Flow = Generator[Send | Wait, Any, T]  # a Reply comes in after each Send


@attrs.frozen
class Session:
    """What the flows of one client share with those of its copies."""

    options: Options
    chance: Callable[[], float] = random.random

    def with_options(self, options: Options) -> "Session":
        """Return a session for a copy of the client."""
        return attrs.evolve(self, options=options)


def perform(session: Session, call: Call[T]) -> Flow[T]:
    """Send a call and return its typed answer; a read is repeated while that may help."""
    answer, _ = yield from _converse(session, call)
    return answer


class Confirmation(Protocol):
    """An answer whose content is that the call succeeded."""

    @property
    def success(self) -> bool | Unset: ...


def confirm(session: Session, call: Call[Confirmation]) -> Flow[None]:
    """Send a call whose whole answer is that it succeeded."""
    answer, reply = yield from _converse(session, call)
    if answer.success is not True:
        secrets = session.options.secrets
        raise unexpected("it does not say whether it succeeded", reply, call, secrets)


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
    """A walk over the pages of a list, in one direction, once."""

    _session: Session
    _list: Callable[..., Call[PhoneNumberPage]]
    _selection: Selection[V]
    _direction: Literal["after", "before"]
    _cursor: str | None
    done: bool = False
    _seen: set[str] = attrs.field(factory=set[str], init=False)
    _fault: WabakitError | None = attrs.field(default=None, init=False)

    def turn(self) -> Flow[Page[V]]:
        """Fetch the next page; afterwards `done` tells whether it was the last."""
        if self._fault is not None:
            raise self._fault
        if self._cursor is not None:
            self._seen.add(self._cursor)
        call = self._list(**{self._direction: given(self._cursor)})
        answer, reply = yield from _converse(self._session, call)
        items = self._items(answer, reply, call)
        paging = answer.paging or CursorPaging()
        cursors = paging.cursors or Cursors()
        page = Page(
            items,
            after=_cursor("after", cursors.after, paging.next_),
            before=_cursor("before", cursors.before, paging.previous),
            usage=parse_usage(reply.headers),
        )
        more = paging.next_ if self._direction == "after" else paging.previous
        self._cursor = page.after if self._direction == "after" else page.before
        self.done = not more
        if more and (self._cursor is None or self._cursor in self._seen):
            # The rows of this page are good: they are handed out before the walk fails.
            what = "its cursor is missing or repeated, so the list cannot be walked on"
            self._fault = unexpected(what, reply, call, self._session.options.secrets)
        return page

    def _items(self, answer: PhoneNumberPage, reply: Reply, call: Call[Any]) -> list[V]:
        return [_select(self._selection, row, self._session, reply, call) for row in answer.data]


def _cursor(name: str, cursor: str | Unset, link: str | Unset) -> str | None:
    """Return a cursor if the page that it leads to exists.

    The link holds the access token: nothing but the cursor is taken from it.
    """
    if not link:
        return None
    if cursor:
        return str(cursor)
    return next(iter(parse_qs(urlsplit(str(link)).query).get(name, [])), None)


def select(session: Session, call: Call[M], selection: Selection[V]) -> Flow[V]:
    """Send a read and return the part of its answer that was selected."""
    answer, reply = yield from _converse(session, call)
    return _select(selection, answer, session, reply, call)


def _select(
    selection: Selection[V], source: object, session: Session, reply: Reply, call: Call[Any]
) -> V:
    try:
        return selection.read(source)
    except MissingField as error:
        shown = reply.shown(session.options.secrets)
        raise MissingFieldError(str(error), operation=call.operation, response=shown) from None


def _converse(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    """Send a call until there is an answer, or no sense in sending it again."""
    for attempt in itertools.count(1):
        try:
            return (yield from _exchange(session, call))
        except (ConnectionFailedError, GraphError) as error:
            retry = session.options.retry
            seconds = retry.wait(error, attempt, session.chance()) if call.is_read else None
            if seconds is None:
                raise
        yield Wait(seconds)
    raise AssertionError("unreachable")


def _send(options: Options, call: Call[Any]) -> Send:
    """Return the request for a call; the proof goes into the body wherever there can be one."""
    params, body = dict(call.params), call.body
    if options.proof and call.method == "POST":
        body = {**(body or {}), "appsecret_proof": options.proof}
    elif options.proof:
        params["appsecret_proof"] = options.proof
    url = options.server + call.path
    return Send(call.method, url, options.headers, params, body, options.timeout)


def _exchange(session: Session, call: Call[T]) -> Flow[tuple[T, Reply]]:
    """Send a call once."""
    options = session.options
    try:
        reply: Reply = yield _send(options, call)
    except Exception as fault:
        raise connection_failed(fault, call) from fault
    body = read(reply, call, options.secrets)
    try:
        return call.parse(body), reply
    except ValueError as error:
        what = f"its body is not what the contract allows: {error}"
        raise unexpected(what, reply, call, options.secrets) from error
