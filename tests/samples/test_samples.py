"""Every documented answer, and every one without an optional member, read by the public methods."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

import wabakit
from tests.client.wire import Answering, always, in_turn, refusal
from tests.contract.document import operations
from tests.samples.answers import Answer, documented
from tests.samples.curated import USES, Use
from wabakit._node import Node
from wabakit._times import time_or_none

EACH = [
    pytest.param(answer, use, id=f"{answer.operation}-{at}-{answer.name}")
    for answer in documented()
    for at, use in enumerate(USES[answer.operation])
]


def test_every_operation_is_tried() -> None:
    """No operation of the contract is left out."""
    assert set(USES) == {op.name for op in operations()}


@pytest.mark.parametrize(("sample", "use"), EACH)
@pytest.mark.one_in(5)
def test_documented_answers(answering: Answering, sample: Answer, use: Use) -> None:
    """What Graph is documented to answer is understood at once: one request, and all of it read.

    So is each answer without one of the members that may be missing. A write of whose outcome
    nothing is left is unknown, after one look at the state where there is a way to look.
    """
    for answer in (sample, *sample.shortened()):
        handler = in_turn(always(answer.body), refusal(190))
        server = answering(handler, api_version=answer.version)
        says_nothing = answer.is_write and not answer.body
        if answer.says_no:
            with pytest.raises(wabakit.GraphError) as caught:
                use.call(server)
            assert caught.value.outcome == "not_done"
        elif says_nothing:
            with pytest.raises(wabakit.OutcomeUnknownError):
                use.call(server)
        else:
            assert_read(use.call(server), answer)
        requests = 1 + (use.looks and says_nothing)
        assert (answer.name, len(server.requests)) == (answer.name, requests)


def assert_read(found: object, answer: Answer) -> None:
    """Assert that all of an answer was read, if the method gives it."""
    items: list[Any] = list(cast(Any, found)) if isinstance(found, list) else [found]
    nodes = [item for item in items if isinstance(item, Node)]
    if nodes:
        said = answer.body.get("data", answer.body)
        assert [node.to_dict() for node in nodes] == (said if isinstance(said, list) else [said])
    for node in nodes:
        assert_readable(node, answer.name)


def assert_readable(node: Node, name: str) -> None:
    """Assert that each member that was answered can be read as an attribute, at any depth."""
    answered = node.to_dict()
    asked = {name: field for name, field in node.fields.items() if node.was_asked(name)}
    assert answered.keys() - {"success"} <= asked.keys(), name
    for field in asked.values():
        value = node[field]
        says_none = field.convert is time_or_none and answered.get(field.name) == 0
        missing = field.name not in answered or says_none
        assert (value is None) is missing, f"{name}: {field}"
        for inner in inner_nodes(value):
            assert_readable(inner, name)


def inner_nodes(value: object) -> Iterator[Node]:
    """Find the nodes in a value."""
    items: list[Any] = list(cast(Any, value)) if isinstance(value, list) else [value]
    yield from (item for item in items if isinstance(item, Node))
