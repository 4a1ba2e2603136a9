"""What a state that was read means for the write that came before."""

from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always, in_turn, page, refusal, sent
from tests.doing import number
from tests.faces import NUMBER, TOKEN, WABA, SyncFace
from tests.failures.calls import CALLS, NAME, PIN, get, look, register
from tests.failures.faults import LOST, Fault, breaking
from tests.failures.graph import Failing, Graph
from wabakit.emulator import Account, Emulator

ANOTHER_PIN = "111111"
AFTER, BEFORE = Fault(LOST, after=True), Fault(LOST, after=False)
PENDING: dict[str, Any] = {"status": "PENDING", "code_verification_status": "VERIFIED"}
TOKEN_ONLY = {"Authorization": f"Bearer {TOKEN}"}


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


def test_registered_by_somebody_else(failing: Failing, emulator: Emulator, waba: Account) -> None:
    """A number that this client saw pending, and that another client registered, is not its own."""
    number = emulator.add_number(waba.id, id=NUMBER, **PENDING)
    other = emulator.transport()

    def overtaken(request: httpx.Request) -> httpx.Response:
        if request.method == "POST" and number.status == "PENDING":
            body = {"messaging_product": "whatsapp", "pin": ANOTHER_PIN}
            other.handle_request(httpx.Request("POST", request.url, headers=TOKEN_ONLY, json=body))
            raise LOST
        return other.handle_request(request)

    graph = failing(overtaken)
    look(graph.client)
    error = graph.fails(register, wabakit.RegistrationError)
    assert (error.code, error.outcome) == (133005, "not_done")
    assert graph.count("POST") == 2
    assert number.pin == ANOTHER_PIN


@pytest.mark.parametrize("status", ["CONNECTED", "FLAGGED", "RESTRICTED", None])
def test_one_attempt_proves_no_pin(failing: Failing, status: str | None) -> None:
    """Without a repetition nothing tells with which PIN a number was registered."""
    graph = failing(state(status="PENDING"), LOST, state(**{"status": status} if status else {}))
    get(graph.client)
    once = graph.client.with_options(retry=wabakit.Retry(attempts=1))
    error = graph.fails(lambda _: register(once), wabakit.OutcomeUnknownError)
    assert error.read == f"status {status or 'unknown'}"
    assert graph.methods == {"GET": 2, "POST": 1}


def test_lost_the_second_time(failing: Failing) -> None:
    """Two lost calls for a number that may have been connected before tell nothing."""
    graph = failing(LOST, state(status="CONNECTED"), LOST, state(status="CONNECTED"))
    error = graph.fails(register, wabakit.OutcomeUnknownError)
    assert error.read == "status CONNECTED"
    assert "same PIN only" in error.check
    assert graph.methods == {"POST": 2, "GET": 2}


def test_latest_failure_is_told(failing: Failing) -> None:
    """Of two uncertain sends the failure of the second is reported."""
    connected = state(status="CONNECTED")
    graph = failing(LOST, connected, refusal(2, status=503), connected)
    error = graph.fails(register, wabakit.UnavailableError)
    assert error.outcome == "unknown"


@pytest.mark.parametrize("members", [{}, {"status": "UNKNOWN"}, {"status": "FLAGGED"}], ids=str)
def test_status_that_does_not_tell(failing: Failing, members: dict[str, str]) -> None:
    """A number without a telling status is not taken for deregistered."""
    graph = failing(LOST, state(**members))
    error = graph.fails(CALLS["deregisterPhoneNumber"], wabakit.OutcomeUnknownError)
    assert error.read == f"status {members.get('status', 'unknown')}"
    assert graph.methods == {"POST": 1, "GET": 1}


@pytest.mark.parametrize("display", ["+1 631-555-1000", "16315551000"])
def test_added_number_is_found(failing: Failing, display: str) -> None:
    """A number that was added is found by its digits, however it is written, on any page."""
    body = page("7", after="c") | {"data": [{"id": "7", "display_phone_number": "+1 631-555-1001"}]}
    row = {"id": NUMBER, "display_phone_number": display, "verified_name": NAME}
    found = {"data": [row]}
    graph = failing(LOST, always(body), always(found))
    assert CALLS["createPhoneNumber"](graph.client).id == NUMBER
    assert graph.methods == {"POST": 1, "GET": 2}
    assert {request.url.path for request in graph.requests} == {f"/v23.0/{WABA}/phone_numbers"}


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


def test_each_write_is_remembered(failing: Failing) -> None:
    """What one write did is known though another changed something else since: it is no news."""
    done, off = always({"success": True}), state(status="DISCONNECTED")
    graph = failing(state(status="CONNECTED"), done, done, LOST, off)
    get(graph.client)
    CALLS["deregisterPhoneNumber"](graph.client)
    CALLS["deleteUsername"](graph.client)
    graph.fails(CALLS["deregisterPhoneNumber"], wabakit.OutcomeUnknownError)


def test_username_that_was_not_taken(failing: Failing) -> None:
    """A number that is read to have its username, after another tried to take it, still has it."""
    held, none = always({"username": "jaspers"}), always({})
    graph = failing(refusal(100), held, LOST, none)
    graph.fails(CALLS["setUsername"], wabakit.InvalidRequestError)
    other = graph.client.number("102290129340399")
    other.username()
    other.delete_username()
    assert graph.methods == {"POST": 1, "GET": 2, "DELETE": 1}


def test_another_write_under_way() -> None:
    """What a write under way may have brought about proves no other one that is lost meanwhile."""

    def meanwhile(request: httpx.Request) -> httpx.Response:
        graph.fails(CALLS["deregisterPhoneNumber"], wabakit.OutcomeUnknownError)
        return always({"success": True})(request)

    on, off = state(status="CONNECTED"), state(status="DISCONNECTED")
    graph = Graph(in_turn(on, meanwhile, LOST, off), SyncFace(), {})
    get(graph.client)
    CALLS["deregisterPhoneNumber"](graph.client)
    assert graph.methods == {"GET": 2, "POST": 2}


def test_name_like_a_username_elsewhere(failing: Failing) -> None:
    """A display name that reads like the username which another number takes is still known."""
    named = always({"id": "102290129340399", "verified_name": "Jaspers"})
    renamed = always({"id": "102290129340399", "verified_name": NAME})
    graph = failing(named, always({"success": True}), LOST, renamed)
    other = graph.client.number("102290129340399")
    other.get(fields=[wabakit.PhoneNumber.verified_name])
    CALLS["setUsername"](graph.client)
    other.request_display_name(NAME)
    assert graph.methods == {"GET": 2, "POST": 2}


def test_refused_read_is_no_knowledge(failing: Failing) -> None:
    """That a read was refused does not say that there is nothing."""
    held = always({"username": "jaspers"})
    graph = failing(refusal(100), LOST, held)
    graph.fails(CALLS["getUsername"], wabakit.InvalidRequestError)
    graph.fails(CALLS["setUsername"], wabakit.OutcomeUnknownError)


@pytest.mark.parametrize("said", ["perhaps", "", {}, []])
def test_odd_word_of_success(failing: Failing, said: Any) -> None:
    """A write is not taken for done by an answer that says neither yes nor no."""
    graph = failing(always({"success": said}), always({}, 400))
    graph.fails(CALLS["deregisterPhoneNumber"], wabakit.OutcomeUnknownError)
