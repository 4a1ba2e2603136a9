"""Review of display names, which at Meta people do."""

from __future__ import annotations

from .phone_number import PhoneNumber


def decide_name(number: PhoneNumber, approved: bool, certificate: str) -> None:
    """Decide the name under review: a requested new one first, else the first name.

    An approved first name comes with a certificate; a new name waits in `new_name_status`, its
    certificate in `new_certificate`, until the number is registered again (documented). ValueError
    if no name is under review.
    """
    decision = "APPROVED" if approved else "DECLINED"
    granted = certificate if approved else None
    if number.new_name_status == "PENDING_REVIEW":
        number.new_name_status, number.new_certificate = decision, granted
    elif number.name_status == "PENDING_REVIEW":
        number.name_status, number.certificate = decision, granted
        number.unified_cert_status = "APPROVED" if approved else "NAME_NOT_APPROVED"
    else:
        raise ValueError("no name of this number is under review")


def take_new_name(number: PhoneNumber) -> None:
    """Let an approved new name replace the old one; the fields of the request empty (assumed)."""
    number.verified_name, number.name_status = number.new_display_name, "APPROVED"
    number.certificate, number.unified_cert_status = number.new_certificate, "APPROVED"
    number.new_display_name = number.new_name_status = number.new_certificate = None
