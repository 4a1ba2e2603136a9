"""What is kept of a number: members that the contract lets be kept, each as a value of JSON."""

import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from typing import Any, NamedTuple, cast

from wabakit._bounds import nearest
from wabakit._either import Either
from wabakit._made.inventory import NONE_IF_ABSENT, UNKEPT
from wabakit._made.nodes import PhoneNumber
from wabakit._made.words import SECRETS
from wabakit._node import Field, Node
from wabakit._reading import words_of
from wabakit._secret import Secret
from wabakit._times import read_time
from wabakit.errors import InvalidInputError

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
    values = dict(_values(PhoneNumber, _row(number)))
    for name, fields in eithers().items():
        for found in [values.pop(field) for field in fields if field in values][:1]:
            values[name] = found
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


@cache
def is_word(name: str) -> bool:
    """Tell whether a value is one of a few: a word of an enum, yes or no."""
    member = members().get(name)
    kind = member.type if member else None
    return kind is bool or (isinstance(kind, type) and issubclass(kind, StrEnum))


def kept_name(field: Field[Any] | str) -> str:
    """Return the name that a field is kept under; that of an object stands for its members.

    Raises:
        InvalidInputError: it is not kept.
    """
    name = str(getattr(field, "name", field))
    name = next((one for one, fields in eithers().items() if name in fields), name)
    known = {*members(), *(member.partition(".")[0] for member in members()), ACCOUNTS}
    if name not in known:
        rule = f"a field of a number that is kept; the nearest is {nearest(name, known)!r}"
        raise InvalidInputError("field", name, rule)
    return name


class _Kept(NamedTuple):
    """A field that is kept, and how."""

    said: str
    node: type[Node] | None
    """What it holds, where that is an object, whose members are kept one by one."""
    type: Any
    plain: Callable[[Any], Any]
    """Makes its value one of JSON, and of another kind than the contract says `_MISSING`."""


@cache
def _fields(node: Any) -> Mapping[str, _Kept]:
    left_out = {"id"} if node is PhoneNumber else set[str]()  # which all else is kept under
    return {
        name: _Kept(said, _node(field.type), field.type, _plain(field.type))
        for name, field in cast(type[Node], node).fields.items()
        if name not in left_out | SECRETS
        if (said := f"{node.__name__}.{name}") not in UNKEPT
    }


def _members(node: type[Node], stem: str) -> Iterator[tuple[str, Member]]:
    for name, kept in _fields(cast(Any, node)).items():
        if kept.node is not None:
            yield from _members(kept.node, f"{stem}{name}.")
        else:
            yield f"{stem}{name}", Member(kept.said, kept.type)


def _row(number: Any) -> Mapping[str, Any]:
    if isinstance(number, Node):
        source = number.source
        asked = source.keys() if number.asked is None else number.asked
        return {name: source.get(name) for name in asked}
    if isinstance(number, Mapping):
        return cast("Mapping[str, Any]", number)
    fields: tuple[Any, ...] = getattr(number, "__attrs_attrs__", ())
    return {field.name: getattr(number, field.name) for field in fields}


def _values(node: type[Node], row: Mapping[str, Any], stem: str = "") -> Iterator[tuple[str, Any]]:
    for name, kept in _fields(cast(Any, node)).items():
        if name not in row:
            continue
        if (value := row[name]) is None:
            if kept.said in NONE_IF_ABSENT:
                yield f"{stem}{name}", None
        elif kept.node is not None:
            yield from _values(kept.node, _row(value), f"{stem}{name}.")
        elif (plain := kept.plain(value)) is not _MISSING:
            yield f"{stem}{name}", plain


def _plain(type_: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type one of JSON."""
    if typing.get_origin(type_) is list:
        return partial(_list, _plain(*typing.get_args(type_)))
    if type_ is datetime:
        return _time
    if node := _node(type_):
        return lambda value: dict(_values(node, _row(value)))
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return partial(_word, words_of(type_))
    return partial(_value, type_)


def _list(plain: Callable[[Any], Any], value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return _MISSING
    return [item for item in map(plain, cast("list[Any]", value)) if item is not _MISSING]


def _time(value: Any) -> Any:
    moment = value if isinstance(value, datetime) else read_time(value)
    try:
        return _MISSING if moment is None else moment.astimezone(UTC).isoformat()
    except OverflowError:  # of the first or the last day that there is
        return _MISSING


def _word(words: Mapping[str, Any], value: Any) -> Any:
    is_word = isinstance(value, str) and not isinstance(value, Secret)
    return words[value].value if is_word else _MISSING


def _value(type_: type, value: Any) -> Any:
    return value if type(value) is type_ and type_ in {str, int, bool, float} else _MISSING


def _node(type_: Any) -> type[Node] | None:
    return type_ if isinstance(type_, type) and issubclass(type_, Node) else None
