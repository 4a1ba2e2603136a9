"""The error catalogue, read, and how an error is found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openapi.tools.yamltext import read

Entry = dict[str, Any]

CATALOGUE = Path(__file__).parents[2] / "openapi" / "errors.yaml"
DATA: Entry = read(CATALOGUE)
ERRORS: list[Entry] = DATA["errors"]
RANGES: list[Entry] = DATA["ranges"]
STATUSES: list[Entry] = DATA["statuses"]
GENERIC: Entry = DATA["generic"]

PLACES = ("at-status", "at-operation")
BY_KEY: dict[tuple[int, int | None], Entry] = {(e["code"], e.get("subcode")): e for e in ERRORS}
BY_STATUS: dict[int | str, Entry] = {e["status"]: e for e in STATUSES}
VARIANTS: list[Entry] = [
    {key: value for key, value in {**entry, **changed}.items() if key not in PLACES}
    for entry in ERRORS
    for place in PLACES
    for changed in entry.get(place, {}).values()
]


def resolve(text: str) -> Entry:
    """Resolve ``code[/subcode][@status]`` by the steps in the head of the catalogue."""
    key, _, status = text.partition("@")
    code, _, subcode = key.partition("/")
    entry = (BY_KEY.get((int(code), int(subcode))) if subcode else None) or BY_KEY.get(
        (int(code), None)
    )
    if entry is None:
        entry = next(e for e in RANGES if e["from"] <= int(code) <= e["to"])
    changed: Entry = entry.get("at-status", {}).get(int(status), {}) if status else {}
    return {**entry, **changed}
