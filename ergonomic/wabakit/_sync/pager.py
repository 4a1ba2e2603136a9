# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/pager.py.
# Do not edit: change that file, then run `make sync`.
"""Items across pages."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic

from wabakit._graph import Operation
from wabakit._input import to_filters
from wabakit._pages import Page, Walk, walks
from wabakit._sync.driver import Driver
from wabakit._typevars import T
from wabakit._wire import Call, Filter
from wabakit.errors import WabakitError

if TYPE_CHECKING:
    from wabakit._batch import Batches


class Pager(Generic[T]):
    """A list that is fetched as it is walked.

    Iterating it gives the items of all pages; each iteration starts anew. Only Graph's own word
    that nothing follows ends it: an empty page in the middle does not.

    Raises:
        UnexpectedAnswerError: while walking, when Graph repeats a cursor or withholds it.
    """

    def __init__(self, driver: Driver, start: Callable[[], Walk[T]]) -> None:
        self._driver = driver
        self._start = start

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            for item in page.items:
                yield item

    def pages(self) -> Iterator[Page[T]]:
        """Walk page by page; a page's cursors let a later walk go on from it."""
        walk = self._start()
        while not walk.done:
            yield self._driver.run(walk.turn())

    def first(self) -> T | None:
        """Return the first item, or None when the list is empty."""
        walk = self._start()
        while not walk.done:
            page = self._driver.run(walk.turn())
            if page.items:
                return page.items[0]
        return None


def batched(driver: Driver, batches: "Batches[T]") -> Iterator[tuple[str, T | WabakitError]]:
    """Walk what was read in batches."""
    while not batches.done:
        for pair in driver.run(batches.turn()):
            yield pair


def paged(
    driver: Driver,
    operation: Operation,
    listed: Callable[..., Call[list[T]]],
    *,
    where: Iterable[Filter] = (),
    limit: int | None = None,
    page_size: int = 100,
    **query: object,
) -> Pager[T]:
    """Return what walks a list; what is wrong with it is refused here already."""
    operation.bounds["limit"].check(page_size, "page_size")
    if operation.filters:
        query["filtering"] = to_filters(where)
    first = listed(limit=page_size, **query)
    return Pager(driver, walks(driver.session, first, limit))
