"""What proves a write whose answer was lost: nothing that somebody else may have brought about."""

from contextlib import suppress
from typing import Any

import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.clocks import Time
from tests.doing import Do
from tests.faces import NUMBER, Handler
from tests.failures.calls import CALLS, NAME, get, look, operation
from tests.failures.faults import LOST
from tests.failures.graph import Failing

State = dict[str, Any]
Row = tuple[str, State | None, State, bool | None]

ANOTHER = "Another name"
DOWN = refusal(2, status=503)
DONE = always({"success": True})
REVIEW = {"new_display_name": NAME, "new_name_status": "PENDING_REVIEW"}
OTHER_REVIEW = {"new_display_name": ANOTHER, "new_name_status": "PENDING_REVIEW"}
DECLINED = {"new_display_name": ANOTHER, "new_name_status": "DECLINED"}
OFF, NAMED, BADGE = (
    "deregisterPhoneNumber",
    "updatePhoneNumber (name)",
    "updateOfficialBusinessAccount",
)
TAKE, GIVE = "setUsername", "deleteUsername"

# The call, what was read before it (None: nothing), what is read after it was lost, and whether
# that proves it: True, done; False, had no effect and is sent again; None, unknown.
ROWS: list[Row] = [
    (OFF, {"status": "CONNECTED"}, {"status": "DISCONNECTED"}, True),
    (OFF, {"status": "FLAGGED"}, {"status": "DISCONNECTED"}, True),
    (OFF, {"status": "DISCONNECTED"}, {"status": "DISCONNECTED"}, None),
    (OFF, {"status": "PENDING"}, {"status": "DISCONNECTED"}, None),
    (OFF, {}, {"status": "DISCONNECTED"}, None),
    (OFF, None, {"status": "DISCONNECTED"}, None),
    (OFF, None, {"status": "CONNECTED"}, False),
    (OFF, {"status": "CONNECTED"}, {"status": "CONNECTED"}, False),
    (OFF, {"status": "FLAGGED"}, {"status": "FLAGGED"}, False),
    (OFF, {"status": "CONNECTED"}, {"status": "FLAGGED"}, None),
    (OFF, None, {"status": "FLAGGED"}, None),
    (OFF, None, {"status": "UNKNOWN"}, None),
    (OFF, None, {}, None),
    (NAMED, {}, REVIEW, True),
    (NAMED, OTHER_REVIEW, REVIEW, True),
    (NAMED, {}, {**REVIEW, "new_name_status": "APPROVED"}, True),
    (NAMED, None, REVIEW, None),
    (NAMED, REVIEW, REVIEW, None),
    (NAMED, {}, OTHER_REVIEW, None),
    (NAMED, OTHER_REVIEW, OTHER_REVIEW, None),
    (NAMED, {}, {"new_name_status": "PENDING_REVIEW"}, None),
    (NAMED, {"verified_name": ANOTHER}, {"verified_name": NAME}, True),
    (NAMED, {"verified_name": NAME}, {"verified_name": NAME}, None),
    (NAMED, {}, {"verified_name": NAME}, None),
    (NAMED, None, {"verified_name": NAME}, None),
    (NAMED, {}, {}, False),
    (NAMED, None, {}, False),
    (NAMED, None, {"new_name_status": "NONE"}, False),
    (NAMED, DECLINED, DECLINED, False),
    (NAMED, {}, DECLINED, None),
    (NAMED, None, DECLINED, None),
    (NAMED, OTHER_REVIEW, {}, None),
    (BADGE, {}, {"oba_status": "PENDING"}, True),
    (BADGE, {"oba_status": "REJECTED"}, {"oba_status": "UNDER_REVIEW"}, True),
    (BADGE, {"oba_status": "PENDING"}, {"oba_status": "PENDING"}, None),
    (BADGE, {"oba_status": "PENDING"}, {"oba_status": "UNDER_REVIEW"}, None),
    (BADGE, None, {"oba_status": "PENDING"}, None),
    (BADGE, None, {}, False),
    (BADGE, None, {"oba_status": "NOT_STARTED"}, False),
    (BADGE, {"oba_status": "REJECTED"}, {"oba_status": "REJECTED"}, False),
    (BADGE, None, {"oba_status": "REJECTED"}, None),
    (BADGE, {}, {"oba_status": "APPROVED"}, None),
    (TAKE, {}, {"username": "jaspers"}, True),
    (TAKE, {"username": "shrub"}, {"username": "Jaspers"}, True),
    (TAKE, {"username": "JASPERS"}, {"username": "jaspers"}, None),
    (TAKE, None, {"username": "jaspers"}, None),
    (TAKE, {}, {}, False),
    (TAKE, None, {"username": "shrub"}, False),
    (TAKE, {"username": "shrub"}, {"username": "shrub"}, False),
    (TAKE, {"username": "shrub"}, {"username": "other"}, None),
    (GIVE, {"username": "jaspers"}, {}, True),
    (GIVE, {}, {}, None),
    (GIVE, None, {}, None),
    (GIVE, None, {"username": "jaspers"}, False),
    (GIVE, {"username": "jaspers"}, {"username": "shrub"}, None),
]


def state(members: State) -> Handler:
    return always({"id": NUMBER, **members})


@pytest.mark.parametrize(("name", "before", "after", "done"), ROWS)
@pytest.mark.one_in(3)
def test_row(
    failing: Failing, name: str, before: State | None, after: State, done: bool | None
) -> None:
    """A state proves a write if it agrees with what was sent, and was not there before."""
    seen = [] if before is None else [state(before)] * 3
    graph = failing(*seen, LOST, state(after), DONE)
    if before is not None:
        look(graph.client)
        graph.requests.clear()
    if done is None:
        error = graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
        assert error.operation == operation(name)
        assert error.read
    else:
        CALLS[name](graph.client)
    assert len(graph.requests) == (3 if done is False else 2)
    assert graph.count("GET") == 1


