"""What the handles of accounts and numbers have in common."""

from typing import TYPE_CHECKING, ClassVar

from wabakit._either import Either
from wabakit._made.nodes import PhoneNumber
from wabakit._mistaken import CALLS, call_of_handle, value_of_handle


class Handle:
    """Sends calls about one object of Graph, by its id."""

    id: str
    _place: ClassVar[str]
    """How a client gives this handle, as code."""
    _reading: ClassVar[str]
    """How a value of a number is read through this handle, as code."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        CALLS.update({name: cls._place for name in vars(cls) if not name.startswith("_")})

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"

    if not TYPE_CHECKING:  # a checker would take every name for one that is there

        def __getattr__(self, name):
            if ways := self._ways(name):
                raise value_of_handle(self, name, ways)
            raise call_of_handle(self, name)

    def _ways(self, name: str) -> list[str]:
        """Return, as code, how to read a value of a number; empty where there is none such."""
        either = vars(PhoneNumber).get(name)
        field = PhoneNumber.fields.get(name)
        fields = either.fields if isinstance(either, Either) else (field,) if field else ()
        return [self._reading.format(field=field, name=name) for field in fields]
