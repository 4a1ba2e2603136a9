"""Answers that are too large or never end, over real connections."""

import gzip
import socket
import threading
import time as clock
import tracemalloc
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always
from tests.clocks import Time
from tests.doing import number
from tests.faces import NUMBER, TOKEN, Face, SyncFace
from tests.failures.calls import PIN, get, register
from tests.failures.faults import LOST
from tests.failures.graph import Failing, Graph, leaks, raw
from wabakit._connections._sync.transport import Way
from wabakit._connections.http import LARGEST_BODY

ONCE = wabakit.Retry(attempts=1)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
Serve = Callable[[Callable[[socket.socket], object]], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve every connection by a function, on a port of this machine; give its address."""
    server = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def talk(connection: socket.socket, answer: Callable[[socket.socket], object]) -> None:
        with connection:
            connection.settimeout(10)
            try:
                if connection.recv(65536):
                    answer(connection)
            except OSError:
                pass  # the client has given up

    def accept(answer: Callable[[socket.socket], object]) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=talk, args=(connection, answer)))
            threads[-1].start()

    def start(answer: Callable[[socket.socket], object]) -> str:
        threads.append(threading.Thread(target=accept, args=(answer,)))
        threads[-1].start()
        return f"http://127.0.0.1:{server.getsockname()[1]}"

    yield start
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    for thread in threads:
        thread.join(10)


def slowly(first: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    """Answer with a beginning, then a piece every 20 ms, for as long as anybody listens."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            clock.sleep(0.02)
            connection.sendall(piece)

    return answer


def storm(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50)


ENDLESS: dict[str, Callable[[socket.socket], None]] = {
    "slow head": slowly(b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"),
    "slow body": slowly(HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
    "slow 1xx": slowly(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
    "storm of 1xx": storm,
}


@pytest.mark.parametrize("answer", ENDLESS)
@pytest.mark.one_in(3)
def test_total(face: Face, way: Way, serve: Serve, answer: str) -> None:
    """An answer that keeps on coming, and never comes, ends with the time of the call."""
    timeout = wabakit.Timeout(read=5, total=0.3)
    url = serve(ENDLESS[answer])
    options: dict[str, Any] = {"retry": ONCE, "timeout": timeout, "clock": None, "transport": way}
    with face.make(base_url=url, **options) as client:
        began = clock.monotonic()
        with pytest.raises(wabakit.TimedOutError) as caught:
            client.number(NUMBER).get()
        assert 0.25 < clock.monotonic() - began < 2
    assert caught.value.sent == "maybe"


def test_total_of_a_write(face: Face, serve: Serve) -> None:
    """Reading the state after a lost write falls under the same time, so the outcome is unknown."""
    timeout = wabakit.Timeout(read=5, total=0.2)
    url = serve(ENDLESS["slow head"])
    with face.make(base_url=url, timeout=timeout, clock=None) as client:
        began = clock.monotonic()
        with pytest.raises(wabakit.OutcomeUnknownError):
            client.number(NUMBER).register(PIN)
        assert clock.monotonic() - began < 2


def test_total_bounds_waits(failing: Failing, time: Time) -> None:
    """A wait for which there is no time is not begun, and the last failure is the answer."""
    graph = failing(always({}, 503), timeout=wabakit.Timeout(total=4))
    error = graph.fails(get, wabakit.UnavailableError)
    assert error.status == 503
    assert time.waits == [1, 2]
    time.waits.clear()
    other = failing(always({}, 503), timeout=wabakit.Timeout(total=2))
    other.fails(get, wabakit.UnavailableError)
    assert (time.waits, len(other.requests)) == ([1], 2)


def test_total_over_before_sending(failing: Failing, time: Time) -> None:
    """A call whose time is over is not sent again, and says so; a lost write stays uncertain."""

    def late(request: httpx.Request) -> httpx.Response:
        time.advance(seconds=3)
        raise httpx.ReadTimeout("late")

    graph = failing(late, timeout=wabakit.Timeout(total=3))
    graph.fails(register, wabakit.OutcomeUnknownError)
    assert graph.methods == {"POST": 1}


def test_no_time_for_the_wait_after_doubt(failing: Failing) -> None:
    """Where no time is left to wait, a call that once may have arrived is not said to be unsent."""
    graph = failing(LOST, httpx.ConnectError("refused"), timeout=wabakit.Timeout(total=2))
    graph.fails(number(lambda n: n.set_pin(PIN)), wabakit.OutcomeUnknownError)
    assert (graph.waits, graph.methods) == ([1], {"POST": 2})


def test_each_step(failing: Failing) -> None:
    """A plain number bounds each step, a Timeout what it names; the whole bounds every step."""
    graph = failing(always({"id": NUMBER}), timeout=7)
    get(graph.client)
    assert set(graph.last.extensions["timeout"].values()) == {7}
    get(graph.client.with_options(timeout=wabakit.Timeout(connect=2, read=9)))
    assert graph.last.extensions["timeout"] == {"connect": 2, "read": 9, "write": 9, "pool": 2}
    get(graph.client.with_options(timeout=wabakit.Timeout(connect=2, total=5)))
    assert graph.last.extensions["timeout"] == {"connect": 2, "read": 5, "write": 5, "pool": 2}


@pytest.mark.parametrize("name", ["connect", "read", "total"])
@pytest.mark.parametrize("value", [0, -1, "30", True, float("nan"), float("inf"), 1e300])
def test_bad_timeout(name: str, value: Any) -> None:
    """A span that is no number above 0, or more than a socket takes, is refused by its name."""
    with pytest.raises(wabakit.InvalidInputError, match=name):
        wabakit.Timeout(**{name: value})


LARGE = b'{"id": "1", "note": "%b"}' % (b"a" * LARGEST_BODY)


@pytest.mark.parametrize("status", [200, 500])
def test_too_large(failing: Failing, status: int) -> None:
    """An answer beyond the bound is not kept; what it means for a write is not known."""
    graph = failing(raw(status, LARGE), retry=ONCE)
    error = graph.fails(get, wabakit.UnexpectedAnswerError)
    assert "larger than 16,777,216 bytes" in str(error)
    assert error.response is not None
    assert error.response.text == ""
    graph.fails(register, wabakit.OutcomeUnknownError)


def test_largest(failing: Failing) -> None:
    """An answer of just the size that is allowed is read."""
    content = b'{"id":"%b"}' % NUMBER.encode()
    content = content.ljust(LARGEST_BODY)
    graph = failing(raw(200, content))
    get(graph.client)
    with pytest.raises(wabakit.WabakitError, match="larger"):
        get(failing(raw(200, content + b" "), retry=ONCE).client)


@cache
def packed_up(times: int) -> bytes:
    """Return 200 MB of nothing, packed so many times."""
    return gzip.compress(packed_up(times - 1) if times > 1 else bytes(200_000_000), 1)


@pytest.mark.parametrize(("times", "told"), [(1, "larger"), (2, "packed in a way")])
@pytest.mark.one_in(3)
def test_packed(face: Face, way: Way, serve: Serve, times: int, told: str) -> None:
    """A small answer that unpacks to a large one is not unpacked beyond the bound."""
    packed = packed_up(times)
    head = b"Content-Encoding: %b\r\n" % b", ".join([b"gzip"] * times)

    def answer(connection: socket.socket) -> None:
        connection.sendall(HEAD + head + b"Content-Length: %d\r\n\r\n" % len(packed) + packed)

    with face.make(base_url=serve(answer), retry=ONCE, transport=way) as client:
        tracemalloc.start()
        try:
            with pytest.raises(wabakit.UnexpectedAnswerError, match=told):
                client.number(NUMBER).get()
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 5 * LARGEST_BODY


HOSTILE = {
    "backslashes": "\\" * 100_000,
    "escapes": "\\u0041" * 20_000,
    "quotes": '"a":' * 30_000 + "1",
    "names": "access_token" * 10_000,
    "digits": "24681" * 25_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_masking_takes_linear_time(name: str) -> None:
    """Twice as long an answer takes about twice as long to mask, whatever it is made of.

    The same code masks what either face was answered; it is timed with one.
    """

    def seconds(text: str) -> float:
        graph = Graph(raw(400, f"{text} {TOKEN}".encode()), SyncFace(), {"retry": ONCE})
        began = clock.process_time()
        with pytest.raises(wabakit.GraphError) as caught:
            register(graph.client)
        assert leaks(str(caught.value.response)) == []
        return clock.process_time() - began

    seconds("")
    short = min(seconds(HOSTILE[name]) for _ in range(2))
    long = min(seconds(HOSTILE[name] * 4) for _ in range(2))
    assert long < 10 * short + 0.2
