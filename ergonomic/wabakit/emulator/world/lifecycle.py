"""What time does to a number: proofs that age, windows that close."""

from __future__ import annotations

from datetime import datetime, timedelta

from .nodes import UNDER_REVIEW, Node, PhoneNumber

CODE_STATUS_LIFETIME = timedelta(days=28)
"""How long a number stays VERIFIED.

No source gives a time; 28 days is what pre-verified numbers had in 2023, and have no longer
(assumed).
"""

NEW_NAME_WINDOW = timedelta(days=14)
"""How long an approved new name waits for the number to be registered again (documented)."""


def age(node: Node, now: datetime) -> None:
    """Let time do to a node what it does by itself."""
    if isinstance(node, PhoneNumber):
        _age_name(node, now)
        _age_proof(node, now)


def _age_name(number: PhoneNumber, now: datetime) -> None:
    """Review an approved new name anew if it was not put to use in time (documented)."""
    approved_at = number.new_name_approved_at
    if approved_at is None or now < approved_at + NEW_NAME_WINDOW:
        return
    number.new_name_approved_at = None
    if number.new_name_status == "APPROVED":
        number.new_name_status, number.new_certificate = UNDER_REVIEW, None


def _age_proof(number: PhoneNumber, now: datetime) -> None:
    """Let a proof of ownership expire by itself: VERIFIED becomes EXPIRED.

    A connected number stays CONNECTED (recorded); only another registration, after deregistering,
    needs a new code (documented). It takes 28 days from the verification (assumed).
    """
    verified_at = number.code_verified_at
    if verified_at is None or now < verified_at + CODE_STATUS_LIFETIME:
        return
    number.code_verified_at = None
    if number.code_verification_status == "VERIFIED":
        number.code_verification_status = "EXPIRED"
