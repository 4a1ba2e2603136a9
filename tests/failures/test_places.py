"""A client in other processes and in other event loops."""

import asyncio
import gc
import json
import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import httpx
import pytest

import wabakit
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.calls import PIN
from tests.failures.local import Local
from wabakit._connections._sync.transport import Way

ONCE = wabakit.Retry(attempts=1)


def in_child(act: Callable[[], object]) -> object:
    """Return what a function returns, or how it fails, in a process forked from this one."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads run in this process
        child = os.fork()
    if not child:
        try:
            try:
                found: object = act()
            except Exception as error:
                found = f"{type(error).__name__}: {error}"
            os.write(writing, json.dumps(found).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        alarm = threading.Timer(20, os.kill, (child, 9))
        alarm.start()
        content = answer.read()
        alarm.cancel()
    os.waitpid(child, 0)
    return json.loads(content) if content else "hung"


def names(client: wabakit.Client, first: int, count: int) -> list[str | None]:
    return [client.number(str(n)).get().verified_name for n in range(first, first + count)]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("calls", [15, pytest.param(60, marks=pytest.mark.sweep)])
def test_fork(face: Face, way: Way, local: Local, calls: int) -> None:
    """Processes forked from one that used a client get the answers to their own questions."""
    with face.make(base_url=local.url, retry=ONCE, transport=way) as client:
        if face.name == "sync":
            names(client, 1, 1)
        answers: dict[int, object] = {}

        def ask(first: int) -> None:
            answers[first] = in_child(partial(names, client, first, calls))

        asked = {n: threading.Thread(target=ask, args=(n,)) for n in (1000, 2000, 3000)}
        if face.name == "async":
            for first in asked:
                ask(first)
        else:
            for thread in asked.values():
                thread.start()
            assert names(client, 1, calls) == [f"Shop {n}" for n in range(1, calls + 1)]
            for thread in asked.values():
                thread.join()
        assert answers == {n: [f"Shop {m}" for m in range(n, n + calls)] for n in asked}


@pytest.mark.parametrize("times", [3, pytest.param(15, marks=pytest.mark.sweep)])
def test_fork_while_threads_work(local: Local, times: int) -> None:
    """A child never waits for a lock that a thread of its parent held."""
    client = wabakit.Client(TOKEN, base_url=local.url, retry=ONCE)
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            names(client, 1, 1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for n in range(times):
            assert in_child(lambda: names(client, 7, 2)) == ["Shop 7", "Shop 8"], n
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        client.close()


def test_fork_while_the_memory_is_held(local: Local) -> None:
    """Forking waits until no thread is in the middle of remembering."""
    from wabakit._memory import _LOCK  # pyright: ignore[reportPrivateUsage]

    client = wabakit.Client(TOKEN, base_url=local.url, retry=ONCE)
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with _LOCK:
            held.set()
            release.wait(0.3)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    assert in_child(lambda: names(client, 7, 1)) == ["Shop 7"]
    release.set()
    thread.join()
    client.close()


def test_pool_of_processes(local: Local) -> None:
    """A client made at import works in the workers of a pool that forks."""
    with wabakit.Client(TOKEN, base_url=local.url, retry=ONCE) as client:
        names(client, 1, 1)
        found = [in_child(partial(names, client, n, 1)) for n in (5, 6)]
    assert found == [["Shop 5"], ["Shop 6"]]
    assert "fork" in multiprocessing.get_all_start_methods()


def test_fork_of_an_injected_client() -> None:
    """With an httpx client of the user's, a second process is refused before anything is sent."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"id": NUMBER, "success": True})

    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = wabakit.Client(TOKEN, http_client=http)
    client.number(NUMBER).get()

    def write() -> object:
        try:
            client.number(NUMBER).register(PIN)
        except wabakit.InvalidInputError as error:
            return [str(error), len(sent)]
        return "sent"

    found: Any = in_child(write)
    assert "another process" in found[0]
    assert found[1] == 1
    client.number(NUMBER).get()


def test_two_event_loops(way: Way, local: Local) -> None:
    """An AsyncClient can be used by one `asyncio.run` after the other."""
    client = wabakit.AsyncClient(TOKEN, base_url=local.url, retry=ONCE, transport=way)

    async def name() -> str | None:
        return (await client.number("7").get()).verified_name

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # what the first loop left open
        assert [asyncio.run(name()) for _ in range(3)] == ["Shop 7"] * 3
        assert len(cast(Any, client)._driver.transport._roads) == 1
        asyncio.run(client.close())
        gc.collect()


def test_two_loops_at_once(way: Way, local: Local) -> None:
    """Threads with an event loop each can share an AsyncClient."""
    client = wabakit.AsyncClient(TOKEN, base_url=local.url, retry=ONCE, transport=way)
    found: list[str | None] = []

    async def ask(number: str) -> None:
        found.extend([(await client.number(number).get()).verified_name for _ in range(20)])

    def run(number: str) -> None:
        asyncio.run(ask(number))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        threads = [threading.Thread(target=run, args=(number,)) for number in ("5", "6")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        asyncio.run(client.close())
        gc.collect()
    assert sorted(found, key=str) == ["Shop 5"] * 20 + ["Shop 6"] * 20


def test_injected_client_in_two_loops() -> None:
    """With an httpx client of the user's, a second loop is refused before anything is sent."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"id": NUMBER})

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    number = wabakit.AsyncClient(TOKEN, http_client=http).number(NUMBER)
    asyncio.run(number.get())
    with pytest.raises(wabakit.InvalidInputError, match=r"another process or event loop.*nothing"):
        asyncio.run(number.register(PIN))
    assert len(sent) == 1
