"""Who does pieces of work at the same time: threads of one face, tasks of the other.

All that belongs to a walk is decided by whoever walks; a crew does what it is handed, and says what
came of it. It has ended once `end` has: nothing of it is left then.
"""

import sys
from collections import deque
from collections.abc import Awaitable, Callable
from contextvars import Context, copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Generic

from wabakit._typevars import T

if TYPE_CHECKING:
    from concurrent.futures import Future

    from anyio import CancelScope, Event


class Stopped(BaseException):
    """What a crew does goes no further, as it has ended."""


class Crew(Generic[T]):
    """So many threads at most, which begin when they are needed."""

    def __init__(self, most: int) -> None:
        from concurrent.futures import ThreadPoolExecutor  # few programs have fleets
        from queue import SimpleQueue

        self._threads = ThreadPoolExecutor(most, "wabakit-fleet")
        self._done: SimpleQueue[Future[T]] = SimpleQueue()
        self.pending: int = 0
        """How much was handed in whose outcome was not taken."""
        self.is_ended: bool = False

    def start(self, work: Callable[[], T]) -> None:
        """Have something done, by the next that is free."""
        self.pending += 1
        done = self._threads.submit(copy_context().run, work)
        done.add_done_callback(self._done.put)

    def take(self) -> T:
        """Wait for what was done first, and return or raise what came of it."""
        done = self._done.get()
        self.pending -= 1
        return done.result()

    def end(self) -> None:
        """Drop what nobody began, and wait for the rest."""
        self.is_ended = True
        self._threads.shutdown(cancel_futures=True)


class AsyncCrew(Generic[T]):
    """So many tasks at most, of asyncio or trio.

    They belong to no task group: an async generator may yield inside of none.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = deque[tuple[Callable[[], Awaitable[T]], Context]]()
        self._done = deque[Callable[[], T]]()
        self._tasks = dict["CancelScope", object]()
        self._news: Event | None = None
        self.pending: int = 0
        self.is_ended: bool = False

    def start(self, work: Callable[[], Awaitable[T]]) -> None:
        """Have something done, by the next that is free."""
        self.pending += 1
        self._left.append((work, copy_context()))
        self._begin_next()

    async def take(self) -> T:
        """Wait for what was done first, and return or raise what came of it."""
        while not self._done:
            await self._hear()
        self.pending -= 1
        return self._done.popleft()()

    async def end(self) -> None:
        """Drop what nobody began, cancel the rest and wait for its end."""
        from anyio import CancelScope

        self.is_ended = True
        self._left.clear()
        for scope in tuple(self._tasks):
            scope.cancel()
        with CancelScope(shield=True):
            while self._tasks:
                await self._hear()

    def _begin_next(self) -> None:
        """Begin a task, whose context is its own, as a tracer may leave something in it."""
        from anyio import CancelScope

        if self._left and len(self._tasks) < self._most:
            scope, (work, context) = CancelScope(), self._left.popleft()
            self._tasks[scope] = None
            self._tasks[scope] = _begin(partial(self._work, scope, work), context)

    async def _work(self, scope: "CancelScope", work: Callable[[], Awaitable[T]]) -> None:
        from anyio import get_cancelled_exc_class

        try:
            with scope:
                self._done.append(partial(_give, await work()))
        except get_cancelled_exc_class():
            raise
        except BaseException as error:  # whatever it is, who takes it is to know
            self._done.append(partial(_fail, error))
        finally:
            del self._tasks[scope]
            self._tell()
        self._begin_next()

    async def _hear(self) -> None:
        from anyio import Event

        self._news = Event()
        await self._news.wait()

    def _tell(self) -> None:
        if self._news is not None:
            self._news.set()


def _give(came: T) -> T:
    return came


def _fail(error: BaseException) -> Any:
    raise error


def _begin(work: Callable[[], Any], context: Context) -> object:
    """Begin a task of the running event loop; return what keeps it alive."""
    import asyncio

    try:
        return asyncio.get_running_loop().create_task(work(), context=context)
    except RuntimeError:
        pass
    trio: Any = sys.modules["trio"]
    return trio.lowlevel.spawn_system_task(work, context=context)
