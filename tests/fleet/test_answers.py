"""A fleet with answers as Graph gives them, and the requests that it takes."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, cast

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, Server, always, page, refusal
from tests.faces import BUSINESS, Face, Handler
from tests.failures.graph import usage

A, B, C = "102290129340398", "102290129340399", "102290129340400"
DOCUMENTED: dict[str, Any] = {
    "data": [
        {
            "verified_name": "Jasper's Market",
            "display_phone_number": "+1 631-555-5555",
            "id": "1906385232743451",
            "quality_rating": "GREEN",
        },
        {
            "verified_name": "Jasper's Ice Cream",
            "display_phone_number": "+1 631-555-5556",
            "id": "1913623884432103",
            "quality_rating": "NA",
        },
    ]
}
"""Source: Meta, Manage phone numbers, "Get all phone numbers"."""
BARE: dict[str, Any] = {"data": [{"id": row["id"]} for row in DOCUMENTED["data"]], "paging": {}}
EMPTY: dict[str, Any] = {"data": []}


def by_account(**answers: Handler) -> Handler:
    """Answer by the id that is asked about, written behind an underscore."""

    def answer(request: httpx.Request) -> httpx.Response:
        return answers[f"_{request.url.path.split('/')[2]}"](request)

    return answer


def asked(server: Server) -> list[str]:
    """The ids that were asked about."""
    return sorted(request.url.path.split("/")[2] for request in server.requests)


def test_documented_sample(answering: Answering) -> None:
    """One call for each account, with the fields that are wanted; ids are all that has to come."""
    server = answering(by_account(**{f"_{A}": always(DOCUMENTED), f"_{B}": always(EMPTY)}))
    fleet = server.client.fleet([A, B])
    found = list(fleet.numbers(fields=[wabakit.PhoneNumber.verified_name]))
    assert [(of, number.verified_name) for of, number in found] == [
        (A, "Jasper's Market"),
        (A, "Jasper's Ice Cream"),
    ]
    assert asked(server) == [A, B]
    assert dict(server.last.url.params) == {"fields": "id,verified_name", "limit": "100"}
    assert fleet.completed == {A, B}
    bare = answering(always(BARE))
    assert [number.id for _, number in bare.client.fleet([A]).numbers()] == [
        "1906385232743451",
        "1913623884432103",
    ]
    assert len(bare.requests) == 1


def test_a_number_of_several_accounts(answering: Answering) -> None:
    """A number that is listed under several accounts comes once, and the others are told.

    Source: one number id was seen under several accounts.
    """
    server = answering(always(DOCUMENTED))
    fleet = server.client.fleet([A, B, C], concurrency=1)
    assert [(of, number.id) for of, number in fleet.numbers()] == [
        (A, "1906385232743451"),
        (A, "1913623884432103"),
    ]
    assert fleet.elsewhere == dict.fromkeys(["1906385232743451", "1913623884432103"], (B, C))
    assert asked(server) == [A, B, C]
    assert fleet.completed == {A, B, C}


def test_a_business(answering: Answering) -> None:
    """The accounts of a business, owned and of clients, are listed as they are walked."""

    def answer(request: httpx.Request) -> httpx.Response:
        edge = request.url.path.rpartition("/")[2]
        listed = {"owned_whatsapp_business_accounts": [A], "client_whatsapp_business_accounts": [B]}
        body = page(*listed[edge]) if edge in listed else page(request.url.path.split("/")[2])
        return httpx.Response(200, json=body)

    server = answering(answer)
    fleet = server.business.fleet()
    for _ in range(2):  # each walk begins anew
        server.requests.clear()
        assert {of for of, _ in fleet.numbers()} == {A, B}
        assert asked(server) == sorted([A, B, BUSINESS, BUSINESS])


def test_a_refused_list_of_accounts(answering: Answering) -> None:
    """Where the accounts cannot be listed to the end, those before are walked; then it is said."""

    def answer(request: httpx.Request) -> httpx.Response:
        if "client" in request.url.path:
            return refusal(10)(request)
        return httpx.Response(200, json=page(A))

    fleet = answering(answer).business.fleet()
    numbers = fleet.numbers()
    assert next(numbers)[0] == A
    with pytest.raises(wabakit.PermissionDeniedError):
        next(numbers)


def test_a_limit_takes_no_place(answering: Answering, face: Face) -> None:
    """An account at its limit is held as long as Graph says, while its place is another's."""
    limited = [refusal(80008), always(page("1"))]

    def answer(request: httpx.Request) -> httpx.Response:
        header = usage(A, minutes=1) if len(limited) == 2 else {}
        response = limited.pop(0)(request)
        response.headers.update({name.replace("_", "-"): value for name, value in header.items()})
        return response

    others = {f"_{waba_id}": always(page(waba_id)) for waba_id in (B, C)}
    server = answering(by_account(**{f"_{A}": answer}, **others))
    fleet = server.client.fleet([A, B, C], concurrency=1)
    assert [of for of, _ in fleet.numbers()] == [B, C, A]
    assert len(server.requests) == 4
    assert 60 <= sum(face.time.waits) <= 61


