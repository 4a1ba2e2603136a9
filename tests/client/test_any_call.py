"""The way past the lists of the package: any call, with all that a call of the package has."""

import logging
import traceback
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal, sent
from tests.faces import NUMBER, TOKEN, WABA
from tests.failures.graph import usage

TEMPLATES = f"{WABA}/message_templates"
DONE = {"success": True}
PIN = "246813"


def test_a_read(answering: Answering) -> None:
    """A GET goes out with its parameters, and a dict comes back."""
    server = answering(always({"data": [{"name": "hello", "note": None}]}), app_secret="secret")
    params = {"limit": 5, "all": True, "name": "a&b=c", "none": None, "fields": ["id", "name"]}
    assert server.client.request("get", f"/{TEMPLATES}", params) == {"data": [{"name": "hello"}]}
    (request,) = server.requests
    assert (request.method, request.url.path) == ("GET", f"/v23.0/{TEMPLATES}")
    found = dict(request.url.params)
    assert len(found.pop("appsecret_proof")) == 64
    assert found == {"limit": "5", "all": "true", "name": "a&b=c", "fields": '["id","name"]'}
    assert request.headers["authorization"] == f"Bearer {TOKEN}"


def test_a_list(answering: Answering) -> None:
    """A bare list comes under `data`, so that it is a dict all the same."""
    assert answering(always([1, 2])).client.request("GET", "me") == {"data": [1, 2]}


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_a_write(answering: Answering, method: str) -> None:
    """A body goes out as JSON."""
    server = answering(always({"id": "7", "success": True}))
    answer = server.client.request(method, TEMPLATES, body={"name": "x", "parts": [{"a": None}]})
    assert answer == {"id": "7", "success": True}
    assert (server.last.method, sent(server.last)) == (
        method,
        {"name": "x", "parts": [{"a": None}]},
    )


def test_reads_are_repeated(answering: Answering) -> None:
    """What passes is waited for, as with every read."""
    server = answering(in_turn(refusal(2, status=500), httpx.ReadTimeout("x"), always({"id": "1"})))
    assert server.client.request("GET", "1") == {"id": "1"}
    assert len(server.requests) == 3


@pytest.mark.parametrize("method", ["POST", "DELETE"])
@pytest.mark.parametrize("answer", [refusal(2, status=500), httpx.ReadTimeout("lost"), always("?")])
def test_writes_are_not(answering: Answering, method: str, answer: Any) -> None:
    """What may have happened is not done again, and is said to be unknown."""
    server = answering(in_turn(answer, always(DONE)))
    with pytest.raises((wabakit.OutcomeUnknownError, wabakit.GraphError)) as caught:
        server.client.request(method, TEMPLATES)
    assert len(server.requests) == 1
    assert getattr(caught.value, "outcome", "unknown") == "unknown"


def test_refusals(answering: Answering) -> None:
    """Errors are typed, and say what was called."""
    with pytest.raises(wabakit.NotFoundError) as caught:
        answering(refusal(100, 33)).client.request("GET", TEMPLATES)
    assert str(caught.value).startswith(f"request of {WABA} failed: ")
    with pytest.raises(wabakit.GraphError):
        answering(always({"success": False})).client.request("POST", TEMPLATES)


def test_quotas(answering: Answering) -> None:
    """Quotas are known afterwards, and a throttled account is left alone."""
    limited = in_turn(always({"id": "1"}, **usage(WABA, minutes=9)))
    server = answering(limited, retry=wabakit.Retry(attempts=1, patience=1))
    server.client.request("GET", TEMPLATES)
    assert WABA in server.client.usage
    with pytest.raises(wabakit.RateLimitError):
        server.client.request("GET", TEMPLATES)
    assert len(server.requests) == 1


def test_secrets(answering: Answering, caplog: pytest.LogCaptureFixture) -> None:
    """What the contract knows to be secret is hidden here too, in body and query."""
    caplog.set_level(logging.DEBUG)
    body = {"pin": PIN, "inner": [{"verify_token": "nobody-may-see"}]}
    echo = always({"success": True, "echo": PIN, "more": "nobody-may-see"})
    server = answering(in_turn(echo, always({"id": NUMBER})))
    assert server.client.request("POST", NUMBER, body=body)["echo"] == "***"
    server.client.request("GET", NUMBER, {"input_token": "EAAother-token"})
    assert sent(server.requests[0]) == body
    assert server.last.url.params["input_token"] == "EAAother-token"
    assert not [m for m in (PIN, "nobody-may-see", "EAAother", TOKEN) if m in caplog.text]


