"""What an exception says of a refusal."""

import json
from datetime import timedelta

import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.faces import NUMBER, TOKEN, WABA
from tests.failures.calls import get, register
from tests.failures.graph import Failing, usage

FULL = {
    "message": "(#133005) Two step verification PIN Mismatch",
    "type": "OAuthException",
    "code": 133005,
    "error_subcode": 2388001,
    "error_data": {"details": "The PIN is another one"},
    "is_transient": False,
    "error_user_title": "PIN stimmt nicht",
    "error_user_msg": "Die PIN stimmt nicht.",
    "fbtrace_id": "AbCdEf",
}


def test_everything_graph_said(failing: Failing) -> None:
    """All that Graph said of an error can be read from the exception, quota use included."""
    graph = failing(always({"error": FULL}, 400, x_fb_rev="77", **usage(WABA, calls=28)))
    error = graph.fails(register, wabakit.RegistrationError)
    assert error.name == "two-step-pin-mismatch"
    assert (error.message, error.type) == (FULL["message"], "OAuthException")
    assert (error.code, error.subcode, error.status) == (133005, 2388001, 400)
    assert error.details == "The PIN is another one"
    assert (error.user_title, error.user_message) == ("PIN stimmt nicht", "Die PIN stimmt nicht.")
    assert (error.trace_id, error.transient) == ("AbCdEf", False)
    assert (error.repeatable, error.outcome) == (False, "not_done")
    assert [entry.call_count for entry in error.usage] == [28]
    assert error.response is not None
    assert error.response.headers["x-fb-rev"] == "77"
    assert "two step" in error.response.text.lower()


def test_one_paragraph(failing: Failing) -> None:
    """The text of an error is one paragraph: what failed, why, what to do, whom to quote."""
    error = failing(always({"error": FULL}, 400)).fails(register, wabakit.RegistrationError)
    said = str(error)
    assert "\n" not in said
    for part in (
        f"register of {NUMBER} failed: ",
        "133005",
        "PIN Mismatch",
        "another one",
        "AbCdEf",
    ):
        assert part in said
    assert error.advice.rstrip(".") in said
    assert repr(error).startswith("RegistrationError(")


def test_localised_text_alone(failing: Failing) -> None:
    """Where Graph speaks to its user only, the exception still says what happened in English."""
    error = failing(always({"error": {"code": 190, "error_user_msg": "Abgelaufen"}}, 401)).fails(
        get, wabakit.AuthenticationError
    )
    assert error.user_message == "Abgelaufen"
    assert "token" in str(error)


def test_trace_id_from_the_header(failing: Failing) -> None:
    """Without a trace id in the body, the one of the header is given."""
    graph = failing(always({"error": "no"}, 400, x_fb_request_id="AxYz"))
    assert graph.fails(get, wabakit.GraphError).trace_id == "AxYz"


def test_wait_of_the_catalogue(failing: Failing) -> None:
    """An error that is known to pass says how long that takes, even if Graph does not."""
    error = failing(refusal(133015)).fails(register, wabakit.RegistrationError)
    assert error.retry_after == timedelta(minutes=5)
    assert error.repeatable
    assert "Try again in 0:05:00" in str(error)


def test_long_answer(failing: Failing) -> None:
    """The record of an answer is cut, so that a log can hold it."""
    error = failing(always({"error": {"code": 100, "message": "x" * 50_000}}, 400)).fails(
        get, wabakit.InvalidRequestError
    )
    assert error.response is not None
    assert len(error.response.text) == 10_000


def test_token_echoed_in_a_link(failing: Failing) -> None:
    """A link that Graph repeats in an error is shown without the token in it."""
    link = f"https://graph.facebook.com/{NUMBER}?access_token=EAAleak&limit=1"
    error = failing(refusal(100, message=f"See {link} or {TOKEN}")).fails(
        get, wabakit.InvalidRequestError
    )
    assert "EAAleak" not in f"{error} {error.response}"
    assert "limit=1" in error.message
    assert f"or {'*' * 3}" in error.message


@pytest.mark.parametrize("header", ["{", "[]", '{"1": 5}', '{"1": [null, "x"]}', "1" * 5000])
def test_unreadable_usage(failing: Failing, header: str) -> None:
    """A usage header that nobody can read does not stand in the way of the answer."""
    graph = failing(always({"error": {"code": 100}}, 400, x_business_use_case_usage=header))
    assert graph.fails(get, wabakit.InvalidRequestError).usage == ()


def test_pin_that_reads_like_a_code(failing: Failing) -> None:
    """A PIN with the digits of an error's code does not make the error unreadable."""
    graph = failing(refusal(133005, message="PIN 133005 is wrong", pin=133005))
    error = graph.fails(
        lambda client: client.number(NUMBER).register("133005"), wabakit.RegistrationError
    )
    assert error.code == 133005
    assert error.message == "PIN *** is wrong"
    assert error.response is not None
    assert json.loads(error.response.text)["error"]["pin"] == "***"
