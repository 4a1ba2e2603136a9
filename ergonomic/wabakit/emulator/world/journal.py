"""What changed in the world: the one place where nodes tell it, and where others hear of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Journal:
    """Remember what changed since it was last read: of every node what was there before."""

    def __init__(self) -> None:
        self._earlier: dict[Any, dict[str, Any]] = {}

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self._earlier)

    def note(self, node: object, name: str, earlier: object) -> None:
        """Note that an attribute of a node is another one than it was."""
        self._earlier.setdefault(node, {}).setdefault(name, earlier)

    def forget(self, node: object) -> None:
        """Pass over what changed of a node so far."""
        self._earlier.pop(node, None)

    def take(self) -> Mapping[Any, Mapping[str, Any]]:
        """Give what every changed node was like before, by attribute, and begin anew."""
        if not self._earlier:
            return {}
        taken, self._earlier = self._earlier, {}
        return {
            node: changed
            for node, earlier in taken.items()
            if (changed := {n: was for n, was in earlier.items() if getattr(node, n) != was})
        }
