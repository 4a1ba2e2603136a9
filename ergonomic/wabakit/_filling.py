"""How views are filled: by one compiled expression, or member by member."""

import typing
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from types import MethodType
from typing import Any, cast

import attrs

from wabakit._json import as_object
from wabakit._node import Field, IdField
from wabakit._reading import compiled, words_of
from wabakit._times import exact_time
from wabakit._wire import Asked, MissingField, Unreadable


@attrs.frozen(eq=False, repr=False)
class Column:
    """One attribute of a view."""

    attribute: "attrs.Attribute[Any]"
    name: str
    """The wire name of its field."""
    kind: Any
    """What a value of the field is read as."""
    read: Callable[[Any], Any] | None
    """What makes such a value of what JSON has; None where nothing is to be done."""
    inner: Asked | None = None
    """What is asked for inside of the field."""


def reader(
    view: type, columns: Sequence[Column], named: Field[Any] | None
) -> Callable[[list[Any]], Any]:
    """Return what fills views: one compiled expression, where rows are as usual."""
    made, steps, names = _filling(view, columns)
    if isinstance(named, IdField):
        made = f"{made} if type(row['id']) is str else fill(row)"
    names["fill"] = fill = partial(_fill, view, columns, named)
    quick = compiled(f"({made} for row in rows{steps})", names, "rows")

    def each(rows: list[Any]) -> list[Any]:
        made, left = list[Any](), iter(rows)
        while len(made) < len(rows):
            try:
                made.extend(quick(left))
            except Exception:  # out of the ordinary: each member of this row is looked at
                made.append(fill(rows[len(made)]))
        return made

    return each


def _twin(view: Any, columns: Sequence[Any]) -> Any:
    """Return a class of what is filled by assigning, and then made a view in half the time.

    None where making a view does more than to keep what is given.
    """
    hooks = ("__attrs_pre_init__", "__attrs_post_init__", "_attrs_cached_hash")
    plain, frozen = cast("tuple[Any, Any]", (object, Column))
    code = getattr(view.__init__, "__code__", _twin.__code__)
    if (
        type(view) is not type
        or isinstance(view.__init_subclass__, MethodType)
        or not {"__attrs_attrs__", "__slots__"} <= vars(view).keys()
        or view.__new__ is not plain.__new__
        or view.__setattr__ not in (plain.__setattr__, frozen.__setattr__)
        or not code.co_filename.startswith("<attrs generated ")
        or any(hasattr(view, name) for name in hooks)
        or any(column.attribute.converter or column.attribute.validator for column in columns)
        or len(columns) < len(vars(view)["__attrs_attrs__"])
    ):
        return None
    own = {"__setattr__": plain.__setattr__, "__delattr__": plain.__delattr__, "__slots__": ()}
    return type(view.__name__, (view,), own)


def _filling(view: type, columns: Sequence[Column]) -> tuple[str, str, dict[str, Any]]:
    """Write a view, the steps to it, which raise if anything is unusual, and the names in both."""
    given, twin = list[tuple[Any, str]](), _twin(view, columns)
    names: dict[str, Any] = {"view": view, "twin": twin, "new": object.__new__}
    for i, column in enumerate(columns):
        value = f"row[{column.name!r}]"
        if issubclass(typing.get_origin(column.kind) or column.kind, StrEnum):
            names[f"read{i}"], value = words_of(column.kind), f"read{i}[{value}]"
        elif column.read is not None:
            names[f"read{i}"] = exact_time if column.kind is datetime else column.read
            value = f"read{i}({value})"
        default: Any = column.attribute.default
        if default is not attrs.NOTHING and not isinstance(default, cast(Any, attrs.Factory)):
            names[f"default{i}"] = default
            value = f"{value} if {column.name!r} in row else default{i}"
        given.append((column.attribute, value))
    if twin is None:
        return f"view({', '.join(f'{at.alias}={value}' for at, value in given)})", "", names
    steps = [f"{at.name} in [{value}]" for at, value in given]
    return "it", " for it.".join([" for it in [new(twin)]", *steps, "__class__ in [view]"]), names


def _fill(view: type, columns: Sequence[Column], named: Field[Any] | None, row: Any) -> Any:
    """Fill a view member by member; what the answer lacks has its default."""
    found = as_object(row)
    if found is not None and isinstance(named, IdField):
        row = found = named.in_text(found)
    if found is None or (isinstance(named, IdField) and not isinstance(row.get("id"), str)):
        raise Unreadable(f"what {view.__name__} is filled from is no object with an id")
    arguments: dict[str, Any] = {}
    for column in columns:
        value = row.get(column.name)
        if value is not None and column.read is not None:
            value = column.read(value)
        if value is not None:
            arguments[str(column.attribute.alias)] = value
        elif column.attribute.default is attrs.NOTHING:
            raise MissingField(
                f"{view.__name__} needs {column.name}, which the answer for id "
                f"{row.get('id') or '?'} lacks: give the attribute a default if it may be absent"
            )
    return view(**arguments)
