"""What the handles of accounts and numbers have in common."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from wabakit._either import Either
from wabakit._made.bounds import GraphId
from wabakit._made.nodes import PhoneNumber
from wabakit._mistaken import CALLS, missing

D = TypeVar("D")


class Handle(Generic[D]):
    """Sends calls about one object of Graph, by its id."""

    _by: ClassVar[str]
    """What the argument is called that its id is given as."""
    _place: ClassVar[str]
    """How a client gives this handle, as code."""
    _reading: ClassVar[str]
    """How a value of a number is read through this handle, as code."""

    def __init__(self, driver: D, object_id: str) -> None:
        self._driver = driver
        self.id: str = GraphId.check(object_id, self._by)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        CALLS.update({name: cls._place for name in vars(cls) if not name.startswith("_")})

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    if not TYPE_CHECKING:  # a checker would take every name for one that is there

        def __getattr__(self, name):
            why = f"call {CALLS[name]}.{name}(...)" if name in CALLS else ""
            if ways := self._ways(name):
                why = "this is a handle, which sends calls and holds no data. Read it: "
                why += " or ".join(ways)
            raise missing(self, name, why)

    def _ways(self, name: str) -> list[str]:
        """Return, as code, how to read a value of a number; empty where there is none such."""
        either, field = vars(PhoneNumber).get(name), PhoneNumber.fields.get(name)
        fields = either.fields if isinstance(either, Either) else (field,) if field else ()
        return [self._reading.format(field=field, name=name) for field in fields]
