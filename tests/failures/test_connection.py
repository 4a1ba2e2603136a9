"""Calls that never got an answer."""

import pickle
import socket
import ssl
import threading
from collections.abc import Iterator

import httpx
import pytest

import wabakit
from tests.client.wire import always
from tests.clocks import Time
from tests.faces import Face
from tests.failures.calls import CALLS, asked, get, operation, register
from tests.failures.graph import Failing
from wabakit._connections._sync.transport import Way

ONCE = wabakit.Retry(attempts=1)
LATE, FAILED = wabakit.TimedOutError, wabakit.ConnectionFailedError
FAULTS: list[tuple[Exception, type[wabakit.ConnectionFailedError], str]] = [
    (httpx.ConnectError("[Errno 111] Connection refused"), FAILED, "no"),
    (httpx.ProxyError("407"), FAILED, "no"),
    (httpx.UnsupportedProtocol("gopher"), FAILED, "no"),
    (httpx.ConnectTimeout("late"), LATE, "no"),
    (httpx.PoolTimeout("late"), LATE, "no"),
    (httpx.ReadTimeout("late"), LATE, "maybe"),
    (httpx.WriteTimeout("late"), LATE, "maybe"),
    (httpx.ReadError("reset"), FAILED, "maybe"),
    (httpx.WriteError("broken pipe"), FAILED, "maybe"),
    (httpx.RemoteProtocolError("disconnected"), FAILED, "maybe"),
    (httpx.DecodingError("no gzip"), FAILED, "maybe"),
    (ConnectionRefusedError("refused"), FAILED, "no"),
    (socket.gaierror("no such host"), FAILED, "no"),
    (TimeoutError(), LATE, "maybe"),
    (RuntimeError("a transport of somebody"), FAILED, "maybe"),
]


@pytest.mark.parametrize(("fault", "kind", "sent"), FAULTS)
def test_fault(
    failing: Failing, fault: Exception, kind: type[wabakit.ConnectionFailedError], sent: str
) -> None:
    """A fault of the transport says whether the call may have reached Meta."""
    graph = failing(fault, retry=ONCE)
    error = graph.fails(get, kind)
    assert (error.sent, error.operation) == (sent, "getPhoneNumber")
    assert error.__cause__ is fault
    assert isinstance(error, ConnectionError)
    assert isinstance(error, TimeoutError) == (kind is LATE)
    assert ("repeating is safe" in str(error)) == (sent == "no")
    assert graph.methods == {"GET": 1}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(7)
def test_name_of_the_call(failing: Failing, name: str) -> None:
    """The exception names the method that was called, the object and the operation."""
    error = failing(httpx.ConnectError("refused"), retry=ONCE).fails(CALLS[name], FAILED)
    assert error.operation == operation(name)
    assert (error.method, error.object_id) == asked(CALLS[name])
    about = f"{error.method} of {error.object_id}" if error.object_id else error.method
    assert str(error).startswith(f"{about} failed: ")


def test_certificate(failing: Failing) -> None:
    """Trouble with a certificate says where to name the authority that signed it."""
    fault = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    fault.__cause__ = httpx.ConnectError("the same, from deeper down")
    fault.__cause__.__context__ = ssl.SSLCertVerificationError("self-signed certificate")
    error = failing(fault, retry=ONCE).fails(register, FAILED)
    assert "SSL_CERT_FILE" in str(error)
    assert error.sent == "no"


@pytest.fixture
def port() -> Iterator[int]:
    """A server that takes connections, does not speak TLS, and ends them without an answer."""

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)

    server = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=serve)
    thread.start()
    yield server.getsockname()[1]
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


@pytest.mark.parametrize(
    ("scheme", "sent", "text"),
    [("https", "no", "SSL_CERT_FILE"), ("http", "maybe", "It may have arrived")],
)
def test_real_connection(
    face: Face, way: Way, port: int, scheme: str, sent: str, text: str
) -> None:
    """Over real sockets, a failed TLS handshake and a lost connection are told apart."""
    url = f"{scheme}://127.0.0.1:{port}"
    client = face.make(base_url=url, retry=ONCE, transport=way)
    with client, pytest.raises(FAILED) as caught:
        client.number("1").get()
    assert caught.value.sent == sent
    assert text in str(caught.value)


def test_really_refused(face: Face, way: Way, time: Time) -> None:
    """Where nobody listens, nothing was sent, and the call is tried again."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    url = f"http://127.0.0.1:{free}"
    with face.make(base_url=url, transport=way) as client, pytest.raises(FAILED) as caught:
        client.number("1").register("246813")
    assert caught.value.sent == "no"
    assert time.waits == [1, 2]


def test_no_such_host(face: Face, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that nobody knows means that nothing was sent."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with face.make(retry=ONCE, transport=way) as client:
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(FAILED) as caught:
            client.number("1").get()
    assert caught.value.sent == "no"


def test_fault_travels(failing: Failing) -> None:
    """A fault can be pickled, though the transport's own exception cannot be."""
    fault = httpx.ReadTimeout("late", request=httpx.Request("GET", "https://x.example"))
    error = failing(fault, retry=ONCE).fails(get, LATE)
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.sent, copy.operation) == (str(error), "maybe", "getPhoneNumber")


def test_closed_client(face: Face) -> None:
    """A closed client says so, before anything is sent."""
    http = face.http(httpx.MockTransport(always({})))
    client = face.make()
    client.close()
    with pytest.raises(wabakit.InvalidInputError, match="closed"):
        client.number("1").get()
    assert not http.is_closed
