"""Exceptions are kept as JSON by task queues, logs and databases, and made again from it."""

import json
from datetime import timedelta
from typing import Any, cast

import httpx
import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.faces import WABA
from tests.failures.calls import get, register
from tests.failures.graph import Failing, leaks, usage
from tests.failures.samples import kinds, sample
from wabakit import errors


def again(error: Any) -> Any:
    """Make an exception again as task queues do, celery among them."""
    return type(error)(*json.loads(json.dumps(error.args)))


@pytest.mark.parametrize("kind", list(kinds()))
def test_made_again(kind: type[Exception]) -> None:
    """An exception made again from its arguments, kept as JSON, says all that the first one did."""
    error: Any = sample(kind)
    copied: Any = again(error)
    assert type(copied) is kind
    assert (str(copied), repr(copied), copied.args) == (str(error), repr(error), error.args)
    assert vars(copied) == vars(error)
    assert cast(Any, copied).to_dict() == error.to_dict()
    assert again(copied).args == error.args


@pytest.mark.parametrize("kind", list(kinds()))
def test_as_a_dict(kind: type[errors.WabakitError]) -> None:
    """An exception as a dict is JSON as it is: its class, its text, and each of its attributes."""
    error: Any = sample(kind)
    members = error.to_dict()
    assert json.loads(json.dumps(members)) == members
    assert members["error"] == kind.__name__
    assert members["text"] == str(error)
    assert set(members) == {"error", "text", *vars(error)}


def test_real_errors(failing: Failing) -> None:
    """Errors of real calls are made again too, with wait, quota use and record of the answer."""
    throttled = always({"error": {"code": 80008, "message": "Slow"}}, 400, **usage(WABA, minutes=7))
    once = wabakit.Retry(attempts=1)
    cases = [
        failing(throttled, retry=once).fails(get, wabakit.RateLimitError),
        failing(refusal(133005)).fails(register, wabakit.RegistrationError),
        failing(always({})).fails(get, wabakit.UnexpectedAnswerError),
        failing(httpx.ReadTimeout("late"), retry=once).fails(get, wabakit.TimedOutError),
        failing(httpx.ReadTimeout("late")).fails(register, wabakit.OutcomeUnknownError),
    ]
    for error in cases:
        copied = again(error)
        assert vars(copied) == vars(error)
        assert leaks(f"{error.args} {error.to_dict()}") == []
    assert again(cases[0]).retry_after == timedelta(minutes=7)
    assert again(cases[0]).usage[0].regain_access == timedelta(minutes=7)


def test_what_was_learned_later(failing: Failing) -> None:
    """What is set on an exception after it was made, such as its outcome, is kept as well."""
    error = failing(refusal(133005)).fails(register, wabakit.RegistrationError)
    error.outcome = "unknown"
    assert again(error).outcome == "unknown"


def test_arguments_that_are_set(failing: Failing) -> None:
    """A program may add to the arguments of an exception that is a message alone."""
    error: Any = sample(errors.ViewError)
    error.args = (*error.args, "in the night run")
    assert error.args == ("what went wrong", "in the night run")


def test_secret_argument(failing: Failing) -> None:
    """A secret that stands where it was not expected is kept as `***`."""
    graph = failing(always({"calling": {"sip": {"servers": [{"sip_user_password": "hush"}]}}}))
    settings: Any = graph.number.settings(include_sip_credentials=True)
    password = settings.calling.sip.servers[0].sip_user_password
    with pytest.raises(wabakit.InvalidInputError) as caught:
        graph.number.request_code(method=password)
    assert "hush" not in f"{caught.value} {caught.value.args} {json.dumps(caught.value.to_dict())}"
