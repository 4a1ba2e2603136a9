"""A selection: the `fields=` text of a call and the reader of its answer."""

import typing
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

import attrs
from wabakit_graph.types import UNSET

from wabakit._bounds import nearest, walked
from wabakit._hints import choices, fits, hints_of, written
from wabakit._node import Field, IdField, Node
from wabakit._wire import Asked
from wabakit.errors import InvalidInputError, ViewError

T = TypeVar("T")
N = TypeVar("N", bound=Node)


class MissingField(Exception):
    """A view needs a field that the answer lacks; the flow makes it a public error."""


@attrs.frozen
class Selection(Generic[T]):
    """What to ask Graph for, and how to read it."""

    asked: Asked
    read: Callable[[Any], T]
    """Makes the user's object from a generated model."""


def select(
    node: type[Node],
    fields: Iterable[Field[Any]] | None,
    into: type[Any] | None,
    default: Iterable[Field[Any]],
) -> Selection[Any]:
    """Select single fields, or what a view asks for, or the default where neither is given."""
    if into is None:
        return select_fields(node, default if fields is None else fields)
    if fields is not None:
        raise InvalidInputError("into", into, "give fields= or into=, not both")
    return select_view(node, into)


def select_nested(node: type[N], model: Any, field: Field[N]) -> Selection[N]:
    """Select one nested field and read it, also where Graph answers its members unwrapped."""

    def read(source: Any) -> N:
        nested = getattr(source, field.attribute)
        if nested is UNSET:
            own = {name: value for name, value in source.to_dict().items() if name != "id"}
            nested = model.from_dict(own)
        return node(nested)

    return Selection(Asked(((field.name, None),)), read)


def select_fields(node: type[N], fields: Iterable[Field[Any]]) -> Selection[N]:
    """Select single fields of a node; `id` is always among them.

    Raises:
        ViewError: something in `fields` is not a field of this node.
    """
    listed = walked(fields)
    chosen: tuple[Any, ...] = (fields,) if listed is None else tuple(listed)
    for field in chosen:
        if not isinstance(field, Field) or not issubclass(node, field.owner or Node):
            cure = _remedy(node, field) if isinstance(field, str) else ""
            raise ViewError(f"{field!r} is not a field of {node.__name__}. {cure}Nothing was sent.")
    return cast(Selection[N], _selected(cast(Any, node), chosen))


def _remedy(node: type[Node], name: str) -> str:
    if name in node.fields:
        return f"Ask for it as fields=[{node.fields[name]!r}]. "
    near = node.fields[nearest(name, node.fields)]
    return f"The nearest is {near!r}; one that wabakit lacks is Field.raw({name!r}). "


@lru_cache(maxsize=256)
def _selected(node: Any, fields: tuple[Any, ...]) -> Selection[Any]:
    own = ["id"] if _has_id(node) else []
    names = list(dict.fromkeys([*own, *(field.name for field in fields)]))
    known = frozenset(names)
    raw = frozenset(field.name for field in fields if field.owner is None)
    asked = Asked(tuple((name, None) for name in names), raw)
    return Selection(asked, lambda source: node(source, known))


def select_view(node: type[Node], view: type[T]) -> Selection[T]:
    """Select what an attrs class has attributes for; verified once per class.

    Raises:
        ViewError: the API cannot fill the class; says which attribute and what would fit.
    """
    if not attrs.has(cast(Any, view)):
        raise ViewError(f"into= takes an attrs class, not {view!r}. Nothing was sent.")
    return cast(Selection[T], _verified(cast(Any, node), cast(Any, view)))


@lru_cache(maxsize=256)
def _verified(node: Any, view: Any) -> Selection[Any]:
    hints = hints_of(view)
    columns = [
        _column(node, view, attribute, hints.get(attribute.name, Any))
        for attribute in attrs.fields(view)
        if attribute.init
    ]
    asked = [(column.field, column.inner) for column in columns]
    if _has_id(node) and ("id", None) not in asked:
        asked.insert(0, ("id", None))
    return Selection(Asked(tuple(asked)), _reader(view, columns))


def _has_id(node: type[Node]) -> bool:
    """Tell whether a node always has an id; members of others are asked for one by one."""
    return isinstance(node.fields.get("id"), IdField)


@attrs.frozen
class _Column:
    """One attribute of a view."""

    parameter: str
    source: str
    field: str
    inner: Asked | None
    convert: Callable[[Any], Any] | None
    required: bool
    keyword_only: bool


def _column(node: type[Node], view: type, attribute: "attrs.Attribute[Any]", hint: Any) -> _Column:
    where = f"{view.__name__}.{attribute.name}"
    field = node.fields.get(attribute.name)
    if field is None:
        remedy = _remedy(node, attribute.name)
        raise ViewError(f"{where}: {node.__name__} has no such field. {remedy}Nothing was sent.")
    convert, asked = field.convert, None
    nested = _nested_view(field.type, hint)
    if nested is not None:
        inner: Selection[Any] = select_view(*nested)
        asked = inner.asked
        many = typing.get_origin(field.type) is list
        convert = partial(_read_each, inner) if many else inner.read
    elif not any(fits(field.type, choice) for choice in choices(hint)):
        raise ViewError(
            f"{where} is annotated {written(hint)}, but {field!r} is {written(field.type)}: "
            "change the annotation. Nothing was sent."
        )
    return _Column(
        parameter=attribute.alias or attribute.name,
        source=field.attribute,
        field=field.name,
        inner=asked,
        convert=convert,
        required=attribute.default is attrs.NOTHING,
        keyword_only=attribute.kw_only,
    )


def _nested_view(type_: Any, hint: Any) -> tuple[type[Node], type] | None:
    """Return node and view where an annotation asks for part of a nested field."""
    many = typing.get_origin(type_) is list
    node = typing.get_args(type_)[0] if many else type_
    for choice in choices(hint):
        inner = typing.get_args(choice)[:1] if many else (choice,)
        if inner and isinstance(inner[0], type) and attrs.has(inner[0]):
            return (node, inner[0]) if isinstance(node, type) and issubclass(node, Node) else None
    return None


def _read_each(selection: Selection[T], rows: Iterable[Any]) -> list[T]:
    return [selection.read(row) for row in rows]


def _reader(view: type, columns: Sequence[_Column]) -> Callable[[Any], Any]:
    """Compile the reading of one view: one C call fetches all attributes of a model."""
    if not columns:
        return lambda _: view()
    get = attrgetter(*(column.source for column in columns))
    converted = [(i, column.convert) for i, column in enumerate(columns) if column.convert]
    parameters = [column.parameter for column in columns]
    in_order = not any(column.keyword_only for column in columns)

    def read(source: Any) -> Any:
        values: list[Any] = list(get(source)) if len(columns) > 1 else [get(source)]
        for i, convert in converted:
            if values[i] is not UNSET:
                value = convert(values[i])
                values[i] = UNSET if value is None else value
        complete = UNSET not in values
        if complete and in_order:
            return view(*values)
        arguments = dict(zip(parameters, values, strict=True))
        if not complete:
            for column, value in zip(columns, values, strict=True):
                if value is UNSET:
                    _check_optional(view, column, source)
                    del arguments[column.parameter]
        return view(**arguments)

    return read


def _check_optional(view: type, column: _Column, source: Any) -> None:
    if column.required:
        whose = getattr(source, "id", None) or "?"
        raise MissingField(
            f"{view.__name__} needs {column.field}, which the answer for id {whose} lacks: "
            "give the attribute a default if it may be absent"
        )
