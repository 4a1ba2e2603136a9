"""What the handles have in common, whatever kind of object of Graph each is for."""

from typing import TYPE_CHECKING, ClassVar, Generic, NoReturn, Self

from wabakit._either import Either
from wabakit._made.bounds import GraphId
from wabakit._mistaken import Place, missing, place_of, register
from wabakit._node import Node
from wabakit._typevars import T


class Handle(Generic[T]):
    """Sends calls about one object of Graph, by its id."""

    _by: ClassVar[str]
    """What the argument is called that its id is given as."""
    _place: ClassVar[str]
    """How a client gives this handle, as code."""
    _reading: ClassVar[tuple[tuple[type[Node], str], ...]] = ()
    """How a value of a node is read through this handle, as code; its own node comes first."""

    def __init__(self, driver: T, object_id: str) -> None:
        self._driver = driver
        self.id: str = GraphId.check(object_id, self._by)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls._reading:
            node, _ = cls._reading[0]
            names = {name for kind in cls.__mro__ for name in vars(kind) if name[0] != "_"}
            register(names, Place(node, cls._place, cls._by))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    def __copy__(self) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A handle holds the token and the connection of its client, which stay in their "
            f"process: pass the id, {self.id!r}, and make {self._place} there."
        )

    if not TYPE_CHECKING:  # a checker would take every name for one that is there

        def __getattr__(self, name):
            place = place_of(name)
            why = f"call {place.code}.{name}(...)" if place else ""
            if ways := self._ways(name):
                why = "this is a handle, which sends calls and holds no data. Read it: "
                why += " or ".join(ways)
            raise missing(self, name, why)

    def _ways(self, name: str) -> list[str]:
        """Return, as code, how to read a value; empty where there is none such."""
        ways: list[str] = []
        for node, code in self._reading:
            either, field = vars(node).get(name), node.fields.get(name)
            fields = either.fields if isinstance(either, Either) else (field,) if field else ()
            ways += [code.format(field=field, name=name) for field in fields]
        return ways
