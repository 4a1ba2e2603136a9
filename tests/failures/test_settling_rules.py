"""What a state that was read means for the write that came before."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always, page, refusal, sent
from tests.faces import NUMBER, WABA
from tests.failures.calls import CALLS, NAME, PIN, Do, account, get, look, number, register
from tests.failures.faults import LOST, Fault, breaking
from tests.failures.graph import Failing, Graph
from wabakit.emulator import Account, Emulator

ANOTHER_PIN = "111111"
AFTER, BEFORE = Fault(LOST, after=True), Fault(LOST, after=False)
DONE = always({"success": True})


def state(**members: Any) -> Any:
    return always({"id": NUMBER, **members})


def pins(graph: Graph) -> list[str]:
    return [sent(request)["pin"] for request in graph.requests if request.method == "POST"]


def test_connected_before(failing: Failing, emulator: Emulator, waba: Account) -> None:
    """That an unseen number is connected proves no registration: it is sent again, same PIN."""
    emulator.add_number(waba.id, id=NUMBER)
    graph = failing(breaking(emulator, AFTER))
    register(graph.client)
    assert pins(graph) == [PIN, PIN]
    assert graph.methods == {"POST": 2, "GET": 1}
    assert emulator.number(NUMBER).pin == PIN


def test_wrong_pin_the_second_time(failing: Failing, emulator: Emulator, waba: Account) -> None:
    """If the repetition meets another PIN, then neither of the two registered the number."""
    emulator.add_number(waba.id, id=NUMBER, pin=ANOTHER_PIN)
    graph = failing(breaking(emulator, BEFORE))
    get(graph.client)
    error = graph.fails(register, wabakit.RegistrationError)
    assert (error.code, error.outcome) == (133005, "not_done")
    assert graph.count("POST") == 2
    assert emulator.number(NUMBER).pin == ANOTHER_PIN


@pytest.mark.parametrize("code", [190, 133006, 133009])
def test_refused_the_second_time(failing: Failing, code: int) -> None:
    """Any other refusal of the repetition leaves open whether the first registered the number."""
    graph = failing(LOST, state(status="CONNECTED"), refusal(code))
    with pytest.raises(wabakit.GraphError) as caught:
        register(graph.client)
    assert (caught.value.code, caught.value.outcome) == (code, "unknown")
    assert graph.methods == {"POST": 2, "GET": 1}


def test_lost_the_second_time(failing: Failing) -> None:
    """Two lost calls for a number that may have been connected before tell nothing."""
    graph = failing(LOST, state(status="CONNECTED"), LOST, state(status="CONNECTED"))
    error = graph.fails(register, wabakit.OutcomeUnknownError)
    assert error.read == "status CONNECTED"
    assert graph.methods == {"POST": 2, "GET": 2}


SEEN: dict[str, Do] = {
    "read": get,
    "listed": account(lambda a: list(a.numbers(fields=[wabakit.PhoneNumber.status]))),
    "deregistered": CALLS["deregisterPhoneNumber"],
    "copy": lambda client: get(client.with_options(timeout=5)),
}


@pytest.mark.parametrize("seen", SEEN)
def test_seen_unconnected(failing: Failing, emulator: Emulator, waba: Account, seen: str) -> None:
    """A number that this client saw unconnected, and that is connected now, was registered."""
    status = "CONNECTED" if seen == "deregistered" else "PENDING"
    number = emulator.add_number(
        waba.id, id=NUMBER, status=status, code_verification_status="VERIFIED"
    )
    faults = [None, AFTER] if seen == "deregistered" else [AFTER]
    graph = failing(breaking(emulator, *faults))
    SEEN[seen](graph.client)
    graph.requests.clear()
    register(graph.client)
    assert graph.methods == {"POST": 1, "GET": 1}
    assert number.status == "CONNECTED"


def test_added_by_this_client(failing: Failing) -> None:
    """A number that this client added was not connected before."""
    graph = failing(always({"id": NUMBER}), LOST, state(status="CONNECTED"))
    CALLS["createPhoneNumber"](graph.client).register(PIN)
    assert graph.methods == {"POST": 2, "GET": 1}


def test_seen_connected_later(failing: Failing) -> None:
    """What was seen last counts: a number seen connected since then proves nothing."""
    graph = failing(
        state(status="PENDING"), state(status="CONNECTED"), LOST, state(status="CONNECTED"), DONE
    )
    get(graph.client)
    get(graph.client)
    register(graph.client)
    assert graph.methods == {"POST": 2, "GET": 3}


def test_seen_before_an_unknown_outcome(failing: Failing) -> None:
    """After an unknown outcome nothing is taken for granted that was seen before it."""
    once = wabakit.Retry(attempts=1)
    pending, connected = state(status="PENDING"), state(status="CONNECTED")
    graph = failing(pending, LOST, pending, LOST, connected, DONE)
    get(graph.client)
    graph.fails(
        lambda client: register(client.with_options(retry=once)), wabakit.OutcomeUnknownError
    )
    register(graph.client)
    assert graph.methods == {"GET": 3, "POST": 3}


@pytest.mark.parametrize("members", [{}, {"status": "UNKNOWN"}, {"status": "FLAGGED"}], ids=str)
def test_status_that_does_not_tell(failing: Failing, members: dict[str, str]) -> None:
    """A number without a telling status is not taken for deregistered."""
    graph = failing(LOST, state(**members))
    error = graph.fails(CALLS["deregisterPhoneNumber"], wabakit.OutcomeUnknownError)
    assert error.read == f"status {members.get('status', 'unknown')}"
    assert graph.methods == {"POST": 1, "GET": 1}


PENDING, APPROVED = {"new_name_status": "PENDING_REVIEW"}, {"new_name_status": "APPROVED"}
REVIEWS: list[tuple[dict[str, str] | None, dict[str, str], bool | None]] = [
    ({}, PENDING, True),
    (None, PENDING, True),
    (PENDING, PENDING, None),
    ({}, APPROVED, None),
    (None, {"verified_name": NAME}, True),
    (None, {"new_name_status": "DECLINED"}, False),
    ({}, {}, False),
]


@pytest.mark.parametrize(("before", "after", "done"), REVIEWS)
def test_display_name(
    failing: Failing, before: dict[str, str] | None, after: dict[str, str], done: bool | None
) -> None:
    """A review under way proves a request, unless this client knows of one before it."""
    name = CALLS["updatePhoneNumber (name)"]
    graph = failing(*[] if before is None else [state(**before)], LOST, state(**after), DONE)
    if before is not None:
        look(graph.client)
    if done is None:
        graph.fails(name, wabakit.OutcomeUnknownError)
    else:
        name(graph.client)
    assert graph.count("POST") == (2 if done is False else 1)


@pytest.mark.parametrize("display", ["+1 631-555-1000", "16315551000"])
def test_added_number_is_found(failing: Failing, display: str) -> None:
    """A number that was added is found by its digits, however it is written, on any page."""
    body = page("7", after="c") | {"data": [{"id": "7", "display_phone_number": "+1 631-555-1001"}]}
    found = {"data": [{"id": NUMBER, "display_phone_number": display}]}
    graph = failing(LOST, always(body), always(found))
    assert CALLS["createPhoneNumber"](graph.client).id == NUMBER
    assert graph.methods == {"POST": 1, "GET": 2}
    assert {request.url.path for request in graph.requests} == {f"/v23.0/{WABA}/phone_numbers"}


def test_username_in_another_case(failing: Failing) -> None:
    """A username is the same in capitals."""
    graph = failing(LOST, always({"username": "Jaspers", "status": "approved"}))
    assert CALLS["setUsername"](graph.client).username == "Jaspers"
    assert graph.methods == {"POST": 1, "GET": 1}


def test_what_an_unknown_outcome_says(failing: Failing) -> None:
    """An unknown outcome says what was sent, what was read, and what to look at."""
    graph = failing(LOST, state(code_verification_status="NOT_VERIFIED"))
    error = graph.fails(CALLS["verifyCode"], wabakit.OutcomeUnknownError)
    assert error.operation == "verifyCode"
    assert error.sent == f"verify_code of {NUMBER} was sent"
    assert error.read == "code_verification_status NOT_VERIFIED"
    assert "guesses are limited" in error.check
    for part in (error.sent, error.read, error.check, "unknown"):
        assert part in str(error)
    assert isinstance(error.__cause__, wabakit.TimedOutError)


def test_nothing_to_read(failing: Failing) -> None:
    """Where nothing could be read, an unknown outcome says so by silence."""
    error = failing(LOST).fails(number(lambda n: n.request_code()), wabakit.OutcomeUnknownError)
    assert error.read is None
    assert "second message" in str(error)
    assert "Read afterwards" not in str(error)
