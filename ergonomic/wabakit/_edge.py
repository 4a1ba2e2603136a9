"""The first items of a list, read in one call with the object that the list belongs to."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Literal, TypeVar, cast
from urllib.parse import parse_qs, urlsplit

from wabakit._json import JsonObject, as_list, as_object
from wabakit._node import Field, Node
from wabakit._typevars import T
from wabakit._wire import Asked, Unreadable

N = TypeVar("N", bound=Node)

Direction = Literal["after", "before"]
LINKS: Mapping[Direction, str] = {"after": "next", "before": "previous"}
"""The links of a page, whose presence says that there is a page in that direction."""


class Edge(list[T]):
    """The first items of a list that was read with its object, as many as a page holds."""

    after: str | None
    """Cursor to walk on from behind the last item; None where these are all."""

    def __init__(self, items: Iterable[T] = (), after: str | None = None) -> None:
        super().__init__(items)
        self.after = after


class EdgeField(Field[Edge[N]]):
    """A list of nodes that is read with the node it belongs to, its first page."""

    def __init__(self, node: type[N], size: int, doc: str | None = None) -> None:
        super().__init__(lambda: Edge[node], doc)  # type: ignore[valid-type]
        names = tuple(field.name for field in node.default_fields)
        self.inner: Asked | None = Asked(tuple((name, None) for name in names), limit=size)
        known = frozenset(names)
        # A row that could not be read would only say so where the list is looked at.
        self.fits = lambda page: is_page(page) and all(map(node.fits, page["data"]))
        self.convert = lambda page: Edge(
            (node.read(row, known) for row in rows(page)), cursor_of(page, "after")
        )


def is_page(value: object) -> bool:
    """Tell whether JSON has a page of a list."""
    return as_list((as_object(value) or {}).get("data")) is not None


def rows(page: Any) -> list[JsonObject]:
    """Return the rows of a page that stands inside of an object.

    Raises:
        Unreadable: it is no page.
    """
    if not is_page(page):
        raise Unreadable("there is no page of a list where there should be one")
    return cast("list[JsonObject]", page["data"])


def cursor_of(page: JsonObject, direction: Direction) -> str | None:
    """Return the cursor of the page in a direction, if there is such a page.

    The link to it holds the access token: nothing but the cursor is taken from it.
    """
    paging = as_object(page.get("paging")) or {}
    if not (link := paging.get(LINKS[direction])):
        return None
    cursor = (as_object(paging.get("cursors")) or {}).get(direction)
    if isinstance(cursor, str) and cursor:
        return cursor
    with suppress(ValueError):  # a link that is no address
        return next(iter(parse_qs(urlsplit(str(link)).query).get(direction, [])), None)
    return None
