# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/handle.py.
# Do not edit: change that file, then run `make sync`.
"""How the handles send their calls."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from wabakit._graph import Operation
from wabakit._handle import Handle
from wabakit._input import to_filters
from wabakit._pages import walks
from wabakit._settle import write
from wabakit._sync.driver import Driver
from wabakit._sync.pager import Pager
from wabakit._wire import Call, Filter, Selection

T = TypeVar("T")


class GraphHandle(Handle[Driver]):
    """Sends calls about one object of Graph, by its id, over the driver of its client."""

    def _write(self, call: Call[T]) -> T:
        return self._driver.run(write(self._driver.session, call))

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
    ) -> Pager[T]:
        operation.bounds["limit"].check(page_size, "page_size")
        if operation.filters:
            query["filtering"] = to_filters(where)
        first = listed(self.id, fields=selection, limit=page_size, **query)
        return Pager(self._driver, walks(self._driver.session, first, limit))
