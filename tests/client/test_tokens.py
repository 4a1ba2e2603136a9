"""What a token is good for, and tokens that are given when they are needed."""

import logging
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, Answering, always, in_turn, refusal
from tests.contract.document import operations, samples
from tests.faces import NUMBER, TOKEN, Face

OTHER = "EAAanother-token-that-nobody-may-see"
ONCE = wabakit.Retry(attempts=1)
GOOD = {"data": {"is_valid": True, "type": "SYSTEM_USER", "expires_at": 0}}
CONNECTED = {"id": NUMBER, "status": "CONNECTED", "success": True}


def documented() -> dict[str, Any]:
    """The documented answers."""
    (op,) = (op for op in operations() if op.name == "getTokenInfo")
    return samples(op.responses["200"]["content"]["application/json"])


def test_the_request(answering: Answering) -> None:
    """The token is a parameter, by default that of the client, which makes the call."""
    server = answering(always(GOOD))
    server.client.token_info()
    server.client.token_info(OTHER)
    assert [dict(request.url.params) for request in server.requests] == [
        {"input_token": TOKEN},
        {"input_token": OTHER},
    ]
    assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {TOKEN}"}
    assert {request.url.path for request in server.requests} == {"/v23.0/debug_token"}


def test_what_is_said_of_a_good_token(answering: Answering) -> None:
    """Type, app, expiry, scopes and targets are read; one that never ends has no end."""
    info = answering(always(documented()["systemUser"])).client.token_info()
    assert (info.is_valid, info.type, info.app_id) == (
        True, wabakit.TokenType.SYSTEM_USER, "634974688087057",
    )  # fmt: skip
    assert info.expires_at is info.data_access_expires_at is None
    assert info.issued_at == datetime.fromtimestamp(1790000000, UTC)
    assert info.granular_scopes is not None
    assert info.granular_scopes[0].target_ids == ["102290129340398"]


def test_a_scope_for_all(answering: Answering) -> None:
    """A scope without targets holds for all, which is None and not an empty list."""
    info = answering(always(documented()["everyAccount"])).client.token_info()
    assert info.granular_scopes is not None
    assert info.granular_scopes[0].target_ids is None
    assert info.expires_at == datetime.fromtimestamp(1795000000, UTC)


def test_a_token_that_is_not_valid_is_an_answer(answering: Answering) -> None:
    """Graph says that a token is not valid with status 200, and no error is raised."""
    server = answering(always(documented()["notValid"]))
    info = server.client.token_info(OTHER)
    assert (info.is_valid, len(server.requests)) == (False, 1)
    assert info.error is not None
    assert (info.error.code, info.error.subcode) == (190, 463)


@pytest.mark.parametrize("token", [None, TOKEN])
def test_the_own_token_is_not_valid(answering: Answering, token: str | None) -> None:
    """A token that is refused when it asks about itself is not valid, which is the answer."""
    server = answering(refusal(190, 463, 401, message="It has expired"))
    info = server.client.token_info(token)
    assert info.to_dict() == {
        "is_valid": False,
        "error": {"code": 190, "subcode": 463, "message": "It has expired"},
    }
    assert len(server.requests) == 1


def test_asked_with_a_token_that_is_refused(answering: Answering) -> None:
    """The refusal of the token that asks says nothing of the other."""
    with pytest.raises(wabakit.AuthenticationError):
        answering(refusal(190, 463, 401)).client.token_info(OTHER)
    with pytest.raises(wabakit.PermissionDeniedError):
        answering(refusal(10)).client.token_info()


@pytest.mark.parametrize("answer", [{}, {"data": []}, {"data": None}, {"data": "odd"}])
def test_no_answer(answering: Answering, answer: Any) -> None:
    """An answer without what was asked for is none."""
    with pytest.raises(wabakit.UnexpectedAnswerError):
        answering(always(answer), retry=ONCE).client.token_info()


@pytest.mark.parametrize("token", ["", 5])
def test_what_is_no_token(answering: Answering, token: Any) -> None:
    """What cannot be a token is refused, and not taken for the client's own."""
    server = answering(always(GOOD))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.client.token_info(token)
    assert (caught.value.field, server.requests) == ("token", [])


def test_the_token_is_shown_nowhere(face: Face, caplog: pytest.LogCaptureFixture) -> None:
    """No log, not even that of the HTTP library, shows the token in the address."""
    caplog.set_level(logging.DEBUG)
    answers: list[Answer] = [
        always(GOOD),
        refusal(190, message=f"Bad token {OTHER}"),
        httpx.ReadError(OTHER),
    ]
    for answer in answers:
        http = face.http(httpx.MockTransport(in_turn(answer)))
        client = face.make(http_client=http, retry=ONCE)
        try:
            seen = repr(client.token_info(OTHER))
        except wabakit.WabakitError as error:
            seen = f"{error!r} {error} {error.to_dict()} {error.__cause__!r}"
        assert OTHER not in seen
    assert "debug_token" in caplog.text
    assert OTHER not in caplog.text
    assert TOKEN not in caplog.text
