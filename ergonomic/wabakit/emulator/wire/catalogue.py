"""The error catalogue, which every implementation shares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from wabakit.emulator.contract import document

from .errors import GraphError

Entry: TypeAlias = Mapping[str, Any]
Name: TypeAlias = "str | int | tuple[int, int | None]"
"""How an error is named: `two-step-pin-mismatch`, 133005, or code and subcode."""


def find_error(name: Name) -> Entry:
    """Find an entry of openapi/errors.yaml by its name or numbers (ValueError)."""
    key = (name, None) if isinstance(name, int) else name
    found = _entries().get(key)
    if found is None:
        raise ValueError(f"the error catalogue has no '{name}'")
    return found


def is_error(name: str) -> bool:
    """Tell whether the catalogue has an error of that name."""
    return name in _entries()


def refuse(name: Name, status: int | None = None) -> GraphError:
    """Build the refusal that an entry describes, with the first HTTP status it names, or 400."""
    entry = find_error(name)
    code, subcode = entry["code"], entry.get("subcode")
    meaning = entry["meaning"]
    is_registration = 131000 <= code < 136000
    data = {"messaging_product": "whatsapp", "details": meaning} if is_registration else None
    is_limit = entry["class"] == "rate-limit"
    return GraphError(
        code,
        f"(#{code}) {meaning}",
        subcode=subcode,
        kind="GraphMethodException" if (code, subcode) == (100, 33) else "OAuthException",
        data=data,
        user_title=None if subcode is None else entry["name"].replace("-", " ").capitalize(),
        user_message=None if subcode is None else meaning,
        status=status or entry.get("status", [400])[0],
        wait_minutes=1 if is_limit else None,
    )


@cache
def _entries() -> dict[object, Entry]:
    rows: list[dict[str, Any]] = document("contract", "errors.json")["errors"]
    by_number: dict[object, Entry] = {(row["code"], row.get("subcode")): row for row in rows}
    return by_number | {row["name"]: row for row in rows}
