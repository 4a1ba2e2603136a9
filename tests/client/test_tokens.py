"""What a token is good for, and tokens that are given when they are needed."""

import inspect
import logging
import pickle
from collections.abc import Callable, Iterator
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


def giving(face: Face, *tokens: Any) -> tuple[Callable[[], Any], list[int]]:
    """Make what gives one token after the other, and counts how often it was asked."""
    left: Iterator[Any] = iter(tokens)
    asked: list[int] = []

    def give() -> Any:
        asked.append(1)
        given = next(left)
        if isinstance(given, Exception):
            raise given
        return given

    async def give_later() -> Any:
        return give()

    return (give_later if face.name == "async" else give), asked


def bearers(requests: list[httpx.Request]) -> list[str]:
    return [request.headers["authorization"].removeprefix("Bearer ") for request in requests]


def test_a_provider_is_asked_for_each_call(face: Face, answering: Answering) -> None:
    """A token is asked for when a call needs it, and not before."""
    provider, asked = giving(face, "EAAone", "EAAtwo")
    server = answering(always(CONNECTED), token=provider, app_secret="secret")
    assert asked == []
    server.number.get()
    server.number.get()
    assert bearers(server.requests) == ["EAAone", "EAAtwo"]
    proofs = {request.url.params["appsecret_proof"] for request in server.requests}
    assert len(proofs) == 2


def test_a_plain_function_is_enough(answering: Answering) -> None:
    """Also an async client takes a function that gives the token at once."""
    server = answering(always(CONNECTED), token=lambda: "EAAone")
    server.number.get()
    assert bearers(server.requests) == ["EAAone"]


@pytest.mark.parametrize("do", [lambda n: n.get(), lambda n: n.request_code()])
def test_a_refused_token_is_replaced_once(face: Face, answering: Answering, do: Any) -> None:
    """After code 190 the provider is asked once more, also for a write: nothing has happened."""
    provider, asked = giving(face, "EAAold", "EAAnew")
    server = answering(in_turn(refusal(190, 463, 401), always(CONNECTED)), token=provider)
    do(server.number)
    assert (bearers(server.requests), len(asked)) == (["EAAold", "EAAnew"], 2)


def test_a_second_refusal_is_final(face: Face, answering: Answering) -> None:
    """A token is replaced once in a call."""
    provider, asked = giving(face, "EAAold", "EAAnew", "EAAnewer")
    server = answering(refusal(190, 463, 401), token=provider)
    with pytest.raises(wabakit.AuthenticationError):
        server.number.get()
    assert (len(server.requests), len(asked)) == (2, 2)


def test_the_same_token_is_not_sent_again(face: Face, answering: Answering) -> None:
    """A provider that has no other token to give changes nothing."""
    provider, asked = giving(face, "EAAold", "EAAold")
    server = answering(refusal(190, 463, 401), token=provider)
    with pytest.raises(wabakit.AuthenticationError):
        server.number.get()
    assert (len(server.requests), len(asked)) == (1, 2)


@pytest.mark.parametrize("code", [102, 10, 100])
def test_other_refusals_ask_for_no_token(face: Face, answering: Answering, code: int) -> None:
    """Only code 190 says that the token is what is wrong."""
    provider, asked = giving(face, "EAAold", "EAAnew")
    with pytest.raises(wabakit.GraphError):
        answering(refusal(code), token=provider).number.get()
    assert len(asked) == 1


def test_what_a_provider_raises(face: Face, answering: Answering) -> None:
    """The provider's own errors reach the user as they are, and nothing is sent."""

    class VaultIsSealed(Exception):
        pass

    fault = VaultIsSealed("ask the owner")
    provider, _ = giving(face, fault, "EAAone", fault)
    server = answering(refusal(190, 463, 401), token=provider)
    with pytest.raises(VaultIsSealed) as caught:
        server.number.get()
    assert caught.value is fault
    assert server.requests == []
    with pytest.raises(VaultIsSealed):  # when it is asked once more
        server.number.get()


@pytest.mark.parametrize("token", [None, 5, b"EAA", "", "with space", "Bearer EAA", "EAA\n"])
def test_what_a_provider_must_give(face: Face, answering: Answering, token: Any) -> None:
    """A provider gives a token as text, or nothing is sent and the error says why."""
    provider, _ = giving(face, token)
    server = answering(always(CONNECTED), token=provider)
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.number.get()
    assert (caught.value.field, caught.value.value, server.requests) == ("token", "***", [])


def test_what_is_no_provider(face: Face) -> None:
    """A class is taken neither for a token nor for what gives one."""
    with pytest.raises(wabakit.InvalidInputError):
        face.make(token=str)  # type: ignore[arg-type]


def test_a_provider_of_a_copy(face: Face, answering: Answering) -> None:
    """A copy of a client can be given a provider."""
    provider, _ = giving(face, "EAAone")
    server = answering(always(CONNECTED))
    server.client.with_options(token=provider).number(NUMBER).get()
    server.number.get()
    assert bearers(server.requests) == ["EAAone", TOKEN]


def test_a_provider_does_not_travel(face: Face, answering: Answering) -> None:
    """Neither a client nor a handle with a provider can be pickled, and no repr shows it."""
    provider, _ = giving(face)
    server = answering(always(CONNECTED), token=provider)
    assert "give" not in repr(server.client)
    for part in (server.client, server.number):
        real = inspect.getattr_static(part, "_handle", part)
        with pytest.raises(TypeError):
            pickle.dumps(real)


def test_the_token_info_of_a_provided_token(face: Face, answering: Answering) -> None:
    """The token that is asked about is the one that asks."""
    provider, asked = giving(face, "EAAone")
    server = answering(always(GOOD), token=provider)
    assert server.client.token_info().is_valid
    assert server.last.url.params["input_token"] == "EAAone"
    assert (bearers(server.requests), len(asked)) == (["EAAone"], 1)
