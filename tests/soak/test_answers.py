"""Whatever Graph answers, a user gets a good result or one of wabakit's own errors."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.document import operations
from tests.soak.answers import GOOD, REFUSALS, answers
from tests.soak.asking import OPERATIONS, ask
from tests.soak.values import PROFILE


def test_every_operation() -> None:
    """Every operation is asked, but for the exchange of a code, which has a client of its own."""
    assert {op.name for op in operations()} - OPERATIONS.keys() == {"exchangeCode"}


@pytest.mark.one_in(13)
@pytest.mark.parametrize("operation", OPERATIONS)
@settings(PROFILE, max_examples=10, derandomize=True)
@given(data=st.data())
def test_any_answer(operation: str, data: st.DataObject) -> None:
    """Bytes, statuses and headers of any kind come out as a result or as a WabakitError."""
    way = data.draw(st.sampled_from(OPERATIONS[operation]))
    ask(way, data.draw(st.lists(answers(operation), min_size=1, max_size=4)))


@pytest.mark.one_in(13)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_same_answer_again_and_again(operation: str) -> None:
    """A call comes to an end though every request is answered alike, each page with a next one."""
    for way in OPERATIONS[operation]:
        for body in GOOD[operation]:
            ask(way, [(200, {}, json.dumps(body).encode())])
        for body in REFUSALS:
            ask(way, [(500, {}, json.dumps(body).encode())])
