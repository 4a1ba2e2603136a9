"""Calls that are given up by their caller."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import anyio
import httpx
import pytest

import wabakit
from tests.client.wire import always
from tests.faces import NUMBER, TOKEN, WABA, Face
from tests.failures.calls import PIN, get, register
from tests.failures.graph import Failing
from wabakit._connections._sync.transport import Way

Act = Callable[[wabakit.AsyncClient], Coroutine[Any, Any, Any]]
GOOD: dict[str, Any] = {"success": True, "id": NUMBER, "data": [], "status": "PENDING"}


class Stuck:
    """A Graph that holds the first request back until nobody waits for it any more."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.arrived = anyio.Event()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if len(self.requests) == 1:
            self.arrived.set()
            await anyio.sleep_forever()
        return always(GOOD)(request)

    def client(self, **options: Any) -> wabakit.AsyncClient:
        http = httpx.AsyncClient(transport=httpx.MockTransport(self))
        return wabakit.AsyncClient(TOKEN, http_client=http, **options)


def run(story: Coroutine[Any, Any, None]) -> None:
    """Run a story that would wait for ever if it went wrong."""
    asyncio.run(asyncio.wait_for(story, 10))


async def rows(client: wabakit.AsyncClient) -> list[Any]:
    return [number async for number in client.account(WABA).numbers()]


ACTS: dict[str, Act] = {
    "read": lambda client: client.number(NUMBER).get(),
    "walk": rows,
    "safe write": lambda client: client.number(NUMBER).set_pin(PIN),
    "register": lambda client: client.number(NUMBER).register(PIN),
    "request_code": lambda client: client.number(NUMBER).request_code(),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_cancelled_task(act: Act) -> None:
    """A cancelled task ends cancelled, sends nothing more, and leaves the client usable."""

    async def story() -> None:
        graph = Stuck()
        client = graph.client()
        task = asyncio.ensure_future(act(client))
        await graph.arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(graph.requests) == 1
        await act(client)
        assert len(graph.requests) == 2

    run(story())


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_cancelled_scope(act: Act) -> None:
    """A cancelled anyio scope ends a call the same way."""

    async def story() -> None:
        graph = Stuck()
        client = graph.client()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(act, client)
            await graph.arrived.wait()
            tasks.cancel_scope.cancel()
        assert len(graph.requests) == 1
        await act(client)
        assert len(graph.requests) == 2

    run(story())


def test_cancelled_while_waiting() -> None:
    """A call can be cancelled between two attempts; then there is no second one."""
    sent: list[httpx.Request] = []

    def busy(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(503, json={})

    async def story() -> None:
        waits = anyio.Event()

        class Waiting(wabakit.AsyncClock):
            async def sleep(self, seconds: float) -> None:  # noqa: ARG002 - it never ends
                waits.set()
                await anyio.sleep_forever()

        http = httpx.AsyncClient(transport=httpx.MockTransport(busy))
        client = wabakit.AsyncClient(TOKEN, http_client=http, clock=Waiting())
        task = asyncio.ensure_future(client.number(NUMBER).get())
        await waits.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(sent) == 1

    run(story())


def test_cancelled_register_counts() -> None:
    """A cancelled register call may have arrived, so the guard counts it."""

    async def story() -> None:
        graph = Stuck()
        client = graph.client()
        task = asyncio.ensure_future(client.number(NUMBER).register(PIN))
        await graph.arrived.wait()
        task.cancel()
        await asyncio.wait([task])
        for _ in range(9):
            await client.number(NUMBER).register(PIN)
        with pytest.raises(wabakit.RegistrationLimitError):
            await client.number(NUMBER).register(PIN)
        assert len(graph.requests) == 10

    run(story())


def test_connection_of_a_cancelled_call(way: Way) -> None:
    """Over a real connection, a cancelled call closes its socket."""

    async def story() -> None:
        arrived, gone = asyncio.Event(), asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            arrived.set()
            assert await reader.read() == b""
            gone.set()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, wabakit.AsyncClient(TOKEN, base_url=url, transport=way) as client:
            task = asyncio.ensure_future(client.number(NUMBER).get())
            await arrived.wait()
            task.cancel()
            await asyncio.wait([task])
            assert task.cancelled()
            await gone.wait()

    run(story())


def test_walk_given_up(face: Face, failing: Failing) -> None:
    """A walk that is left in the middle fetches nothing more, and others can begin."""
    link = {"cursors": {"after": "b"}, "next": "https://graph.facebook.com/?after=b"}
    graph = failing(always({"data": [{"id": "1"}], "paging": link}))
    for number in graph.account.numbers():
        assert number.id == "1"
        break
    assert graph.methods == {"GET": 1}
    assert graph.account.numbers().first() is not None
    assert graph.methods == {"GET": 2}


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_interrupt(failing: Failing, interrupt: type[BaseException]) -> None:
    """An interrupt comes through as itself, and leaves the client usable."""
    left = [interrupt()]

    def stop(request: httpx.Request) -> httpx.Response:
        if left:
            raise left.pop()
        return always(GOOD)(request)

    graph = failing(stop)
    with pytest.raises(interrupt):
        register(graph.client)
    assert graph.methods == {"POST": 1}
    get(graph.client)
    assert graph.methods == {"POST": 1, "GET": 1}
