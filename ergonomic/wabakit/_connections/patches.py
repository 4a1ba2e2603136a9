"""Whether somebody has replaced functions of the HTTP libraries, as mocks and tracing do."""

import sys
from collections.abc import Iterable
from itertools import chain
from operator import is_
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType
from typing import Any

_END = object()


class Watch:
    """Looks at classes of libraries, by name; at all that is in them in about a microsecond."""

    def __init__(self, **names: tuple[str, ...]) -> None:
        self._classes = [(library, name) for library in names for name in names[library]]
        self._held: list[Iterable[object]] = []
        """What the classes hold, as it is at any time."""
        self._whole: list[object] = []
        """The same when it was known to be as its libraries have it."""

    def sees_patches(self) -> bool:
        """Tell whether one of the classes is not, or not wholly, as its library has it."""
        kinds = [getattr(sys.modules.get(name), kind, None) for name, kind in self._classes]
        if self._whole and all(map(is_, chain(kinds, *self._held), self._whole)):
            return False
        held: list[Iterable[object]] = []
        for (library, _), kind in zip(self._classes, kinds, strict=True):
            if library not in sys.modules:
                continue  # what nobody has loaded nobody has patched
            for base in kind.__mro__[:-1] if isinstance(kind, type) else [None]:
                if base is None or not _is_written_in(library, base.__module__):
                    return True
                if not all(_is_own(value, library) for value in vars(base).values()):
                    return True
                held.append(vars(base).values())
        self._held = [*held, (_END,)]  # what is added to the last class stands in its place
        self._whole = [*kinds, *chain(*self._held)]
        return False


def _is_own(value: Any, library: str) -> bool:
    """Tell whether a member of a class is data, or a function that was written in a library."""
    value = getattr(value, "fget", getattr(value, "__func__", value))
    # A wrapper may bear the name of what it wraps; the globals are where it was written.
    while type(value) is FunctionType and value.__globals__.get("__name__") == "contextlib":
        value = getattr(value, "__wrapped__", None)
    if type(value) is FunctionType:
        return _is_written_in(library, value.__globals__.get("__name__", ""))
    bound = callable(value) or hasattr(value, "__get__")
    return not bound or isinstance(value, (GetSetDescriptorType, MemberDescriptorType))


def _is_written_in(library: str, module: str) -> bool:
    return module.partition(".")[0] == library
