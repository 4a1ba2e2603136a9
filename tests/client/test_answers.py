"""Answers that are neither what was asked for nor an error as Graph writes them."""

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, always_text, in_turn, refusal
from tests.faces import NUMBER, TOKEN, Handler
from wabakit import GraphError, Retry, UnavailableError, UnexpectedAnswerError

ONCE = {"retry": Retry(attempts=1)}
ANSWER = {"id": NUMBER, "verified_name": "Jasper's Market"}
HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>"


UNREADABLE: list[Handler] = [
    always_text("", 200),
    always_text("", 204),
    always_text(HTML, 200),
    always_text('{"id": "1"', 200, "application/json"),
    always_text("null", 200),
    always_text('"text"', 200),
    always_text("[" * 100_000, 200),
    always("1"),
    always({}),
    always({"data": {}}),
    always([]),
    lambda _: httpx.Response(200, content=b'{"id": "\xff\xfe"}'),
]
WRITES: list[Callable[[wabakit.Number], None]] = [
    lambda number: number.set_pin("975312"),
    lambda number: number.update_settings(calling={"status": "ENABLED"}),
    lambda number: number.set_automation(prompts=[]),
]


@pytest.mark.parametrize("answer", UNREADABLE)
def test_unreadable_answer(answering: Answering, answer: Handler) -> None:
    """A good status with a body that the contract does not allow is an UnexpectedAnswerError."""
    server = answering(answer)
    with pytest.raises(UnexpectedAnswerError, match=f"get of {NUMBER} was answered") as caught:
        server.number.get()
    assert caught.value.operation == "getPhoneNumber"
    assert caught.value.response.status in (200, 204)
    assert len(server.requests) == 1


def test_wrong_member(answering: Answering) -> None:
    """A member of the wrong kind is an UnexpectedAnswerError too, in numbers and in lists."""
    bad = {"id": NUMBER, "throughput": "HIGH"}
    with pytest.raises(UnexpectedAnswerError):
        answering(always(bad)).number.get()
    with pytest.raises(UnexpectedAnswerError):
        list(answering(always({"data": [bad]})).account.numbers())
    with pytest.raises(UnexpectedAnswerError):
        list(answering(always({"data": "none"})).account.numbers())


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520, 530, 599])
@pytest.mark.parametrize("text", [HTML, "", "Bad Gateway", '{"a": 1}'])
@pytest.mark.one_in(3)
def test_failure_without_json(answering: Answering, status: int, text: str) -> None:
    """A server that fails without saying how in JSON is unavailable, not a crash of ours."""
    with pytest.raises(UnavailableError) as caught:
        answering(always_text(text, status), **ONCE).number.get()
    assert (caught.value.code, caught.value.status) == (None, status)
    assert caught.value.response is not None
    assert caught.value.response.text == text


def test_unavailable_with_status_200(answering: Answering) -> None:
    """The text "Service Unavailable" is a failure of Meta even with status 200."""
    with pytest.raises(UnavailableError):
        answering(always_text("Service Unavailable"), **ONCE).number.get()


def test_javascript(answering: Answering) -> None:
    """JSON is read whatever content type it is labelled with."""
    text = json.dumps(ANSWER)
    server = answering(always_text(text, 200, "text/javascript; charset=UTF-8"))
    assert server.number.get().verified_name == "Jasper's Market"
    refused = json.dumps({"error": {"message": "No", "code": 190}})
    with pytest.raises(wabakit.AuthenticationError):
        answering(always_text(refused, 401, "text/javascript")).number.get()


def test_error_with_status_200(answering: Answering) -> None:
    """A 200 with an error in it is that error."""
    with pytest.raises(wabakit.AuthenticationError):
        answering(refusal(190, status=200)).number.get()


@pytest.mark.parametrize("answer", [{"success": False}, {"success": "false"}])
def test_no_success(answering: Answering, answer: dict[str, Any]) -> None:
    """A 200 that denies success is a GraphError without a code."""
    server = answering(always(answer), **ONCE)
    with pytest.raises(GraphError) as caught:
        server.number.set_pin("975312")
    assert caught.value.code is None
    assert caught.value.status == 200


@pytest.mark.parametrize("answer", [{"success": True}, {"success": True, "id": NUMBER}])
def test_code_is_accepted(answering: Answering, answer: dict[str, Any]) -> None:
    """A plain success proves the number in one request; the id may come with it or not."""
    server = answering(always(answer))
    server.number.verify_code("123456")
    assert [request.method for request in server.requests] == ["POST"]


def test_badge_without_an_id(answering: Answering) -> None:
    """The state of the badge is read whether or not the answer repeats the id of the number."""
    server = answering(always({"oba_status": "APPROVED"}))
    found = server.number.official_business_account()
    assert found.oba_status is wabakit.OfficialBusinessAccountStatus.APPROVED
    assert found.id is None
    assert len(server.requests) == 1


@pytest.mark.parametrize("wrong", [1019084797593892, 1.5, True, [NUMBER], {}])
def test_id_of_another_kind(answering: Answering, wrong: Any) -> None:
    """An id that is there and no text is a fault, also where it may be missing."""
    with pytest.raises(UnexpectedAnswerError, match="id"):
        answering(always({"id": wrong, "oba_status": "PENDING"})).number.official_business_account()
    with pytest.raises(UnexpectedAnswerError, match="id"):
        answering(always({"id": wrong})).number.get()


