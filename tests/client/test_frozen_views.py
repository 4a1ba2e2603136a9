"""Frozen views, which are filled as what is not frozen and are as frozen as any afterwards."""

import copy
import functools
from typing import Any, ClassVar, cast

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit._made.versions import REFUSED, VERSIONS_HAVING

ANSWER = {"id": NUMBER, "status": "CONNECTED"}


@attrs.frozen
class Card:
    """A frozen view that does nothing but hold."""

    id: str
    status: str


LISTED: list[str] = []


class Listed:
    """Keeps a list of the classes that are made of it."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        LISTED.append(cls.__name__)


class Listing(type):
    """Keeps a list of the classes that it makes."""

    def __init__(cls, *made: Any) -> None:
        super().__init__(*made)
        LISTED.append(cls.__name__)


@attrs.frozen
class Inheriting(Listed):
    id: str


@attrs.frozen
class Made(metaclass=Listing):
    id: str


@attrs.frozen(init=False)
class Own:
    """A frozen view that is made in a way of its own."""

    made: ClassVar[list[str]] = []

    id: str

    def __init__(self, id: str) -> None:
        self.made.append(id)
        cast(Any, self).__attrs_init__(id)


@attrs.frozen
class New:
    """A view whose objects are not Python's own making."""

    made: ClassVar[list[type]] = []

    id: str

    def __new__(cls, *_: Any, **__: Any) -> "New":
        cls.made.append(cls)
        return super().__new__(cls)


@attrs.define
class Setting:
    """A view that is asked whatever is assigned to it."""

    made: ClassVar[list[str]] = []

    id: str

    def __setattr__(self, name: str, value: Any) -> None:
        self.made.append(name)
        super().__setattr__(name, value)


def _wrapped(view: type[Any]) -> type[Any]:
    """Do as decorators do that check or trace."""
    plain = view.__init__

    @functools.wraps(plain)
    def noted(self: Any, *args: Any, **named: Any) -> None:
        view.made.append(1)
        plain(self, *args, **named)

    view.__init__ = noted
    return view


@_wrapped
@attrs.frozen
class Wrapped:
    """A view whose making somebody has wrapped."""

    made: ClassVar[list[int]] = []

    id: str


@attrs.frozen(cache_hash=True)
class Hashed:
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
    assert found == copy.copy(found) == Card(NUMBER, "CONNECTED")
    assert hash(found) == hash(Card(NUMBER, "CONNECTED"))
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


@pytest.mark.parametrize("view", [Inheriting, Made])
def test_no_class_is_made_of_a_view_that_would_notice(
    answering: Answering, view: type[Any]
) -> None:
    """Classes that keep a list of what is made of them see the user's alone."""
    before = tuple(LISTED)
    assert type(answering(always(ANSWER)).number.get(into=view)) is view
    assert tuple(LISTED) == before


def test_frozen_view_with_a_making_of_its_own(answering: Answering) -> None:
    """The `__init__` that a user wrote is what makes a view, once."""
    Own.made.clear()
    assert answering(always(ANSWER)).number.get(into=Own).id == NUMBER
    assert Own.made == [NUMBER]


@pytest.mark.parametrize("view", [New, Setting, Wrapped])
def test_view_made_in_a_way_of_its_own(answering: Answering, view: type[Any]) -> None:
    """Whatever else makes a view or is assigned through does so, as where the user makes one."""
    view.made.clear()
    view(NUMBER)
    expected = list(view.made)
    view.made.clear()
    assert answering(always(ANSWER)).number.get(into=view).id == NUMBER
    assert view.made == expected


def test_view_with_many_attributes(answering: Answering) -> None:
    """A view may have an attribute for every field that there is in every version."""
    special = {word.partition(":")[2] for word in (*REFUSED, *VERSIONS_HAVING)}
    names = [name for name in wabakit.PhoneNumber.fields if name not in special]
    attributes: dict[str, Any] = {name: attrs.field(default=None) for name in names}
    view: type[Any] = attrs.make_class("Wide", attributes, slots=True)
    found: Any = answering(always(ANSWER)).number.get(into=view)
    assert (found.id, found.status, found.health_status) == (NUMBER, "CONNECTED", None)
    assert len(names) > 20


def test_frozen_view_that_keeps_its_hash(answering: Answering) -> None:
    """A view whose hash is kept has the hash of any other like it."""
    found = answering(always(ANSWER)).number.get(into=Hashed)
    assert hash(found) == hash(Hashed(NUMBER, "CONNECTED"))
