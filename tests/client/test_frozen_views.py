"""Frozen views, which are filled as what is not frozen and are as frozen as any afterwards."""

import copy
from typing import ClassVar

import attrs
import pytest

from tests.client.wire import Answering, always
from tests.faces import NUMBER

ANSWER = {"id": NUMBER, "status": "CONNECTED"}


@attrs.frozen
class Card:
    """A frozen view that does nothing but hold."""

    id: str
    status: str


def _short(_: object, __: object, value: str) -> None:
    if len(value) > 2:
        raise ValueError("too long")


def _loud(value: str) -> str:
    return value.upper()


@attrs.frozen
class Careful:
    """A frozen view that does something of its own."""

    made: ClassVar[list[str]] = []

    id: str
    verified_name: str = attrs.field(converter=_loud, validator=_short)
    length: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.verified_name))
        self.made.append(self.id)


def test_frozen_view_stays_frozen(answering: Answering) -> None:
    """A frozen view is of the user's class and nothing else, and cannot be changed."""
    found = answering(always(ANSWER)).number.get(into=Card)
    assert type(found) is Card
    assert found == copy.copy(found)
    assert hash(found.id) == hash(copy.deepcopy(found).id)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.id = "2"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del found.id  # pyright: ignore[reportAttributeAccessIssue]


def test_what_a_frozen_view_does_when_it_is_made(answering: Answering) -> None:
    """Converters, validators and hooks of a frozen view run, once for each view."""
    Careful.made.clear()
    found = answering(always({"id": NUMBER, "verified_name": "x"})).number.get(into=Careful)
    assert (found.verified_name, found.length) == ("X", 1)
    assert Careful.made == [NUMBER]
    with pytest.raises(ValueError, match="too long"):
        answering(always({"id": NUMBER, "verified_name": "xyz"})).number.get(into=Careful)
