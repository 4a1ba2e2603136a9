"""Cookies, proxies, mistakes of a transport, and the end of a client."""

import gc
from http.cookiejar import Cookie
from typing import Any

import httpx
import pytest

import wabakit
from tests.faces import NUMBER, TOKEN, Face
from tests.failures.calls import PIN
from tests.failures.local import Answer, Local
from wabakit._connections._sync.transport import Way

ONCE = wabakit.Retry(attempts=1)


def test_no_cookies(face: Face, way: Way, local: Local) -> None:
    """Nothing that an answer sets is sent with a later call, least of all with another token."""
    with face.make(base_url=local.url, retry=ONCE, transport=way) as client:
        for token in ("one", "two"):
            client.with_options(token=token).number("7").get()
        assert [kept for kept in gc.get_objects() if issubclass(type(kept), Cookie)] == []
    assert [head["Cookie"] for head in local.heads] == [None, None]


def test_no_cookies_from_an_injected_client(face: Face) -> None:
    """What an httpx client of the user's keeps of an answer is not sent either."""
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("cookie"))
        return httpx.Response(200, json={"id": NUMBER}, headers={"Set-Cookie": "kept=1; Path=/"})

    client = face.make(http_client=face.http(httpx.MockTransport(answer)))
    for token in ("one", "two"):
        client.with_options(token=token).number(NUMBER).get()
    assert seen == [None, None]


def test_cookie_of_the_user(face: Face) -> None:
    """A header that the user's own httpx client was given is sent, as all of its headers are."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["cookie"])
        return httpx.Response(200, json={"id": NUMBER})

    http = face.http(httpx.MockTransport(answer), headers={"Cookie": "gateway=1"})
    face.make(http_client=http).number(NUMBER).get()
    assert seen == ["gateway=1"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_loopback_behind_no_proxy(
    face: Face, local: Local, monkeypatch: pytest.MonkeyPatch, variable: str, host: str
) -> None:
    """What is on this machine is asked directly: a proxy would see the token."""
    monkeypatch.setenv(variable, "http://127.0.0.1:1")
    with face.make(base_url=local.url.replace("127.0.0.1", host), retry=ONCE) as client:
        assert client.number("7").get().verified_name == "Shop 7"


@pytest.mark.parametrize(("exempt", "asked"), [("", 1), ("graph.facebook.com", 0), ("*", 0)])
def test_https_proxy(
    face: Face, local: Local, monkeypatch: pytest.MonkeyPatch, exempt: str, asked: int
) -> None:
    """Elsewhere the environment's proxy is used, unless the environment exempts the host."""
    tunnels: list[str] = []

    def connect(self: Any) -> None:
        tunnels.append(self.path)
        self.send_error(403)

    def unknown(*_: object, **__: object) -> None:
        raise OSError("no network in tests")

    monkeypatch.setattr(Answer, "do_CONNECT", connect, raising=False)
    monkeypatch.setenv("https_proxy", local.url)
    monkeypatch.setenv("no_proxy", exempt)
    with face.make(retry=ONCE) as client:
        if exempt:
            monkeypatch.setattr("socket.getaddrinfo", unknown)
        with pytest.raises(wabakit.ConnectionFailedError) as caught:
            client.number("7").get()
    assert caught.value.sent == "no"
    assert tunnels == ["graph.facebook.com:443"] * asked


@pytest.mark.parametrize("mistake", [AssertionError("no route"), TypeError("mock"), NameError("x")])
def test_mistake_in_a_transport(face: Face, mistake: Exception) -> None:
    """A mistake in a transport, such as a failed assertion of a test, is shown as it is."""

    def answer(_: httpx.Request) -> httpx.Response:
        raise mistake

    client = face.make(http_client=face.http(httpx.MockTransport(answer)))
    with pytest.raises(type(mistake)) as caught:
        client.number(NUMBER).get()
    assert caught.value is mistake


def test_closed_twice(face: Face, way: Way, local: Local) -> None:
    """Closing ends the client and all its copies; closing once more does nothing."""
    client = face.make(base_url=local.url, retry=ONCE, transport=way)
    copy = client.with_options(timeout=1)
    assert client.number("7").get().id == "7"
    client.close()
    client.close()
    with pytest.raises(wabakit.InvalidInputError, match="closed"):
        copy.number("7").get()


def test_closed_while_it_waits() -> None:
    """A client that is closed during a wait sends nothing more, and says that nothing was sent."""

    class Closing(wabakit.Clock):
        def sleep(self, seconds: float) -> None:
            assert seconds < 60
            client.close()

    client = wabakit.Client(TOKEN, base_url="http://127.0.0.1:9", clock=Closing())
    with pytest.raises(wabakit.ConnectionFailedError) as caught:
        client.number(NUMBER).set_pin(PIN)
    assert caught.value.sent == "no"
    assert isinstance(caught.value.__cause__, wabakit.InvalidInputError)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SSL_CERT_FILE", __file__),  # which holds no certificate
        ("ALL_PROXY", "ftp://user:hidden-word@proxy.example"),
        ("ALL_PROXY", "http://[::1"),
    ],
)
def test_unusable_environment(
    face: Face, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """A certificate file or proxy of the environment that cannot be used is refused as such."""
    monkeypatch.setenv(name, value)
    with pytest.raises(wabakit.InvalidInputError, match="certificate file or proxy") as caught:
        face.make()
    assert "hidden-word" not in str(caught.value)
