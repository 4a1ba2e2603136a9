"""Connections of the client's own whose calls end badly: their places are free again."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest

import wabakit
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.hall import Hall, until
from wabakit._connections._async import connections as tasks
from wabakit._connections._sync import connections as threads
from wabakit._connections.http import LARGEST_BODY

HURRIED: dict[str, Any] = {
    "retry": wabakit.Retry(attempts=1),
    "timeout": wabakit.Timeout(total=5),
    "clock": None,
}


LONGER: dict[str, Any] = {**HURRIED, "timeout": 20}


@pytest.fixture
def hall() -> Iterator[Hall]:
    server = Hall()
    yield server
    server.close()


def test_interrupted_while_closing(face: Face, hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second Ctrl-C, which meets the closing of the connection, takes no place away for ever."""
    monkeypatch.setattr(threads, "MOST", 1)
    monkeypatch.setattr(tasks, "MOST", 1)

    class Struck:
        """A connection that somebody interrupts, whatever it does."""

        def strike(self, *_: object) -> None:
            raise KeyboardInterrupt

        handle_request = handle_async_request = close = aclose = strike

        def is_available(self) -> bool:
            return False

    async def opened(*_: object) -> Struck:
        return Struck()

    def opened_at_once(*_: object) -> Struck:
        return Struck()

    with face.make(base_url=hall.url, **HURRIED) as client:
        with monkeypatch.context() as patched:
            patched.setattr(tasks.AsyncConnections, "_open", opened)
            patched.setattr(threads.Connections, "_open", opened_at_once)
            with pytest.raises(KeyboardInterrupt):
                client.number(NUMBER).get()
        assert client.number(NUMBER).get().id == NUMBER


def test_endless_body(face: Face) -> None:
    """An answer that is too large is left where the bound is reached, not when all of it came."""
    sent = 0

    def serve(listener: socket.socket) -> None:
        nonlocal sent
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n")
            try:
                while sent < 4 * LARGEST_BODY:
                    sent += connection.send(b" " * 65536)
            except OSError:
                pass  # nobody listens any more

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with (
            face.make(base_url=url, **LONGER) as client,
            pytest.raises(wabakit.UnexpectedAnswerError, match="larger"),
        ):
            client.number(NUMBER).get()
        thread.join()
    assert sent < 2 * LARGEST_BODY


def test_place_that_comes_too_late(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call whose place comes just as its time is over was not sent, and leaves the place."""
    monkeypatch.setattr(threads, "MOST", 1)
    left = [10.0, 0.0]
    monkeypatch.setattr(threads, "time_left", lambda: left.pop(0))
    with (
        wabakit.Client(TOKEN, base_url=hall.url, **HURRIED) as client,
        ThreadPoolExecutor(2) as pool,
    ):
        hall.go_on.clear()
        held = pool.submit(lambda: client.number(NUMBER).get().id)
        assert hall.came.acquire(timeout=10)
        late = pool.submit(lambda: client.number("7").get().id)
        until(lambda: len(left) == 1)
        hall.go_on.set()
        with pytest.raises(wabakit.TimedOutError) as caught:
            late.result()
        assert caught.value.sent == "no"
        assert held.result() == client.number(NUMBER).get().id == NUMBER
    assert [number for _, number in hall.asked] == [NUMBER, NUMBER]


def test_closed_while_waiting(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that waits for a place when the client is closed has its answer, as one under way."""
    monkeypatch.setattr(threads, "MOST", 1)
    client = wabakit.Client(TOKEN, base_url=hall.url, **HURRIED)
    with ThreadPoolExecutor(2) as pool:
        hall.go_on.clear()
        held = pool.submit(lambda: client.number(NUMBER).get().id)
        assert hall.came.acquire(timeout=10)
        road = cast(Any, client)._driver.transport._road()
        waiting = pool.submit(lambda: client.number("7").get().id)
        until(lambda: len(road._turns) == 1)
        client.close()
        hall.go_on.set()
        assert (held.result(), waiting.result()) == (NUMBER, "7")
    until(lambda: hall.open == 0)
