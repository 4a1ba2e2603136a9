"""The faults that were measured on other libraries, one row each: what becomes of them here.

Each row: the call, the answers in turn, the exception or None, the requests and the waits.
"""

import socket
import sys
from typing import Any, cast

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import always, good, page, refusal
from tests.doing import Do, number
from tests.faces import NUMBER, TOKEN, WABA, Face, Handler
from tests.failures.calls import CALLS, NEVER, get, register, rows
from tests.failures.graph import HTML, Failing, raw

GOOD = good()
ADD = NEVER["createPhoneNumber"]
THROTTLED = {"error": {"message": "Too many calls", "code": 4}}
WORDS = b"<html>success or error, who knows</html>"
RESET = httpx.ReadError("Connection reset by peer")


@attrs.frozen
class Row:
    """One scenario, and what is expected of it."""

    do: Do
    answers: list[Handler | Exception]
    kind: type[wabakit.WabakitError] | None
    requests: dict[str, int]
    waits: list[float]


def fails(do: Do, kind: type[wabakit.WabakitError], *answers: Handler | Exception) -> Row:
    """Fail at once."""
    return Row(do, list(answers), kind, {"GET" if do in (get, rows) else "POST": 1}, [])


SCENARIOS: dict[str, Row] = {
    "429 with Retry-After, for ever": Row(
        get, [always(THROTTLED, 429, retry_after="1")], wabakit.RateLimitError, {"GET": 3}, [1, 1]
    ),
    "429 with Retry-After, once": Row(
        get, [always(THROTTLED, 429, retry_after="1"), GOOD], None, {"GET": 2}, [1]
    ),
    "429 on a write": fails(register, wabakit.RateLimitError, always(THROTTLED, 429)),
    "500 code 2 that is transient": Row(
        get, [refusal(2, status=500, is_transient=True), GOOD], None, {"GET": 2}, [1]
    ),
    "500 for ever": Row(get, [raw(500, b"")], wabakit.UnavailableError, {"GET": 3}, [1, 2]),
    "400 code 80008": Row(get, [refusal(80008)], wabakit.RateLimitError, {"GET": 3}, [10, 20]),
    **{
        f"{status} HTML on a list": Row(
            rows, [raw(status, HTML)], wabakit.UnavailableError, {"GET": 3}, [1, 2]
        )
        for status in (500, 502, 503)
    },
    "502 HTML on register": Row(
        register, [raw(502, HTML)], wabakit.UnavailableError, {"POST": 1, "GET": 3}, [1, 2]
    ),
    "502 HTML on create": Row(
        ADD, [raw(502, HTML)], wabakit.UnavailableError, {"POST": 1, "GET": 3}, [1, 2]
    ),
    "503 Service Unavailable": Row(
        get, [raw(503, b"Service Unavailable"), GOOD], None, {"GET": 2}, [1]
    ),
    "500 HTML with telling words": Row(get, [raw(500, WORDS), GOOD], None, {"GET": 2}, [1]),
    "200 HTML with telling words": fails(get, wabakit.UnexpectedAnswerError, raw(200, WORDS)),
    **{
        f"400 code {code}": fails(register, wabakit.RegistrationError, refusal(code))
        for code in (133005, 133006, 133008, 133009, 133010, 133015)
    },
    "400 code 133016": fails(register, wabakit.RegistrationLimitError, refusal(133016)),
    "503 code 133004": Row(
        register,
        [refusal(133004, status=503), always({"id": NUMBER, "status": "PENDING"}), GOOD],
        None,
        {"POST": 2, "GET": 1},
        [],
    ),
    "number added already": Row(
        ADD,
        [refusal(100, 2388012), always(page())],
        wabakit.AlreadyExistsError,
        {"POST": 1, "GET": 1},
        [],
    ),
    "error without code": fails(
        get, wabakit.AuthenticationError, always({"error": {"message": "Who?"}}, 401)
    ),
    "error is a string": fails(
        get, wabakit.PermissionDeniedError, always({"error": "Not for you"}, 403)
    ),
    "error_data is a string": fails(
        get, wabakit.AuthenticationError, refusal(190, error_data="Log in again")
    ),
    "200 is a list on a write": Row(
        ADD, [always([]), always(page())], wabakit.OutcomeUnknownError, {"POST": 1, "GET": 1}, []
    ),
    "200 without a body": fails(rows, wabakit.UnexpectedAnswerError, raw(200, b"")),
    "success is false": Row(
        register, [always({"success": False})], wabakit.GraphError, {"POST": 1}, []
    ),
    "reset, once": Row(get, [RESET, GOOD], None, {"GET": 2}, [1]),
    "reset, for ever": Row(get, [RESET], wabakit.ConnectionFailedError, {"GET": 3}, [1, 2]),
    "timeout, for ever": Row(
        get, [httpx.ReadTimeout("late")], wabakit.TimedOutError, {"GET": 3}, [1, 2]
    ),
    "PIN as a number": Row(
        number(lambda n: n.register(cast(Any, int("012345")))),
        [GOOD],
        wabakit.InvalidInputError,
        {},
        [],
    ),
    "id that is a path": Row(
        lambda client: client.number("7/../9?x=1"), [GOOD], wabakit.InvalidInputError, {}, []
    ),
    "id as a number": Row(
        lambda client: client.number(cast(Any, 12345678901234567)),
        [GOOD],
        wabakit.InvalidInputError,
        {},
        [],
    ),
}


@pytest.mark.parametrize("row", SCENARIOS.values(), ids=SCENARIOS)
@pytest.mark.one_in(3)
def test_scenario(failing: Failing, row: Row) -> None:
    """A fault ends in an exception of ours that fits it, or heals, with so many requests."""
    graph = failing(*row.answers)
    if row.kind is None:
        row.do(graph.client)
    else:
        error = graph.fails(row.do, row.kind)
        assert str(error)
    assert graph.methods == row.requests
    assert graph.waits == row.waits


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(7)
def test_timeout_by_default(failing: Failing, name: str) -> None:
    """No call hangs for ever: each has a timeout, unless told otherwise 30 seconds."""
    graph = failing(GOOD)
    CALLS[name](graph.client)
    CALLS[name](graph.client.with_options(timeout=5))
    given = [request.extensions["timeout"] for request in graph.requests]
    assert [set(timeout.values()) for timeout in given] == [{30}, {5}]


def test_making_a_client_does_nothing(
    face: Face, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Making a client calls nobody, prints nothing and hooks into nothing."""

    def called(*_: object, **__: object) -> None:
        raise AssertionError("somebody was called")

    hook: Any = sys.excepthook
    monkeypatch.setattr(socket.socket, "connect", called)
    monkeypatch.setattr(socket, "getaddrinfo", called)
    client = face.make()
    assert TOKEN not in repr(client)
    assert "graph.facebook.com" in repr(client)
    client.account(WABA)
    client.number(NUMBER)
    client.close()
    assert capfd.readouterr() == ("", "")
    assert sys.excepthook is hook
