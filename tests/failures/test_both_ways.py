"""What goes over connections of the client's own is what httpx would send, and is read alike."""

import gzip
import json
import shutil
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import wabakit
from tests.clocks import Time
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.calls import APP, APP_SECRET, CALLS
from tests.failures.cutting import waiting
from tests.failures.tls import make_certificate
from wabakit._connections._sync.transport import Way

ONCE = wabakit.Retry(attempts=1)
GOOD = json.dumps({"success": True, "id": NUMBER, "data": [], "status": "PENDING"}).encode()


class Told:
    """Answers every request with the same bytes, and keeps the requests."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self.security: ssl.SSLContext | None = None
        self.requests: list[bytes] = []
        self.says(GOOD)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def says(self, content: bytes, *rows: bytes) -> None:
        head = b"".join(b"%b\r\n" % row for row in rows)
        length = b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(content)
        self._answer = b"HTTP/1.1 200 OK\r\n" + head + length + content

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        if self.security is None:
            self.requests.append(waiting(connection))
            connection.recv(len(self.requests[-1]))
            return connection.sendall(self._answer)
        with self.security.wrap_socket(connection, server_side=True) as secure:
            self.requests.append(secure.recv(65536))
            return secure.sendall(self._answer)


@pytest.fixture
def told() -> Iterator[Told]:
    server = Told()
    yield server
    server.close()


def split(request: bytes) -> tuple[str, set[str], bytes]:
    """Return line, headers and body; the name of a header is the same in small letters."""
    head, _, body = request.partition(b"\r\n\r\n")
    line, *rows = head.decode().split("\r\n")
    named = (row.partition(": ") for row in rows)
    return line, {f"{name.lower()}: {value}" for name, _, value in named}, body


def test_same_request(face: Face, told: Told, time: Time) -> None:
    """Each call sends the same on both ways, from the host to the last byte of the body."""
    clients = [
        face.make(base_url=f"{told.url}/meta/", transport=way, app_secret=APP_SECRET, retry=ONCE)
        for way in ("auto", "httpx")
    ]
    for name, call in CALLS.items():
        for client in clients:
            with suppress(wabakit.WabakitError):  # the answer does not matter
                call(client)
        own, other = (split(told.requests[-1 - n]) for n in (1, 0))
        assert own[0].startswith(("GET /meta/v", "POST /meta/v", "DELETE /meta/v"))
        assert (own[0], own[2]) == (other[0], other[2]), name
        quiet = {"connection: keep-alive", "content-length: 0"}
        assert own[1] - quiet == other[1] - quiet, name
        token = f"{APP}|{APP_SECRET}" if name == "subscribeToWebhooks" else TOKEN
        assert own[1] >= {"accept-encoding: gzip, deflate", f"authorization: Bearer {token}"}
        told.requests.clear()
        time.advance(days=3)


def deflate(content: bytes, kind: int) -> bytes:
    packer = zlib.compressobj(wbits=kind)
    return packer.compress(content) + packer.flush()


PACKED: dict[str, tuple[bytes, bytes]] = {
    "gzip": (b"gzip", gzip.compress(GOOD)),
    "GZIP": (b"GZIP", gzip.compress(GOOD)),
    "deflate": (b"deflate", deflate(GOOD, zlib.MAX_WBITS)),
    "deflate without a head": (b"deflate", deflate(GOOD, -zlib.MAX_WBITS)),
    "identity": (b"identity", GOOD),
}


@pytest.mark.parametrize("name", PACKED)
def test_packed(face: Face, way: Way, told: Told, name: str) -> None:
    """An answer may be packed in the ways that were asked for."""
    how, content = PACKED[name]
    told.says(content, b"Content-Encoding: " + how)
    with face.make(base_url=told.url, transport=way, retry=ONCE) as client:
        assert client.number(NUMBER).get().id == NUMBER


@pytest.mark.parametrize("content", [b"no gzip at all", gzip.compress(GOOD)[10:]])
def test_not_packed(face: Face, way: Way, told: Told, content: bytes) -> None:
    """What cannot be unpacked is no answer; what was asked may have been done."""
    told.says(content, b"Content-Encoding: gzip")
    with face.make(base_url=told.url, transport=way, retry=ONCE) as client:
        with pytest.raises(wabakit.ConnectionFailedError) as caught:
            client.number(NUMBER).get()
        assert caught.value.sent == "maybe"


def test_headers_of_an_answer(face: Face, way: Way, told: Told) -> None:
    """Headers are found however they are written; of one that is there twice each part counts."""
    entry = b'[{"type":"whatsapp_business_management","call_count":%d}]'
    named = b'X-BUSINESS-use-case-usage: {"%b":' + entry + b"}"
    told.says(
        b'{"error":{"code":100}}',
        named % (b"1", 7),
        b"WWW-Authenticate: \xe4, b",
        b"www-authenticate: c",
    )
    with face.make(base_url=told.url, transport=way, retry=ONCE) as client:
        with pytest.raises(wabakit.GraphError) as caught:
            client.number(NUMBER).get()
        assert client.usage["1"][0].call_count == 7
    assert caught.value.response is not None
    assert caught.value.response.headers["www-authenticate"].endswith(", b, c")


@pytest.mark.parametrize("path", ["/ä", "/a%20b", "/a b", "/a/../b", "/a~b.c"])
def test_unusual_address(face: Face, told: Told, path: str) -> None:
    """An address that has to be encoded goes through httpx, which knows how."""
    lines = list[bytes]()
    for way in ("auto", "httpx"):
        with face.make(base_url=told.url + path, transport=way, retry=ONCE) as client:
            client.number(NUMBER).get()
        lines.append(told.requests[-1].partition(b"\r\n")[0])
    assert lines[0] == lines[1]


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="needs IPv6")
def test_ipv6(face: Face, way: Way) -> None:
    """A host may be an address of six bytes or more."""
    told = Told("::1")
    try:
        with face.make(base_url=told.url, transport=way, retry=ONCE) as client:
            assert client.number(NUMBER).get().id == NUMBER
        assert f"host: [::1]:{told.port}" in split(told.requests[0])[1]
    finally:
        told.close()


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
@pytest.mark.one_in(3)
def test_trusted(
    face: Face, way: Way, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """A server is trusted whose certificate the environment names."""
    key, certificate = make_certificate(tmp_path)
    told.security = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    told.security.load_cert_chain(certificate, key)
    monkeypatch.setenv(variable, str(certificate if variable.endswith("FILE") else tmp_path))
    url = f"https://localhost:{told.port}"
    with face.make(base_url=url, transport=way, retry=ONCE) as client:
        assert client.number(NUMBER).get().id == NUMBER


QUIET = """
import sys, wabakit
{first}
opened = []
sys.addaudithook(lambda event, what: opened.append(what[0]) if event == "open" else None)
for _ in range(3):
    wabakit.Client("EAAtoken"), wabakit.AsyncClient("EAAtoken")
print(opened, "httpx" in sys.modules, "httpcore" in sys.modules)
"""


def test_making_clients_reads_no_files(run_python: Callable[[str], str]) -> None:
    """A further client costs no file: certificates are read with the first call over TLS."""
    first = "wabakit.Client('EAAtoken'), wabakit.AsyncClient('EAAtoken')"
    assert run_python(QUIET.format(first=first)).startswith("[] ")


def test_certificates_of_the_environment_are_read_once(
    run_python: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the environment names certificates, they are looked at with the first client."""
    import certifi

    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    first = "wabakit.Client('EAAtoken'), wabakit.AsyncClient('EAAtoken')"
    assert run_python(QUIET.format(first=first)).startswith("[] ")
