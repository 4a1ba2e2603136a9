"""The words of Meta's vocabulary, by which a seed's misspelt ones are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, cast

from wabakit.emulator.contract import Said, resolved, schema

_ELSEWHERE = {
    "oba_status": "OfficialBusinessAccountStatus",
    "username_status": "UsernameStatus",
    "settings": "Settings",
}
"""What an attribute of a number fits that is no field of one, by the name of the schema."""


def check_words(state: Mapping[str, Any]) -> None:
    """Refuse state of a number that holds a word the contract does not list (ValueError)."""
    for name, value in state.items():
        for place, word, known in _unknown(_schema(name), value, name):
            close = get_close_matches(word.upper(), known, n=1)
            advice = f"is it {close[0]}?" if close else f"known: {', '.join(known)}."
            raise ValueError(
                f"{place} has no word '{word}'; {advice} With unknown_words it is taken as it is."
            )


def _schema(name: str) -> Said:
    if name in _ELSEWHERE:
        return schema(_ELSEWHERE[name])
    found: Said = schema("PhoneNumber")["properties"].get(name, {})
    return found


def _unknown(said: Said, value: object, place: str) -> Iterator[tuple[str, str, list[str]]]:
    """Find the words that are on no list: where, which, and what the list has."""
    said = resolved(said)
    if isinstance(value, str) and value not in said.get("enum", [value]):
        yield place, value, said["enum"]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        for name, inner in members.items():
            member = said.get("properties", {}).get(name, {})
            yield from _unknown(member, inner, f"{place}.{name}")
    if isinstance(value, list):
        for at, inner in enumerate(cast("list[object]", value)):
            yield from _unknown(said.get("items", {}), inner, f"{place}[{at}]")
