"""What may be asked for and what may be read: fields and the nodes that carry them."""

import builtins
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, cast, overload

from wabakit_graph import models

from wabakit._exception import Answered, made_again
from wabakit._json import JsonObject, as_object, secrets_in
from wabakit._mistaken import call_of_data
from wabakit._reading import Convert, Kind, OverRow, Test, compiled, is_text, reading
from wabakit._secret import NO_PICKLE
from wabakit._typevars import T, T_co
from wabakit._wire import Asked, Unreadable
from wabakit.errors import FieldNotRequestedError, InvalidInputError


class Field(Generic[T_co]):
    """A field of a Graph node.

    Read on the class it is the selector for `fields=`; read on an object it is the value, or None
    where the API left it out.
    """

    name: str
    """The wire name, as Meta's documentation writes it."""
    inner: Asked | None = None
    """What is asked for inside of it, where that has to be said."""

    def __init__(
        self, kind: Kind[T_co], doc: str | None = None, convert: Convert | None = None
    ) -> None:
        self.owner: type[Node] | None = None
        """The node class that declares it; None for a raw field."""
        self._kind, self._convert = kind, convert
        self.__doc__ = doc  # what help() shows

    def __set_name__(self, owner: "type[Node]", name: str) -> None:
        self.name, self.owner = name, owner

    @staticmethod
    def raw(name: str) -> "Field[Any]":
        """Select a field that wabakit does not know, by its wire name.

        Read it with `node[field]`. A name that Graph does not know either fails the whole call.
        """
        if not isinstance(cast(object, name), str) or not name or re.search("[{},]", name):
            rule = "the wire name of a field, as text: one name, without { } and commas"
            raise InvalidInputError("name", name, rule)
        field: Field[Any] = Field(lambda: object)
        field.name = name
        return field

    @overload
    def __get__(self, node: None, owner: "type[Node]") -> Self: ...
    @overload
    def __get__(self, node: "Node", owner: "type[Node]") -> T_co | None: ...
    def __get__(self, node: "Node | None", owner: "type[Node]") -> "Self | T_co | None":
        return self if node is None else node[self]

    @cached_property
    def fits(self) -> Test | None:
        """What tells whether a value can be read; about an id that is no text nobody can ask."""
        return is_text if self.name == "id" or type(self._kind) is str else reading(self.type)[0]

    @cached_property
    def convert(self) -> Convert | None:
        """What makes a value of what JSON has."""
        return self._convert or reading(self.type)[1]

    @cached_property
    def type(self) -> builtins.type[T_co]:
        """What a value is; an enum is loaded here by its name, for many are there and few read."""
        return getattr(models, self._kind) if isinstance(self._kind, str) else self._kind()

    if not TYPE_CHECKING:  # a checker is to find missing attributes by itself

        def __getattr__(self, name: str) -> Any:
            if name != "equals" or self.owner is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            able = [f for f in self.owner.fields.values() if hasattr(type(f), name)]
            which = f"only by {', '.join(map(repr, able))}" if able else "by none of its fields"
            raise AttributeError(f"Graph does not filter by one value of {self!r}, {which}")

    def take(self, row: JsonObject) -> T_co | None:
        """Return the value of this field in an object that fits, None where it is not there."""
        value: T_co | None = row.get(self.name)
        return value if value is None or self.convert is None else self.convert(value)

    def read(self, value: Any) -> T_co | None:
        """Return what a value of JSON stands for; Unreadable if the contract has another kind."""
        if self.fits is not None and not self.fits(value):
            raise Unreadable(f"{self.name} is not of the kind that it should be")
        return self.take({self.name: value})

    def __repr__(self) -> str:
        return f"{self.owner.__name__}.{self.name}" if self.owner else f"Field.raw({self.name!r})"


class IdField(Field[str]):
    """The id, which every answer carries whether asked for or not."""

    def __init__(self, doc: str | None = None, *, unquoted: bool = False) -> None:
        super().__init__(lambda: str, doc)
        self.unquoted = unquoted
        """Whether a number that stands in its place is read as its digits."""

    def in_text(self, row: JsonObject) -> JsonObject:
        """Return an object whose id is text, where it may be a number."""
        is_number = self.unquoted and type(row.get("id")) is int
        return {**row, "id": str(row["id"])} if is_number else row

    @overload
    def __get__(self, node: None, owner: "type[Node]") -> Self: ...
    @overload
    def __get__(self, node: "Node", owner: "type[Node]") -> str: ...
    def __get__(self, node: "Node | None", owner: "type[Node]") -> Self | str:
        return self if node is None else cast(str, node.source["id"])


