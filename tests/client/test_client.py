"""The client itself: options, lifetime, whose connection it is."""

import hashlib
import hmac
import pickle
from functools import partial
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, sent
from tests.faces import NUMBER, TOKEN, Face
from wabakit import PhoneNumber, Retry
from wabakit.emulator import Emulator

SECRET = "app-secret-that-nobody-may-see"
PROOF = hmac.new(SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
GOOD = always({"id": NUMBER, "success": True, "data": []})


def read(client: wabakit.Client) -> None:
    client.number(NUMBER).get(fields=[PhoneNumber.status])


def test_with_options_is_a_copy(answering: Answering) -> None:
    """A copy with other options sends with them, and the client keeps its own."""
    server = answering(GOOD)
    other = server.client.with_options(token="other", api_version="v24.0", timeout=5)
    read(other)
    assert server.last.headers["authorization"] == "Bearer other"
    assert server.last.url.path.startswith("/v24.0/")
    assert server.last.extensions["timeout"] == dict.fromkeys(
        ("connect", "read", "write", "pool"), 5
    )
    read(server.client)
    assert server.last.headers["authorization"] == f"Bearer {TOKEN}"
    assert server.last.url.path.startswith("/v23.0/")
    assert server.last.extensions["timeout"]["read"] == 30


def test_copy_keeps_what_was_not_named(answering: Answering) -> None:
    """A copy takes over every option that was not named, the number of attempts included."""
    server = answering(always({}, 503), retry=Retry(attempts=2), app_secret=SECRET)
    for client in (server.client.with_options(timeout=1), server.client.with_options()):
        server.requests.clear()
        with pytest.raises(wabakit.UnavailableError):
            read(client)
        assert len(server.requests) == 2
        assert server.last.url.params["appsecret_proof"] == PROOF


def test_copy_without_app_secret(answering: Answering) -> None:
    """An app secret can be taken away in a copy; the client keeps its own."""
    server = answering(GOOD, app_secret=SECRET)
    plain = server.client.with_options(app_secret=None)
    read(plain)
    assert "appsecret_proof" not in server.last.url.params
    plain.number(NUMBER).set_pin("314159")
    assert "appsecret_proof" not in sent(server.last)
    read(plain.with_options(timeout=1))
    assert "appsecret_proof" not in server.last.url.params
    read(plain.with_options(app_secret=SECRET))
    assert server.last.url.params["appsecret_proof"] == PROOF
    read(server.client)
    assert server.last.url.params["appsecret_proof"] == PROOF


def test_copy_for_one_call(answering: Answering) -> None:
    """Repeating can be switched off for one call."""
    server = answering(always({}, 503))
    with pytest.raises(wabakit.UnavailableError):
        read(server.client.with_options(retry=Retry(attempts=1)))
    assert len(server.requests) == 1


def test_copy_of_a_closed_client(face: Face) -> None:
    """A copy shares the connection: closing it closes nothing, closing the client closes both."""
    client = face.make(base_url="http://127.0.0.1:9", retry=Retry(attempts=1))
    copy = client.with_options(timeout=1)
    copy.close()
    with pytest.raises(wabakit.ConnectionFailedError):
        read(client)
    client.close()
    for closed in (client, copy):
        with pytest.raises(wabakit.WabakitError, match="closed"):
            read(closed)


def test_context_manager(face: Face) -> None:
    """Leaving the context closes a connection that the client made."""
    with face.make(base_url="http://127.0.0.1:9", retry=Retry(attempts=1)) as client:
        with pytest.raises(wabakit.ConnectionFailedError) as caught:
            read(client)
        assert caught.value.sent == "no"
    with pytest.raises(wabakit.WabakitError, match="closed"):
        read(client)
    client.close()


def test_own_http_client_stays_open(face: Face, emulator: Emulator) -> None:
    """A connection that was handed in is not closed with the client."""
    http = face.http(emulator.transport())
    with face.make(http_client=http):
        pass
    assert not http.is_closed


def test_own_http_client_is_not_changed(face: Face) -> None:
    """A connection that was handed in keeps its timeout, headers, cookies and everything else."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"id": NUMBER, "success": True})

    settings: dict[str, Any] = {
        "timeout": 3,
        "headers": {"X-Mine": "1", "User-Agent": "mine"},
        "cookies": {"mine": "1"},
        "follow_redirects": True,
        "params": {"mine": "1"},
        "base_url": "https://mine.example/",
    }
    http = face.http(httpx.MockTransport(answer), **settings)
    before = [http.timeout, dict(http.headers), dict(http.cookies), http.params, http.base_url]
    client = face.make(http_client=http)
    read(client)
    client.number(NUMBER).set_pin("975312")
    after = [http.timeout, dict(http.headers), dict(http.cookies), http.params, http.base_url]
    assert after == before
    assert http.follow_redirects is True
    assert "authorization" not in http.headers
    assert seen[0].url.host == "graph.facebook.com"
    assert seen[0].headers["x-mine"] == "1"
    assert seen[0].extensions["timeout"]["read"] == 30


def test_redirects_are_not_followed(face: Face) -> None:
    """Redirects are not followed, whatever the connection that was handed in would do."""
    hosts: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        hosts.append(request.url.host)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example/"})

    http = face.http(httpx.MockTransport(answer), follow_redirects=True)
    with pytest.raises(wabakit.UnexpectedAnswerError):
        read(face.make(http_client=http))
    assert hosts == ["graph.facebook.com"]


def test_wrong_http_client(face: Face, emulator: Emulator) -> None:
    """A connection of the other kind is refused at once."""
    sync, other = httpx.Client(transport=emulator.transport()), httpx.AsyncClient()
    with pytest.raises(wabakit.InvalidInputError, match="http_client"):
        face.make(http_client=other if face.name == "sync" else sync)


def test_proof(answering: Answering) -> None:
    """With an app secret reads carry the proof in the query, and writes in the body."""
    server = answering(GOOD, app_secret=SECRET)
    read(server.client)
    assert server.last.url.params["appsecret_proof"] == PROOF
    for write in (partial(server.number.set_pin, "975312"), server.number.deregister):
        write()
        assert sent(server.last)["appsecret_proof"] == PROOF
        assert "appsecret_proof" not in server.last.url.params
    assert SECRET not in str([(request.url, request.headers) for request in server.requests])


def test_proof_is_accepted(face: Face) -> None:
    """An app that insists on the proof accepts ours, and refuses its absence."""
    strict = Emulator(token=TOKEN, app_secret=SECRET)
    waba = strict.add_account()
    strict.add_number(waba.id)
    http = face.http(strict.transport())
    account = face.make(app_secret=SECRET, http_client=http).account(waba.id)
    (number,) = account.numbers()
    assert number.verified_name == "Jasper's Market"
    account.add_number(cc="1", phone_number="6315551000", verified_name="Lucky Shrub")
    with pytest.raises(wabakit.GraphError):
        list(face.make(http_client=http).account(waba.id).numbers())


def test_no_proof(answering: Answering) -> None:
    """Without an app secret there is no proof."""
    server = answering(GOOD)
    read(server.client)
    server.number.set_pin("975312")
    assert "appsecret_proof" not in f"{server.requests[0].url} {sent(server.last)}"


def test_repr_shows_no_secret(face: Face) -> None:
    """The repr of a client, its handles and its options never shows token or app secret."""
    client = face.make(app_secret=SECRET)
    account, copy = client.account("1"), client.with_options(token="EAAother")
    shown = f"{client!r} {account!r} {account.numbers()!r} {client.number('2')!r} {copy!r}"
    for secret in (TOKEN, SECRET, PROOF, "EAAother"):
        assert secret not in shown
    assert "graph.facebook.com" in repr(client)
    assert "'2'" in repr(client.number("2"))


@pytest.mark.parametrize("kind", [wabakit.Client, wabakit.AsyncClient])
def test_client_does_not_travel(kind: Any) -> None:
    """A client cannot be pickled, because it holds a token."""
    with pytest.raises(TypeError, match="each process"):
        pickle.dumps(kind(TOKEN))


def test_wrong_token(face: Face, emulator: Emulator) -> None:
    """A token that Graph does not take is an AuthenticationError."""
    client = face.make("EAAwrong", http_client=face.http(emulator.transport()))
    with pytest.raises(wabakit.AuthenticationError) as caught:
        read(client)
    assert caught.value.code == 190
    assert "EAAwrong" not in str(caught.value)
