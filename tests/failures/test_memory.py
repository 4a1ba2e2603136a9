"""What a client knows of a number, from where, and for how long."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always
from tests.clocks import Time
from tests.doing import Do, account, number
from tests.faces import NUMBER, Handler
from tests.failures.calls import CALLS, NAME, get, look
from tests.failures.faults import LOST
from tests.failures.graph import Failing, Graph

State = dict[str, Any]

ANOTHER = "Another name"
DONE = always({"success": True})
REVIEW = {"new_display_name": NAME, "new_name_status": "PENDING_REVIEW"}
OFF, NAMED = "deregisterPhoneNumber", "updatePhoneNumber (name)"
TAKE, GIVE = "setUsername", "deleteUsername"


def state(members: State) -> Handler:
    return always({"id": NUMBER, **members})


LEARNED: dict[str, tuple[Do, list[Handler], str, State]] = {
    "a listed status": (
        account(lambda a: list(a.numbers(fields=[wabakit.PhoneNumber.status]))),
        [always({"data": [{"id": NUMBER, "status": "CONNECTED"}]})],
        OFF,
        {"status": "DISCONNECTED"},
    ),
    "a copy's read": (
        lambda client: get(client.with_options(timeout=5)),
        [state({"status": "CONNECTED"})],
        OFF,
        {"status": "DISCONNECTED"},
    ),
    "a registration": (CALLS["registerPhoneNumber"], [DONE], OFF, {"status": "DISCONNECTED"}),
    "a username taken": (CALLS[TAKE], [always({"success": True, "status": "reserved"})], GIVE, {}),
    "a username on the node": (
        number(lambda n: n.get(fields=[wabakit.PhoneNumber.username])),
        [state({"username": "jaspers"})],
        GIVE,
        {},
    ),
    "a username given up": (CALLS[GIVE], [DONE], TAKE, {"username": "jaspers"}),
    "another name asked for": (
        number(lambda n: n.request_display_name(ANOTHER)),
        [DONE],
        NAMED,
        REVIEW,
    ),
}


@pytest.mark.parametrize(("teach", "answers", "name", "after"), LEARNED.values(), ids=LEARNED)
def test_learned(
    failing: Failing, teach: Do, answers: list[Handler], name: str, after: State
) -> None:
    """What was known before a write comes from any answer, of a copy or of another write too."""
    graph = failing(*answers, LOST, state(after))
    teach(graph.client)
    graph.requests.clear()
    CALLS[name](graph.client)
    assert len(graph.requests) == 2


OFF_NOW = state({"status": "DISCONNECTED"})
CONNECTED = state({"status": "CONNECTED"})


def is_unknown(graph: Graph, name: str = OFF) -> None:
    """Make a call that is lost, and of which the state that is read then proves nothing."""
    graph.requests.clear()
    graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
    assert len(graph.requests) == 2


@pytest.mark.parametrize(("minutes", "proves"), [(9.9, True), (10, True), (10.1, False)])
def test_age(failing: Failing, time: Time, minutes: float, proves: bool) -> None:
    """What was read more than ten minutes ago proves nothing: somebody else may have acted."""
    graph = failing(CONNECTED, LOST, OFF_NOW)
    get(graph.client)
    time.advance(minutes=minutes)
    if proves:
        CALLS[OFF](graph.client)
    else:
        is_unknown(graph)


def test_what_was_not_asked_for(failing: Failing) -> None:
    """What a read did not ask for is not known to be absent."""
    graph = failing(CONNECTED, LOST, always({"username": "jaspers"}))
    get(graph.client)
    is_unknown(graph, TAKE)


def test_each_fact_has_its_age(failing: Failing, time: Time) -> None:
    """What is read later of a number does not make older knowledge of it young."""
    graph = failing(CONNECTED, always({"success": True, "username": "jaspers"}), LOST, OFF_NOW)
    get(graph.client)
    time.advance(minutes=6)
    graph.number.username()
    time.advance(minutes=6)
    is_unknown(graph)


def test_clock_set_back(failing: Failing, time: Time) -> None:
    """What was read before the clock was set back is of no known age."""
    graph = failing(CONNECTED, LOST, OFF_NOW)
    get(graph.client)
    time.advance(seconds=-1)
    is_unknown(graph)


def test_clock_set_back_for_a_while(failing: Failing, time: Time) -> None:
    """A read from before a write proves nothing, however the clock was set about the write."""
    graph = failing(CONNECTED, always({"success": True}), LOST, OFF_NOW)
    get(graph.client)
    time.advance(minutes=-60)
    CALLS[OFF](graph.client)
    time.advance(minutes=65)
    is_unknown(graph)


def test_what_was_seen_while_settling(failing: Failing) -> None:
    """The state that settled nothing is no knowledge for a later write: the lost one may arrive."""
    graph = failing(LOST, state({"status": "FLAGGED"}), LOST, OFF_NOW)
    is_unknown(graph)
    is_unknown(graph)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [(OFF, {"status": "CONNECTED"}, {"status": "DISCONNECTED"}), (NAMED, {}, REVIEW)],
)
def test_after_an_unknown_outcome(failing: Failing, name: str, before: State, after: State) -> None:
    """A write whose outcome is unknown leaves nothing known of what it may have changed."""
    unreadable = always({}, 400)
    graph = failing(*[state(before)] * 3, LOST, unreadable, LOST, state(after))
    look(graph.client)
    is_unknown(graph, name)
    is_unknown(graph, name)


def test_proved_write_teaches(failing: Failing) -> None:
    """A write that was proved is known to have been done."""
    held = always({"username": "jaspers"})
    graph = failing(state({}), LOST, held, LOST, state({}))
    graph.number.username()
    CALLS[TAKE](graph.client)
    CALLS[GIVE](graph.client)
    assert graph.methods == {"GET": 3, "POST": 1, "DELETE": 1}


@pytest.mark.parametrize("write", [number(lambda n: n.set_pin("123456")), CALLS["requestCode"]])
def test_writes_that_change_nothing_known(failing: Failing, write: Do) -> None:
    """A write that does not touch what is known leaves it known."""
    graph = failing(CONNECTED, DONE, LOST, OFF_NOW)
    get(graph.client)
    write(graph.client)
    CALLS[OFF](graph.client)
    assert len(graph.requests) == 4


def test_registering_makes_names_uncertain(failing: Failing) -> None:
    """Registering lets an approved name take effect: what was known of names no longer counts."""
    graph = failing(
        *[state({"verified_name": ANOTHER})] * 3, DONE, LOST, state({"verified_name": NAME})
    )
    look(graph.client)
    CALLS["registerPhoneNumber"](graph.client)
    is_unknown(graph, NAMED)


def test_own_username_taken_by_another_number(failing: Failing) -> None:
    """A username that this client gave one number and then another is no longer the first's."""
    done = always({"success": True, "status": "approved"})
    graph = failing(done, done, LOST, always({}))
    CALLS[TAKE](graph.client)
    graph.client.number("2").set_username("Jaspers", transfer=True)
    is_unknown(graph, GIVE)


def test_name_given_at_once(failing: Failing) -> None:
    """A name may be given without a review: once another was asked for, it is not known."""
    given = state({"verified_name": NAME})
    graph = failing(*[state({"verified_name": ANOTHER})] * 3, DONE, LOST, given)
    look(graph.client)
    CALLS[NAMED](graph.client)
    is_unknown(graph, NAMED)


BADGE = "updateOfficialBusinessAccount"


@pytest.mark.parametrize(
    ("name", "after"),
    [(OFF, {"status": "DISCONNECTED"}), (BADGE, {"oba_status": "PENDING"})],
)
def test_done_before(failing: Failing, name: str, after: State) -> None:
    """What an earlier call of this client brought about proves no later one."""
    graph = failing(DONE, LOST, state(after))
    CALLS[name](graph.client)
    is_unknown(graph, name)


def test_declined_at_once(failing: Failing) -> None:
    """A name that was asked for after a refusal, and is refused again, is no sign of idleness."""
    declined = state({"new_display_name": ANOTHER, "new_name_status": "DECLINED"})
    graph = failing(*[declined] * 3, DONE, LOST, declined)
    look(graph.client)
    graph.number.request_display_name(ANOTHER)
    is_unknown(graph, NAMED)
