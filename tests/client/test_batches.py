"""Many numbers by id: 50 in a call, each with its own value or error, and nothing lost."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, Server, always, in_turn, refusal
from tests.contract.document import operations, samples
from tests.faces import TOKEN, Handler
from tests.failures.graph import usage
from wabakit import PhoneNumber, PhoneNumberStatus

ONCE = wabakit.Retry(attempts=1)
IDS = [str(1000 + at) for at in range(51)]
NO_SUCH = {"error": {"message": "Unsupported get request.", "code": 100, "error_subcode": 33}}
EXPIRED = {"error": {"message": "The session has expired.", "code": 190, "error_subcode": 463}}
BROKEN = {"error": {"message": "Service temporarily unavailable", "code": 2}}
REFUSED = refusal(100, type="GraphBatchException")
Slots = Mapping[str, Any]


@attrs.define
class Card:
    id: str
    status: PhoneNumberStatus | None = None


def item(body: Any, code: int = 200, **headers: str) -> dict[str, Any]:
    """Answer one item, as Graph does: with its body as text."""
    named = [{"name": name.replace("_", "-"), "value": v} for name, v in headers.items()]
    return {"code": code, "headers": named, "body": json.dumps(body)}


def asked(request: httpx.Request) -> list[str]:
    """The ids that a batch asks for."""
    (text,) = parse_qs(request.content.decode())["batch"]
    return [str(one["relative_url"]).partition("?")[0] for one in json.loads(text)]


def batch(slots: Slots | None = None, **headers: str) -> Handler:
    """Answer every item well, but for these."""
    other = slots or {}

    def answer(request: httpx.Request) -> httpx.Response:
        good = {one: item({"id": one, "status": "CONNECTED"}) for one in asked(request)}
        given = [other.get(one, good[one]) for one in good]
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.Response(200, json=given, headers=named)

    return answer


def found(server: Server, *ids: str) -> list[tuple[str, Any]]:
    """Read numbers, their status alone; an error is given by its class."""
    walked = server.client.numbers(ids, fields=[PhoneNumber.status])
    return [
        (name, type(value) if isinstance(value, wabakit.WabakitError) else value.status)
        for name, value in walked
    ]


def well(*ids: str) -> list[tuple[str, Any]]:
    return [(one, PhoneNumberStatus.CONNECTED) for one in ids]


def test_the_request(answering: Answering) -> None:
    """A batch is one form to the root of the version, with the token outside and a GET for each."""
    server = answering(batch(), app_secret="secret")
    assert found(server, "11", "22") == well("11", "22")
    (request,) = server.requests
    assert (request.method, str(request.url)) == ("POST", "https://graph.facebook.com/v23.0/")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    form = parse_qs(request.content.decode())
    assert form.keys() == {"batch", "appsecret_proof"}
    assert json.loads(form["batch"][0]) == [
        {"method": "GET", "relative_url": f"{one}?fields=id%2Cstatus"} for one in ("11", "22")
    ]


def test_the_documented_answer(answering: Answering) -> None:
    """The documented answer gives a number, and the error of the other."""
    (op,) = (op for op in operations() if op.name == "sendBatch")
    for answer in samples(op.responses["200"]["content"]["application/json"]).values():
        server = answering(always(answer))
        (one, card), (other, error) = server.client.numbers(["106853218861309", "7"])
        assert isinstance(card, PhoneNumber)
        assert (one, card.status) == ("106853218861309", "CONNECTED")
        assert isinstance(error, wabakit.NotFoundError)
        assert (other, error.object_id, error.method) == ("7", "7", "numbers")
        assert error.trace_id == "AbCdEfGhIjKlMnOpQrStUv0"
        assert len(server.requests) == 1


def test_mixed_outcomes(answering: Answering) -> None:
    """Each number has its own value or error, in order, in one request."""
    slots = {
        "2": item(NO_SUCH, 400),
        "3": item(EXPIRED, 401),
        "4": item({"id": "other"}),
        "5": {"code": 200, "headers": None, "body": None},
        "6": item({"id": "6", "status": None}),
        "7": item({"id": "7", "status": "HIBERNATING"}),
        "8": {"code": 503, "body": "<html>"},
        "9": {"body": '{"id": "9", "status": "BANNED"}'},
        "10": "odd",
    }
    server = answering(batch(slots), retry=ONCE)
    assert found(server, *map(str, range(1, 12))) == [
        *well("1"),
        ("2", wabakit.NotFoundError),
        ("3", wabakit.AuthenticationError),
        ("4", wabakit.UnexpectedAnswerError),
        ("5", wabakit.UnexpectedAnswerError),
        ("6", None),
        ("7", "HIBERNATING"),
        ("8", wabakit.UnavailableError),
        ("9", PhoneNumberStatus.BANNED),
        ("10", wabakit.UnexpectedAnswerError),
        *well("11"),
    ]
    assert len(server.requests) == 1


def test_views(answering: Answering) -> None:
    """A view is filled for each; what one lacks is an error of that number alone."""

    @attrs.define
    class Named:
        id: str
        verified_name: str

    rows = {"1": item({"id": "1", "verified_name": "A"}), "2": item({"id": "2"})}
    server = answering(batch(rows))
    assert list(server.client.numbers(["3"], into=Card)) == [
        ("3", Card("3", PhoneNumberStatus.CONNECTED))
    ]
    (_, named), (_, error) = server.client.numbers(["1", "2"], into=Named)
    assert named == Named("1", "A")
    assert isinstance(error, wabakit.MissingFieldError)


@pytest.mark.parametrize(("count", "calls"), [(0, 0), (1, 1), (50, 1), (51, 2)])
def test_fifty_in_a_call(answering: Answering, count: int, calls: int) -> None:
    """Each call asks for 50 at most, and no call for none."""
    server = answering(batch())
    assert found(server, *IDS[:count]) == well(*IDS[:count])
    assert [len(asked(request)) for request in server.requests] == [50, 1][-calls:] * bool(
        calls
    ) or [count] * calls


def test_lazily(answering: Answering) -> None:
    """Nothing is sent before the first is wanted, and no batch before one of its numbers is."""
    server = answering(batch())
    walked = server.client.numbers(IDS)
    assert server.requests == []
    for _ in range(50):
        next(iter(walked))
    assert len(server.requests) == 1


def test_duplicates(answering: Answering) -> None:
    """What is given twice is asked for once, and given each time, also far behind."""
    server = answering(batch({"7": item(NO_SUCH, 400)}))
    ids = ["7", "8", "7", *IDS, "7", "8"]
    walked = found(server, *ids)
    assert [one for one, _ in walked] == ids
    assert [value for one, value in walked if one == "7"] == [wabakit.NotFoundError] * 3
    assert [one for request in server.requests for one in asked(request)] == ["7", "8", *IDS]


def test_null_items(answering: Answering) -> None:
    """Items that Graph had no time for are asked again alone, as long as others are answered."""
    nulls: list[Slots] = [dict.fromkeys("2345"), dict.fromkeys("345"), dict.fromkeys("45")]
    server = answering(in_turn(*map(batch, [*nulls, {"5": None}, {}])))
    assert found(server, *"12345") == well(*"12345")
    sent = ["".join(asked(request)) for request in server.requests]
    assert sent == ["12345", "2345", "345", "45", "5"]


def test_nothing_but_nulls(answering: Answering) -> None:
    """What is never answered is as often asked as a call is sent, and then an error of its own."""
    server = answering(batch(dict.fromkeys("23")), retry=wabakit.Retry(attempts=3))
    assert found(server, *"123") == [
        *well("1"),
        *((one, wabakit.TimedOutError) for one in "23"),
    ]
    assert ["".join(asked(request)) for request in server.requests] == ["123", "23", "23", "23"]


def test_a_fault_in_the_middle(answering: Answering) -> None:
    """A number whose fault may pass is asked again, and no other."""
    server = answering(in_turn(batch({"2": item(BROKEN, 500)}), batch()))
    assert found(server, *"123") == well(*"123")
    assert ["".join(asked(request)) for request in server.requests] == ["123", "2"]


@pytest.mark.parametrize("answer", [[], [None, None], {"data": {}}, {"id": "1"}])
def test_what_is_no_answer_to_a_batch(answering: Answering, answer: Any) -> None:
    """An answer with more or less than the items is not guessed at."""
    server = answering(always(answer))
    with pytest.raises(wabakit.UnexpectedAnswerError):
        found(server, "1")


def test_quotas(answering: Answering) -> None:
    """What the whole and its items say of quotas is known afterwards."""
    (name, value), (name_2, value_2) = (next(iter(usage(w).items())) for w in ("77", "88"))
    slots = {"1": item({"id": "1"}, **{name: value}), "2": item(NO_SUCH, 400, **{name_2: value_2})}
    server = answering(batch(slots, X_App_Usage='{"call_count":9}'))
    found(server, *"12")
    assert server.client.usage.keys() == {None, "77", "88"}


def test_what_was_read_proves_something(answering: Answering) -> None:
    """A number read in a batch is known to be connected, as one read by itself is."""
    off = always({"id": "1", "status": "DISCONNECTED"})
    server = answering(in_turn(batch(), refusal(2, status=500), off))
    found(server, "1")
    server.client.number("1").deregister()
    assert len(server.requests) == 3


WRONG: list[tuple[dict[str, Any], type[wabakit.WabakitError]]] = [
    ({"ids": "12"}, wabakit.InvalidInputError),
    ({"ids": None}, wabakit.InvalidInputError),
    ({"ids": ["1", "x"]}, wabakit.InvalidInputError),
    ({"ids": [], "fields": [PhoneNumber.unified_cert_status]}, wabakit.ViewError),
    ({"ids": ["1"], "into": dict}, wabakit.ViewError),
]


@pytest.mark.parametrize(("given", "kind"), WRONG)
def test_refused_at_once(answering: Answering, given: Any, kind: type[Exception]) -> None:
    """What is wrong with ids or fields is said before anything is walked or sent."""
    server = answering(batch())
    with pytest.raises(kind) as caught:
        server.client.numbers(**given)
    assert "anything" not in str(caught.value)
    assert server.requests == []
