"""What the annotations of a view ask for, and whether a field can give it."""

import types
import typing
from typing import Any

from wabakit.errors import ViewError


def hints_of(view: type) -> dict[str, Any]:
    """Return the annotation of each attribute."""
    try:
        return typing.get_type_hints(view)
    except Exception as error:
        raise ViewError(
            f"The annotations of {view.__name__} cannot be resolved ({error}): "
            "define the classes that it names at module level. Nothing was sent."
        ) from error


def choices(hint: Any) -> tuple[Any, ...]:
    """Return the alternatives of an annotation, without None."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return tuple(choice for choice in typing.get_args(hint) if choice is not type(None))
    return (hint,)


def fits(type_: Any, hint: Any) -> bool:
    """Tell whether a value of a field's type is what an annotation promises."""
    if hint is Any or hint == type_:
        return True
    origin, base = typing.get_origin(hint) or hint, typing.get_origin(type_) or type_
    if not (isinstance(origin, type) and isinstance(base, type) and issubclass(base, origin)):
        return False
    wanted, offered = typing.get_args(hint), typing.get_args(type_)
    return len(wanted) in (0, len(offered)) and all(
        fits(o, w) for o, w in zip(offered, wanted, strict=False)
    )


def written(hint: Any) -> str:
    """Return an annotation as people write it."""
    return hint.__name__ if isinstance(hint, type) else str(hint)
