"""One value that Graph has given several names."""

from typing import Any, Generic, Self, overload

from wabakit._node import Field, Node
from wabakit._typevars import T
from wabakit.errors import FieldNotRequestedError


class Either(Generic[T]):
    """Reads what Graph has given two names: the first that was asked for and answered."""

    name: str
    owner: type[Node]

    def __init__(self, doc: str, *fields: Field[T]) -> None:
        self.__doc__ = doc
        self.fields: tuple[Field[Any], ...] = fields

    def __set_name__(self, owner: type[Node], name: str) -> None:
        self.name, self.owner = name, owner

    @overload
    def __get__(self, node: None, owner: type[Node]) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type[Node]) -> T | None: ...
    def __get__(self, node: Node | None, owner: type[Node]) -> Self | T | None:
        if node is None:
            return self
        asked = [field for field in self.fields if node.was_asked(field.name)]
        if not asked:
            why = f"{self.name} was not asked for: add {self._which()} to fields="
            raise FieldNotRequestedError(why)
        values = (node[field] for field in asked)
        return next((value for value in values if value is not None), None)

    def __repr__(self) -> str:
        return f"{self.owner.__name__}.{self.name} (which reads {self._which()})"

    def _which(self) -> str:
        return " or ".join(map(repr, self.fields))
