"""What a world holds, as JSON that nothing else shares, and back."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin, get_type_hints

from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.world.businesses import Business
from wabakit.emulator.world.clock import parse_time

if TYPE_CHECKING:
    from wabakit.emulator.world.world import World


def write(record: Any, but_not: Collection[str] = ()) -> Json:
    """Write what a dataclass holds, a business by its id."""
    names = (member.name for member in fields(record))
    return {name: _plain(getattr(record, name)) for name in names if name not in but_not}


def read(
    kind: type, written: Mapping[str, Any], world: World, but_not: Collection[str] = ()
) -> dict[str, Any]:
    """Read what `write` wrote, all of it (KeyError, TypeError, ValueError)."""
    hints = _hints(kind)
    names = (member.name for member in fields(kind) if member.name not in but_not)
    return {name: _built(hints[name], written[name], world, name) for name in names}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Business):
        return value.id
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: _plain(member) for name, member in members.items()}
    if isinstance(value, list | deque):
        return [_plain(item) for item in cast("list[object]", value)]
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    return value


def _built(hint: Any, value: Any, world: World, name: str) -> Any:
    """Build a value of a kind (TypeError if what is written is of another)."""
    if hint is Any:
        return value
    if isinstance(hint, UnionType):
        (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
        return None if value is None else _built(hint, value, world, name)
    if hint in (datetime, Business):
        return parse_time(value) if hint is datetime else world.find(Business, value)
    origin, inner = get_origin(hint) or hint, get_args(hint)
    if not isinstance(value, dict if origin is dict else list if inner else origin):
        raise TypeError(f"{name} is of the wrong kind")
    if origin is dict:
        members = cast("dict[str, object]", value)
        return {key: _built(inner[1], held, world, name) for key, held in members.items()}
    if inner:
        items = [_built(inner[0], item, world, name) for item in cast("list[object]", value)]
        as_list = frozenset(items) if origin is frozenset else items
        return deque(items, maxlen=20) if origin is deque else as_list
    return value
