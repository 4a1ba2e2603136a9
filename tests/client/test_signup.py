"""The server's half of Embedded Signup: the code, the webhooks of the app, the data of the app."""

import logging
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, Server, always, always_text, in_turn, refusal, sent
from tests.contract.document import operations, samples
from tests.faces import NUMBER, Face
from wabakit._secret import Secret

APP, CODE, SECRET = "634974688087057", "AQBcode-nobody-may-see", "app-secret-nobody-may-see"
BUSINESS_TOKEN = "EAAbusiness-token-nobody-may-see"
GOOD = {"access_token": BUSINESS_TOKEN}
DONE = {"success": True}


def test_exchange(answering: Answering) -> None:
    """A code is exchanged in one call without any token, and the token comes as a secret."""
    (op,) = (op for op in operations() if op.name == "exchangeCode")
    for answer in samples(op.responses["200"]["content"]["application/json"]).values():
        server = answering(always(answer))
        token = server.exchange("AQBcode")
        assert (token, type(token), repr(token)) == (
            answer["access_token"], Secret, "Secret('***')",
        )  # fmt: skip
        (request,) = server.requests
        assert (request.method, request.url.path) == ("GET", "/v23.0/oauth/access_token")
        assert dict(request.url.params) == {
            "client_id": APP, "client_secret": "app-secret", "code": "AQBcode",
        }  # fmt: skip
        assert "authorization" not in request.headers


@pytest.mark.parametrize("subcode", [36007, 36009, None])
def test_a_late_or_used_code(answering: Answering, subcode: int | None) -> None:
    """Whoever comes late or twice learns that a code lives 30 seconds and works once."""
    server = answering(refusal(100, subcode))
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        server.exchange()
    assert "once, within 30 seconds" in caught.value.advice
    assert (caught.value.outcome, caught.value.repeatable) == ("not_done", False)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [httpx.ReadTimeout("lost"), always({}), always({"token_type": "bearer"}), always_text("", 502)],
)
def test_an_exchange_is_never_repeated(answering: Answering, answer: Any) -> None:
    """Where the answer is lost the code may be used up: no second call, and a new signup."""
    server = answering(in_turn(answer, always(GOOD)))
    with pytest.raises((wabakit.OutcomeUnknownError, wabakit.GraphError)) as caught:
        server.exchange()
    assert len(server.requests) == 1
    if isinstance(caught.value, wabakit.OutcomeUnknownError):
        assert "Embedded Signup once more" in str(caught.value)
    else:
        assert getattr(caught.value, "outcome", "") == "unknown"


WRONG: list[tuple[str, tuple[Any, Any, Any]]] = [
    ("app_id", (CODE, "my app", SECRET)),
    ("app_id", (CODE, None, SECRET)),
    ("app_secret", (CODE, APP, "")),
    ("app_secret", (CODE, APP, None)),
    ("app_secret", (CODE, APP, "with space")),
    ("code", ("", APP, SECRET)),
    ("code", (5, APP, SECRET)),
    ("code", ("\ud800", APP, SECRET)),
]


@pytest.mark.parametrize(("name", "given"), WRONG)
def test_what_cannot_be_exchanged(face: Face, name: str, given: tuple[Any, Any, Any]) -> None:
    """What is wrong is refused by its name, unseen, before anything is sent."""
    http = face.http(httpx.MockTransport(always(GOOD)))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        face.exchange_code(*given, http_client=http)
    assert caught.value.field == name
    assert name == "app_id" or caught.value.value in ("***", "type")


def test_no_secret_of_an_exchange_shows(face: Face, caplog: pytest.LogCaptureFixture) -> None:
    """Code, secret and token stand in no log, error or URL that is shown."""
    caplog.set_level(logging.DEBUG)
    echo = {"error": {"code": 100, "message": f"No {CODE} of {SECRET}", "error_subcode": 36009}}
    bad = {"access_token": [BUSINESS_TOKEN], "code": CODE}
    for answer in (
        always(GOOD),
        always(echo, 400),
        always(bad),
        httpx.ReadError(f"{CODE} {SECRET}"),
    ):
        http = face.http(httpx.MockTransport(in_turn(answer)))
        seen = ""
        try:
            seen = repr(face.exchange_code(CODE, APP, SECRET, http_client=http))
        except wabakit.WabakitError as error:
            seen = f"{error!r} {error} {error.to_dict()} {error.__cause__!r} {error.__context__!r}"
        assert not [mark for mark in (CODE, SECRET, BUSINESS_TOKEN) if mark in seen]
    assert "/oauth/access_token" in caplog.text
    assert not [mark for mark in (CODE, SECRET, BUSINESS_TOKEN) if mark in caplog.text]


