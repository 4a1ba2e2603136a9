"""Many threads and tasks on one client."""

import asyncio
import json
import random
import re
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib.metadata import version
from threading import Barrier
from typing import Any

import httpx
import pytest

import wabakit
from tests.faces import TOKEN
from tests.failures.local import Local
from wabakit._connections._sync.transport import Way

ONCE = wabakit.Retry(attempts=1)
THREADS, READS = 50, 5
TASKS = 1000
CANCELLED, SEED = 50, 9
TURNS, PLACES = 20, 100


def test_threads(way: Way, local: Local) -> None:
    """Fifty threads that start at once on one client each get the answers to their own calls."""
    together = Barrier(THREADS)

    def read(number: int) -> set[str | None]:
        together.wait(20)
        return {client.number(str(number)).get().verified_name for _ in range(READS)}

    with (
        wabakit.Client(TOKEN, base_url=local.url, retry=ONCE, transport=way) as client,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        found = list(pool.map(read, range(THREADS)))
    assert found == [{f"Shop {number}"} for number in range(THREADS)]
    assert len(local.heads) == THREADS * READS


class Loop:
    """A Graph in the event loop of the test, whose numbers have their id as their name."""

    def __init__(self) -> None:
        self.url = ""
        self.open = 0
        self.all_gone = asyncio.Event()
        self.crowd = 1
        """How many requests have to be here before one is answered."""
        self._here: list[asyncio.Event] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.all_gone.clear()
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self.answer(head, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has closed it
        finally:
            writer.close()
            self.open -= 1
            if not self.open:
                self.all_gone.set()

    async def answer(self, head: bytes, writer: asyncio.StreamWriter) -> None:
        self._here.append(turn := asyncio.Event())
        if len(self._here) >= self.crowd:
            while self._here:
                self._here.pop().set()
        await turn.wait()
        found = re.match(rb"GET /v[0-9.]+/(\d+)", head)
        assert found
        number = found[1].decode()
        content = json.dumps({"id": number, "verified_name": f"Shop {number}"}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content))
        await writer.drain()
        writer.write(content)
        await writer.drain()


@asynccontextmanager
async def looped(**options: Any) -> AsyncGenerator[tuple[Loop, wabakit.AsyncClient]]:
    """Serve a Graph and make a client of it; in the end the client holds no connection."""
    graph = Loop()
    server = await asyncio.start_server(graph.serve, "127.0.0.1", 0, backlog=200)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        client = wabakit.AsyncClient(TOKEN, base_url=url, retry=ONCE, timeout=10, **options)
        async with client:
            yield graph, client
        await asyncio.wait_for(graph.all_gone.wait(), 20)


async def name(client: wabakit.AsyncClient, number: int) -> str | None:
    return (await client.number(str(number)).get()).verified_name


def test_tasks() -> None:
    """A thousand tasks at once on one async client each get the answer to their own call."""
    chance, arrived = random.Random(SEED), list[str]()

    async def answer(request: httpx.Request) -> httpx.Response:
        number = request.url.path.rpartition("/")[2]
        arrived.append(number)
        for _ in range(chance.randrange(20)):  # so that answers overtake each other
            await asyncio.sleep(0)
        return httpx.Response(200, json={"id": number, "verified_name": f"Shop {number}"})

    async def story() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        client = wabakit.AsyncClient(TOKEN, http_client=http, retry=ONCE)
        found = await asyncio.gather(*(name(client, number) for number in range(TASKS)))
        assert found == [f"Shop {number}" for number in range(TASKS)]

    asyncio.run(story())
    assert sorted(arrived, key=int) == [str(number) for number in range(TASKS)]


async def cancel(task: asyncio.Task[str | None], turns: int) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()


@pytest.mark.skipif(
    tuple(map(int, version("anyio").split(".")[:2])) < (4, 16),
    reason="older versions of anyio do not end every connection of a cancelled task",
)
@pytest.mark.parametrize("rounds", [2, pytest.param(10, marks=pytest.mark.sweep)])
def test_random_cancellations(way: Way, rounds: int) -> None:
    """Tasks cancelled anywhere mix up no answers, cost no place, and leave no connection behind."""
    chance = random.Random(SEED)

    async def story() -> None:
        ended: list[int] = []
        async with looped(transport=way) as (graph, client):
            for _ in range(rounds):
                tasks = [asyncio.ensure_future(name(client, n)) for n in range(CANCELLED)]
                await asyncio.gather(*(cancel(task, chance.randrange(TURNS)) for task in tasks))
                await asyncio.wait(tasks)
                for number, task in enumerate(tasks):
                    assert task.cancelled() or task.result() == f"Shop {number}"
                ended.append(sum(task.cancelled() for task in tasks))
            graph.crowd = PLACES
            found = await asyncio.gather(*(name(client, n) for n in range(PLACES)))
            assert found == [f"Shop {n}" for n in range(PLACES)]
        assert rounds * CANCELLED / 4 < sum(ended) < rounds * CANCELLED

    asyncio.run(story())
