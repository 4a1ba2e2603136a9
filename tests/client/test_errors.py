"""How Graph says no, and which exception that becomes."""

import os
import subprocess
import sys
from typing import Any

import pytest

from tests.client.wire import Answering, always, refusal
from wabakit import (
    AlreadyExistsError,
    AuthenticationError,
    GraphError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    PolicyError,
    RateLimitError,
    RegistrationError,
    RegistrationLimitError,
    Retry,
    UnavailableError,
    VerificationError,
)

ONCE = {"retry": Retry(attempts=1)}
KINDS: dict[type[GraphError], list[tuple[int, int | None, int]]] = {
    AuthenticationError: [
        (0, None, 401),
        (104, None, 400),
        (104, None, 401),
        (190, None, 401),
        (190, None, 400),
        *((190, subcode, 401) for subcode in (458, 459, 460, 463, 464, 467, 492)),
    ],
    PermissionDeniedError: [
        (3, None, 500),
        (10, None, 403),
        (200, None, 403),
        (210, None, 403),
        (299, None, 403),
        (131005, None, 403),
    ],
    NotFoundError: [(100, 33, 400), (33, None, 400), (803, None, 404)],
    InvalidRequestError: [
        (100, None, 400),
        (100, 999999, 400),
        (100, None, 422),
        (131008, None, 400),
        (131009, None, 400),
    ],
    AlreadyExistsError: [(100, 2388012, 400), (2388012, None, 400), (100, None, 409)],
    RateLimitError: [
        *((code, None, 400) for code in (4, 17, 32, 341, 613, 80007, 80008, 130429)),
        *((code, None, 400) for code in (131048, 131056, 131064, 80000, 80006, 80009, 80014)),
        (4, None, 429),
        (17, None, 403),
        (4, 2446079, 400),
        (613, 1996, 400),
        (136024, 2388367, 400),
        (136024, 2494158, 400),
    ],
    RegistrationLimitError: [(133016, None, 400)],
    VerificationError: [
        (136024, None, 400),
        (136024, 2388091, 400),
        (136024, 2388366, 400),
        (136024, 2593037, 400),
        (136025, None, 400),
        (136025, 2388093, 400),
        (136025, 2593039, 400),
    ],
    RegistrationError: [
        *((code, None, 400) for code in (133005, 133006, 133008, 133009, 133010, 133015)),
        (133000, None, 500),
        (131045, None, 500),
        (100, 2388001, 400),
        (100, 2388002, 400),
        (100, 2388103, 400),
        (100, 3441041, 400),
        (100, 3441045, 400),
        (100, 3441049, 400),
        (100, 2655011, 400),
        (100, 2593107, 400),
        (100, 2593108, 400),
    ],
    PolicyError: [(368, None, 403), (131031, None, 403)],
    UnavailableError: [
        (1, None, 500),
        (1, 99, 500),
        (2, None, 503),
        (131000, None, 500),
        (131016, None, 500),
        (131057, None, 500),
        (133004, None, 503),
        (2494100, None, 400),
    ],
}
TOLD_BY_MORE = [(1, None, 500), (100, None, 409)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.one_in(3)
def test_kind(answering: Answering, kind: type[GraphError]) -> None:
    """Every known code is the exception of its meaning, with advice on what to do next.

    The code decides that, whatever status it comes with; even 200.
    """
    for row in KINDS[kind]:
        server = answering(refusal(*row, fbtrace_id="Az1"), **ONCE)
        with pytest.raises(GraphError) as caught:
            server.number.get()
        error = caught.value
        assert (type(error), error.code, error.subcode, error.status) == (kind, *row)
        assert error.trace_id == "Az1"
        assert len(error.advice) > 20
        assert error.advice in f"{error}."
        if row not in TOLD_BY_MORE:
            server = answering(refusal(*row[:2], 200), **ONCE)
            with pytest.raises(GraphError) as caught:
                server.number.get()
            assert (type(caught.value), row) == (kind, row)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, AlreadyExistsError),
        (422, InvalidRequestError),
        (429, RateLimitError),
        (500, UnavailableError),
        (502, UnavailableError),
        (503, UnavailableError),
        (520, UnavailableError),
        (599, UnavailableError),
        (400, GraphError),
        (418, GraphError),
        (460, GraphError),
    ],
)
@pytest.mark.parametrize("code", [None, 987654])
@pytest.mark.one_in(3)
def test_status_decides_the_rest(
    answering: Answering, status: int, kind: type[GraphError], code: int | None
) -> None:
    """Without a code that is known the status decides; the code is reported all the same."""
    server = answering(refusal(code, None, status), **ONCE)
    with pytest.raises(GraphError) as caught:
        server.number.get()
    assert type(caught.value) is kind
    assert (caught.value.code, caught.value.status) == (code, status)


