"""Review of display names, which at Meta people do."""

from __future__ import annotations

from datetime import datetime, timedelta

from wabakit.emulator.calls.magic import decision
from wabakit.emulator.wire.errors import GraphError

from .chance import Chance
from .nodes import PhoneNumber

UNDER_REVIEW = "PENDING_REVIEW"

NAMES_ALLOWED, NAMES_WINDOW = 10, timedelta(days=30)
"""How many names may be asked for, and in which time (documented)."""


def name_under_review(number: PhoneNumber) -> str | None:
    """Give the name that waits for a decision: a requested new one first, else the first name."""
    if number.new_name_status == UNDER_REVIEW:
        return number.new_display_name
    return number.verified_name if number.name_status == UNDER_REVIEW else None


def decide_name(number: PhoneNumber, approved: bool, now: datetime, chance: Chance) -> None:
    """Decide the name under review: a requested new one first, else the first name.

    An approved first name comes with a certificate; a new name waits in `new_name_status`, its
    certificate in `new_certificate`, until the number is registered again (documented), for which
    there are 14 days from now. ValueError if no name is under review.
    """
    status = "APPROVED" if approved else "DECLINED"
    granted = chance.text(f"certificate/{number.id}", 40) if approved else None
    if number.new_name_status == UNDER_REVIEW:
        number.new_name_status, number.new_certificate = status, granted
        number.new_name_approved_at = now if approved else None
    elif number.name_status == UNDER_REVIEW:
        number.name_status, number.certificate = status, granted
    else:
        raise ValueError("no name of this number is under review")


def take_new_name(number: PhoneNumber) -> None:
    """Let an approved new name replace the old one; the fields of the request empty (assumed)."""
    number.verified_name, number.name_status = number.new_display_name, "APPROVED"
    number.certificate = number.new_certificate
    number.new_display_name = number.new_name_status = number.new_certificate = None
    number.new_name_approved_at = None


def ask_for_name(number: PhoneNumber, name: str, now: datetime) -> None:
    """Put a new name under review, at most 10 in 30 days (documented).

    One more is refused with 400, code 100 (assumed: what Graph answers is not known).
    """
    if number.recent("name", now, NAMES_WINDOW) >= NAMES_ALLOWED:
        raise GraphError(
            100,
            "(#100) The display name was changed too often",
            user_title="Display name not changed",
            user_message=f"A display name can be changed {NAMES_ALLOWED} times in 30 days.",
        )
    number.note("name", now)
    number.new_display_name, number.new_name_status = name, UNDER_REVIEW
    number.new_certificate = number.new_name_approved_at = None


def decide_by_magic(number: PhoneNumber, now: datetime, chance: Chance) -> None:
    """Decide a name at once that holds one of the words for it (the emulator's own)."""
    approved = decision(name_under_review(number))
    if approved is not None:
        decide_name(number, approved, now, chance)
