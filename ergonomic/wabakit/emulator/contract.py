"""What the contract says, so that the emulator need not say it a second time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def contract() -> dict[str, Any]:
    """Read the contract, made into JSON."""
    raw = files("wabakit").joinpath("contract", "phone_numbers.json").read_bytes()
    document: dict[str, Any] = json.loads(raw)
    return document


def members(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Find the members of an object, or of the objects in a list; anything else has none."""
    while "$ref" in schema or "items" in schema:
        name = schema.get("$ref", "").rpartition("/")[2]
        schema = contract()["components"]["schemas"][name] if name else schema["items"]
    found: Mapping[str, Any] = schema.get("properties", {})
    return found
