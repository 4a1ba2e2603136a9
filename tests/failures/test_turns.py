"""Which of several reads and writes counts for what is known of a number."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always
from tests.faces import NUMBER, Handler
from tests.failures.calls import CALLS, get
from tests.failures.faults import LOST
from tests.failures.graph import Failing, Graph

State = dict[str, Any]

DONE = always({"success": True})
OFF, TAKE, GIVE = "deregisterPhoneNumber", "setUsername", "deleteUsername"


def state(members: State) -> Handler:
    return always({"id": NUMBER, **members})


OFF_NOW, CONNECTED = state({"status": "DISCONNECTED"}), state({"status": "CONNECTED"})


def is_unknown(graph: Graph, name: str) -> None:
    """Make a call that is lost, and of which the state that is read then proves nothing."""
    graph.requests.clear()
    graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
    assert len(graph.requests) == 2


TURNED = [
    ([CONNECTED], state({"status": "DISCONNECTED"}), OFF, False),
    ([state({"status": "DISCONNECTED"})], CONNECTED, OFF, True),
    ([DONE], state({"username": "jaspers"}), GIVE, True),
]


@pytest.mark.parametrize(("earlier", "later", "name", "proves"), TURNED)
def test_later_read_counts(
    failing: Failing, earlier: list[Handler], later: Handler, name: str, proves: bool
) -> None:
    """Of what was read or done, one after the other, the later is what is known."""
    graph = failing(*earlier, later, LOST, OFF_NOW)
    if name == GIVE:
        CALLS[GIVE](graph.client)
        graph.number.username()
    else:
        get(graph.client)
        get(graph.client)
    if proves:
        CALLS[name](graph.client)
    else:
        is_unknown(graph, name)


UNPROVED: list[tuple[str, str, State]] = [
    ("registerPhoneNumber", OFF, {"status": "DISCONNECTED"}),
    (TAKE, GIVE, {}),
    (GIVE, TAKE, {"username": "jaspers"}),
]


@pytest.mark.parametrize(("first", "name", "after"), UNPROVED)
def test_unknown_write_is_no_knowledge(
    failing: Failing, first: str, name: str, after: State
) -> None:
    """That a write may have been done does not make its end known, so it proves no other."""
    unreadable = always({}, 400)
    graph = failing(LOST, unreadable, LOST, state(after))
    is_unknown(graph, first)
    is_unknown(graph, name)
