"""Who is let in, and how much is read of them."""

import json
import socket
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.server.conftest import WABA
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server, app

GRAPH = f"/v23.0/{WABA}/phone_numbers"
BODY = {"cc": "1", "phone_number": "2015550143", "verified_name": "Lucky Shrub"}
FOREIGN = [
    {"Host": "evil.example"},
    {"Host": "127.0.0.1.evil.example:8791"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize(
    "call", [f"POST {GRAPH}", "POST /_emulator/reset", "GET /_emulator/", "GET /", "GET /1"]
)
def test_strangers_are_kept_out(
    server: Server, http: httpx.Client, call: str, headers: dict[str, str]
) -> None:
    """Neither Graph nor page nor control routes answer another name, or a page of elsewhere."""
    method, path = call.split()
    before = server.emulator.snapshot()
    answer = http.request(method, path, json=BODY, headers=headers)
    assert answer.status_code == 403
    assert next(iter(headers.values())) in answer.json()["error"]["message"]
    assert server.emulator.snapshot()["accounts"] == before["accounts"]
    assert server.emulator.requests == []


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_its_own_page_gets_in(server: Server, http: httpx.Client, name: str) -> None:
    """The page that the emulator serves may call Graph and the control routes."""
    host = f"{name}:{urlsplit(server.url).port}"
    headers = {"Host": host, "Origin": f"http://{host}"}
    assert http.post(GRAPH, json=BODY, headers=headers).status_code == 200
    assert http.post("/_emulator/reset", headers=headers).status_code == 200


def test_an_open_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Told to listen to other machines, Graph answers to any name; the control routes do not."""
    nothing: set[str] = set()
    monkeypatch.setattr("wabakit.emulator.server.serving.is_loopback", nothing.__contains__)
    emulator = Emulator()
    emulator.add_account(WABA)
    headers = {"Authorization": f"Bearer {emulator.token}", "Host": "emulator.test"}
    with (
        Server(emulator, port=0) as server,
        httpx.Client(base_url=server.url, headers=headers, trust_env=False, verify=False) as http,
    ):
        assert http.get(GRAPH).status_code == 200
        assert http.get(GRAPH, headers={"Origin": "http://app.test"}).status_code == 200
        for path in ("/_emulator/state", "/_emulator/", "/_emulator"):
            assert http.get(path).status_code == 403


def answer_to_head(server: Server, **headers: str) -> tuple[int, str]:
    """Send the head of a request and nothing of its body; give the status and what is said."""
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.putrequest("POST", GRAPH)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    said = json.loads(answer.read())["error"]["message"]
    connection.close()
    return answer.status, said


def test_too_large_by_its_length(server: Server) -> None:
    """A body that is announced as too large is refused before any of it came, whoever sends it."""
    large = {"Content-Length": "300000000"}
    assert answer_to_head(server, **large) == (413, "This emulator: a body may have 32 MiB")
    assert answer_to_head(server, **large, Origin="http://evil.example")[0] == 413
    assert answer_to_head(server, **large, Authorization="Bearer wrong")[0] == 413


def test_strangers_are_not_read(server: Server) -> None:
    """A stranger is refused before any of the body came."""
    assert answer_to_head(server, **{"Content-Length": "9"}, Origin="http://b")[0] == 403
    chunked = {"Transfer-Encoding": "chunked"}
    assert answer_to_head(server, **chunked, Origin="http://evil.example")[0] == 403


def test_too_large_chunk_by_chunk(
    server: Server, http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body without a length is read up to the bound, and no further."""
    monkeypatch.setattr(app, "BODY_BYTES", 100_000)
    with socket.create_connection(("127.0.0.1", urlsplit(server.url).port or 0), 10) as caller:
        head = f"POST {GRAPH} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        chunk = b"1000\r\n" + b" " * 0x1000 + b"\r\n"
        caller.sendall(head.encode() + chunk * 25)  # and no end
        assert caller.recv(12) == b"HTTP/1.1 413"
    assert http.get(GRAPH).status_code == 200
    within: Any = [b" " * 50_000, json.dumps(BODY).encode()]
    sent = http.post(GRAPH, content=iter(within), headers={"Content-Type": "application/json"})
    assert sent.status_code == 200


def test_a_person_is_shown_the_page(http: httpx.Client) -> None:
    """A browser at the address itself is led to the page; programs get what Graph answers there."""
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    led = http.get("/", headers=browser)
    assert (led.status_code, led.headers["Location"]) == (307, "/_emulator/")
    assert http.get("/").json()["error"]["code"] == 100
    assert http.post("/", headers=browser).json()["error"]["code"] == 100
