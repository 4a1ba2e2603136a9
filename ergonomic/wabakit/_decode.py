"""A quick reader of generated models, for long lists.

It makes the very objects that the generated parser makes, which a test compares, in less than half
the time. Whatever is out of the ordinary raises, and is then left to that parser.
"""

import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any

import attrs
from wabakit_graph import models

Decode = Callable[[Any], Any]


@cache
def decoder(model: type[Any]) -> Decode:
    """Return what turns a JSON object into an object of a generated model."""
    hints = typing.get_type_hints(
        model, localns={name: getattr(models, name) for name in models.__all__}
    )
    readers: dict[str, tuple[str, Decode | None]] = {
        _wire_name(field.name): (field.name, _reader(hints[field.name]))
        for field in attrs.fields(model)
        if field.init
    }

    def decode(row: dict[str, Any]) -> Any:
        values: dict[str, Any] = {}
        extras: dict[str, Any] = {}
        for key, value in row.items():
            if key in readers:
                name, read = readers[key]
                values[name] = read(value) if read else value
            else:
                extras[key] = value
        made = model(**values)
        if extras:
            made.additional_properties = extras
        return made

    return decode


def _wire_name(attribute: str) -> str:
    """Undo what the generator does to names that Python has taken: `next_` is `next`."""
    return attribute.removesuffix("_")


def _reader(hint: Any) -> Decode | None:
    choices = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for choice in choices:
        if typing.get_origin(choice) is list:
            return _each(*map(_reader, typing.get_args(choice)))
        if isinstance(choice, type) and issubclass(choice, StrEnum):
            return {member.value: member for member in choice}.__getitem__
        if isinstance(choice, type) and attrs.has(choice):
            return decoder(choice)
    return None


def _each(read: Decode | None) -> Decode | None:
    return read and (lambda rows: [read(row) for row in rows])
