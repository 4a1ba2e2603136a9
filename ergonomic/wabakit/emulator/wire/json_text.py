"""JSON as it comes in: strict, and no deeper than what can be copied and written again."""

from __future__ import annotations

import json
from typing import Any, TypeAlias, cast

Json: TypeAlias = dict[str, Any]

DEEPEST = 64
"""How many levels of lists and objects a request may have."""

DEEPEST_STATE = 2 * DEEPEST
"""How many a snapshot may have, which holds what requests brought."""


def read_json(raw: str | bytes, deepest: int = DEEPEST) -> Any:
    """Read JSON without NaN and Infinity, of so many levels (ValueError)."""
    try:
        value = json.loads(raw, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError(_too_deep(deepest)) from None
    check_depth(value, deepest)
    return value


def check_depth(value: object, deepest: int) -> None:
    """Refuse what has more levels of lists and objects (ValueError)."""
    level = [value]
    for _ in range(deepest + 1):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise ValueError(_too_deep(deepest))


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(cast("dict[str, object]", value).values())
    return cast("list[object]", value) if isinstance(value, list) else []


def _too_deep(deepest: int) -> str:
    return f"nested more than {deepest} levels deep"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
