"""Connections of the client's own: which is taken, who waits, and what becomes of their places."""

import asyncio
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import sleep
from typing import Any, cast

import pytest

import wabakit
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.hall import Hall, soon, until
from wabakit._connections._async import connections as tasks
from wabakit._connections._sync import connections as threads

ONCE = wabakit.Retry(attempts=1)
PATIENT: dict[str, Any] = {"retry": ONCE, "timeout": wabakit.Timeout(total=10)}
"""A call that gets no place fails, rather than wait for ever."""
MOST = threads.MOST


@pytest.fixture
def hall() -> Iterator[Hall]:
    server = Hall()
    yield server
    server.close()


@pytest.fixture
def one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room for a single connection."""
    monkeypatch.setattr(threads, "MOST", 1)
    monkeypatch.setattr(tasks, "MOST", 1)


def read(client: wabakit.Client, number: int | str = NUMBER) -> str | None:
    return client.number(str(number)).get().verified_name


def is_waiting(client: wabakit.Client, count: int) -> bool:
    """Tell whether so many calls wait for a place."""
    return len(cast(Any, client)._driver.transport._road()._turns) == count


def test_warmest_first(hall: Hall) -> None:
    """Calls one after the other use one connection, though others are open."""
    with wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE) as client:
        hall.go_on.clear()
        with ThreadPoolExecutor(3) as pool:
            found = [pool.submit(read, client, n) for n in range(3)]
            for _ in range(3):
                assert hall.came.acquire(timeout=10)
            hall.go_on.set()
        assert [future.result() for future in found] == ["Shop 0", "Shop 1", "Shop 2"]
        hall.asked.clear()
        for n in range(5):
            read(client, n)
    assert hall.opened == 3
    assert len({connection for connection, _ in hall.asked}) == 1
    until(lambda: hall.open == 0)


@pytest.mark.parametrize("behind", [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", b"\r\n"])
def test_more_than_the_answer(face: Face, hall: Hall, behind: bytes) -> None:
    """What a server sends behind an answer is the answer to no other call."""
    hall.behind = behind
    with face.make(base_url=hall.url, retry=ONCE) as client:
        assert [read(client, n) for n in range(3)] == ["Shop 0", "Shop 1", "Shop 2"]
    assert hall.opened == 3


def test_threads_beyond_the_places(hall: Hall) -> None:
    """Twice as many threads as there is room for are all served, over no more connections."""
    with (
        wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE) as client,
        ThreadPoolExecutor(2 * MOST) as pool,
    ):
        assert sorted(map(str, pool.map(partial(read, client), range(4 * MOST)))) == sorted(
            f"Shop {n}" for n in range(4 * MOST)
        )
    assert hall.opened <= MOST


def test_tasks_beyond_the_places(hall: Hall) -> None:
    """Of 300 tasks at once none is refused; those beyond the places wait in their turn."""

    async def story() -> None:
        async with wabakit.AsyncClient(TOKEN, base_url=hall.url, retry=ONCE) as client:
            hall.go_on.clear()
            calls = [asyncio.ensure_future(client.number(str(n)).get()) for n in range(3 * MOST)]
            await soon(lambda: len(hall.asked) == MOST)
            hall.go_on.set()
            assert [n.id for n in await asyncio.gather(*calls)] == [str(n) for n in range(300)]

    asyncio.run(story())
    assert hall.opened == MOST
    first = [int(number) for _, number in hall.asked[:MOST]]
    assert sorted(first) == list(range(MOST))
    late = [abs(int(number) - place) for place, (_, number) in enumerate(hall.asked)]
    assert max(late) <= MOST  # none was overtaken by more than were under way with it


@pytest.mark.usefixtures("one_place")
def test_threads_wait_in_turn(hall: Hall) -> None:
    """Who waits longest comes first, however busy those are who were served."""
    order: list[int] = []
    with (
        wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE) as client,
        ThreadPoolExecutor(6) as pool,
    ):

        def go_twice(number: int) -> None:
            for _ in range(2):
                read(client, number)
                order.append(number)

        hall.go_on.clear()
        calls = [pool.submit(go_twice, 0)]
        assert hall.came.acquire(timeout=10)
        for number in range(1, 6):
            calls.append(pool.submit(go_twice, number))
            until(partial(is_waiting, client, number))
        hall.go_on.set()
        for call in calls:
            call.result()
    assert order[:6] == [0, 1, 2, 3, 4, 5]
    assert hall.opened == 1


@pytest.mark.usefixtures("one_place")
def test_no_place_in_time(hall: Hall) -> None:
    """A call that gets no place in its time was not sent, and says so; the next one is served."""
    hurried = wabakit.Timeout(total=0.1)
    with (
        wabakit.Client(TOKEN, base_url=hall.url, **PATIENT) as client,
        ThreadPoolExecutor(1) as pool,
    ):
        hall.go_on.clear()
        held = pool.submit(read, client)
        assert hall.came.acquire(timeout=10)
        with pytest.raises(wabakit.TimedOutError) as caught:
            read(client.with_options(timeout=hurried), 7)
        assert caught.value.sent == "no"
        hall.go_on.set()
        assert held.result() == f"Shop {NUMBER}"
        assert read(client) == f"Shop {NUMBER}"
    assert [number for _, number in hall.asked] == [NUMBER, NUMBER]


@pytest.mark.usefixtures("one_place")
def test_tasks_that_do_not_wait_any_more(hall: Hall) -> None:
    """Whoever is cancelled while it waits, or just as its turn comes, costs nobody a place."""

    async def story() -> None:
        async with wabakit.AsyncClient(TOKEN, base_url=hall.url, **PATIENT) as client:
            hurried = client.with_options(timeout=wabakit.Timeout(total=0.05))
            for turns in range(8):
                hall.go_on.clear()
                held, waits, late, last = (
                    asyncio.ensure_future(some.number(NUMBER).get())
                    for some in (client, client, hurried, client)
                )
                await soon(lambda: hall.came.acquire(blocking=False))
                with pytest.raises(wabakit.TimedOutError) as caught:
                    await late
                assert caught.value.sent == "no"
                hall.go_on.set()
                if turns:
                    await held
                for _ in range(turns - 1):
                    await asyncio.sleep(0)
                waits.cancel()
                await asyncio.wait([held, waits, last], timeout=10)
                assert held.result().id == last.result().id == NUMBER
                while hall.came.acquire(blocking=False):
                    pass

    asyncio.run(story())


@pytest.mark.usefixtures("one_place")
def test_interrupted_call(hall: Hall) -> None:
    """Ctrl-C ends the connection of the call that it meets, whose place is free again."""
    left: list[type[BaseException]] = []

    def interrupt(*_: object) -> None:
        if left:
            raise left.pop()

    def strike() -> None:
        assert hall.came.acquire(timeout=10)
        while left:  # one that comes just before the call waits is noticed when that is over
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGUSR1)
            sleep(0.01)

    before = signal.signal(signal.SIGUSR1, interrupt)
    try:
        with wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE) as client:
            for count in range(3):
                hall.go_on.clear()
                left.append(KeyboardInterrupt)
                thread = threading.Thread(target=strike)
                thread.start()
                with pytest.raises(KeyboardInterrupt):
                    read(client)
                thread.join()
                hall.go_on.set()
                assert hall.opened == count + 1
            assert read(client) == f"Shop {NUMBER}"
    finally:
        signal.signal(signal.SIGUSR1, before)
    until(lambda: hall.open == 0)


def test_closed_meanwhile(hall: Hall) -> None:
    """Closing a client lets a call under way have its answer, and then ends its connection."""
    client = wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE)
    read(client)
    hall.go_on.clear()
    with ThreadPoolExecutor(1) as pool:
        assert hall.came.acquire(timeout=10)
        held = pool.submit(read, client, 7)
        assert hall.came.acquire(timeout=10)
        client.close()
        with pytest.raises(wabakit.InvalidInputError, match="closed"):
            read(client)
        hall.go_on.set()
        assert held.result() == "Shop 7"
    until(lambda: hall.open == 0)


def test_long_idle(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that nobody used for long is not trusted: a new one is opened."""
    monkeypatch.setattr(threads, "IDLE", -1.0)
    with wabakit.Client(TOKEN, base_url=hall.url, retry=ONCE) as client:
        for _ in range(2):
            read(client)
    assert hall.opened == 2
