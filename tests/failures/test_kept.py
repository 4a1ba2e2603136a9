"""Exceptions are kept as JSON by task queues, logs and databases, and made again from it."""

import json
import pickle
import re
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

import httpx
import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.faces import NUMBER, WABA
from tests.failures.calls import get, register
from tests.failures.graph import Failing, leaks, usage
from tests.failures.samples import USAGE, View, kinds, sample
from wabakit import PhoneNumber, errors


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
    copied = wabakit.WabakitError.from_dict(json.loads(json.dumps(members)))
    assert type(copied) is kind
    assert (vars(copied), copied.args, str(copied)) == (vars(error), error.args, str(error))


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {},
        {"error": "Nothing", "text": "of ours"},
        {"error": "ViewError", "text": "no error of Graph's"},
        {**sample(errors.NotFoundError).to_dict(), "retry_after": "soon"},  # type: ignore[attr-defined]
        {**sample(errors.NotFoundError).to_dict(), "retry_after": 1e300},  # type: ignore[attr-defined]
    ],
)
def test_no_such_dict(kept: Any) -> None:
    """What is no error of this class is refused, and nothing of it is made."""
    with pytest.raises(wabakit.InvalidInputError, match=r"to_dict\(\)"):
        wabakit.GraphError.from_dict(kept)


@pytest.mark.parametrize("kind", list(kinds()))
def test_what_somebody_changed(kind: type[Exception]) -> None:
    """An exception that is made again can be shown and kept, or is refused."""
    members, values = cast(Any, sample(kind)).to_dict(), [None, 5, "x", ["x"], {"a": 1}]
    for name in members:
        for value in values:
            with suppress(wabakit.InvalidInputError):
                made = wabakit.WabakitError.from_dict({**members, name: value})
                assert json.loads(json.dumps(made.to_dict()))["text"] == str(made)
                assert type(made).__name__ in repr(made)


def test_records(failing: Failing) -> None:
    """What was read is made again from JSON: what was asked for and left out is None again."""
    row = {"id": NUMBER, "status": "PENDING", "throughput": {"level": "HIGH"}}
    graph = failing(always({**row, "data": [row]}, **usage(WABA, minutes=0)))
    fields = [PhoneNumber.status, PhoneNumber.throughput, PhoneNumber.username]
    card = graph.number.get(fields=fields)
    kept = json.loads(json.dumps(card.to_dict()))
    copied = PhoneNumber.from_dict(kept, fields)
    assert (copied, copied.username) == (card, None)
    with pytest.raises(wabakit.FieldNotRequestedError):
        _ = PhoneNumber.from_dict(kept).username
    assert wabakit.Throughput.from_dict(kept["throughput"]) == card.throughput
    (page,) = graph.account.numbers(fields=fields).pages()
    assert json.loads(json.dumps(page.to_dict())) == {
        "items": [row],
        "after": None,
        "before": None,
        "usage": [use.to_dict() for use in page.usage],
    }
    (views,) = graph.account.numbers(into=View).pages()
    assert views.to_dict()["items"] == [{"id": NUMBER, "status": "PENDING"}]
    for use in (*page.usage, USAGE):
        assert wabakit.Usage.from_dict(json.loads(json.dumps(use.to_dict()))) == use


@pytest.mark.parametrize("kept", [None, [], {"status": "PENDING"}, {"id": "1", "throughput": 7}])
def test_no_such_record(kept: Any) -> None:
    """What is no number is refused, and what is no use of a quota."""
    with pytest.raises(wabakit.InvalidInputError, match=r"PhoneNumber.to_dict\(\)"):
        PhoneNumber.from_dict(kept)
    with pytest.raises(wabakit.InvalidInputError, match=r"to_dict\(\)"):
        wabakit.Usage.from_dict(kept)


def test_what_stays_in_its_process(failing: Failing) -> None:
    """What holds a token refuses to be pickled, and says what to send in its place."""
    graph = failing(always({}))
    ways = {
        graph.client: "make one in each process",
        graph.number: f"pass the id, '{NUMBER}', and make client.number(phone_number_id) there",
        graph.account: f"pass the id, '{WABA}', and make client.account(waba_id) there",
        wabakit.Secret("hush"): "have a function give it there",
    }
    for thing, way in ways.items():
        with pytest.raises(TypeError, match=re.escape(way)) as caught:
            pickle.dumps(thing)
        assert leaks(str(caught.value)) == []


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
