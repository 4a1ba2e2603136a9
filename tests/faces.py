"""Both faces of wabakit behind one: a test body is written once, in the sync style.

The async face is `AsyncClient` on one event loop, driven until each call is done. Only the waiting
is added here; what is called, and what comes back, is the async code's own.
"""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextvars import copy_context
from functools import partial
from types import ModuleType
from typing import Any, Protocol, Self, TypeVar, cast

import httpx

import wabakit
from tests.clocks import AsyncTime, SyncTime, Time
from tests.libraries import spoken_by
from wabakit.emulator.transport import EmulatorTransport

TOKEN = "EAAtoken-that-nobody-may-see"
WABA = "102290129340398"
NUMBER = "106853218861309"
BUSINESS = "2729063490586005"
PREVERIFIED = "830011223344556"

Transport = httpx.MockTransport | EmulatorTransport
V = TypeVar("V")
Handler = Callable[[httpx.Request], httpx.Response]
_HANDLES = (
    wabakit.AsyncClient,
    wabakit.AsyncAccount,
    wabakit.AsyncApp,
    wabakit.AsyncBusiness,
    wabakit.AsyncFleet,
    wabakit.AsyncNumber,
    wabakit.AsyncPager,
    wabakit.AsyncPreverifiedNumber,
)


class Face(Protocol):
    """One way of using wabakit; its clients live by its time, unless they are told otherwise."""

    name: str

    @property
    def time(self) -> Time: ...

    def make(self, token: str = TOKEN, **options: Any) -> wabakit.Client:
        """Make a client with these options."""
        ...

    def from_env(self, **options: Any) -> wabakit.Client:
        """Make a client from the environment."""
        ...

    def exchange_code(self, *args: str, **options: Any) -> str:
        """Exchange a code of Embedded Signup."""
        ...

    def http(self, transport: Transport, **settings: Any) -> httpx.Client:
        """Make the HTTP client of this face."""
        ...

    def close(self) -> None:
        """End whatever the face runs."""
        ...


class SyncFace:
    """`Client` itself."""

    name = "sync"

    def __init__(self, library: ModuleType = httpx) -> None:
        self.time = SyncTime()
        self._library: Any = library

    def make(self, token: str = TOKEN, **options: Any) -> wabakit.Client:
        options.setdefault("clock", self.time)
        return wabakit.Client(token, **options)

    def from_env(self, **options: Any) -> wabakit.Client:
        options.setdefault("clock", self.time)
        return wabakit.Client.from_env(**options)

    def exchange_code(self, *args: str, **options: Any) -> str:
        return wabakit.exchange_code(*args, **options)

    def http(self, transport: Transport, **settings: Any) -> httpx.Client:
        way = spoken_by(self._library, transport)
        return cast(httpx.Client, self._library.Client(transport=way, **settings))

    def close(self) -> None:
        pass


class AsyncFace:
    """`AsyncClient`, looking like `Client`."""

    name = "async"

    def __init__(self, library: ModuleType = httpx) -> None:
        self.time = AsyncTime()
        self._library: Any = library
        self._runner = asyncio.Runner()
        self._context = copy_context()

    def make(self, token: str = TOKEN, **options: Any) -> wabakit.Client:
        options.setdefault("clock", self.time)
        return self._blocking(wabakit.AsyncClient(token, **options))

    def from_env(self, **options: Any) -> wabakit.Client:
        options.setdefault("clock", self.time)
        return self._blocking(wabakit.AsyncClient.from_env(**options))

    def exchange_code(self, *args: str, **options: Any) -> str:
        return self._run(wabakit.exchange_code_async(*args, **options))

    def http(self, transport: Transport, **settings: Any) -> httpx.Client:
        way = spoken_by(self._library, transport)
        return cast(httpx.Client, self._library.AsyncClient(transport=way, **settings))

    def close(self) -> None:
        self._runner.close()

    def _blocking(self, client: wabakit.AsyncClient) -> wabakit.Client:
        return cast(wabakit.Client, Blocking(client, self._run))

    def _run(self, coroutine: Coroutine[Any, Any, V]) -> V:
        """Do as `Runner.run`, but for its handler of SIGINT, which costs more than a call."""
        loop = self._runner.get_loop()
        return loop.run_until_complete(loop.create_task(coroutine, context=self._context))


class Blocking:
    """An async handle that can be used like its sync twin."""

    def __init__(self, handle: Any, run: Callable[[Coroutine[Any, Any, Any]], Any]) -> None:
        self._handle = handle
        self._run = run

    def __getattr__(self, name: str) -> Any:
        return self._adapt(getattr(self._handle, name))

    def __iter__(self) -> Iterator[Any]:
        return self._walk(aiter(self._handle))

    def __enter__(self) -> Self:
        self._run(self._handle.__aenter__())
        return self

    def __exit__(self, *exception: Any) -> None:
        self._run(self._handle.__aexit__(*exception))

    def __repr__(self) -> str:
        return repr(self._handle)

    def _adapt(self, value: Any) -> Any:
        if inspect.iscoroutine(value):
            return self._adapt(self._run(value))
        if isinstance(value, AsyncIterator):
            return self._walk(value)  # pyright: ignore[reportUnknownArgumentType]
        if inspect.ismethod(value):
            return partial(self._call, value)
        return Blocking(value, self._run) if isinstance(value, _HANDLES) else value

    def _call(self, method: Callable[..., Any], /, *args: Any, **options: Any) -> Any:
        return self._adapt(method(*args, **options))

    def _walk(self, items: AsyncIterator[Any]) -> Iterator[Any]:
        async def step() -> tuple[bool, Any]:
            try:
                return True, await anext(items)
            except StopAsyncIteration:
                return False, None

        while (found := self._run(step()))[0]:
            yield found[1]
