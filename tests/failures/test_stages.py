"""What a call that broke says of itself, by the stage at which it broke, over real sockets."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import attrs
import pytest

import wabakit
from tests.faces import NUMBER, Face
from tests.failures.calls import VERIFY_TOKEN
from tests.failures.cutting import end, waiting
from tests.failures.graph import exposed, leaks
from wabakit._connections._sync.transport import Way

ONCE, HURRIED = wabakit.Retry(attempts=1), wabakit.Timeout(connect=0.3, read=0.3)
FAILED, LATE = wabakit.ConnectionFailedError, wabakit.TimedOutError
LONG = "https://shop.example/" + "a" * 20_000_000
"""Much more than lies in the buffers of two sockets."""


def hears_a_little(connection: socket.socket) -> None:
    connection.recv(1000)
    end(connection, reset=True)


def says_nothing(connection: socket.socket) -> None:
    connection.recv(len(waiting(connection)))


def waits(connection: socket.socket) -> None:
    while connection.recv(65536):  # until the client has given up
        pass


def says_half(connection: socket.socket) -> None:
    connection.recv(len(waiting(connection)))
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{"succes')


def speaks_no_tls(connection: socket.socket) -> None:
    connection.recv(1)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@attrs.frozen
class Stage:
    """How a server behaves, and what is to be said of the call."""

    meet: Callable[[socket.socket], None]
    sent: str
    kind: type[wabakit.ConnectionFailedError] = FAILED
    scheme: str = "http"
    webhook: str = "https://shop.example/"


STAGES = {
    "TLS": Stage(speaks_no_tls, "no", scheme="https"),
    "TLS, too late": Stage(waits, "no", LATE, scheme="https"),
    "half a request": Stage(hears_a_little, "maybe", webhook=LONG),
    "no answer": Stage(says_nothing, "maybe"),
    "no answer, too late": Stage(waits, "maybe", LATE),
    "half an answer": Stage(says_half, "maybe"),
}


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """Meet one connection as it is told; give the port."""
    with ExitStack() as opened:

        def start(meet: Callable[[socket.socket], None]) -> int:
            server = opened.enter_context(socket.create_server(("127.0.0.1", 0)))

            def run() -> None:
                connection, _ = server.accept()
                with connection:
                    meet(connection)

            thread = threading.Thread(target=run)
            thread.start()
            opened.callback(thread.join)
            return int(server.getsockname()[1])

        yield start


def breaks(face: Face, way: Way, url: str, stage: Stage) -> None:
    """Make a call that must break so, showing no secret."""
    client = face.make(base_url=url, transport=way, retry=ONCE, timeout=HURRIED)
    with client, pytest.raises((FAILED, wabakit.OutcomeUnknownError)) as caught:
        client.number(NUMBER).set_webhook(stage.webhook, VERIFY_TOKEN)
    fault = caught.value if stage.sent == "no" else caught.value.__cause__
    assert isinstance(fault, stage.kind)
    assert (type(fault), fault.sent) == (stage.kind, stage.sent)
    assert leaks(exposed(caught.value)) == []


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.one_in(5)
def test_stage(
    face: Face, way: Way, serve: Callable[[Callable[[socket.socket], None]], int], name: str
) -> None:
    """From the first byte of the request on, it may have arrived."""
    stage = STAGES[name]
    breaks(face, way, f"{stage.scheme}://127.0.0.1:{serve(stage.meet)}", stage)


UNKNOWN = {
    "nobody's": socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
    "no name": UnicodeError("label empty or too long"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_resolving(face: Face, way: Way, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Where the server's name is not known, or can be nobody's, nothing was sent."""

    def fail(*_: object, **__: object) -> None:
        raise UNKNOWN[name]

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", fail)
        breaks(face, way, "https://graph.example", Stage(waits, "no"))


def test_connecting(face: Face, way: Way) -> None:
    """Where nobody listens nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    breaks(face, way, f"http://127.0.0.1:{free}", Stage(waits, "no"))


def test_connecting_too_late(face: Face, way: Way) -> None:
    """Where nobody takes the connection in time nothing was sent."""
    with ExitStack() as opened:
        server = opened.enter_context(socket.socket())
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for _ in range(2):  # as many as wait to be taken
            before = opened.enter_context(socket.socket())
            before.setblocking(False)
            before.connect_ex(server.getsockname())
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        breaks(face, way, url, Stage(waits, "no", LATE))
