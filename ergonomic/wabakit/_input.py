"""Arguments are checked here where the contract has nothing to say of them.

Its bounds are checked by `_bounds`, for whatever is sent.
"""

import re
from typing import Any, cast
from urllib.parse import urlsplit

from wabakit._made.bounds import GraphId
from wabakit._secret import Secret
from wabakit.errors import InvalidInputError

SPACING = re.compile(r"[\s\-().]+")
_INTERNATIONAL = re.compile(r"\+|00")


def check_id(name: str, value: object) -> str:
    """Return a Graph id: ASCII digits, as text because some do not fit a JSON number."""
    return GraphId.check(value, name)


def hidden(value: object) -> Secret:
    """Return an argument as a secret at once, so that no traceback of ours can show it.

    Of what is not text only the type is kept, which the checks refuse.
    """
    return Secret(value) if isinstance(value, str) else cast(Secret, type(value))


def plain(value: Any) -> Any:
    """Return digits without `+` and the spacing that people write; the rest is for the check."""
    if not isinstance(value, str):
        return value
    digits = SPACING.sub("", value.strip().removeprefix("+"))
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
    start = _INTERNATIONAL.match(number.strip())
    if start is None or not re.fullmatch("[0-9]+", str(cc)):
        return plain(number)
    digits = plain(number.strip()[start.end() :])
    if not digits.startswith(cc):
        rule = f"{start[0]} begins a full number, and this one is not of cc={cc!r}: mend either"
        raise InvalidInputError("phone_number", number, rule)
    return digits


def check_cursors(after: object, before: object) -> None:
    """Refuse two directions at once."""
    if after is not None and before is not None:
        raise InvalidInputError("before", before, "give after= or before=, not both")


def check_https(name: str, value: object) -> str:
    """Return an https URL with a host."""
    rule = "an https:// URL with a host"
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        good = parts is not None and parts.scheme == "https" and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or not isinstance(value, str):
        raise InvalidInputError(name, value, rule)
    return value
