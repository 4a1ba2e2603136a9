"""A number of an account is found by its digits, whoever asks for it and however it is written."""

import pickle
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, Answering, always, in_turn, page, refusal
from tests.faces import WABA, Face, Handler
from tests.failures.graph import usage

ASKED = {"fields": ["id,display_phone_number"], "limit": ["100"]}
LOST = httpx.ReadTimeout("lost")
THERE = refusal(100, 2388012)
ADDED: dict[str, Any] = {"cc": "1", "phone_number": "6315551001", "verified_name": "Lucky Shrub"}


def listing(*numbers: str | None, after: str | None = None) -> Handler:
    """Answer one page of numbers, ids from 1 on; one that is None comes without its digits."""
    answer = page(*(str(at) for at, _ in enumerate(numbers, 1)), after=after)
    for row, number in zip(answer["data"], numbers, strict=True):
        row.update({} if number is None else {"display_phone_number": number})
    return always(answer)


def found(answering: Answering, shown: str, wanted: str) -> bool:
    """Tell whether a number is found in an account that shows another and this one."""
    handle = answering(listing("+1 555-093-4873", shown)).account.find(wanted)
    assert handle is None or handle.id == "2"
    return handle is not None


@pytest.mark.parametrize(
    "written",
    ["+1 631 555 1001", "16315551001", "+1 (631) 555-1001", "1.631.555.1001", "001 631 5551001"],
)
@pytest.mark.parametrize("shown", ["+1 631-555-1001", "16315551001"])
def test_found(answering: Answering, shown: str, written: str) -> None:
    """The digits decide, however they are written here and shown there."""
    server = answering(listing("+1 555-093-4873", shown))
    number = server.account.find(written)
    assert number is not None
    assert number.id == "2"
    assert [parse_qs(request.url.query.decode()) for request in server.requests] == [ASKED]


def test_handle(answering: Answering, face: Face) -> None:
    """What is found is a handle that sends calls."""
    server = answering(in_turn(listing("+1 631-555-1001"), always({"success": True})))
    number = server.account.find("+1 631 555 1001")
    assert repr(number) == ("Number('1')" if face.name == "sync" else "AsyncNumber('1')")
    assert number is not None
    number.set_pin("314159")
    assert server.last.url.path.endswith("/1")


def test_not_found(answering: Answering) -> None:
    """A number that no page has is None; one that comes without digits is passed over."""
    server = answering(in_turn(listing(None, "+1 1", after="next"), listing()))
    assert server.account.find("+1 631 555 1001") is None
    assert len(server.requests) == 2


@pytest.mark.parametrize("odd", [["+1 631-555-1001"], {"x": 1}, True, 16315551002])
def test_odd_number(answering: Answering, odd: Any) -> None:
    """A number of the account whose digits are no text hides none of the others."""
    answer = page("1", "2")
    answer["data"][0]["display_phone_number"] = odd
    answer["data"][1]["display_phone_number"] = "+1 631-555-1001"
    assert answering(always(answer)).account.find("+1 631-555-1001") is not None


def test_pages_are_read_lazily(answering: Answering) -> None:
    """Pages behind the one that has the number are not fetched."""
    first, second = listing("+1 1", after="two"), listing("+1 2", "+1 631-555-1001", after="three")
    server = answering(in_turn(first, second, LOST))
    number = server.account.find("+1 631 555 1001")
    assert number is not None
    assert number.id == "2"
    assert [request.url.params.get("after") for request in server.requests] == [None, "two"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+52 1 612 183 0000", "+52 612 183 0000"),
        ("+55 11 98765-4321", "+55 11 8765-4321"),
        ("+55 84 96123-4567", "+55 84 6123-4567"),
    ],
)
def test_changed_prefix(answering: Answering, one: str, other: str) -> None:
    """What was put into Mexico's and Brazil's numbers later may be there or not, on both sides."""
    for shown, wanted in ((one, other), (other, one), (one, one), (other, other)):
        assert found(answering, shown, wanted), (shown, wanted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+55 11 93765-4321", "+55 11 3765-4321"),  # a mobile number and a landline
        ("+55 11 98765-4321", "+55 11 98765-432"),
        ("+52 1 612 183 000", "+52 612 183 000"),
        ("+1 631 555 1001", "+1 531 555 1001"),
        ("+1 631 555 1001", "+631 555 1001"),
        ("+49 1 612 183 0000", "+49 612 183 0000"),
        ("+54 11 98765-4321", "+54 11 8765-4321"),
    ],
)
def test_another_number(answering: Answering, one: str, other: str) -> None:
    """Another number is not taken for the one that is looked for."""
    for shown, wanted in ((one, other), (other, one)):
        assert not found(answering, shown, wanted), (shown, wanted)


