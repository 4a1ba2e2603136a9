"""Review of display names, which at Meta people do."""

from __future__ import annotations

from datetime import datetime

from .chance import Chance
from .nodes import UNDER_REVIEW, PhoneNumber


def name_under_review(number: PhoneNumber) -> str | None:
    """Give the name that waits for a decision: a requested new one first, else the first name."""
    if number.new_name_status == UNDER_REVIEW:
        return number.new_display_name
    return number.verified_name if number.name_status == UNDER_REVIEW else None


def decide_name(
    number: PhoneNumber, approved: bool, now: datetime, chance: Chance, reason: str | None = None
) -> None:
    """Decide the name under review: a requested new one first, else the first name.

    An approved first name comes with a certificate; a new name waits in `new_name_status`, its
    certificate in `new_certificate`, until the number is registered again (documented), for which
    there are 14 days from now. `reason` says why a name is declined. ValueError if no name is under
    review.
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
    number.name_rejection_reason = reason


def take_new_name(number: PhoneNumber) -> None:
    """Let an approved new name replace the old one; the fields of the request empty (assumed)."""
    number.verified_name, number.name_status = number.new_display_name, "APPROVED"
    number.certificate = number.new_certificate
    number.new_display_name = number.new_name_status = number.new_certificate = None
    number.new_name_approved_at = None
