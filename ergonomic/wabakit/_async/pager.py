"""Items across pages."""

from collections.abc import AsyncIterator, Callable
from typing import Generic, TypeVar

from wabakit._async.driver import AsyncDriver
from wabakit._pages import Page, Walk

T = TypeVar("T")


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