def subscribe(server: Server, **options: Any) -> None:
    app = server.client.app(APP)
    app.subscribe("https://hooks.example/a", "text", ["messages", "security"], **options)


@pytest.mark.parametrize("given", [True, False])
def test_subscribing_an_app(answering: Answering, given: bool) -> None:
    """It goes with the token of the app, made of the secret that is given, or the client's."""
    server = answering(always(DONE), app_secret="of-the-client" if given else None)
    subscribe(server, **({} if given else {"app_secret": "given"}))
    (request,) = server.requests
    secret = "of-the-client" if given else "given"
    assert request.headers["authorization"] == f"Bearer {APP}|{secret}"
    assert (request.method, request.url.path) == ("POST", f"/v23.0/{APP}/subscriptions")
    body = sent(request)
    assert len(body.pop("appsecret_proof")) == 64
    assert body == {
        "object": "whatsapp_business_account",
        "callback_url": "https://hooks.example/a",
        "verify_token": "text",
        "fields": "messages,security",
    }


def test_subscribing_without_a_secret(answering: Answering) -> None:
    """Without any app secret there is no token of the app."""
    server = answering(always(DONE))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        subscribe(server)
    assert (caught.value.field, server.requests) == ("app_secret", [])


@pytest.mark.parametrize("fields", ["messages", [], ["Messages"], [5], ["a b"], None])
def test_fields_to_subscribe(answering: Answering, fields: Any) -> None:
    """Fields are a list of names, and not one text."""
    server = answering(always(DONE), app_secret="s")
    with pytest.raises(wabakit.InvalidInputError, match=r"names of webhook fields|text") as caught:
        server.client.app(APP).subscribe("https://hooks.example/a", "text", fields)
    assert caught.value.field.startswith("fields")
    assert server.requests == []


def test_a_verify_token_is_never_shown(answering: Answering) -> None:
    """Not even where it cannot be written down."""
    server = answering(always(DONE), app_secret="s")
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.client.app(APP).subscribe("https://hooks.example/a", "secret\ud800", ["messages"])
    assert "secret" not in f"{caught.value!r}".replace("verify_token", "")


def test_subscribing_is_repeated(answering: Answering) -> None:
    """The same subscription may be sent again; the later replaces the earlier."""
    server = answering(in_turn(httpx.ReadTimeout("lost"), always(DONE)), app_secret="s")
    subscribe(server)
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("kind", "word"),
    [("state", "smb_app_state_sync"), ("history", "history"), ("HISTORY", "history")],
)
def test_data_of_the_app(answering: Answering, kind: str, word: str) -> None:
    """Each kind of data is asked for by a word, and answered with an id for support."""
    server = answering(always({"messaging_product": "whatsapp", "request_id": "r1"}))
    assert server.number.sync_app_data(kind) == "r1"
    assert sent(server.last) == {"messaging_product": "whatsapp", "sync_type": word}


@pytest.mark.parametrize(("subcode", "name"), [(2593107, "already"), (2593108, "too-late")])
def test_data_of_the_app_once(answering: Answering, subcode: int, name: str) -> None:
    """Once more, or too late, is refused for good, and the advice says so."""
    server = answering(refusal(100, subcode))
    with pytest.raises(wabakit.RegistrationError) as caught:
        server.number.sync_app_data("history")
    assert name in caught.value.name
    assert "not accepted later" in caught.value.advice
    assert len(server.requests) == 1


@pytest.mark.parametrize("answer", [httpx.ReadTimeout("lost"), refusal(2, status=500), always({})])
def test_data_of_the_app_is_never_asked_for_twice(answering: Answering, answer: Any) -> None:
    """Where the answer is lost, the data may come all the same."""
    server = answering(in_turn(answer, always(DONE)))
    with pytest.raises((wabakit.OutcomeUnknownError, wabakit.GraphError)):
        server.client.number(NUMBER).sync_app_data("state")
    assert len(server.requests) == 1


def test_no_other_data(answering: Answering) -> None:
    """Another word is refused before anything is sent."""
    server = answering(always(DONE))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.number.sync_app_data("contacts")
    assert (caught.value.field, server.requests) == ("kind", [])