def test_everything_that_graph_says(answering: Answering) -> None:
    """An error carries whatever Graph said, each part under its own name."""
    answer = refusal(
        136025,
        2388093,
        message="(#136025) Verify code error",
        error_data={"messaging_product": "whatsapp", "details": "The code is incorrect"},
        is_transient=False,
        error_user_title="Código incorrecto",
        error_user_msg="Vuelve a intentarlo",
        fbtrace_id="AbCdEf",
    )
    server = answering(answer)
    with pytest.raises(VerificationError) as caught:
        server.number.verify_code("975312")
    error = caught.value
    assert error.name == "code-incorrect"
    assert error.type == "OAuthException"
    assert error.message == "(#136025) Verify code error"
    assert error.details == "The code is incorrect"
    assert error.user_title == "Código incorrecto"
    assert error.user_message == "Vuelve a intentarlo"
    assert error.transient is False
    assert error.trace_id == "AbCdEf"
    assert error.operation == "verifyCode"
    assert error.outcome == "not_done"
    for part in ("136025", "2388093", "The code is incorrect", error.advice, "AbCdEf"):
        assert part.rstrip(".") in str(error)


@pytest.mark.parametrize(
    ("code", "subcode", "page"),
    [(133016, None, "133016/"), (136025, 2388093, "136025/#2388093"), (None, None, "")],
)
def test_help_url(monkeypatch: pytest.MonkeyPatch, code: Any, subcode: Any, page: str) -> None:
    """An error has the address of its page, wherever the pages are published."""
    error = GraphError("op", "1", "get", "name", "message", "advice", code, subcode)
    assert error.help_url == f"{GraphError.help_base}errors/{page}"
    for base in ("https://docs.acme.example/", "https://docs.acme.example"):
        monkeypatch.setattr(GraphError, "help_base", base)
        assert error.help_url == f"https://docs.acme.example/errors/{page}"


def test_help_url_by_the_environment() -> None:
    """A variable says where the pages are published, for every program that is started with it."""
    program = "import wabakit; print(wabakit.GraphError.help_base)"
    told = {**os.environ, "WABAKIT_DOCS": "https://docs.acme.example/"}
    said = subprocess.check_output([sys.executable, "-c", program], env=told, text=True)
    assert said == "https://docs.acme.example/\n"


@pytest.mark.parametrize(
    ("data", "details"),
    [
        ({"details": "Too long"}, "Too long"),
        ('{"details": "Too long"}', "Too long"),
        ("Too long", "Too long"),
        ({"blame_field_specs": [["name"]]}, '{"blame_field_specs": [["name"]]}'),
        ('{"blame_field_specs": [["name"]]}', '{"blame_field_specs": [["name"]]}'),
        ({}, None),
        ("", None),
        (None, None),
    ],
)
def test_details(answering: Answering, data: Any, details: str | None) -> None:
    """The details of an error are read from each of the shapes that Graph gives them."""
    with pytest.raises(InvalidRequestError) as caught:
        answering(refusal(100, error_data=data)).number.get()
    assert caught.value.details == details


@pytest.mark.parametrize(
    ("error", "code", "subcode"),
    [
        ({"message": "No", "code": "80008", "error_subcode": "7"}, 80008, 7),
        ({"message": "No", "code": True}, None, None),
        ({"message": "No", "code": {"a": 1}}, None, None),
        ({"message": "No"}, None, None),
        ({}, None, None),
        ("No", None, None),
        (["No"], None, None),
    ],
)
def test_shapes_of_errors(
    answering: Answering, error: Any, code: int | None, subcode: int | None
) -> None:
    """Code and subcode are numbers or None, in whatever shape the error comes."""
    with pytest.raises(GraphError) as caught:
        answering(always({"error": error}, 400), **ONCE).number.get()
    assert (caught.value.code, caught.value.subcode) == (code, subcode)
    assert str(caught.value)
