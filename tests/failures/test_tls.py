"""Faults of TLS, met by one call of each kind, over real sockets."""

import shutil
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

import wabakit
from tests.clocks import Time
from tests.faces import NUMBER, Face
from tests.failures.calls import NEVER, READS, SAFE, SETTLED
from tests.failures.graph import exposed, leaks
from tests.failures.tls import make_certificate
from wabakit._connections._sync.transport import Way

Accepted = Callable[[socket.socket], object]
Serve = Callable[[Accepted], str]
EACH_KIND = dict(next(iter(calls.items())) for calls in (READS, SAFE, SETTLED, NEVER))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Meet each connection by a function, on a port of this machine; give its https address."""
    server = socket.create_server(("127.0.0.1", 0))
    threads: list[Thread] = []

    def run(met: Accepted) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection, suppress(OSError):  # where the client does not go on
                met(connection)

    def start(met: Accepted) -> str:
        threads.append(Thread(target=run, args=(met,)))
        threads[-1].start()
        return f"https://127.0.0.1:{server.getsockname()[1]}"

    yield start
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    for thread in threads:
        thread.join()


def saying(content: bytes) -> Accepted:
    """Answer the first words of a handshake by these bytes."""

    def met(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(content)

    return met


FAULTS = {
    "closed": saying(b""),
    "no TLS": saying(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
    "alert": saying(b"\x15\x03\x03\x00\x02\x02\x28"),
    "half a record": saying(b"\x16\x03\x03\x00\x7a\x02\x00\x00"),
    "noise": saying(bytes(range(256))),
}


def all_fail(face: Face, way: Way, time: Time, url: str) -> None:
    """Make a call of each kind: it is tried three times, and says that nothing was sent."""
    with face.make(base_url=url, transport=way) as client:
        for name, call in EACH_KIND.items():
            time.waits.clear()
            with pytest.raises(wabakit.ConnectionFailedError) as caught:
                call(client)
            assert (caught.value.sent, time.waits) == ("no", [1, 2]), name
            assert "SSL_CERT_FILE" in str(caught.value), name
            assert leaks(exposed(caught.value)) == [], name


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.one_in(3)
def test_handshake(face: Face, way: Way, time: Time, serve: Serve, fault: str) -> None:
    """Where the handshake does not come to its end, nothing was sent."""
    all_fail(face, way, time, serve(FAULTS[fault]))


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_untrusted(face: Face, way: Way, time: Time, serve: Serve, tmp_path: Path) -> None:
    """A server that anybody could have set up is told nothing."""
    key, certificate = make_certificate(tmp_path)
    security = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    security.load_cert_chain(certificate, key)
    heard: list[bytes] = []

    def met(connection: socket.socket) -> None:
        with security.wrap_socket(connection, server_side=True) as secure:
            heard.append(secure.recv(65536))

    all_fail(face, way, time, serve(met))
    assert b"".join(heard) == b""


@pytest.fixture
def security(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """What a server needs that clients of this test trust."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    key, certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate, key)
    return made


def said(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


def test_protocol(face: Face, way: Way, serve: Serve, security: ssl.SSLContext) -> None:
    """A server that would rather speak HTTP/2 is told in the handshake not to."""
    security.set_alpn_protocols(["h2", "http/1.1"])
    chosen: list[str | None] = []

    def met(connection: socket.socket) -> None:
        with security.wrap_socket(connection, server_side=True) as secure:
            chosen.append(secure.selected_alpn_protocol())
            secure.recv(65536)
            secure.sendall(said(b'{"id":"%d"}' % int(NUMBER)))

    with face.make(base_url=serve(met), transport=way) as client:
        assert client.number(NUMBER).get().id == NUMBER
    assert chosen == ["http/1.1"]


@pytest.mark.parametrize("behind", [said(b'{"success":false}'), b""], ids=["answer", "end"])
def test_behind_the_answer(
    face: Face, way: Way, serve: Serve, security: ssl.SSLContext, behind: bytes
) -> None:
    """What comes in one piece with an answer answers no other call; an end is noticed in time."""
    asked: list[bytes] = []

    def met(connection: socket.socket) -> None:
        came, sent = ssl.MemoryBIO(), ssl.MemoryBIO()
        secure = security.wrap_bio(came, sent, server_side=True)

        def until_done(step: Callable[[], bytes | None]) -> bytes:
            while True:
                try:
                    return step() or b""
                except ssl.SSLWantReadError:
                    connection.sendall(sent.read())
                    if not (piece := connection.recv(65536)):
                        raise ConnectionError from None
                    came.write(piece)

        until_done(secure.do_handshake)
        asked.append(until_done(lambda: secure.read(65536)).partition(b" ")[0])
        if asked[-1] == b"POST":
            until_done(lambda: secure.read(65536))  # its body
        secure.write(said(b'{"id":"%d","success":true}' % int(NUMBER)))
        if behind:
            secure.write(behind)
        with suppress(ssl.SSLWantReadError):
            secure.unwrap()
        connection.sendall(sent.read())
        while connection.recv(65536):
            pass  # until the client closes it

    once = wabakit.Retry(attempts=1)
    with face.make(base_url=serve(met), transport=way, retry=once) as client:
        assert client.number(NUMBER).get().id == NUMBER
        client.number(NUMBER).set_pin("123456")
    assert asked == [b"GET", b"POST"]
