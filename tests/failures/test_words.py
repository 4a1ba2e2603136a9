"""What people are told: Meta's words and ours, each once, about the call that they made."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always, refusal
from tests.faces import NUMBER, TOKEN
from tests.failures.calls import CALLS, get, register
from tests.failures.graph import Failing, raw

NAMED = "user text that names the reason"
LATIN_1 = '{"error":{"message":"Número inválido","code":133005,"fbtrace_id":"T"}}'.encode("latin-1")
Use = Callable[[wabakit.Number], Any]
REGISTER: Use = lambda number: number.register(pin="314159")  # noqa: E731
CALLING: Use = lambda number: number.update_settings(calling={"status": "ENABLED"})  # noqa: E731
Met = tuple[dict[str, Any], Use, type[wabakit.GraphError], list[str], list[str]]

MET: dict[str, Met] = {
    "calling refused": (
        {
            "message": "Calling cannot be enabled",
            "type": "OAuthException",
            "code": 138015,
            "error_user_title": "Calling Cannot Be Enabled",
            "error_user_msg": NAMED,
        },
        CALLING,
        wabakit.InvalidRequestError,
        [f'In Meta\'s words for the user: "{NAMED}"', "2,000 people a day", "Calling cannot be"],
        ["Calling Cannot Be Enabled"],
    ),
    "weak PIN": (
        {
            "message": "Invalid parameter",
            "type": "OAuthException",
            "code": 100,
            "error_user_title": "Weak PIN",
            "error_user_msg": NAMED,
            "fbtrace_id": "TRACE",
        },
        REGISTER,
        wabakit.InvalidRequestError,
        [f'In Meta\'s words for the user: "Weak PIN: {NAMED}"', "Invalid parameter. "],
        [],
    ),
    "not registered": (
        {
            "message": "(#133010) The account is not registered",
            "type": "OAuthException",
            "code": 133010,
            "fbtrace_id": "TRACE",
        },
        REGISTER,
        wabakit.RegistrationError,
        ["(133010). The account is not registered. Read status"],
        ["Register the number", "#133010"],
    ),
    "unknown path": (
        {
            "message": "Unknown path components: /username_suggestions",
            "type": "OAuthException",
            "code": 2500,
            "fbtrace_id": "TRACE",
        },
        lambda number: number.username_suggestions(),
        wabakit.InvalidRequestError,
        ["username_suggestions of", "path-or-token-missing", "check that the version exists"],
        ["http-bad-request"],
    ),
    "app not subscribed": (
        {
            "message": "(#100) Before override the current callback uri, your app must be "
            "subscribed to receive messages for WhatsApp Business Account",
            "type": "OAuthException",
            "code": 100,
        },
        lambda number: number.set_webhook("https://shop.example", "word"),
        wabakit.InvalidRequestError,
        ["set_webhook of", "/{app-id}/subscriptions"],
        [],
    ),
    "a PIN refused by the same operation": (
        {"message": "(#100) Invalid parameter", "code": 100},
        lambda number: number.set_pin("314159"),
        wabakit.InvalidRequestError,
        ["set_pin of"],
        ["subscri"],
    ),
}


@pytest.mark.parametrize(("error", "use", "kind", "said", "unsaid"), MET.values(), ids=MET)
def test_answers_that_people_met(
    answering: Answering,
    error: dict[str, Any],
    use: Use,
    kind: type[wabakit.GraphError],
    said: list[str],
    unsaid: list[str],
) -> None:
    """A refusal says what Meta says, what to do, and that nothing was done, in one request."""
    server = answering(always({"error": error}, 400))
    with pytest.raises(wabakit.GraphError) as caught:
        use(server.number)
    assert type(caught.value) is kind
    assert (caught.value.code, caught.value.outcome) == (error["code"], "not_done")
    assert len(server.requests) == 1
    assert [part for part in said if part not in str(caught.value)] == []
    assert [part for part in unsaid if part in str(caught.value)] == []


@pytest.mark.parametrize("code", [138000, 138004, 138015, 138018])
def test_calling_is_ours(answering: Answering, code: int) -> None:
    """Refusals around calling did nothing, and are told from codes that nobody knows."""
    server = answering(refusal(code))
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        CALLING(server.number)
    assert caught.value.outcome == "not_done"
    assert caught.value.name.startswith("calling-")


CHARSETS: dict[str, tuple[bytes, str, str]] = {
    "declared": (LATIN_1, "application/json; charset=ISO-8859-1", "Número inválido"),
    "not declared": (LATIN_1, "application/json", "N\ufffdmero inv\ufffdlido"),
    "declared wrongly": (LATIN_1, "application/json; charset=utf-8", "N\ufffdmero inv\ufffdlido"),
    "no such charset": (LATIN_1, 'application/json; charset="x"', "N\ufffdmero inv\ufffdlido"),
}


@pytest.mark.parametrize("status", [400, 200])
@pytest.mark.parametrize(("body", "kind", "message"), CHARSETS.values(), ids=CHARSETS)
def test_charset(failing: Failing, body: bytes, kind: str, message: str, status: int) -> None:
    """An error keeps its code in any charset; its text is read as far as it can be."""
    graph = failing(raw(status, body, Content_Type=kind))
    error = graph.fails(register, wabakit.RegistrationError)
    assert (error.code, error.message, error.trace_id) == (133005, message, "T")
    assert error.response is not None
    assert message in error.response.text
    assert graph.methods == {"POST": 1}


def test_nothing_is_said_twice(failing: Failing) -> None:
    """What message, details, user text and advice have in common is said once."""
    sentence = "Meta's registration server is not available for the moment."
    texts = dict.fromkeys(("message", "error_user_title", "error_user_msg"), sentence)
    texts["message"] = f"(#133004) {sentence}"
    answer = refusal(133004, status=503, error_data={"details": sentence}, **texts)
    error = failing(answer, retry=wabakit.Retry(attempts=1)).fails(get, wabakit.UnavailableError)
    assert str(error).count(sentence.rstrip(".")) == 1
    assert "In Meta's words" not in str(error)
    assert error.advice in f"{error}."


def test_whole_seconds(failing: Failing) -> None:
    """A wait is told in whole seconds, rounded up."""
    answer = always({"error": {"code": 80008}}, 400, retry_after="90.25")
    error = failing(answer, retry=wabakit.Retry(attempts=1)).fails(get, wabakit.RateLimitError)
    assert error.retry_after == timedelta(seconds=91)
    assert "Try again in 0:01:31." in str(error)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(7)
def test_no_text_names_a_stand_in(failing: Failing, name: str) -> None:
    """No text holds the stand-in of the low-level client for what was not answered."""
    bare = always({"id": NUMBER, "success": True, "data": []})
    for answers in ([bare], [httpx.ReadTimeout("late"), bare], [always({}), bare]):
        graph = failing(*answers)
        try:
            seen = repr(CALLS[name](graph.client))
        except wabakit.WabakitError as error:
            seen = f"{error} {error.to_dict()}"
        assert re.findall("(?i)unset", seen) == []
        assert TOKEN not in seen
