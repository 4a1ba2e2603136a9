"""Telephone numbers, compared by their digits: one number is written in several ways."""

import re
from typing import Any

from wabakit._made.words import CALLING_CODES, ONE_FORM
from wabakit._secret import Secret
from wabakit.errors import InvalidInputError

_SPACING = re.compile(r"[\s\-().]+")
_FULL = re.compile(r"(?:\+|00)?([1-9][0-9]{4,14})", re.ASCII)


def plain(value: Any) -> Any:
    """Return digits without `+` and the spacing that people write; the rest is for the check."""
    if not isinstance(value, str):
        return value
    digits = _SPACING.sub("", value.strip().removeprefix("+"))
    return Secret(digits) if isinstance(value, Secret) else digits


def plain_number(number: Any, cc: Any) -> Any:
    """Return a phone number as digits.

    Raises:
        InvalidInputError: it would make another number than it says.
    """
    if not isinstance(number, str):
        return number
    if "(0)" in number:
        rule = "(0) is dialled inside the country only: leave it out"
        raise InvalidInputError("phone_number", number, rule)
    start = re.match(r"\+|00", number.strip())
    if start is None or not re.fullmatch("[0-9]+", str(cc)):
        return plain(number)
    digits = plain(number.strip()[start.end() :])
    if not digits.startswith(cc):
        rule = f"{start[0]} begins a full number, and this one is not of cc={cc!r}: mend either"
        raise InvalidInputError("phone_number", number, rule)
    return digits


def check_full_number(written: object) -> str:
    """Return the digits of a telephone number that is written in full."""
    rule = (
        "text of a number in full, its country calling code first, such as '+1 631 555 1001': "
        "5 to 15 digits, with or without + and spacing"
    )
    found = _FULL.fullmatch(_SPACING.sub("", written)) if isinstance(written, str) else None
    if found is None:
        raise InvalidInputError("phone_number", written, rule)
    return found[1]


def split(digits: str) -> tuple[str, str]:
    """Return the country calling code of a full number, and the rest of it."""
    length = next((n for n in (1, 2) if digits[:n] in CALLING_CODES), 3)
    return digits[:length], digits[length:]


def one_form(written: str) -> str:
    """Return the digits of a full number, in one form where a country has changed its numbers.

    Source: the contract, `display_phone_number`.
    """
    digits = re.sub("[^0-9]", "", written)
    found = (re.fullmatch(form, digits) for form in ONE_FORM)
    return next(("".join(changed.groups()) for changed in found if changed), digits)
