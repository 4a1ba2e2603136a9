"""Handles send calls and hold no data, data was read and sends nothing: one is taken for the other.

Both end here where an attribute is not there.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where a method is found."""

    node: type
    """What its handle is read as."""
    code: str
    """How to get the handle."""
    by: str
    """What stands in that code for the id."""


_PLACES: dict[str, list[Place]] = {}
"""What handles can do; the handles fill it."""


def register(names: Iterable[str], place: Place) -> None:
    """Say that a handle has methods of these names."""
    for name in names:
        _PLACES.setdefault(name, []).append(place)


def place_of(name: str, node: type | None = None) -> Place | None:
    """Return where a method is found, that of the handle of a node where it has one."""
    places = _PLACES.get(name, [])
    return next((place for place in places if place.node is node), next(iter(places), None))


def missing(thing: object, name: str, why: str = "") -> AttributeError:
    """Return the error for an attribute that is not there.

    To one that gives no reason Python adds the nearest name.
    """
    text = f"{type(thing).__name__!r} object has no attribute {name!r}"
    if why:
        return AttributeError(f"{text}: {why}", name=name)
    return AttributeError(text, name=name, obj=thing)


def call_of_data(node: object, name: str) -> AttributeError:
    """Return the error for a call of something that was read."""
    place = place_of(name, type(node))
    if place is None:
        return missing(node, name)
    code = place.code.replace(place.by, "card.id") if place.node is type(node) else place.code
    why = f"this is data, which was read and sends nothing. Call {code}.{name}(...)"
    return missing(node, name, why)