@pytest.mark.parametrize("answer", [{"success": True}, {"success": "true"}])
def test_success(answering: Answering, answer: dict[str, Any]) -> None:
    """Success may be told as a boolean or as text."""
    server = answering(always(answer))
    server.number.set_pin("975312")
    assert len(server.requests) == 1


@pytest.mark.parametrize("write", WRITES)
def test_silence_about_success(
    answering: Answering, write: Callable[[wabakit.Number], None]
) -> None:
    """A write whose answer does not say that it succeeded is not taken for done."""
    with pytest.raises(wabakit.WabakitError) as caught:
        write(answering(always({}), **ONCE).number)
    assert not isinstance(caught.value, wabakit.InvalidInputError)


def test_null_is_absent(answering: Answering) -> None:
    """Null members are as good as absent, wherever they stand."""
    answer = {"data": [{"id": "1", "throughput": None, "health_status": {"entities": None}}, None]}
    (found,) = answering(always(answer)).account.numbers()
    assert found.throughput is None
    assert found.to_dict() == {"id": "1", "health_status": {}}


def test_record_of_the_answer(answering: Answering) -> None:
    """An error keeps status, useful headers and text of the answer, without token or cookie."""
    link = f"https://graph.facebook.com/v23.0/1?access_token={TOKEN}&after=A"
    answer = refusal(100, message=f"See {link}", debug=link)
    auth = "OAuth access_token=EAAleak"
    headers = {"x-fb-trace-id": "T1", "Set-Cookie": "c=1", "WWW-Authenticate": auth}

    def with_headers(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, content=answer(request).content, headers=headers)

    with pytest.raises(GraphError) as caught:
        answering(with_headers).number.get()
    response = caught.value.response
    assert response is not None
    assert type(response) is wabakit.Response
    assert response.status == 400
    assert response.headers["x-fb-trace-id"] == "T1"
    assert response.headers["www-authenticate"] == "OAuth access_token=***"
    assert not {"set-cookie", "authorization"} & set(response.headers)
    assert "access_token=***" in response.text
    assert "after=A" in response.text
    shown = f"{caught.value} {caught.value!r} {response!r} {vars(caught.value)}"
    assert TOKEN not in shown
    assert TOKEN.encode() not in pickle.dumps(caught.value)


def test_trace_id_in_a_header(answering: Answering) -> None:
    """The id that Meta's support asks for is taken from the header where the body lacks it."""
    error = {"error": {"message": "No", "code": 100}}
    with pytest.raises(GraphError) as caught:
        answering(always(error, 400, x_fb_request_id="Az9", x_fb_trace_id="T1")).number.get()
    assert caught.value.trace_id == "Az9"


def test_errors_travel(answering: Answering) -> None:
    """An error survives pickle and copy with all that it knows."""
    with pytest.raises(GraphError) as caught:
        answering(refusal(133016, fbtrace_id="Az1")).number.get()
    error = caught.value
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is wabakit.RegistrationLimitError
        assert (other.code, other.trace_id, str(other)) == (133016, "Az1", str(error))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirect(answering: Answering, status: int) -> None:
    """A redirect is not followed; it is an answer that was not expected."""
    headers = {"Location": "https://elsewhere.example/"}

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=headers)

    server = answering(answer)
    with pytest.raises(UnexpectedAnswerError):
        server.number.get()
    assert {request.url.host for request in server.requests} == {"graph.facebook.com"}


@pytest.mark.parametrize("status", [300, 304, 307])
def test_redirect_with_a_good_body(answering: Answering, status: int) -> None:
    """What a redirect says is not Graph's answer, however good it looks."""
    server = answering(always({"id": NUMBER, "success": True}, status, location="/elsewhere"))
    with pytest.raises(UnexpectedAnswerError, match="elsewhere"):
        server.number.get()


def test_in_turn_of_faults(answering: Answering) -> None:
    """No answer at all is a ConnectionFailedError with its cause, a late one a TimedOutError."""
    for fault, kind in (
        (httpx.ConnectError("refused"), wabakit.ConnectionFailedError),
        (httpx.ReadError("cut"), wabakit.ConnectionFailedError),
        (httpx.ReadTimeout("late"), wabakit.TimedOutError),
        (httpx.ConnectTimeout("late"), wabakit.TimedOutError),
    ):
        with pytest.raises(wabakit.ConnectionFailedError) as caught:
            answering(in_turn(fault), **ONCE).number.get()
        assert type(caught.value) is kind
        cause = caught.value.__cause__
        assert cause is not None
        assert fault in (cause, cause.__cause__)  # the latter where it was put into another's class
        assert isinstance(caught.value, ConnectionError)


def test_secret_that_looks_like_a_code(answering: Answering) -> None:
    """A PIN that reads like the code of an error does not spoil the error."""
    server = answering(refusal(133005))
    with pytest.raises(wabakit.RegistrationError) as caught:
        server.number.register("133005")
    assert caught.value.code == 133005
