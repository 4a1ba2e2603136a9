"""Making a client, by hand and from the environment."""

from typing import Any

import pytest

import wabakit
from tests.faces import TOKEN, Face
from wabakit.emulator import Emulator

ENVIRONMENT = {
    "token": ["WHATSAPP_ACCESS_TOKEN", "WHATSAPP_TOKEN", "CLOUD_API_ACCESS_TOKEN"],
    "app_secret": ["WHATSAPP_APP_SECRET", "M4D_APP_SECRET"],
    "api_version": ["WHATSAPP_API_VERSION", "CLOUD_API_VERSION"],
    "base_url": ["WHATSAPP_BASE_URL", "WA_BASE_URL"],
}
NAMES = [name for names in ENVIRONMENT.values() for name in names]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that holds none of the names."""
    for name in [*NAMES, "TOKEN", "ACCESS_TOKEN"]:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", ENVIRONMENT["token"])
def test_token_from_the_environment(
    face: Face, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The token is read from each of its names."""
    waba = emulator.add_account()
    monkeypatch.setenv(name, TOKEN)
    client = face.from_env(http_client=face.http(emulator.transport()))
    assert list(client.account(waba.id).numbers()) == []
    assert emulator.requests[-1].path.startswith("/v23.0/")


@pytest.mark.parametrize("secret", ENVIRONMENT["app_secret"])
@pytest.mark.parametrize("version", ENVIRONMENT["api_version"])
@pytest.mark.parametrize("base", ENVIRONMENT["base_url"])
def test_all_from_the_environment(
    face: Face, monkeypatch: pytest.MonkeyPatch, secret: str, version: str, base: str
) -> None:
    """App secret, version and host are read from each of their names."""
    strict = Emulator(token=TOKEN, app_secret="secret")
    waba = strict.add_account()
    values = {"WHATSAPP_TOKEN": TOKEN, secret: "secret", version: "v24.0"}
    for name, value in {**values, base: "http://127.0.0.1:8080"}.items():
        monkeypatch.setenv(name, value)
    client = face.from_env(http_client=face.http(strict.transport()))
    assert list(client.account(waba.id).numbers()) == []
    assert strict.requests[-1].path.startswith("/v24.0/")
    assert repr(client).endswith("('http://127.0.0.1:8080', api_version='v24.0')")


