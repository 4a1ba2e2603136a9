"""Reads heal themselves; calls that must not happen twice are sent once."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answer, Answering, always, in_turn, page, refusal
from tests.faces import NUMBER, Handler
from wabakit import PhoneNumber, Retry

BUSY = refusal(2, status=503)
GOOD = always({"id": NUMBER, "data": [{"id": NUMBER}], "success": True})
FAULTS: list[Answer] = [
    BUSY,
    refusal(131000, status=500),
    refusal(80008),
    refusal(4, status=429),
    lambda _: httpx.Response(502, text="<html>"),
    httpx.ConnectError("refused"),
    httpx.ReadError("cut"),
    httpx.ReadTimeout("late"),
    httpx.RemoteProtocolError("closed"),
]
READS: list[Callable[[wabakit.Number], Any]] = [
    lambda number: number.get(fields=[PhoneNumber.status]),
    lambda number: number.throughput(),
    lambda number: number.settings(),
    lambda number: number.official_business_account(),
    lambda number: number.username(),
    lambda number: number.username_suggestions(),
]
ONCE: list[Callable[[wabakit.Client], Any]] = [
    lambda client: client.number(NUMBER).request_code(),
    lambda client: client.number(NUMBER).verify_code("975312"),
    lambda client: client.account("1").add_number(
        cc="1", phone_number="6315551000", verified_name="Jasper's Market"
    ),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_read_is_repeated(answering: Answering, fault: Any, waits: list[float]) -> None:
    """A read that failed for a passing reason is sent again after a wait, up to three times."""
    server = answering(in_turn(fault, fault, GOOD))
    assert server.number.get().id == NUMBER
    assert server.count("GET") == 3
    assert len(waits) == 2
    assert all(0 <= wait <= 60 for wait in waits)


@pytest.mark.parametrize("read", READS)
def test_every_read_is_repeated(
    answering: Answering, read: Callable[[wabakit.Number], Any]
) -> None:
    """Every kind of read is repeated."""
    server = answering(in_turn(BUSY, GOOD))
    read(server.number)
    assert server.count("GET") == 2


@pytest.mark.parametrize("attempts", [1, 2, 5])
def test_attempts_count_sends(answering: Answering, attempts: int) -> None:
    """`attempts` is how often a call is sent in all; 1 means that nothing is repeated."""
    server = answering(BUSY, retry=Retry(attempts=attempts))
    with pytest.raises(wabakit.UnavailableError):
        server.number.get()
    assert server.count("GET") == attempts


@pytest.mark.parametrize(
    "answer", [refusal(190, status=401), refusal(100), refusal(133016), refusal(368), always({})]
)
def test_hopeless_read_is_not_repeated(
    answering: Answering, answer: Handler, waits: list[float]
) -> None:
    """What waiting cannot mend is raised at once."""
    server = answering(answer)
    with pytest.raises(wabakit.WabakitError):
        server.number.get()
    assert (len(server.requests), waits) == (1, [])


@pytest.mark.parametrize(
    ("wait", "headers"),
    [(7.0, {"retry_after": "7"}), (60.0, {"retry_after": "60"})],
)
def test_wait_that_meta_asks_for(
    answering: Answering, wait: float, headers: dict[str, str], waits: list[float]
) -> None:
    """A wait that the answer names is kept to."""
    error = {"error": {"message": "Slow down", "code": 4}}
    server = answering(in_turn(always(error, 400, **headers), GOOD))
    assert server.number.get().id == NUMBER
    assert waits == [wait]


def test_patience(answering: Answering, waits: list[float]) -> None:
    """A wait longer than `patience` is not waited: the error says how long it would be."""
    error = {"error": {"message": "Slow down", "code": 4}}
    server = answering(always(error, 400, retry_after="61"))
    with pytest.raises(wabakit.RateLimitError) as caught:
        server.number.get()
    assert caught.value.retry_after is not None
    assert caught.value.retry_after.total_seconds() == 61
    assert (server.count("GET"), waits) == (1, [])


@pytest.mark.parametrize("write", ONCE)
@pytest.mark.parametrize("fault", [BUSY, refusal(80008), httpx.ReadTimeout("late")])
def test_write_is_sent_once(
    answering: Answering, write: Callable[[wabakit.Client], Any], fault: Any
) -> None:
    """Adding a number and asking for or handing in a code are never sent twice."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"id": NUMBER, **page()})
        return in_turn(fault)(request)

    server = answering(answer)
    with pytest.raises(wabakit.WabakitError):
        write(server.client)
    assert server.count("POST") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        {"attempts": 0},
        {"attempts": 1.5},
        {"attempts": True},
        {"attempts": "3"},
        {"patience": -1},
        {"patience": "60"},
        {"patience": float("nan")},
    ],
)
def test_bad_retry(arguments: dict[str, Any]) -> None:
    """A Retry that makes no sense is refused with the name of the argument."""
    with pytest.raises(wabakit.InvalidInputError) as caught:
        Retry(**arguments)
    assert caught.value.field == next(iter(arguments))
