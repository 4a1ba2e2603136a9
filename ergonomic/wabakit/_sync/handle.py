# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/handle.py.
# Do not edit: change that file, then run `make sync`.
"""How the handles send their calls."""

from typing import TypeVar

from wabakit._handle import Handle
from wabakit._pages import walks
from wabakit._settle import write
from wabakit._sync.driver import Driver
from wabakit._sync.pager import Pager
from wabakit._wire import Call

T = TypeVar("T")


class GraphHandle(Handle[Driver]):
    """Sends calls about one object of Graph, by its id, over the driver of its client."""

    def _write(self, call: Call[T]) -> T:
        return self._driver.run(write(self._driver.session, call))

    def _pages(self, first: Call[list[T]], limit: int | None) -> Pager[T]:
        return Pager(self._driver, walks(self._driver.session, first, limit))