def listed(**members: Any) -> Handler:
    row = {"id": NUMBER, "display_phone_number": "+1 631-555-1000", **members}
    return always({"data": [row]})


ADD = "createPhoneNumber"


def test_added_with_its_name(failing: Failing) -> None:
    """A listed number with the name that was sent is the added one, though nothing was known."""
    graph = failing(LOST, listed(verified_name=NAME))
    assert CALLS[ADD](graph.client).id == NUMBER
    assert graph.methods == {"POST": 1, "GET": 1}


@pytest.mark.parametrize("named", [{"verified_name": ANOTHER}, {}], ids=str)
def test_added_by_somebody_else(failing: Failing, named: State) -> None:
    """A listed number with another name, or with none, may be somebody else's; its id is told."""
    for fault, kind in ((LOST, wabakit.OutcomeUnknownError), (DOWN, wabakit.UnavailableError)):
        graph = failing(fault, listed(**named))
        error = graph.fails(CALLS[ADD], kind)
        assert NUMBER in str(error)
        assert graph.methods == {"POST": 1, "GET": 1}


@pytest.mark.parametrize("seen", ["listed", "read", "added"])
def test_added_before(failing: Failing, time: Time, seen: str) -> None:
    """A number that was there before is not the added one, as long as it is remembered."""
    answers: dict[str, tuple[Do, Handler]] = {
        "listed": (CALLS["listPhoneNumbers"], listed(verified_name=NAME)),
        "read": (get, state({})),
        "added": (CALLS[ADD], always({"id": NUMBER})),
    }
    act, answer = answers[seen]
    graph = failing(answer, LOST, listed(verified_name=NAME), LOST, listed(verified_name=NAME))
    act(graph.client)
    graph.requests.clear()
    error = graph.fails(CALLS[ADD], wabakit.OutcomeUnknownError)
    assert error.read is not None
    assert "as before" in error.read
    time.advance(minutes=11)
    assert CALLS[ADD](graph.client).id == NUMBER


def test_listed_under_an_id_of_another_kind(failing: Failing) -> None:
    """A listed number whose id cannot be asked about is no proof; the error says it."""
    graph = failing(LOST, listed(verified_name=NAME, id="12a"))
    error = graph.fails(CALLS[ADD], wabakit.OutcomeUnknownError)
    assert error.read is not None
    assert "12a" in error.read
    assert graph.methods == {"POST": 1, "GET": 1}


HELD, NONE = always({"username": "jaspers"}), always({})


@pytest.mark.parametrize("taken", [[NONE], [LOST, HELD]], ids=["answered", "lost"])
def test_username_that_another_number_takes(failing: Failing, taken: list[Any]) -> None:
    """Whose username another number takes, may be without one before a lost `delete_username`."""
    graph = failing(HELD, *taken, LOST, NONE)
    other = graph.client.number("102290129340399")
    other.username()
    with suppress(wabakit.OutcomeUnknownError):
        graph.number.set_username("JASPERS", transfer=True)
    with pytest.raises(wabakit.OutcomeUnknownError):
        other.delete_username()
    assert graph.count("DELETE") == 1


def test_taken_in_other_capitals(failing: Failing) -> None:
    """A username that another number takes is gone, in whatever capitals it was read before."""
    graph = failing(always({"username": "JasPers"}), DONE, LOST, NONE)
    other = graph.client.number("102290129340399")
    other.username()
    CALLS[TAKE](graph.client)
    with pytest.raises(wabakit.OutcomeUnknownError):
        other.delete_username()


def test_username_in_capitals(failing: Failing) -> None:
    """A username that was sent in capitals is the same one."""
    graph = failing(always({}), LOST, always({"username": "jaspers"}))
    graph.number.username()
    assert graph.number.set_username("JASPERS").username == "jaspers"
    assert graph.methods == {"GET": 2, "POST": 1}


def test_proved_application(failing: Failing) -> None:
    """An application that was proved answers what was read of it."""
    graph = failing(always({"oba_status": "REJECTED"}), LOST, always({"oba_status": "PENDING"}))
    graph.number.official_business_account()
    applied = CALLS[BADGE](graph.client)
    assert applied.updated_status.oba_status == "PENDING"


def test_verified_is_done(failing: Failing) -> None:
    """That a number is verified is what handing in a code is for, whoever did it."""
    graph = failing(LOST, state({"code_verification_status": "VERIFIED"}))
    CALLS["verifyCode"](graph.client)
    assert graph.methods == {"POST": 1, "GET": 1}


def test_advice_after_looking(failing: Failing) -> None:
    """An error of Meta's that leaves the outcome open says what was read, and what to look at."""
    graph = failing(DOWN, state({"status": "DISCONNECTED"}))
    error = graph.fails(CALLS[OFF], wabakit.UnavailableError)
    assert error.outcome == "unknown"
    assert error.advice == (
        "Read afterwards: status DISCONNECTED. Read status before deregistering again."
    )


def test_off_though_otherwise_than_before(failing: Failing) -> None:
    """A number that is off after a lost registration is not registered, whatever it was before."""
    off = state({"status": "DISCONNECTED"})
    graph = failing(state({"status": "PENDING"}), LOST, off, refusal(133006))
    get(graph.client)
    error = graph.fails(CALLS["registerPhoneNumber"], wabakit.RegistrationError)
    assert error.outcome == "not_done"


def test_nothing_there_is_said(failing: Failing) -> None:
    """What was read says that there is none, where that is known."""
    graph = failing(LOST, always({}))
    assert graph.fails(CALLS[GIVE], wabakit.OutcomeUnknownError).read == "username absent"
