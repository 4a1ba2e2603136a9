"""Answers about something else are not taken."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import always
from tests.doing import Do, number
from tests.faces import NUMBER, WABA, Handler
from tests.failures.calls import CALLS, NAME, look, operation
from tests.failures.faults import LOST
from tests.failures.graph import Failing

ODD_IDS: list[Any] = [
    "",
    " ",
    "abc",
    "12a",
    "-1",
    "1" * 33,
    "١٢",
    "12\n",
    7,
    1.5,
    True,
    [],
    {},
    None,
    "../me",
]


@pytest.mark.parametrize("odd", ODD_IDS, ids=repr)
@pytest.mark.one_in(4)
def test_added_with_an_odd_id(failing: Failing, odd: Any) -> None:
    """Once a number was created, an id that is none is looked up, or leaves the outcome unknown."""
    row = {"id": NUMBER, "display_phone_number": "+1 631-555-1000", "verified_name": NAME}
    graph = failing(always({"id": odd}), always({"data": [row]}))
    assert CALLS["createPhoneNumber"](graph.client).id == NUMBER
    assert graph.methods == {"POST": 1, "GET": 1}
    graph = failing(always({"id": odd}), always({"data": []}))
    error = graph.fails(CALLS["createPhoneNumber"], wabakit.OutcomeUnknownError)
    assert "nothing was sent" not in str(error).lower()
    assert isinstance(error.__cause__, wabakit.UnexpectedAnswerError)
    assert graph.methods == {"POST": 1, "GET": 1}


ANOTHER = "106853218861310"
NODE_READS: dict[str, Do] = {
    "get": number(lambda n: n.get()),
    "one field": number(lambda n: n.get(fields=[wabakit.PhoneNumber.status])),
    "throughput": number(lambda n: n.throughput()),
    "automation": number(lambda n: n.automation()),
}


@pytest.mark.parametrize("do", NODE_READS.values(), ids=NODE_READS)
def test_answer_about_another_number(failing: Failing, do: Do) -> None:
    """The data of another number are not taken for those of the one that was asked for."""
    graph = failing(always({"id": ANOTHER, "status": "CONNECTED", "throughput": {}}))
    error = graph.fails(do, wabakit.UnexpectedAnswerError)
    assert ANOTHER in str(error)
    assert graph.methods == {"GET": 1}


SETTLED_BY_NODE = ["registerPhoneNumber", "deregisterPhoneNumber", "updatePhoneNumber (name)"]


@pytest.mark.parametrize("name", [*SETTLED_BY_NODE, "verifyCode"])
def test_settled_by_no_other_number(failing: Failing, name: str) -> None:
    """The state of another number settles nothing, and nothing is learned from it."""
    state = {"status": "DISCONNECTED", "code_verification_status": "VERIFIED"}
    review = {"new_display_name": NAME, "new_name_status": "PENDING_REVIEW"}
    before: Handler = always({"id": NUMBER, "status": "CONNECTED"})
    graph = failing(before, before, before, LOST, always({"id": ANOTHER, **state, **review}))
    look(graph.client)
    error = graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
    assert (error.operation, error.read) == (operation(name), None)
    assert graph.methods == {"GET": 4, "POST": 1}


def test_rows_keep_their_ids(failing: Failing) -> None:
    """A list is about an account; its rows have ids of their own."""
    graph = failing(always({"data": [{"id": ANOTHER}, {"id": NUMBER}]}))
    assert [row.id for row in graph.client.account(WABA).numbers()] == [ANOTHER, NUMBER]
