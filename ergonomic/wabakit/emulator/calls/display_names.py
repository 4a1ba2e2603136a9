"""Asking for a display name, and the names that decide themselves."""

from __future__ import annotations

from datetime import datetime

from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.world.chance import Chance
from wabakit.emulator.world.chart import limits
from wabakit.emulator.world.nodes import UNDER_REVIEW, PhoneNumber
from wabakit.emulator.world.reviews import decide_name, name_under_review

from .magic import decision

(NAMES,) = limits("updatePhoneNumber", "display names")
"""How many names may be asked for, and in which time (documented)."""


def ask_for_name(number: PhoneNumber, name: str, now: datetime) -> None:
    """Put a new name under review, at most 10 in 30 days (documented).

    One more is refused with 400, code 100 (assumed: what Graph answers is not known).
    """
    allowed, window = NAMES
    if number.recent("name", now, window) >= allowed:
        raise GraphError(
            100,
            "(#100) The display name was changed too often",
            user_title="Display name not changed",
            user_message=f"A display name can be changed {allowed} times in {window.days} days.",
        )
    number.note("name", now)
    number.new_display_name, number.new_name_status = name, UNDER_REVIEW
    number.new_certificate = number.new_name_approved_at = None


def decide_by_magic(number: PhoneNumber, now: datetime, chance: Chance) -> None:
    """Decide a name at once that holds one of the words for it (the emulator's own)."""
    approved = decision(name_under_review(number))
    if approved is not None:
        decide_name(number, approved, now, chance)
