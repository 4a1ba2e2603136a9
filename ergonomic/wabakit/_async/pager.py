"""Items across pages."""

from collections.abc import AsyncIterator, Callable, Iterable
from typing import TYPE_CHECKING, Generic

from wabakit._async.driver import AsyncDriver
from wabakit._graph import Operation
from wabakit._input import to_filters
from wabakit._pages import Page, Walk, walks
from wabakit._typevars import T
from wabakit._wire import Call, Filter
from wabakit.errors import WabakitError

if TYPE_CHECKING:
    from wabakit._batch import Batches


class AsyncPager(Generic[T]):
    """A list that is fetched as it is walked.

    Iterating it gives the items of all pages; each iteration starts anew. Only Graph's own word
    that nothing follows ends it: an empty page in the middle does not.

    Raises:
        UnexpectedAnswerError: while walking, when Graph repeats a cursor or withholds it.
    """

    def __init__(self, driver: AsyncDriver, start: Callable[[], Walk[T]]) -> None:
        self._driver = driver
        self._start = start

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Walk page by page; a page's cursors let a later walk go on from it."""
        walk = self._start()
        while not walk.done:
            yield await self._driver.run(walk.turn())

    async def first(self) -> T | None:
        """Return the first item, or None when the list is empty."""
        walk = self._start()
        while not walk.done:
            page = await self._driver.run(walk.turn())
            if page.items:
                return page.items[0]
        return None


async def batched(
    driver: AsyncDriver, batches: "Batches[T]"
) -> AsyncIterator[tuple[str, T | WabakitError]]:
    """Walk what was read in batches."""
    while not batches.done:
        for pair in await driver.run(batches.turn()):
            yield pair


def paged(
    driver: AsyncDriver,
    operation: Operation,
    listed: Callable[..., Call[list[T]]],
    *,
    where: Iterable[Filter] = (),
    limit: int | None = None,
    page_size: int = 100,
    **query: object,
) -> AsyncPager[T]:
    """Return what walks a list; what is wrong with it is refused here already."""
    operation.bounds["limit"].check(page_size, "page_size")
    if operation.filters:
        query["filtering"] = to_filters(where)
    first = listed(limit=page_size, **query)
    return AsyncPager(driver, walks(driver.session, first, limit))
