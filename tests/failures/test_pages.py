"""Lists whose pages fail: no row is lost, and none comes twice."""

from collections.abc import Callable

import httpx
import pytest

import wabakit
from tests.client.wire import always, page, refusal
from tests.faces import NUMBER, WABA, Handler
from tests.failures.calls import get, rows
from tests.failures.graph import HTML, Failing, Graph, raw, usage

ROWS = [str(row) for row in range(1, 251)]
TOO_MUCH = "Please reduce the amount of data you're asking for, then retry your request"
IN_MESSAGE = refusal(1, status=500, message=TOO_MUCH)
IN_USER_TEXT = refusal(
    1, 99, status=500, message="An unknown error occurred", error_user_msg=TOO_MUCH
)
IN_GERMAN = refusal(1, 99, status=500, message="An unknown error occurred", error_user_msg="Kürzer")
ID = [wabakit.PhoneNumber.id]


def listing(refuse: Callable[[int, int, int], Handler | Exception | None]) -> Handler:
    """Serve ROWS; `refuse` says by page size, first row and count of calls what fails instead."""
    calls: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        size = int(request.url.params["limit"])
        first = int(request.url.params.get("after", "0"))
        calls.append(first)
        if (fault := refuse(size, first, len(calls))) is not None:
            if isinstance(fault, Exception):
                raise fault
            return fault(request)
        after = str(first + size) if first + size < len(ROWS) else None
        return httpx.Response(200, json=page(*ROWS[first : first + size], after=after))

    return answer


def walk(graph: Graph, size: int = 100) -> list[str]:
    return [number.id for number in graph.account.numbers(fields=ID, page_size=size)]


def sizes(graph: Graph) -> list[tuple[int, int]]:
    asked = [request.url.params for request in graph.requests]
    return [(int(params["limit"]), int(params.get("after", "0"))) for params in asked]


@pytest.mark.parametrize("fault", [IN_MESSAGE, IN_USER_TEXT, IN_GERMAN])
def test_page_too_large(failing: Failing, fault: Handler) -> None:
    """A page that Graph cannot build is asked for in halves, from the same cursor on."""
    graph = failing(listing(lambda size, first, _: fault if size > 30 and first >= 100 else None))
    assert walk(graph) == ROWS
    assert sizes(graph)[:4] == [(100, 0), (100, 100), (50, 100), (25, 100)]
    assert graph.waits == []


def test_halving_is_no_attempt(failing: Failing) -> None:
    """Halving goes on without counting as an attempt, until single rows fail too."""
    graph = failing(IN_MESSAGE, retry=wabakit.Retry(attempts=2))
    error = graph.fails(rows, wabakit.UnavailableError)
    assert [size for size, _ in sizes(graph)] == [100, 50, 25, 12, 6, 3, 1]
    assert error.code == 1


def test_halving_down_to_single_rows(failing: Failing) -> None:
    """Of a page of two, Graph is asked for one."""
    graph = failing(listing(lambda size, _, __: IN_MESSAGE if size > 1 else None))
    found = graph.account.numbers(fields=ID, page_size=4)
    assert next(iter(found)).id == ROWS[0]
    assert [size for size, _ in sizes(graph)] == [4, 2, 1]


def test_too_much_of_one_number(failing: Failing) -> None:
    """Where there is no page to make smaller, the same error is one that may pass."""
    graph = failing(IN_USER_TEXT, always({"id": NUMBER}))
    assert get(graph.client).id == NUMBER
    assert graph.methods == {"GET": 2}


def test_text_alone_is_no_sign(failing: Failing) -> None:
    """Another error that speaks of less data does not make pages smaller."""
    graph = failing(refusal(100, message=TOO_MUCH))
    graph.fails(rows, wabakit.InvalidRequestError)
    assert sizes(graph) == [(100, 0)]


@pytest.mark.parametrize(
    "fault",
    [httpx.ReadTimeout("lost"), httpx.ConnectError("refused"), raw(502, HTML), refusal(80008)],
    ids=["timeout", "refused", "HTML", "throttled"],
)
def test_every_second_call_fails(failing: Failing, fault: Handler | Exception) -> None:
    """A walk through failures gives every row once."""
    graph = failing(listing(lambda _, __, count: fault if count % 2 else None))
    assert walk(graph, 30) == ROWS
    assert len(graph.requests) == 2 * 9
    assert len(graph.waits) == 9


def test_rows_before_the_failure(failing: Failing) -> None:
    """The rows before a page that fails for good were handed out, and can be gone on from."""
    graph = failing(listing(lambda _, first, __: refusal(190) if first == 200 else None))
    pages: list[wabakit.Page[wabakit.PhoneNumber]] = []

    def do(client: wabakit.Client) -> None:
        pages.extend(client.account(WABA).numbers(fields=ID).pages())

    graph.fails(do, wabakit.AuthenticationError)
    seen = [number.id for page in pages for number in page.items]
    cursor = pages[-1].after
    assert seen == ROWS[:200]
    assert cursor == "200"
    graph = failing(listing(lambda _, __, ___: None))
    rest = graph.account.numbers(fields=ID, after=cursor)
    assert seen + [number.id for number in rest] == ROWS


def test_foreign_next(failing: Failing) -> None:
    """A link to another host is not followed: its cursor is asked for at Graph."""
    link = {"next": "https://elsewhere.example/v23.0/1/phone_numbers?access_token=EAAleak&after=b"}
    graph = failing(always({"data": [{"id": "1"}], "paging": link}), always(page("2")))
    assert walk(graph) == ["1", "2"]
    assert {request.url.host for request in graph.requests} == {"graph.facebook.com"}
    assert graph.last.url.params["after"] == "b"
    assert "access_token" not in str(graph.last.url)


def test_repeated_next(failing: Failing) -> None:
    """A list that leads back to itself ends in an error, after its rows were handed out."""
    graph = failing(always(page("1", after="same")))
    seen: list[str] = []

    def do(client: wabakit.Client) -> None:
        seen.extend(number.id for number in client.account(WABA).numbers())

    error = graph.fails(do, wabakit.UnexpectedAnswerError)
    assert seen == ["1", "1"]
    assert graph.methods == {"GET": 2}
    assert "EAAleak" not in f"{error} {error.response}"


def test_empty_page_in_the_middle(failing: Failing) -> None:
    """An empty page that has a successor does not end the list."""
    graph = failing(always(page("1", after="a")), always(page(after="b")), always(page("2")))
    assert walk(graph) == ["1", "2"]


@pytest.mark.parametrize("answer", [raw(200, b""), raw(200, HTML), raw(200, b'{"data": [')])
def test_unreadable_page(failing: Failing, answer: Handler) -> None:
    """An unreadable page is an error, not an empty list with a phantom in it."""
    graph = failing(answer)
    graph.fails(rows, wabakit.UnexpectedAnswerError)
    assert graph.methods == {"GET": 1}


def test_throttled_in_the_middle(failing: Failing) -> None:
    """A walk whose account is throttled for longer than the caller's patience says how long."""
    body = {"error": {"message": "Too many calls", "code": 80008}}
    fault = always(body, 400, **usage(WABA, minutes=7))
    graph = failing(listing(lambda _, first, __: fault if first else None))
    error = graph.fails(rows, wabakit.RateLimitError)
    assert error.retry_after is not None
    assert error.retry_after.total_seconds() == 420
    assert [entry.waba_id for entry in error.usage] == [WABA]
    assert graph.methods == {"GET": 2}
