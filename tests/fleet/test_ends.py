"""However a walk ends, nothing of it is left: no thread, no task, no call."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import aclosing

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, Server, page, refusal
from tests.faces import TOKEN, SyncFace

ACCOUNTS = [str(102290129340000 + at) for at in range(40)]


def one_number(request: httpx.Request) -> httpx.Response:
    """Answer with a number whose id is that of the account."""
    return httpx.Response(200, json=page(request.url.path.split("/")[2]))


def at_work() -> list[str]:
    """The threads of fleets."""
    return [one.name for one in threading.enumerate() if one.name.startswith("wabakit-fleet")]


def test_a_slow_reader_holds_it_back(answering: Answering) -> None:
    """No more is asked for than twice what may be in flight beyond what was read."""
    server = answering(one_number)
    for read, _ in enumerate(server.client.fleet(ACCOUNTS, concurrency=2).numbers(), 1):
        assert len(server.requests) <= read + 2 * 2
    assert len(server.requests) == len(ACCOUNTS)
    assert at_work() == []


@pytest.mark.parametrize("end", [None, KeyboardInterrupt, ValueError])
def test_left_early(answering: Answering, end: type[BaseException] | None) -> None:
    """By `break`, Ctrl-C or whatever the loop raises: its threads have ended, no call follows."""
    server = answering(one_number)

    def walk() -> None:
        for _ in server.client.fleet(ACCOUNTS, concurrency=4).numbers():
            if end is None:
                break
            raise end

    if end is None:
        walk()
    else:
        with pytest.raises(end):
            walk()
    assert at_work() == []
    assert len(server.requests) <= 9
    assert server.client.account(ACCOUNTS[0]).numbers().first()


def test_interrupted_while_it_waits() -> None:
    """Ctrl-C while an account waits for its quota ends the walk; asyncio cancels it instead."""

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    face = SyncFace()
    face.time.meanwhile = interrupt
    server = Server(refusal(80008), face, {})
    with pytest.raises(KeyboardInterrupt):
        list(server.client.fleet(ACCOUNTS[:1]).numbers())
    assert at_work() == []


async def stream() -> AsyncIterator[str]:
    """Accounts that are still to come."""
    for waba_id in ACCOUNTS:
        await asyncio.sleep(0)
        yield waba_id


class Hanging:
    """A server that answers some and lets the others wait, and sees how each of them ends."""

    def __init__(self, answers: int) -> None:
        self.answers, self.waiting, self.is_full = answers, 0, asyncio.Event()
        self.client = wabakit.AsyncClient(TOKEN, http_client=self._http())

    def _http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(self._answer))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        self.answers -= 1
        if self.answers < 0:
            self.waiting += 1
            if self.waiting == 4:
                self.is_full.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.waiting -= 1
        return one_number(request)


async def tasks() -> int:
    """Let what was cancelled end; count the tasks that are left, but for this one."""
    for _ in range(20):
        await asyncio.sleep(0)
    return len(asyncio.all_tasks()) - 1


def test_tasks_left_early() -> None:
    """By `break` or by closing it, the tasks that wait for Graph are cancelled."""

    async def walk() -> None:
        server = Hanging(3)
        async for _ in server.client.fleet(stream(), concurrency=4).numbers():
            break
        assert await tasks() == 0
        assert server.waiting == 0
        async with aclosing(server.client.fleet(ACCOUNTS, concurrency=4).numbers()) as numbers:
            server.answers = 3
            await anext(numbers)
        assert len(asyncio.all_tasks()) == 1
        assert server.waiting == 0

    asyncio.run(walk())


def test_a_cancelled_task() -> None:
    """A task that is cancelled while it walks leaves nothing behind."""

    async def walk() -> None:
        server, found = Hanging(3), list[str]()

        async def collect() -> None:
            async for of, _ in server.client.fleet(stream(), concurrency=4).numbers():
                found.append(of)

        task = asyncio.create_task(collect())
        await server.is_full.wait()
        assert await tasks() == 5
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await tasks() == 0
        assert server.waiting == 0

    asyncio.run(walk())
