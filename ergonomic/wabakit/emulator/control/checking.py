"""Reading what a control call sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import Check

_NEVER_EMPTY = frozenset(
    "is_on_biz_app is_preverified_number is_official_business_account needs_certificate"
    " unknown_words name is_verified may_have_usernames cc waba_id field value"
    " restriction_info"
    " delay copies shuffled together held".split()
)


def checked(sent: Json, known: Mapping[str, Check[Any]]) -> dict[str, Any]:
    """Read what was sent (ValueError); null empties what can be empty."""
    unknown = sent.keys() - known.keys()
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(known)}")
    emptied = [name for name in sorted(_NEVER_EMPTY) if name in sent and sent[name] is None]
    if emptied:
        raise ValueError(f"{', '.join(emptied)} cannot be null")
    return {
        name: None if value is None else known[name](value, name) for name, value in sent.items()
    }
