"""Tokens that are given when they are needed."""

import inspect
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal
from tests.faces import NUMBER, TOKEN, Face

GOOD = {"data": {"is_valid": True, "type": "SYSTEM_USER", "expires_at": 0}}
CONNECTED = {"id": NUMBER, "status": "CONNECTED", "success": True}


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


@pytest.mark.parametrize("do", [wabakit.Number.get, wabakit.Number.request_code])
def test_a_refused_token_is_replaced_once(face: Face, answering: Answering, do: Any) -> None:
    """After code 190 the provider is asked once more, also for a write: nothing has happened."""
    provider, asked = giving(face, "EAAold", "EAAnew")
    server = answering(in_turn(refusal(190, 463, 401), always(CONNECTED)), token=provider)
    getattr(server.number, do.__name__)()
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


def test_the_token_info_of_another_token(face: Face, answering: Answering) -> None:
    """A provider is asked once more also where it is another token that is asked about."""
    provider, asked = giving(face, "EAAold", "EAAnew")
    server = answering(in_turn(refusal(190, 463, 401), always(GOOD)), token=provider)
    assert server.client.token_info("EAAother").is_valid
    assert (bearers(server.requests), len(asked)) == (["EAAold", "EAAnew"], 2)


def test_a_provider_that_fails_behind_a_lost_answer(face: Face, answering: Answering) -> None:
    """That a write may have taken effect is not hidden by a provider that then has no token."""
    provider, _ = giving(face, "EAAone", LookupError("the vault is sealed"))
    server = answering(in_turn(httpx.ReadError("gone")), token=provider)
    with pytest.raises(wabakit.OutcomeUnknownError):
        server.number.verify_code("123456")
    assert len(server.requests) == 1
