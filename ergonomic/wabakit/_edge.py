"""The first items of a list, read in one call with the object that the list belongs to."""

from collections.abc import Iterable
from typing import Any, TypeVar

from wabakit._json import JsonObject, as_list, as_object
from wabakit._node import Field, Node
from wabakit._reading import Convert, Test
from wabakit._wire import Asked, Unreadable

N = TypeVar("N", bound=Node)
T = TypeVar("T")


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
        super().__init__(Edge[node], doc)  # type: ignore[valid-type]
        names = tuple(field.name for field in node.default_fields)
        self.inner: Asked | None = Asked(tuple((name, None) for name in names), limit=size)
        known = frozenset(names)
        # A row that could not be read would only say so where the list is looked at.
        self.fits: Test | None = lambda page: is_page(page) and all(map(node.fits, page["data"]))
        self.convert: Convert | None = lambda page: Edge(
            (node.read(row, known) for row in rows(page)), after(page)
        )


def is_page(value: object) -> bool:
    """Tell whether JSON has a page of a list."""
    page = as_object(value)
    return page is not None and as_list(page.get("data")) is not None


def rows(page: Any) -> list[JsonObject]:
    """Return the rows of a page that stands inside of an object.

    Raises:
        Unreadable: it is no page.
    """
    if not is_page(page):
        raise Unreadable("there is no page of a list where there should be one")
    found: list[JsonObject] = page["data"]
    return found


def after(page: JsonObject) -> str | None:
    """Return the cursor behind such a page, where another one follows; its link has the token."""
    paging = as_object(page.get("paging")) or {}
    cursors = as_object(paging.get("cursors")) or {}
    return str(cursors.get("after") or "") or None if paging.get("next") else None
