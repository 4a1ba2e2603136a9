"""The error catalogue: what it tells people to do."""

import re

import pytest

from openapi.tools.vocabulary import vocabulary
from tests.contract.catalogue import ERRORS, resolve
from tests.contract.document import CONTRACT


@pytest.mark.parametrize("text", ["100/33", "803"])
def test_not_found_says_that_it_may_be_hidden(text: str) -> None:
    """The advice admits that a missing object and a hidden one look the same."""
    assert "cannot be told apart" in resolve(text)["advice"].lower()


@pytest.mark.parametrize("text", ["4", "17", "341", "613", "80007", "80008"])
def test_a_throttle_says_stop_and_why(text: str) -> None:
    """The advice for a throttle is to stop until the estimate, for calls lengthen the block."""
    advice = resolve(text)["advice"]
    assert advice.startswith("Stop")
    assert "estimate" in advice
    assert "lengthen the block" in advice


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("368", "expired verification code"),
        ("133015", "too many attempts"),
        ("133016", "invalid code"),
    ],
)
def test_a_wrong_meaning_is_corrected_with_the_reason(text: str, wrong: str) -> None:
    """Where documents give a code a wrong meaning, the note names it and says why it is wrong."""
    entry = resolve(text)
    assert re.search(rf"{wrong}.* wrong.*, since ", entry["note"])
    assert wrong not in entry["meaning"]


@pytest.mark.parametrize(
    ("text", "wait"),
    [("133015", "PT5M"), ("133016", "PT72H"), ("131057", "PT1M"), ("133008", None)],
)
def test_a_wait_is_stated_where_it_is_known_and_never_invented(text: str, wait: str | None) -> None:
    """A known wait is given; the one that only the error's details tell is not made up."""
    assert resolve(text).get("wait") == wait


def advice(text: str, call: str) -> str:
    """Resolve the advice for a code in answer to one call."""
    entry = resolve(text)
    return str(entry.get("at-operation", {}).get(call, {}).get("advice", entry["advice"]))


def test_calls_are_those_of_the_contract() -> None:
    """What an error means for one call is said of calls and body members that there are."""
    known = dict(vocabulary(CONTRACT)).keys()
    named = {call for entry in ERRORS for call in entry.get("at-operation", {})}
    assert named
    assert sorted(named - known) == []


def test_the_advice_does_not_send_in_circles() -> None:
    """Whoever registers or deregisters is not told to register the number."""
    assert advice("133010", "requestCode").startswith("Register the number")
    for call in ("registerPhoneNumber", "deregisterPhoneNumber"):
        assert "register the number" not in advice("133010", call).lower()


def test_the_harmless_way_comes_first() -> None:
    """An account is deleted only after waiting and looking, and the advice says that last."""
    for text in ("100/2388001", "2388001"):
        said = resolve(text)["advice"].lower()
        assert said.startswith("wait")
        assert said.index("delet") > said.index("pin")


@pytest.mark.parametrize(
    ("text", "call", "missing"),
    [
        ("138000", "updateSettings", "Enable calling"),
        ("138015", "updateSettings", "2,000 people a day"),
        ("138018", "updateSettings", "webhook field calls, or set up SIP"),
        ("100/2388028", "createPhoneNumber", "room for 2 numbers at first, for 20"),
        ("100", "updatePhoneNumber!webhook_configuration", "/{app-id}/subscriptions"),
        ("2500", "listUsernameSuggestions", "the version exists"),
    ],
)
def test_the_advice_names_what_is_missing(text: str, call: str, missing: str) -> None:
    """The advice says what has to be there before the call can succeed."""
    assert missing in advice(text, call)