def test_no_token_in_the_environment(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a token the error lists the names that were looked for; bare names are not read."""
    monkeypatch.setenv("TOKEN", TOKEN)
    monkeypatch.setenv("ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("WHATSAPP_TOKEN", "")
    with pytest.raises(wabakit.InvalidInputError) as caught:
        face.from_env()
    for name in ENVIRONMENT["token"]:
        assert name in str(caught.value)


@pytest.mark.parametrize("names", ENVIRONMENT.values(), ids=list(ENVIRONMENT))
def test_conflict(face: Face, monkeypatch: pytest.MonkeyPatch, names: list[str]) -> None:
    """Two names of one setting with different values stop with a message that shows neither."""
    monkeypatch.setenv("WHATSAPP_ACCESS_TOKEN", "EAAone")
    monkeypatch.setenv(names[0], "EAAone")
    monkeypatch.setenv(names[1], "EAAtwo")
    with pytest.raises(wabakit.InvalidInputError) as caught:
        face.from_env()
    assert names[0] in str(caught.value)
    assert names[1] in str(caught.value)
    assert "EAAone" not in f"{caught.value!r} {caught.value}"
    assert "EAAtwo" not in f"{caught.value!r} {caught.value}"


def test_agreeing_names(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names of one setting may hold the same value."""
    for name in ENVIRONMENT["token"]:
        monkeypatch.setenv(name, TOKEN)
    assert repr(face.from_env())


def test_only_from_env_reads_the_environment(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    """The constructor does not look into the environment."""
    monkeypatch.setenv("WHATSAPP_BASE_URL", "https://elsewhere.example")
    monkeypatch.setenv("WHATSAPP_API_VERSION", "v1.0")
    assert repr(face.make()).endswith("('https://graph.facebook.com', api_version='v23.0')")


@pytest.mark.parametrize(
    "url",
    [
        "https://graph.facebook.com",
        "https://gateway.example:8443/meta/",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://127.8.9.1:80/graph",
        "http://[::1]:8080",
    ],
)
def test_safe_host(face: Face, url: str) -> None:
    """Https goes anywhere, plain http to this machine."""
    assert url in repr(face.make(base_url=url))


@pytest.mark.parametrize(
    "url",
    [
        "http://graph.facebook.com",
        "http://10.0.0.1",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://127.0.0.1@elsewhere.example",
        "http://0.0.0.0",
        "HTTP://graph.facebook.com",
        "ftp://localhost",
        "graph.facebook.com",
        "https://",
        "https://host:port",
        "https://graph.facebook.com?access_token=1",
        "https://graph.facebook.com#x",
        "https://user:password@graph.facebook.com",
        "",
        None,
        5,
    ],
)
@pytest.mark.one_in(3)
def test_unsafe_host(face: Face, url: Any) -> None:
    """Plain http to another machine, and what is no server address, is refused."""
    with pytest.raises(wabakit.InvalidInputError, match="base_url") as caught:
        face.make(base_url=url)
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    ("argument", "values"),
    [
        ("token", ["", " ", "EAA with space", "EAA\n", "EAÄ", None, 579]),
        ("app_secret", ["", "a b", 579]),
        ("api_version", ["23.0", "v23", "latest", "v23.0/x", "", None, 23.0]),
        ("timeout", [0, -1, "30", None, True, float("nan"), float("inf"), 10**400]),
        ("retry", [3, None, "3"]),
        ("http_client", [5, "httpx"]),
    ],
)
def test_bad_option(face: Face, argument: str, values: list[Any]) -> None:
    """An option that is not usable is refused by name, a secret one without being shown."""
    for value in values:
        with pytest.raises(wabakit.InvalidInputError) as caught:
            face.make(**{argument: value})
        assert caught.value.field == argument
        if argument in ("token", "app_secret"):
            assert caught.value.value == "***"


@pytest.mark.parametrize(
    ("token", "fault"),
    [
        ("", "empty"),
        (None, "None"),
        (5790, "not text"),
        ("EAAx\n", "line break"),
        ("EAAx\r\n", "line break"),
        ("Bearer EAAx", "Bearer"),
        ("bearer EAAx", "Bearer"),
        ("EAA x", "space"),
        ("EAÄ", "character"),
    ],
)
def test_bad_token(face: Face, monkeypatch: pytest.MonkeyPatch, token: Any, fault: str) -> None:
    """A bad token is refused with what is wrong with it, and where from it came."""
    with pytest.raises(wabakit.InvalidInputError, match=fault) as caught:
        face.make(token)
    assert (caught.value.field, caught.value.value) == ("token", "***")
    if isinstance(token, str):
        monkeypatch.setenv("WHATSAPP_TOKEN", token)
        with pytest.raises(wabakit.InvalidInputError, match=fault) as caught:
            face.from_env()
        assert "WHATSAPP_TOKEN" in str(caught.value)
        assert "EA" not in f"{caught.value} {caught.value!r}".replace("WHATSAPP", "")


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("M4D_APP_SECRET", "a b", "space"),
        ("CLOUD_API_VERSION", "23", "v23.0"),
        ("WA_BASE_URL", "http://shop.example", "https://host"),
        ("WHATSAPP_BASE_URL", "https://graph.facebook.com/v24.0", "api_version='v24.0'"),
    ],
)
def test_bad_variable(
    face: Face, monkeypatch: pytest.MonkeyPatch, name: str, value: str, rule: str
) -> None:
    """A variable that is not usable is refused by its own name."""
    monkeypatch.setenv("WHATSAPP_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    with pytest.raises(wabakit.InvalidInputError, match=rule) as caught:
        face.from_env()
    assert caught.value.field == name


def test_version_in_the_base_url(face: Face) -> None:
    """The version has its own argument: a base URL that ends in one is refused."""
    for url in ("https://graph.facebook.com/v23.0", "https://gateway.example/meta/v24.0/"):
        with pytest.raises(wabakit.InvalidInputError, match=r"api_version='v2[34]\.0'") as caught:
            face.make(base_url=url)
        assert (caught.value.field, caught.value.value) == ("base_url", url)
    assert face.make(base_url="https://gateway.example/v1/meta")


def test_bad_option_of_a_copy(face: Face) -> None:
    """A copy is checked like a client."""
    client = face.make()
    wrong: list[dict[str, Any]] = [{"token": "a b"}, {"api_version": "latest"}, {"timeout": 0}]
    wrong += [{name: None} for name in ("token", "api_version", "timeout", "retry")]
    wrong += [{"registration_guard": None}, {"registration_guard": 0}, {"app_secret": 5}]
    for option in wrong:
        with pytest.raises(wabakit.InvalidInputError):
            client.with_options(**option)


@pytest.mark.parametrize("kind", [wabakit.Client, wabakit.AsyncClient])
def test_positional_token(kind: Any) -> None:
    """The token is the one argument that is given without its name."""
    with pytest.raises(TypeError):
        kind(TOKEN, "v23.0")
