"""A selection: the fields that a call asks for and the reader of its answer."""

import typing
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any, cast

import attrs

from wabakit._bounds import nearest, walked
from wabakit._edge import Edge, N, cursor_of, rows
from wabakit._filling import Column, reader
from wabakit._hints import choices, fits, hints_of, written
from wabakit._json import JsonObject, as_list
from wabakit._node import Field, IdField, Node, tests_of
from wabakit._reading import compiled
from wabakit._typevars import T
from wabakit._wire import Asked, Selection, Unreadable
from wabakit.errors import InvalidInputError, ViewError


def select(
    node: type[Node], fields: Iterable[Field[Any]] | None, into: type[Any] | None
) -> Selection[Any]:
    """Select single fields, or what a view asks for, or what most people need of a node."""
    if into is None:
        return select_fields(node, node.default_fields if fields is None else fields)
    if fields is not None:
        raise InvalidInputError("into", into, "give fields= or into=, not both")
    return select_view(node, into)


def select_nested(field: Field[T]) -> Selection[T]:
    """Select one nested field and read it, also where Graph answers its members unwrapped."""

    def read(row: JsonObject) -> T:
        nested = row.get(field.name)
        if nested is None:
            nested = {name: value for name, value in row.items() if name != "id"}
        return cast(T, field.read(nested))

    return Selection(Asked(((field.name, None),)), lambda rows: list(map(read, rows)))


def select_fields(node: type[N], fields: Iterable[Field[Any]]) -> Selection[N]:
    """Select single fields of a node; `id` is always among them.

    Raises:
        ViewError: something in `fields` is not a field of this node.
    """
    listed = fields if isinstance(fields, (list, tuple)) else walked(fields)
    chosen: tuple[Any, ...] = (fields,) if listed is None else tuple(listed)
    for field in chosen:
        if not isinstance(field, Field) or not issubclass(node, field.owner or Node):
            cure = _remedy(node, field) if isinstance(field, str) else ""
            raise ViewError(f"{field!r} is not a field of {node.__name__}. {cure}Nothing was sent.")
    return cast("Selection[N]", _selected(cast(Any, node), chosen))


def _remedy(node: type[Node], name: str) -> str:
    if name in node.fields:
        return f"Ask for it as fields=[{node.fields[name]!r}]. "
    near = node.fields[nearest(name, node.fields)]
    return f"The nearest is {near!r}; one that wabakit lacks is Field.raw({name!r}). "


@lru_cache(maxsize=256)
def _selected(node: Any, fields: tuple[Any, ...]) -> Selection[Any]:
    chosen = [*([node.fields["id"]] if _has_id(node) else []), *fields]
    wanted = {field.name: field.inner for field in chosen}
    raw = frozenset(field.name for field in fields if field.owner is None)
    tests, inside = tests_of(chosen)
    inside |= {"node": node, "known": frozenset(wanted), "new": object.__new__}
    making = "for it in [new(node)] for it.source in [row] for it.asked in [known]"
    made = f"[it if {tests} else node.read(row, known) for row in rows {making}]"
    asked = Asked(tuple(wanted.items()), raw)
    return Selection(asked, compiled(made, inside, "rows"))


def _has_id(node: type[Node]) -> bool:
    """Tell whether a node always has an id; members of others are asked for one by one."""
    return isinstance(node.fields.get("id"), IdField)


def select_view(node: type[Node], view: type[T]) -> Selection[T]:
    """Select what an attrs class has attributes for; verified once per class.

    Raises:
        ViewError: the API cannot fill the class; says which attribute and what would fit.
    """
    if not attrs.has(cast(Any, view)):
        raise ViewError(f"into= takes an attrs class, not {view!r}. Nothing was sent.")
    return cast("Selection[T]", _verified(cast(Any, node), cast(Any, view)))


@lru_cache(maxsize=256)
def _verified(node: Any, view: Any) -> Selection[Any]:
    hints = hints_of(view)
    columns = [
        _column(node, view, attribute, hints.get(attribute.name, Any))
        for attribute in attrs.fields(view)
        if attribute.init
    ]
    asked = [(column.name, column.inner) for column in columns]
    if _has_id(node) and ("id", None) not in asked:
        asked.insert(0, ("id", None))
    return Selection(Asked(tuple(asked)), reader(view, columns, node.fields.get("id")))


def _column(node: type[Node], view: type, attribute: "attrs.Attribute[Any]", hint: Any) -> Column:
    where = f"{view.__name__}.{attribute.name}"
    field = node.fields.get(attribute.name)
    if field is None:
        remedy = _remedy(node, attribute.name)
        raise ViewError(f"{where}: {node.__name__} has no such field. {remedy}Nothing was sent.")
    if (nested := _nested_view(field.type, hint)) is not None:
        inner: Selection[Any] = select_view(*nested)
        size = field.inner.limit if field.inner else None
        asked = attrs.evolve(inner.asked, limit=size)
        reader = _READERS.get(typing.get_origin(field.type), _read_one)
        return Column(attribute, field.name, field.type, partial(reader, inner), asked)
    if not any(fits(field.type, choice) for choice in choices(hint)):
        raise ViewError(
            f"{where} is annotated {written(hint)}, but {field!r} is {written(field.type)}: "
            "change the annotation. Nothing was sent."
        )
    is_read = (field.fits or field.convert) and not isinstance(field, IdField)  # done with its row
    read = field.read if is_read else None
    return Column(attribute, field.name, field.type, read, field.inner)


def _nested_view(type_: Any, hint: Any) -> tuple[type[Node], type[Any]] | None:
    """Return node and view where an annotation asks for part of a nested field."""
    many = typing.get_origin(type_) in _READERS
    node = typing.get_args(type_)[0] if many else type_
    for choice in choices(hint):
        inner = typing.get_args(choice)[:1] if many else (choice,)
        if inner and isinstance(inner[0], type) and attrs.has(inner[0]):
            return (node, inner[0]) if isinstance(node, type) and issubclass(node, Node) else None
    return None


def _read_each(selection: Selection[T], rows: Any) -> list[T]:
    if as_list(rows) is None:
        raise Unreadable("there is no list where there should be one")
    return selection.each(rows)


def _read_edge(selection: Selection[T], page: Any) -> Edge[T]:
    return Edge(selection.each(rows(page)), cursor_of(page, "after"))


def _read_one(selection: Selection[T], row: Any) -> T:
    return selection.each([row])[0]


_READERS: dict[Any, Callable[..., Any]] = {list: _read_each, Edge: _read_edge}
