"""How the handles send their calls."""

from typing import TypeVar

from wabakit._async.driver import AsyncDriver
from wabakit._async.pager import AsyncPager
from wabakit._handle import Handle
from wabakit._pages import walks
from wabakit._settle import write
from wabakit._wire import Call

T = TypeVar("T")


class AsyncGraphHandle(Handle[AsyncDriver]):
    """Sends calls about one object of Graph, by its id, over the driver of its client."""

    async def _write(self, call: Call[T]) -> T:
        return await self._driver.run(write(self._driver.session, call))

    def _pages(self, first: Call[list[T]], limit: int | None) -> AsyncPager[T]:
        return AsyncPager(self._driver, walks(self._driver.session, first, limit))
