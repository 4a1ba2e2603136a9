"""Telephone numbers, compared by their digits: one number is written in several ways."""

import re

from wabakit._input import SPACING
from wabakit.errors import InvalidInputError

_FULL = re.compile(r"(?:\+|00)?([1-9][0-9]{4,14})", re.ASCII)
_MEXICO = re.compile("521([0-9]{10})")
_BRAZIL = re.compile("(55[0-9]{2})9([6-9][0-9]{7})")


def check_full_number(written: object) -> str:
    """Return the digits of a telephone number that is written in full."""
    rule = (
        "text of a number in full, its country calling code first, such as '+1 631 555 1001': "
        "5 to 15 digits, with or without + and spacing"
    )
    found = _FULL.fullmatch(SPACING.sub("", written)) if isinstance(written, str) else None
    if found is None:
        raise InvalidInputError("phone_number", written, rule)
    return found[1]


def one_form(written: str) -> str:
    """Return the digits of a full number, in one form where a country has changed its numbers.

    - Mexico: mobile numbers had a 1 behind the country code, and Graph still shows it for some
      (recorded: `+52 1 612 183 0000`). No Mexican number begins with 1 otherwise (assumed).
    - Brazil: mobile numbers of 8 digits, which begin with 6 to 9, got a 9 before them. Graph is
      assumed to show some of them without it, as WhatsApp does for people; no source says so. What
      begins with 2 to 5 behind the 9 is younger than the change: without the 9 it would be a
      landline, another number.
    """
    digits = re.sub("[^0-9]", "", written)
    if mexican := _MEXICO.fullmatch(digits):
        return f"52{mexican[1]}"
    brazilian = _BRAZIL.fullmatch(digits)
    return f"{brazilian[1]}{brazilian[2]}" if brazilian else digits
