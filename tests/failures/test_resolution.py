"""From an answer to the exception that says what happened."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.doing import Do
from tests.faces import NUMBER, Handler
from tests.failures.calls import CALLS, WRITES, get, operation, register
from tests.failures.graph import HTML, Failing, raw

ONCE = wabakit.Retry(attempts=1)
HIDDEN = {"messaging_product": "whatsapp", "details": "Hidden in details"}
BLAMED = '{"blame_field_specs": [["name"]]}'
UNKNOWN_OBJECT = "Unsupported get request."

GraphErrors = type[wabakit.GraphError]
CODES: list[tuple[int, int | None, int, GraphErrors]] = [
    (0, None, 401, wabakit.AuthenticationError),
    (1, None, 400, wabakit.GraphError),
    (1, None, 500, wabakit.UnavailableError),
    (1, 99, 500, wabakit.UnavailableError),
    (2, None, 503, wabakit.UnavailableError),
    (3, None, 500, wabakit.PermissionDeniedError),
    (4, None, 400, wabakit.RateLimitError),
    (4, 2446079, 429, wabakit.RateLimitError),
    (10, None, 403, wabakit.PermissionDeniedError),
    (33, None, 400, wabakit.NotFoundError),
    (100, None, 400, wabakit.InvalidRequestError),
    (100, None, 409, wabakit.AlreadyExistsError),
    (100, 33, 400, wabakit.NotFoundError),
    (100, 2388012, 400, wabakit.AlreadyExistsError),
    (190, 463, 400, wabakit.AuthenticationError),
    (200, None, 403, wabakit.PermissionDeniedError),
    (299, None, 400, wabakit.PermissionDeniedError),
    (368, None, 403, wabakit.PolicyError),
    (80007, None, 400, wabakit.RateLimitError),
    (80008, None, 400, wabakit.RateLimitError),
    (131000, None, 500, wabakit.UnavailableError),
    (131005, None, 403, wabakit.PermissionDeniedError),
    (131031, None, 403, wabakit.PolicyError),
    (133004, None, 503, wabakit.UnavailableError),
    (133005, None, 400, wabakit.RegistrationError),
    (133006, None, 400, wabakit.RegistrationError),
    (133008, None, 400, wabakit.RegistrationError),
    (133009, None, 400, wabakit.RegistrationError),
    (133010, None, 400, wabakit.RegistrationError),
    (133015, None, 400, wabakit.RegistrationError),
    (133016, None, 400, wabakit.RegistrationLimitError),
    (136024, None, 400, wabakit.VerificationError),
    (136024, 2388367, 400, wabakit.RateLimitError),
    (136025, 2388093, 400, wabakit.VerificationError),
    (987654, None, 400, wabakit.GraphError),
]


@pytest.mark.parametrize(("code", "subcode", "status", "kind"), CODES)
@pytest.mark.one_in(3)
def test_code(
    failing: Failing, code: int, subcode: int | None, status: int, kind: GraphErrors
) -> None:
    """The code, made exact by the subcode, decides the exception; the status seldom does."""
    graph = failing(refusal(code, subcode, status), retry=ONCE)
    error = graph.fails(get, kind)
    assert (error.code, error.subcode, error.status) == (code, subcode, status)
    assert error.operation == "getPhoneNumber"
    assert error.outcome == "not_done"
    assert error.advice
    assert graph.methods == {"GET": 1}


SHAPES: dict[str, tuple[Handler, GraphErrors, dict[str, Any]]] = {
    "code as text": (refusal("190", "463", 401), wabakit.AuthenticationError, {"subcode": 463}),
    "unreadable code": (refusal("?", status=404), wabakit.NotFoundError, {"code": None}),
    "details": (
        refusal(100, error_data=HIDDEN),
        wabakit.InvalidRequestError,
        {"details": "Hidden in details"},
    ),
    "details in JSON text": (
        refusal(100, error_data='{"details": "Hidden in text"}'),
        wabakit.InvalidRequestError,
        {"details": "Hidden in text"},
    ),
    "blamed fields": (
        refusal(100, error_data={"blame_field_specs": [["name"]]}),
        wabakit.InvalidRequestError,
        {"details": BLAMED},
    ),
    "plain details": (
        refusal(100, error_data="The PIN is wrong"),
        wabakit.InvalidRequestError,
        {"details": "The PIN is wrong"},
    ),
    "error is a string": (
        always({"error": "Bad things"}, 403),
        wabakit.PermissionDeniedError,
        {"code": None, "message": "Bad things"},
    ),
    "error is a list": (always({"error": [1]}, 400), wabakit.GraphError, {"message": "[1]"}),
    "error without code": (
        always({"error": {"message": "No code"}}, 503),
        wabakit.UnavailableError,
        {"code": None, "message": "No code"},
    ),
    "200 with an error": (
        refusal(190, status=200),
        wabakit.AuthenticationError,
        {"code": 190, "status": 200},
    ),
    "200 Service Unavailable": (
        raw(200, b"Service Unavailable"),
        wabakit.UnavailableError,
        {"code": None},
    ),
    "empty 500": (raw(500, b""), wabakit.UnavailableError, {"code": None, "status": 500}),
    "Bad Gateway": (raw(500, b"Bad Gateway"), wabakit.UnavailableError, {"status": 500}),
    "HTML 502": (raw(502, HTML), wabakit.UnavailableError, {"status": 502}),
    "HTML 404": (raw(404, HTML), wabakit.NotFoundError, {"status": 404}),
    "status 460": (raw(460, b"{}"), wabakit.GraphError, {"status": 460}),
    "status 520": (raw(520, HTML), wabakit.UnavailableError, {"status": 520}),
    "status 599": (raw(599, b"\xff\xfe"), wabakit.UnavailableError, {"status": 599}),
    "status 429": (raw(429, HTML), wabakit.RateLimitError, {"status": 429}),
    "list with 400": (always(["odd"], 400), wabakit.GraphError, {"code": None}),
    "success is false": (
        always({"success": False}),
        wabakit.GraphError,
        {"code": None, "status": 200},
    ),
}


@pytest.mark.parametrize(("answer", "kind", "members"), SHAPES.values(), ids=SHAPES)
@pytest.mark.one_in(5)
def test_shape(
    failing: Failing, answer: Handler, kind: GraphErrors, members: dict[str, Any]
) -> None:
    """A refusal is recognised in whatever shape it comes, and its text is kept."""
    graph = failing(answer, retry=ONCE)
    error = graph.fails(get, kind)
    assert {name: getattr(error, name) for name in members} == members
    assert error.response is not None
    assert graph.methods == {"GET": 1}


UNREADABLE: dict[str, Handler] = {
    "empty": raw(200, b""),
    "HTML": raw(200, HTML, Content_Type="text/html"),
    "truncated": raw(200, b'{"id": "1068532188'),
    "text": raw(200, b'"success"'),
    "not UTF-8": raw(200, b'{"id": "\xff\xfe\xfa"}'),
    "too deep": raw(200, b"[" * 100_000),
    "redirect": raw(302, b"", Location="https://elsewhere.example/"),
    "good redirect": raw(
        307, f'{{"id": "{NUMBER}"}}'.encode(), Location="https://elsewhere.example/"
    ),
    "no id": always({}),
    "id is null": always({"id": None}),
    "id is a number": always({"id": 5}),
    "id is a list": always({"id": [], "data": {}}),
    "list": always([]),
}


@pytest.mark.parametrize("answer", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.one_in(5)
def test_unreadable(failing: Failing, answer: Handler) -> None:
    """A good status with a body that says nothing is an UnexpectedAnswerError, not a success."""
    graph = failing(answer)
    error = graph.fails(get, wabakit.UnexpectedAnswerError)
    assert error.operation == "getPhoneNumber"
    assert error.response.status < 400
    assert graph.methods == {"GET": 1}
    assert {request.url.host for request in graph.requests} == {"graph.facebook.com"}


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.one_in(3)
def test_no_success(failing: Failing, name: str) -> None:
    """A write that is answered with `success` false has failed, however the false is written."""
    for success in (False, "false"):
        graph = failing(always({"success": success, "id": "7"}))
        error = graph.fails(CALLS[name], wabakit.GraphError)
        assert (error.code, error.operation) == (None, operation(name))


def test_no_success_while_down(failing: Failing) -> None:
    """That a write has failed is certain where Graph says so, whatever the status."""
    graph = failing(always({"success": False}, 503))
    assert graph.fails(register, wabakit.UnavailableError).outcome == "not_done"
    assert graph.methods == {"POST": 1}


@pytest.mark.parametrize(
    "kind", ["application/json", "text/javascript; charset=UTF-8", "text/html"]
)
@pytest.mark.parametrize("body", [b'{"success": true}', b'{"success": "true"}'])
def test_success(failing: Failing, body: bytes, kind: str) -> None:
    """Success may be said as a truth value or as text, under any content type."""
    graph = failing(raw(200, body, Content_Type=kind))
    register(graph.client)
    assert graph.methods == {"POST": 1}


@pytest.mark.parametrize("do", [get, register])
def test_not_found(failing: Failing, do: Do) -> None:
    """What does not exist and what the token may not see are one error, which says so."""
    error = failing(refusal(100, 33, message=UNKNOWN_OBJECT)).fails(do, wabakit.NotFoundError)
    assert "does not exist" in str(error)
    assert "token" in str(error)
    assert UNKNOWN_OBJECT.rstrip(".") in str(error)


def test_status_counts_before_its_text(failing: Failing) -> None:
    """Text about an unavailable service does not hide what the status says."""
    graph = failing(raw(401, b"<html>Service Unavailable</html>"))
    graph.fails(get, wabakit.AuthenticationError)


def test_broken_bytes(failing: Failing) -> None:
    """A good answer some of whose bytes are no text is not read as if it said something else."""
    graph = failing(raw(200, b'{"id": "%b", "verified_name": "Caf\xff"}' % NUMBER.encode()))
    graph.fails(get, wabakit.UnexpectedAnswerError)


def test_replacement_character(failing: Failing) -> None:
    """A name in which Graph itself writes the replacement character is read as it is."""
    name = "Caf\N{REPLACEMENT CHARACTER}"
    text = f'{{"id": "{NUMBER}", "verified_name": "{name}"}}'
    assert failing(raw(200, text.encode())).number.get().verified_name == name
