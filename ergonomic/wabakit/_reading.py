"""How what JSON has is read: what it may be, and what is made of it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeAlias, get_args, get_origin

from wabakit._json import as_list
from wabakit._made.words import ALIASES
from wabakit._secret import Secret
from wabakit._times import read_time
from wabakit._typevars import T_co

Kind: TypeAlias = Callable[[], type[T_co]] | str
"""What gives a type, or the name of an enum of the low-level client."""
Convert = Callable[[Any], Any]
Test = Callable[[Any], bool]


def is_object(value: object) -> bool:
    """Tell whether JSON has an object."""
    return isinstance(value, dict)


def is_text(value: object) -> bool:
    """Tell whether JSON has a text."""
    return isinstance(value, str)


class OverRow:
    """What stands over an object of JSON, and reads its members."""

    __slots__ = ()

    @classmethod
    def fits(cls, row: Any) -> bool:
        """Tell whether what JSON has can be read so."""
        return is_object(row)


def reading(type_: Any) -> tuple[Test | None, Convert | None]:
    """Return what tells whether a value can be read as `type_`, and what does so.

    None stands for any value, and for one that is it already.
    """
    if get_origin(type_) is list:
        fits, convert = reading(*get_args(type_))
        return fits and partial(_each_fits, fits), convert and partial(_each, convert)
    if get_origin(type_) is dict:
        return is_object, dict
    if type_ is datetime:
        return None, read_time
    if isinstance(type_, type) and issubclass(type_, OverRow):
        return type_.fits, type_
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return is_text, words_of(type_).__getitem__
    return None, type_ if type_ is Secret else None


def _each_fits(fits: Test, values: object) -> bool:
    listed = as_list(values)
    return listed is not None and all(map(fits, listed))


def _each(convert: Convert, values: Iterable[Any]) -> list[Any]:
    return [convert(value) for value in values]


class _Words(dict[str, Any]):
    """Members of an enum by text; any that is new makes a new one."""

    enum: type[StrEnum]

    def __missing__(self, text: str) -> Any:
        return self.enum(text)


@cache
def words_of(enum: type[StrEnum]) -> Mapping[str, Any]:
    """Return the members of an enum by every text that stands for one."""
    words = _Words({member.value: member for member in enum})
    words.enum = enum
    enum.__module__ = "wabakit"  # where a user has it from
    words.update((word, enum(meant)) for word, meant in ALIASES.get(enum.__name__, {}).items())
    return words


def compiled(made: str, names: Mapping[str, Any], of: str = "row") -> Callable[[Any], Any]:
    """Return what evaluates an expression of ours, at a fifth of what a loop over fields costs."""
    read: Callable[[Any], Any] = eval(f"lambda {of}: {made}", dict(names))  # noqa: S307 - quoted names
    return read