def ours(error: BaseException) -> list[str]:
    """Give the variables of ours that a traceback shows."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    found = [str(f.locals) for f in told.stack if "/wabakit/" in f.filename]
    assert found
    return found


def test_no_traceback_shows_a_secret(answering: Answering) -> None:
    """No variable of ours holds a secret of the caller as it was given, when a call fails."""
    server = answering(in_turn(httpx.ReadTimeout("lost")))
    given: Any = ({"input_token": "nobody-may-see"}, {"inner": [{"verify_token": "may-not-see"}]})
    with pytest.raises(wabakit.OutcomeUnknownError) as caught:
        server.client.request("POST", NUMBER, *given)
    shown = ours(caught.value)
    assert not [text for text in shown if "may-see" in text or "not-see" in text]


@pytest.mark.parametrize("argument", ["params", "body"])
def test_what_holds_itself(answering: Answering, argument: str) -> None:
    """What holds itself cannot be sent, and is refused by its name."""
    server, endless = answering(always(DONE)), dict[str, Any]()
    endless |= {"pin": PIN, "a": [endless]}
    with pytest.raises(wabakit.InvalidInputError, match="endless") as caught:
        server.client.request("POST", NUMBER, **{"params": {"pin": PIN}, argument: endless})
    assert (caught.value.field, server.requests) == (argument, [])
    assert not [text for text in ours(caught.value) if PIN in text]


def test_what_a_write_may_have_changed_is_forgotten(answering: Answering) -> None:
    """A number that was connected is not known to be so after a write of unknown effect."""
    connected, off = always({"id": NUMBER, "status": "CONNECTED"}), {"status": "DISCONNECTED"}
    server = answering(
        in_turn(connected, always(DONE), refusal(2, status=500), always({"id": NUMBER, **off}))
    )
    server.number.get(fields=[wabakit.PhoneNumber.status])
    server.client.request("POST", f"{NUMBER}/deregister")
    with pytest.raises((wabakit.OutcomeUnknownError, wabakit.GraphError)) as caught:
        server.number.deregister()
    assert getattr(caught.value, "outcome", "unknown") == "unknown"


PATHS: list[Any] = [
    *(
        "https://evil.example/x",
        "//evil.example/x",
        "/..",
        "1/../2",
        "1/./2",
        "1//2",
        "1/",
        "",
        "/",
    ),
    *("1?x=1", "1#x", "1\n2", "1 2", "1\\2", "1%2e%2e", "1@evil.example", "ü", "1/\u2024\u2024/2"),
    *(None, 5, ["1"], b"1", "v23.0/1", f"1?access_token={TOKEN}"),
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.one_in(5)
def test_a_path_stays_on_the_host(answering: Answering, path: Any) -> None:
    """A path that leads elsewhere, or carries more than a path, is refused, its secrets unseen."""
    server = answering(always(DONE))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.client.request("GET", path)
    assert (caught.value.field, server.requests) == ("path", [])
    assert TOKEN not in str(caught.value)


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("method", {"method": "PATCH"}),
    ("method", {"method": None}),
    ("body", {"body": {"a": 1}}),
    ("params", {"params": [("a", 1)]}),
    ("params", {"params": {1: "a"}}),
    ("params", {"params": {"a&b": 1}}),
    ("params.access_token", {"params": {"access_token": "EAAx"}}),
    ("body.access_token", {"method": "POST", "body": {"access_token": "EAAx"}}),
    ("body", {"method": "POST", "body": "text"}),
    ("a", {"method": "POST", "body": {"a": object()}}),
    ("a", {"method": "POST", "body": {"a": float("nan")}}),
    ("a", {"params": {"a": "\ud800"}}),
    ("params.a", {"params": {"a": object()}}),
    ("params.a", {"params": {"a": [float("inf")]}}),
]


@pytest.mark.parametrize(("name", "given"), WRONG)
@pytest.mark.one_in(3)
def test_what_cannot_be_sent(answering: Answering, name: str, given: dict[str, Any]) -> None:
    """What is wrong is refused by its name, before anything is sent."""
    server = answering(always(DONE))
    call: Any = server.client.request
    with pytest.raises(wabakit.InvalidInputError) as caught:
        call(**{"method": "GET", "path": "1", **given})
    assert (caught.value.field, server.requests) == (name, [])
    assert "EAAx" not in str(caught.value)
