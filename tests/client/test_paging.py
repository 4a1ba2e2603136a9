"""Walking a list."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, page
from tests.faces import TOKEN
from wabakit import PhoneNumber
from wabakit.emulator import Account, Emulator

ID_ONLY = [PhoneNumber.id]


@attrs.frozen
class Named:
    """A number as a caller wants it, without its id."""

    verified_name: str | None = None


def fill(emulator: Emulator, waba: Account, count: int) -> list[str]:
    """Seed numbers; return their ids in the order of the list, which is newest first."""
    return [emulator.add_number(waba.id).id for _ in range(count)][::-1]


def ids(numbers: Iterator[PhoneNumber] | wabakit.Pager[PhoneNumber]) -> list[str]:
    return [number.id for number in numbers]


def test_every_number_once(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """Iterating a list gives every number of the account once, across pages, in Graph's order."""
    expected = fill(emulator, waba, 7)
    assert ids(account.numbers(fields=ID_ONLY, page_size=3)) == expected


def test_few_calls(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """A thousand numbers take 10 calls."""
    fill(emulator, waba, 1000)
    assert len(ids(account.numbers(fields=ID_ONLY))) == 1000
    assert len(emulator.requests) == 10


def test_lazy(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """A page is fetched when its first number is wanted, not before."""
    fill(emulator, waba, 5)
    numbers = iter(account.numbers(fields=ID_ONLY, page_size=2))
    assert len(emulator.requests) == 0
    next(numbers)
    next(numbers)
    assert len(emulator.requests) == 1
    next(numbers)
    assert len(emulator.requests) == 2


def test_iterating_twice(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """Each iteration of a pager starts anew."""
    expected = fill(emulator, waba, 3)
    pager = account.numbers(fields=ID_ONLY, page_size=2)
    assert ids(pager) == expected
    assert ids(pager) == expected


def test_empty_account(account: wabakit.Account) -> None:
    """An account without numbers lists none."""
    assert ids(account.numbers()) == []
    assert account.numbers().first() is None


def test_first(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """The first number costs one call, however many there are."""
    expected = fill(emulator, waba, 5)
    first = account.numbers(fields=ID_ONLY, page_size=2).first()
    assert first is not None
    assert first.id == expected[0]
    assert len(emulator.requests) == 1


def test_first_behind_an_empty_page(answering: Answering) -> None:
    """The first number is found although the page before it is empty."""
    server = answering(in_turn(always(page(after="A")), always(page("1"))))
    first = server.account.numbers().first()
    assert first is not None
    assert first.id == "1"


def test_pages_can_be_resumed(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """The cursor of a page lets a later walk go on behind it."""
    expected = fill(emulator, waba, 7)
    page_one = next(account.numbers(fields=ID_ONLY, page_size=3).pages())
    assert [number.id for number in page_one.items] == expected[:3]
    assert page_one.before is None
    assert page_one.after is not None
    assert ids(account.numbers(fields=ID_ONLY, page_size=3, after=page_one.after)) == expected[3:]


def test_last_page_has_no_cursor(
    account: wabakit.Account, emulator: Emulator, waba: Account
) -> None:
    """The last page has no cursor to go on from, though Graph sends one."""
    fill(emulator, waba, 5)
    pages = list(account.numbers(fields=ID_ONLY, page_size=2).pages())
    assert [len(found.items) for found in pages] == [2, 2, 1]
    assert [found.after is None for found in pages] == [False, False, True]
    assert [found.before is None for found in pages] == [True, False, False]


def test_usage_of_a_page(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """A page tells how much of the account's quota is used."""
    fill(emulator, waba, 1)
    (usage,) = next(account.numbers().pages()).usage
    assert usage.waba_id == waba.id
    assert usage.type == "whatsapp_business_management"
    assert usage.percent == 1


def test_backwards(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """Walking back from a cursor gives the pages before it, the nearest first, up to the start."""
    expected = fill(emulator, waba, 6)
    last = list(account.numbers(fields=ID_ONLY, page_size=2).pages())[-1]
    back = list(account.numbers(fields=ID_ONLY, page_size=2, before=last.before).pages())
    assert [[number.id for number in found.items] for found in back] == [
        expected[2:4],
        expected[0:2],
    ]
    assert "after" not in emulator.requests[-1].query


def test_both_directions(account: wabakit.Account, emulator: Emulator) -> None:
    """Both directions at once are refused before anything is sent."""
    with pytest.raises(wabakit.InvalidInputError, match="not both"):
        account.numbers(after="A", before="B")
    assert emulator.requests == []


def test_empty_page_in_the_middle(answering: Answering) -> None:
    """An empty page that others follow ends nothing."""
    answers = [page("1", after="A"), page(after="B"), page("2")]
    server = answering(in_turn(*map(always, answers)))
    assert ids(server.account.numbers()) == ["1", "2"]
    assert [request.url.params.get("after") for request in server.requests] == [None, "A", "B"]


def test_cursors_without_next(answering: Answering) -> None:
    """A page whose cursors come without a next link is the last one."""
    server = answering(always(page("1", cursors={"before": "A", "after": "A"})))
    assert ids(server.account.numbers()) == ["1"]
    assert len(server.requests) == 1


@pytest.mark.parametrize("body", [{"data": [{"id": "1"}]}, page("1"), [{"id": "1"}]])
def test_no_paging(answering: Answering, body: object) -> None:
    """A list without paging, and a bare one, is a single page."""
    server = answering(always(body))
    assert ids(server.account.numbers()) == ["1"]
    assert len(server.requests) == 1


@pytest.mark.parametrize("repeated", [["A", "A"], ["A", "B", "A"]])
def test_repeated_cursor(answering: Answering, repeated: list[str]) -> None:
    """A cursor that comes again is an error, raised after the rows before it were given out."""
    answers = [page(str(at), after=cursor) for at, cursor in enumerate(repeated)]
    server = answering(in_turn(*map(always, answers)))
    found: list[str] = []
    with pytest.raises(wabakit.UnexpectedAnswerError, match="cursor") as caught:
        found.extend(number.id for number in islice(server.account.numbers(), 10))
    assert found == [str(at) for at in range(len(repeated))]
    assert len(server.requests) == len(repeated)
    assert caught.value.operation == "listPhoneNumbers"


def test_next_is_never_followed(answering: Answering) -> None:
    """Only the cursor is taken from a next link: neither its host nor its parameters are used."""
    link = "https://elsewhere.example/v1.0/9/x?access_token=EAAleak&limit=1&fields=pin&after=C%2B1"
    server = answering(in_turn(always(page("1", next=link)), always(page("2"))))
    assert ids(server.account.numbers(fields=ID_ONLY)) == ["1", "2"]
    first, second = server.requests
    assert second.url.copy_with(query=None) == first.url.copy_with(query=None)
    assert dict(second.url.params) == {"fields": "id", "limit": "100", "after": "C+1"}
    assert second.headers["authorization"] == f"Bearer {TOKEN}"


def test_next_without_any_cursor(answering: Answering) -> None:
    """A next link without a cursor is an error rather than the first page again."""
    server = answering(always(page("1", next="https://graph.facebook.com/v23.0/9/x?limit=1")))
    numbers = iter(server.account.numbers())
    assert next(numbers).id == "1"
    with pytest.raises(wabakit.UnexpectedAnswerError):
        next(numbers)
    assert len(server.requests) == 1


def test_next_is_never_shown(answering: Answering) -> None:
    """The token in a next link is in no page, no number and no error."""
    server = answering(always(page("1", after="A")))
    first = next(server.account.numbers().pages())
    assert "EAAleak" not in f"{first!r} {[number.to_dict() for number in first.items]}"
    with pytest.raises(wabakit.UnexpectedAnswerError) as caught:
        list(islice(server.account.numbers(), 10))
    assert "access_token=***" in caught.value.response.text
    assert "EAAleak" not in f"{caught.value} {caught.value!r} {caught.value.response!r}"


def test_fault_in_the_middle(answering: Answering) -> None:
    """A page that could not be fetched is tried again, and no row is lost or doubled."""
    cut = httpx.ReadError("cut")
    server = answering(in_turn(always(page("1", after="A")), cut, always(page("2"))))
    assert ids(server.account.numbers()) == ["1", "2"]
    assert [request.url.params.get("after") for request in server.requests] == [None, "A", "A"]


@pytest.mark.parametrize("row", [{}, {"id": 1}, {"id": None}], ids=str)
@pytest.mark.parametrize("listed", [{}, {"fields": [PhoneNumber.verified_name]}, {"into": Named}])
def test_row_without_an_id(answering: Answering, row: Any, listed: Any) -> None:
    """A row that has no id is a fault, also where a class of the caller's has no place for one."""
    server = answering(always({"data": [{"verified_name": "Shop", **row}]}))
    with pytest.raises(wabakit.UnexpectedAnswerError, match="id"):
        list(server.account.numbers(**listed))


def test_empty_cursor(answering: Answering) -> None:
    """Where the cursor is empty, that of the link is taken."""
    body = page("1", cursors={"after": ""}, next="https://graph.facebook.com/v23.0/9/x?after=B")
    server = answering(in_turn(always(body), always(page("2"))))
    assert ids(server.account.numbers()) == ["1", "2"]
    assert server.last.url.params["after"] == "B"
