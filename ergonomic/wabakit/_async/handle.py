"""How the handles send their calls."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from wabakit._async.driver import AsyncDriver
from wabakit._async.pager import AsyncPager
from wabakit._graph import Operation
from wabakit._handle import Handle
from wabakit._input import to_filters
from wabakit._pages import walks
from wabakit._settle import write
from wabakit._wire import Call, Filter, Selection

T = TypeVar("T")


class AsyncGraphHandle(Handle[AsyncDriver]):
    """Sends calls about one object of Graph, by its id, over the driver of its client."""

    async def _write(self, call: Call[T]) -> T:
        return await self._driver.run(write(self._driver.session, call))

    def _list(
        self,
        operation: Operation,
        listed: Callable[..., Call[list[T]]],
        selection: Selection[T],
        *,
        where: Iterable[Filter] = (),
        limit: int | None = None,
        page_size: int = 100,
        **query: object,
    ) -> AsyncPager[T]:
        operation.bounds["limit"].check(page_size, "page_size")
        if operation.filters:
            query["filtering"] = to_filters(where)
        first = listed(self.id, fields=selection, limit=page_size, **query)
        return AsyncPager(self._driver, walks(self._driver.session, first, limit))
