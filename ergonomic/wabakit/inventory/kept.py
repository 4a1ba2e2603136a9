"""What is kept of a number: members that the contract lets be kept, each as a value of JSON."""

import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, cast

from wabakit._either import Either
from wabakit._made.inventory import NONE_IF_ABSENT, UNKEPT
from wabakit._made.nodes import PhoneNumber
from wabakit._made.words import SECRET_MEMBERS, SENT_SECRETS
from wabakit._node import Field, Node
from wabakit._reading import words_of
from wabakit._secret import Secret
from wabakit._times import read_time

Values = dict[str, Any]
"""By name: of what stands inside of an object `throughput.level`."""

ACCOUNTS = "accounts"
"""The ids of the accounts that list the number, as one more value of it; none where it is gone."""


class Member(NamedTuple):
    """A member whose value is kept."""

    said: str
    """As the contract is asked about it: `Throughput.level`."""
    type: Any


class _Missing:
    """Stands for a value that cannot be kept."""


_MISSING = _Missing()


def values_of(number: object) -> Values:
    """Return what is kept of a number, a view of one or a mapping of its fields.

    That is what was asked for, and of it what was answered or, by the contract, is none.
    """
    values = dict(_values(PhoneNumber, _row(number), ""))
    for name, fields in eithers().items():
        found = [values.pop(field, _MISSING) for field in fields]
        if known := [value for value in found if value is not _MISSING]:
            values[name] = known[0]
    return values


def id_of(number: object) -> object:
    """Return the id of a number, whatever it is given as."""
    return _row(number).get("id")


@cache
def members() -> Mapping[str, Member]:
    """Return every member that can be kept, in the order of the contract."""
    found = dict(_members(PhoneNumber, ""))
    names = {field: name for name, fields in eithers().items() for field in fields}
    return {names.get(name, name): member for name, member in found.items()}


@cache
def eithers() -> Mapping[str, tuple[str, ...]]:
    """Return the one name of what Graph has given several, with these, the best one first."""
    found: dict[str, Any] = {n: v for n, v in vars(PhoneNumber).items() if isinstance(v, Either)}
    return {name: tuple(field.name for field in each.fields) for name, each in found.items()}


def one_name(field: str) -> str:
    """Return the name that a field is kept under."""
    return next((name for name, fields in eithers().items() if field in fields), field)


@cache
def _fields(node: Any) -> Mapping[str, Field[Any]]:
    return {
        name: field
        for name, field in node.fields.items()
        if name not in SECRET_MEMBERS | SENT_SECRETS and f"{node.__name__}.{name}" not in UNKEPT
        if (node, name) != (PhoneNumber, "id")
    }


def _members(node: type[Node], stem: str) -> Iterator[tuple[str, Member]]:
    for name, field in _fields(cast(Any, node)).items():
        if _is_node(field.type):
            yield from _members(field.type, f"{stem}{name}.")
        else:
            yield f"{stem}{name}", Member(f"{node.__name__}.{name}", field.type)


def _row(number: Any) -> Mapping[str, Any]:
    if isinstance(number, Node):
        source = number.source
        asked = source.keys() if number.asked is None else number.asked
        return {name: source.get(name) for name in asked}
    if isinstance(number, Mapping):
        return cast("Mapping[str, Any]", number)
    fields: tuple[Any, ...] = getattr(number, "__attrs_attrs__", ())
    return {field.name: getattr(number, field.name) for field in fields}


def _values(node: type[Node], row: Mapping[str, Any], stem: str) -> Iterator[tuple[str, Any]]:
    for name, field in _fields(cast(Any, node)).items():
        if name not in row:
            continue
        if (value := row[name]) is None:
            if f"{node.__name__}.{name}" in NONE_IF_ABSENT:
                yield f"{stem}{name}", None
        elif _is_node(field.type):
            yield from _values(field.type, _row(value), f"{stem}{name}.")
        elif (plain := _plain(field.type, value)) is not _MISSING:
            yield f"{stem}{name}", plain


def _plain(type_: Any, value: Any) -> Any:
    """Return a value as JSON has it; another kind than the contract says is not kept."""
    if typing.get_origin(type_) is list and isinstance(value, list | tuple):
        (inner,) = typing.get_args(type_)
        items = (_plain(inner, item) for item in cast("list[Any]", value))
        return [item for item in items if item is not _MISSING]
    if _is_node(type_):
        return dict(_values(type_, _row(value), ""))
    if type_ is datetime:
        moment = value if isinstance(value, datetime) else read_time(value)
        return _MISSING if moment is None else moment.astimezone(UTC).isoformat()
    if isinstance(value, Secret):
        return _MISSING
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return str(words_of(type_)[value]) if isinstance(value, str) else _MISSING
    fits = type(value) is type_ or (type_ is str and isinstance(value, str))
    return value if fits and type_ in {str, int, bool, float} else _MISSING


def _is_node(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Node)