@pytest.mark.parametrize(
    "written",
    [
        *("", "+", "+1", "0171 5551001", "+0 171 5551001", "Lucky Shrub", "+1 631 CALL-NOW"),
        *("1" * 16, "+1 631 555 1001\x00", "١٦٣١٥٥٥١٠٠١", 16315551001, None, b"16315551001"),
    ],
)
def test_no_number(answering: Answering, written: Any) -> None:
    """What is no telephone number in full is refused before anything is sent."""
    server = answering(listing())
    with pytest.raises(wabakit.InvalidInputError, match=r"\+1 631 555 1001") as caught:
        server.account.find(written)
    assert caught.value.field == "phone_number"
    assert server.requests == []


def test_failing_read(answering: Answering) -> None:
    """Where the list cannot be read, that is said: None is only for a number that is not listed."""
    server = answering(in_turn(listing("+1 1", after="two"), refusal(10, status=403)))
    with pytest.raises(wabakit.PermissionDeniedError, match=f"find of {WABA} failed") as caught:
        server.account.find("+1 631 555 1001")
    assert caught.value.method == "find"


@pytest.mark.parametrize("shown", ["+1 631-555-1001", "16315551001"])
@pytest.mark.parametrize("written", ["6315551001", "+1 631 555 1001"])
def test_id_of_what_exists(answering: Answering, shown: str, written: str) -> None:
    """A number that the account has already is refused with the id that it has there."""
    server = answering(in_turn(THERE, listing("+1 1", shown)))
    with pytest.raises(wabakit.AlreadyExistsError) as caught:
        server.account.add_number(cc="1", phone_number=written, verified_name="Lucky Shrub")
    assert caught.value.number_id == "2"
    assert pickle.loads(pickle.dumps(caught.value)).number_id == "2"
    assert "client.number('2')" in str(caught.value)
    assert [request.method for request in server.requests] == ["POST", "GET"]
    assert parse_qs(server.last.url.query.decode()) == ASKED
    assert server.last.url.path.endswith(f"/{WABA}/phone_numbers")


def test_id_under_a_changed_prefix(answering: Answering) -> None:
    """The id is found by the same comparing as everywhere."""
    server = answering(in_turn(THERE, listing("+52 1 612 183 0000")))
    with pytest.raises(wabakit.AlreadyExistsError) as caught:
        server.account.add_number(cc="52", phone_number="612 183 0000", verified_name="Lucky")
    assert caught.value.number_id == "1"


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "looked",
    [
        listing("+1 1"),
        LOST,
        refusal(190, status=401),
        refusal(80008),
        refusal(2, status=503),
        always("no list"),
        always({"data": []}, facebook_api_version="v99.0"),
    ],
)
def test_refusal_is_not_hidden(answering: Answering, waits: list[float], looked: Answer) -> None:
    """Looking for the id neither hides nor delays the refusal: one read, and no waiting."""
    server = answering(in_turn(THERE, looked))
    with pytest.raises(wabakit.AlreadyExistsError) as caught:
        server.account.add_number(**ADDED)
    assert caught.value.number_id is None
    assert (caught.value.code, caught.value.subcode) == (100, 2388012)
    assert "compare the digits" in caught.value.advice
    assert (server.count("POST"), server.count("GET")) == (1, 1)
    assert waits == []


def test_no_waiting_for_the_id(answering: Answering, waits: list[float]) -> None:
    """Where the account is at its limit for a while, the id is not waited for."""
    error = {"message": "Refused", "code": 100, "error_subcode": 2388012}
    server = answering(always({"error": error}, 400, **usage(WABA, minutes=0.5)))
    with pytest.raises(wabakit.AlreadyExistsError):
        server.account.add_number(**ADDED)
    assert (server.count("GET"), waits) == (0, [])


def test_other_refusals_cost_no_read(answering: Answering) -> None:
    """Only what exists is looked for."""
    server = answering(refusal(100, 2388002))
    with pytest.raises(wabakit.RegistrationError):
        server.account.add_number(**ADDED)
    assert len(server.requests) == 1


def test_lost_creation(answering: Answering) -> None:
    """A lost creation is looked for by the same comparing."""
    found = {"id": "1", "display_phone_number": "+52 1 612 183 0000", "verified_name": "Lucky"}
    server = answering(in_turn(LOST, always({"data": [found]})))
    number = server.account.add_number(cc="52", phone_number="6121830000", verified_name="Lucky")
    assert number.id == "1"
    assert (server.count("POST"), server.count("GET")) == (1, 1)
