"""The server sends webhooks over HTTP to the callbacks that were configured."""

import hashlib
import hmac
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.server.callback import Callback, listening
from wabakit.emulator import Clock, Emulator
from wabakit.emulator.server import Server
from wabakit.emulator.server.courier import Courier

WABA = "102290129340398"


@pytest.fixture
def emulator() -> Emulator:
    """An emulator whose clock stands still, with an account."""
    emulator = Emulator(clock=Clock(datetime(2026, 3, 1, tzinfo=UTC)))
    emulator.add_account(WABA)
    return emulator


@pytest.fixture
def server(emulator: Emulator) -> Iterator[Server]:
    """The same on a port."""
    with Server(emulator) as server:
        yield server


@pytest.fixture
def callback() -> Iterator[Callback]:
    """A callback that listens."""
    with listening() as callback:
        yield callback


def post(server: Server, path: str, **body: Any) -> tuple[int, dict[str, Any]]:
    """Call Graph over HTTP."""
    headers = {"Authorization": f"Bearer {server.emulator.token}"}
    url = f"{server.url}/v23.0/{path}"
    answer = httpx.post(url, json=body, headers=headers, trust_env=False, timeout=20)
    return answer.status_code, answer.json()


def override(server: Server, url: str) -> tuple[int, int | None]:
    """Override the callback of a number; give status and code of the answer."""
    number = server.emulator.add_number(WABA)
    webhook = {"override_callback_uri": url, "verify_token": "s3cret"}
    status, answer = post(server, number.id, webhook_configuration=webhook)
    return status, answer.get("error", {}).get("code")


def test_it_arrives(server: Server, emulator: Emulator, callback: Callback) -> None:
    """A change over HTTP reaches the callback, the signature fits the bytes that came."""
    emulator.webhooks.subscribe(WABA, callback_url=callback.url)
    number = emulator.add_number(WABA, pin="314159")
    assert post(server, number.id, pin="271828")[0] == 200
    heard = callback.next()
    secret = emulator.partners.apps[0].secret
    expected = hmac.new(secret.encode(), heard.body, hashlib.sha256).hexdigest()
    assert heard.headers["X-Hub-Signature-256"] == f"sha256={expected}"
    assert (heard.method, heard.headers["Content-Type"]) == ("POST", "application/json")
    assert b'"PIN_CHANGED"' in heard.body


def test_it_comes_again(emulator: Emulator, callback: Callback) -> None:
    """A redirect is not followed; what failed comes again when the clock has moved on."""
    callback.statuses = [302, 500]
    emulator.webhooks.subscribe(WABA, callback_url=callback.url)
    emulator.webhooks.attach(Courier(lambda: emulator))
    emulator.change_number(emulator.add_number(WABA).id, pin="271828")
    for _ in range(3):
        emulator.webhooks.carry()
        emulator.clock.advance("PT1H")
    emulator.webhooks.carry()
    (hook,) = emulator.webhooks
    assert [tried.status for tried in hook.tries] == [302, 500, 200]
    assert {callback.next().body for _ in range(3)} == {hook.body}
    assert callback.heard.empty()


def test_nobody_listens(emulator: Emulator) -> None:
    """Where nobody listens a try fails with status 0."""
    emulator.webhooks.attach(Courier(lambda: emulator))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    emulator.webhooks.subscribe(WABA, callback_url=f"http://127.0.0.1:{port}/hook")
    emulator.change_number(emulator.add_number(WABA).id, pin="271828")
    emulator.webhooks.carry()
    (hook,) = emulator.webhooks
    assert [tried.status for tried in hook.tries] == [0]


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "no address", "http://[::1", "file:///x"])
def test_only_http(emulator: Emulator, url: str) -> None:
    """What is no address of http or https is not asked."""
    emulator.webhooks.attach(Courier(lambda: emulator))
    emulator.webhooks.subscribe(WABA, callback_url=url)
    emulator.change_number(emulator.add_number(WABA).id, pin="271828")
    emulator.webhooks.carry()
    assert [tried.status for hook in emulator.webhooks for tried in hook.tries] == [0]


@pytest.mark.parametrize("host", ["example.com", "hooks.example.org", "shop.test", "a.example"])
def test_addresses_of_documents(emulator: Emulator, host: str) -> None:
    """What is at a name that is reserved for documents is taken, and nobody is asked."""
    emulator.webhooks.subscribe(WABA, callback_url=f"https://{host}/hook")
    with Server(emulator) as server:
        assert override(server, f"https://{host}/hook") == (200, None)
        emulator.change_number(emulator.add_number(WABA).id, pin="271828")
        emulator.webhooks.carry()
    assert {hook.status for hook in emulator.webhooks} == {"delivered"}


def test_a_server_is_left(emulator: Emulator, callback: Callback) -> None:
    """When a server has another emulator, or has stopped, nothing goes out any more."""
    emulator.webhooks.subscribe(WABA, callback_url=callback.url)
    with Server(emulator) as server:
        server.emulator = Emulator()
        emulator.change_number(emulator.add_number(WABA).id, pin="271828")
        server.emulator = emulator
    emulator.change_number(emulator.add_number(WABA).id, pin="271828")
    assert [hook.status for hook in emulator.webhooks] == ["delivered", "delivered"]
    assert callback.heard.empty()


def test_a_receiver_comes_first(server: Server, emulator: Emulator, callback: Callback) -> None:
    """A receiver that a test handed in gets what else went out."""
    got: list[str] = []

    def receive(request: Any) -> tuple[int, bytes]:
        got.append(request.url)
        return 200, b""

    emulator.webhooks.subscribe(WABA, callback_url=callback.url)
    emulator.webhooks.receive(receive)
    assert post(server, emulator.add_number(WABA).id, pin="271828")[0] == 200
    assert got == [callback.url]
    assert callback.heard.empty()


def test_verification(server: Server, callback: Callback) -> None:
    """An override is asked before the call is answered, and may call the emulator meanwhile."""

    def look() -> None:
        assert httpx.get(f"{server.url}/_emulator/health", trust_env=False).status_code == 200
        assert post(server, WABA, name="x")[0] == 400

    callback.before = look
    assert override(server, callback.url) == (200, None)
    heard = callback.next()
    assert heard.method == "GET"
    assert heard.query["hub.mode"] == ["subscribe"]
    assert heard.query["hub.verify_token"] == ["s3cret"]


@pytest.mark.parametrize(
    ("statuses", "challenge", "code"),
    [([403], None, 2200), ([], b"else", 2201), ([302], None, 2200)],
)
def test_verification_fails(
    server: Server, callback: Callback, statuses: list[int], challenge: bytes | None, code: int
) -> None:
    """A callback that refuses is 2200, one with another challenge 2201; no override is kept."""
    callback.statuses, callback.challenge = statuses, challenge
    assert override(server, callback.url) == (400, code)
    (number,) = server.emulator.accounts[0].numbers
    assert "phone_number" not in (number.webhook_configuration or {})
