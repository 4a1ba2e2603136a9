"""Lists to a number of items, and the answers that lists and numbers came in."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, refusal
from tests.faces import NUMBER, TOKEN, WABA
from wabakit import PhoneNumber

TRACE: Any = {
    "x_fb_request_id": "AbCd",
    "facebook_api_version": "v23.0",
    "set_cookie": "nobody=sees",
}


def account_of(count: int, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    """Answer as an account with so many numbers does."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(request: httpx.Request) -> httpx.Response:
        start, size = (int(request.url.params.get(n, 0)) for n in ("after", "limit"))
        rows = [{"id": str(1000 + at)} for at in range(start, min(start + size, count))]
        end = start + len(rows)
        paging = (
            {"cursors": {"after": str(end)}, "next": "https://x.example"} if end < count else {}
        )
        return httpx.Response(200, json={"data": rows, "paging": paging}, headers=named)

    return answer


def sizes(requests: list[httpx.Request]) -> list[int]:
    return [int(request.url.params["limit"]) for request in requests]


@pytest.mark.parametrize(
    ("limit", "page_size", "asked"),
    [
        (1, 100, [1]),
        (7, 100, [7]),
        (100, 100, [100]),
        (150, 100, [100, 50]),
        (4, 2, [2, 2]),
        (5, 2, [2, 2, 1]),
        (1000, 100, [100, 100, 20]),
        (None, 100, [100, 100, 100]),
    ],
)
def test_no_more_than_wanted(
    answering: Answering, limit: int | None, page_size: int, asked: list[int]
) -> None:
    """So many items come at most, over all pages, and no page is asked for that is not needed."""
    server = answering(account_of(220))
    walked = list(server.account.numbers(limit=limit, page_size=page_size))
    assert len(walked) == min(limit or 220, 220)
    if limit == 1000:
        asked = [100, 100, 100]
    assert sizes(server.requests) == asked


def test_each_walk_begins_anew(answering: Answering) -> None:
    """The limit is that of each walk; pages, too, end with it."""
    server = answering(account_of(9))
    pager = server.account.numbers(limit=5, page_size=3)
    assert [len(page.items) for page in pager.pages()] == [3, 2]
    assert len(list(pager)) == 5
    first = pager.first()
    assert first is not None
    assert first.id == "1000"
    assert len(server.requests) == 5


def test_going_on_behind_the_limit(answering: Answering) -> None:
    """The cursor of the last page leads on to what the limit left out."""
    server = answering(account_of(9))
    (page,) = server.account.numbers(limit=5).pages()
    rest = server.account.numbers(after=page.after)
    assert [number.id for number in rest] == ["1005", "1006", "1007", "1008"]


def test_an_answer_with_more_than_asked_for(answering: Answering) -> None:
    """A page with more than was asked for is cut."""
    server = answering(always({"data": [{"id": str(at)} for at in range(9)]}))
    assert len(list(server.account.numbers(limit=2))) == 2


@pytest.mark.parametrize("limit", [0, -1, 2.5, "5", True])
def test_what_is_no_limit(answering: Answering, limit: Any) -> None:
    """A limit is a whole number from 1; that of none is refused."""
    server = answering(account_of(1))
    with pytest.raises(wabakit.InvalidInputError, match="a whole number from 1") as caught:
        server.account.numbers(limit=limit)
    assert (caught.value.field, server.requests) == ("limit", [])


def test_the_answer_of_a_number(answering: Answering) -> None:
    """A number knows the answer it came in: for support, without secrets and text."""
    server = answering(always({"id": NUMBER, "username": TOKEN}, **TRACE))
    card = server.number.get(fields=[PhoneNumber.username])
    assert card.response is not None
    assert (card.response.status, card.response.text) == (200, "")
    assert card.response.headers["x-fb-request-id"] == "AbCd"
    assert card.response.headers["facebook-api-version"] == "v23.0"
    assert "nobody" not in repr(card.response)


def test_the_answer_of_a_page(answering: Answering) -> None:
    """A page and each of its numbers know the answer that they came in."""
    server = answering(account_of(3, **TRACE))
    for page in server.account.numbers(page_size=2).pages():
        assert page.response is not None
        assert page.response.headers["x-fb-request-id"] == "AbCd"
        assert {number.response == page.response for number in page.items} == {True}


def test_answers_are_not_compared_nor_kept(answering: Answering) -> None:
    """What is equal stays equal whatever answer it came in, and a pickle has none."""
    one, other = (
        next(iter(answering(account_of(1, x_fb_request_id=trace)).account.numbers().pages()))
        for trace in ("a", "b")
    )
    assert one == other
    assert hash(one.items[0]) == hash(other.items[0])
    assert "x-fb-request-id" not in repr(one)
    for travelled in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert travelled == one
        assert travelled.response is None
        assert travelled.items[0].response is None


def test_what_stands_inside_has_no_answer_of_its_own(answering: Answering) -> None:
    """Only what was asked for knows its answer."""
    server = answering(always({"id": NUMBER, "throughput": {"level": "HIGH"}}, **TRACE))
    card = server.number.get(fields=[PhoneNumber.throughput])
    assert card.throughput is not None
    assert card.throughput.response is None


def test_an_error_in_the_middle(answering: Answering) -> None:
    """A page that Graph cannot build so large is asked for in parts, to the same limit."""
    plain = account_of(9)

    def answer(request: httpx.Request) -> httpx.Response:
        large = int(request.url.params["limit"]) > 3
        return refusal(1, 99, 500)(request) if large else plain(request)

    server = answering(answer)
    assert len(list(server.account.numbers(limit=7))) == 7
    assert sizes(server.requests) == [7, 3, 3, 1]


def test_cursor_of_a_page_inside_of_an_object(answering: Answering) -> None:
    """As in lists, it is taken from the link where it stands nowhere else."""
    link = "https://graph.facebook.com/v23.0/1/phone_numbers?access_token=EAAleak&after=x"
    numbers = {"data": [{"id": "7"}], "paging": {"next": link}}
    account = answering(always({"id": WABA, "phone_numbers": numbers})).account
    read = account.get(fields=[wabakit.WhatsAppBusinessAccount.phone_numbers]).phone_numbers
    assert read is not None
    assert read.after == "x"
