"""Whatever Graph answers, a user gets a good result or one of wabakit's own errors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.soak.answers import answers
from tests.soak.asking import OPERATIONS, ask
from tests.soak.values import PROFILE


@pytest.mark.parametrize("operation", OPERATIONS)
@settings(PROFILE, max_examples=10, derandomize=True)
@given(data=st.data())
def test_any_answer(operation: str, data: st.DataObject) -> None:
    """Bytes, statuses and headers of any kind come out as a result or as a WabakitError."""
    way = data.draw(st.sampled_from(OPERATIONS[operation]))
    ask(way, data.draw(st.lists(answers(operation), min_size=1, max_size=4)))