class Node(OverRow, Answered):
    """An object read from Graph: the fields that were asked for.

    Reading a field that was not asked for raises `FieldNotRequestedError`; one that was asked for
    and not answered is None.
    """

    __slots__ = ("asked", "source")

    fields: ClassVar[Mapping[str, Field[Any]]] = MappingProxyType({})
    """Every field that wabakit vouches for, by wire name."""
    default_fields: ClassVar[tuple[Field[Any], ...]] = ()
    """What is asked for where the caller does not say."""

    def __init__(self, source: JsonObject, asked: frozenset[str] | None = None) -> None:
        self.source: JsonObject = source
        self.asked: frozenset[str] | None = asked

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own: dict[str, Field[Any]] = {n: v for n, v in vars(cls).items() if isinstance(v, Field)}
        cls.fields = MappingProxyType({**cls.fields, **own})
        cls.__annotations__.clear()  # for type checkers; what a field is it says by itself

    @classmethod
    def fits(cls, row: Any) -> bool:
        """Tell whether what JSON has can be read so."""
        return _test_of(cast(Any, cls))(row)

    @classmethod
    def read(cls, row: Any, asked: frozenset[str] | None = None) -> Self:
        """Return the node that an answer holds.

        Raises:
            Unreadable: a member is of another kind than the contract says; says which.
        """
        if as_object(row) is None:
            raise Unreadable(f"what should be a {cls.__name__} is no object")
        if isinstance(named := cls.fields.get("id"), IdField):
            row = named.in_text(row)
        for name in cls.fields.keys() & row.keys():
            cls.fields[name].read(row[name])
        if not cls.fits(row):
            raise Unreadable("its id is missing, or what else it always has")
        return cls(row, asked)

    def __getitem__(self, field: Field[T]) -> T | None:
        """Return the value of a field, also of a raw one."""
        if not self.was_asked(field.name):
            where = field if field.owner else f"Field.raw({field.name!r})"
            raise FieldNotRequestedError(f"{field.name} was not asked for: add {where} to fields=")
        return field.take(self.source)

    if not TYPE_CHECKING:  # a checker would take every name for one that is there

        def __getattr__(self, name):
            # The look-up has failed; a descriptor, as of a field that was not asked for, says why.
            for kind in type(self).__mro__:
                if name in vars(kind):
                    return vars(kind)[name].__get__(self, type(self))
            raise call_of_data(self, name)

    def was_asked(self, name: str) -> bool:
        """Tell whether the call asked for the field of this wire name."""
        return self.asked is None or name in self.asked

    def to_dict(self) -> dict[str, Any]:
        """Return what Graph answered, as JSON types under the wire names."""
        return cast("JsonObject", json.loads(json.dumps(self.source)))  # deep as it may be

    @classmethod
    def from_dict(cls, kept: JsonObject, fields: Iterable[Field[Any]] | None = None) -> Self:
        """Make it again from what `to_dict` returned; refused if it is not that.

        What is not in it cannot be read, unless it is one of the `fields` that the call asked for.
        """
        names = as_object(kept) or () if fields is None else ["id", *(each.name for each in fields)]
        asked = frozenset(names) if cls.default_fields else None
        return made_again(cls, kept, lambda: cls.read(kept, asked))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node) or type(self) is not type(other):
            return NotImplemented
        return self.asked == other.asked and self.source == other.source

    def __hash__(self) -> int:
        return hash((type(self), self.asked, is_text(found := self.source.get("id")) and found))

    def __copy__(self) -> Self:
        return type(self)(self.source, self.asked)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return type(self)(self.to_dict(), self.asked)

    def __reduce__(self) -> tuple[Any, ...]:
        if secrets_in(self.source):
            raise TypeError(f"{NO_PICKLE} {type(self).__name__} holds one.")
        return (type(self), (self.source, self.asked))

    def __repr__(self) -> str:
        known = [field for field in self.fields.values() if self.was_asked(field.name)]
        raw = [Field.raw(name) for name in sorted({*(self.asked or ())} - self.fields.keys())]
        shown = ", ".join(f"{field.name}={field.take(self.source)!r}" for field in known + raw)
        return f"{type(self).__name__}({shown})"


@cache
def _test_of(node: Any) -> Test:
    return compiled(*tests_of(node.fields.values()))


def tests_of(fields: Iterable[Field[Any]]) -> tuple[str, dict[str, Any]]:
    """Write what tells whether a row can be read by these fields, and give the names in it."""
    names: dict[str, Any] = {}
    tests = ["type(row) is dict"]
    for field in fields:
        if field.fits is is_text:
            absent = "" if isinstance(field, IdField) else ", ''"
            tests.append(f"type(row.get({field.name!r}{absent})) is str")
        elif field.fits is not None:
            names[fits := f"fits{len(names)}"] = field.fits
            tests.append(f"({field.name!r} not in row or {fits}(row[{field.name!r}]))")
    return " and ".join(tests), names
