"""What time and Meta's own work do to a number: proofs that age, windows that close, reviews."""

from __future__ import annotations

from datetime import datetime, timedelta

from wabakit.emulator.wire.errors import GraphError, registration_error

from .nodes import PhoneNumber
from .reviews import UNDER_REVIEW

CODE_STATUS_LIFETIME = timedelta(days=28)
"""How long a number stays VERIFIED.

No source gives a time; 28 days is what pre-verified numbers had in 2023, and have no longer
(assumed).
"""

SIGNUP_WINDOW = timedelta(days=14)
"""How long a number from Embedded Signup can wait to be registered (documented)."""


NEW_NAME_WINDOW = timedelta(days=14)
"""How long an approved new name waits for the number to be registered again (documented)."""


def age(number: PhoneNumber, now: datetime) -> None:
    """Let time do to a number what it does by itself."""
    _age_name(number, now)
    _age_proof(number, now)


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


def check_readiness(number: PhoneNumber, now: datetime) -> None:
    """Let a number be registered that Meta is done with, and that came not too long ago.

    A number from Embedded Signup must be registered within 14 days, or go through signup again
    (documented); it is then refused with 133006, whatever code it gets (assumed). A number with
    `needs_certificate` is refused with 100, subcode 2388001, while its first name is under review
    (public code); the others are not, as most reports do not show it (assumed).
    """
    if number.is_registered:
        return
    if number.signed_up_at is not None and now >= number.signed_up_at + SIGNUP_WINDOW:
        details = "The 14 days to register after Embedded Signup are over. Sign up again."
        raise registration_error(133006, "Phone number must be verified", details)
    if number.needs_certificate and number.name_status == "PENDING_REVIEW":
        raise GraphError(
            100,
            "(#100) Cannot create certificate",
            subcode=2388001,
            user_title="Cannot create certificate",
            user_message="The display name is still under review. Register once it is approved.",
        )