def test_a_limit_beyond_patience(answering: Answering) -> None:
    """What would take longer than the client waits ends the account; it is not asked again."""
    header = usage(A, minutes=30)
    limited = always({"error": {"code": 80008, "message": "Slow"}}, 400, **header)
    server = answering(by_account(**{f"_{A}": limited, f"_{B}": always(EMPTY)}))
    fleet = server.client.fleet([A, B])
    for calls in (2, 3):  # the second walk knows of it
        assert list(fleet.numbers()) == []
        assert isinstance(fleet.failures[A], wabakit.RateLimitError)
        assert fleet.completed == {B}
        assert len(server.requests) == calls


def test_a_walk_that_fails_on_its_way(answering: Answering) -> None:
    """The numbers of good pages are handed out; the account is not among the completed."""
    server = answering(always(page("1", "2", after="x")))
    fleet = server.client.fleet([A])
    assert [number.id for _, number in fleet.numbers()] == ["1", "2"]
    assert isinstance(fleet.failures[A], wabakit.UnexpectedAnswerError)
    assert fleet.completed == frozenset()


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"accounts": A}, "accounts"),
        ({"accounts": [A, None]}, "accounts"),
        ({"accounts": [A, "me/x"]}, "accounts"),
        ({"accounts": 7}, "accounts"),
        ({"concurrency": 0}, "concurrency"),
        ({"concurrency": 101}, "concurrency"),
        ({"tokens": {A: "EAA"}}, "tokens"),
    ],
    ids=str,
)
def test_bad_input(answering: Answering, how: Any, field: str) -> None:
    """What cannot be a fleet is refused before anything is sent, and shows no token."""
    server = answering(always(EMPTY))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.client.fleet(**how)
    assert caught.value.field == field
    assert "EAA" not in str(caught.value)


def test_accounts_that_are_to_come(face: Face, answering: Answering) -> None:
    """What is walked with `async for` is taken by the face that can wait for it."""

    async def accounts() -> AsyncIterator[str]:
        yield A

    server, come = answering(always(DOCUMENTED)), cast(Any, accounts())
    numbers = server.client.fleet(come).numbers()
    if face.name == "async":
        assert len(list(numbers)) == 2
    else:
        with pytest.raises(wabakit.InvalidInputError):
            next(numbers)


def test_bad_questions(answering: Answering) -> None:
    """What no account can be asked is refused at once, and not once for each."""
    server = answering(always(EMPTY))
    fleet = server.client.fleet([A])
    unfit: Any = {"fields": ["status"]}
    with pytest.raises(wabakit.ViewError):
        fleet.numbers(**unfit)
    older = server.client.with_options(api_version="v23.0").fleet([A])
    newer = wabakit.PhoneNumber.whatsapp_business_manager_messaging_limit
    with pytest.raises(wabakit.ViewError):
        older.numbers(fields=[newer])
    assert server.requests == []


def test_a_source_that_raises(answering: Answering) -> None:
    """What a source of accounts raises is raised as it is, once those before it were walked."""
    server = answering(always(EMPTY))

    def accounts() -> Iterator[str]:
        yield A
        yield B
        raise LookupError("the database is gone")

    fleet = server.client.fleet(accounts())
    with pytest.raises(LookupError):
        list(fleet.numbers())
    assert asked(server) == [A, B]
    assert fleet.completed == {A, B}
