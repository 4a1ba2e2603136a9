"""Magic values: what makes a call fail from any language, without a control call.

A number, or a word in a name, that nobody can have by accident. No PIN and no code is magic: any
six digits may be somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wabakit.emulator.wire.catalogue import is_error, refuse
from wabakit.emulator.wire.parameters import Parameters, any_text
from wabakit.emulator.world.businesses import PreverifiedNumber
from wabakit.emulator.world.dialling import digits_of, split_number
from wabakit.emulator.world.nodes import Node, PhoneNumber

NUMBERS: Mapping[str, tuple[str, str]] = {
    "15005550001": ("createPhoneNumber", "number-not-addable"),
    "15005550002": ("createPhoneNumber", "number-not-eligible"),
    "15005550003": ("requestCode", "code-not-sent"),
    "15005550004": ("requestCode", "code-requested-too-often"),
    "15005550005": ("verifyCode", "code-incorrect"),
    "15005550006": ("registerPhoneNumber", "certificate-not-created"),
    "15005550007": ("registerPhoneNumber", "registration-limit"),
    "15005550008": ("registerPhoneNumber", "registration-server-unavailable"),
    "15005550009": ("", "management-call-limit"),
}
"""By digits: the operation that is refused (every one after createPhoneNumber if empty), and how.

+1 500 555 is never assigned to a business.
"""

_DECISIONS = {"approved": True, "declined": False}
"""What may follow `emulator:` in a display name to decide its review at once."""

_NAMED_BY = {"createPhoneNumber": "verified_name", "updatePhoneNumber": "new_display_name"}
_TRIGGER = re.compile("emulator:([a-z0-9-]+)")


def check_magic(operation: str, node: Node | None, parameters: Parameters) -> None:
    """Refuse a call for a magic number, or a name that holds `emulator:` and an error's name.

    The error is one of the catalogue, as in `emulator:number-already-listed`.
    """
    if isinstance(node, PhoneNumber | PreverifiedNumber):
        digits = node.digits
    else:
        digits = _new_digits(operation, parameters)
    hit, error = NUMBERS.get(digits, ("-", ""))
    if hit == operation or (not hit and operation != "createPhoneNumber"):
        raise refuse(error)
    if operation in _NAMED_BY:
        word = _TRIGGER.search(parameters.optional(_NAMED_BY[operation], any_text) or "")
        if word and word[1] not in _DECISIONS and is_error(word[1]):
            raise refuse(word[1])


def decision(name: str | None) -> bool | None:
    """Tell whether a name approves or declines itself; None leaves it to people."""
    word = _TRIGGER.search(name or "")
    return _DECISIONS.get(word[1]) if word else None


def _new_digits(operation: str, parameters: Parameters) -> str:
    if operation != "createPhoneNumber" or "phone_number" not in parameters:
        return ""
    written = parameters.required("phone_number", any_text)
    dial_code = parameters.optional("cc", any_text) or ""
    return "".join(split_number(digits_of(written), digits_of(dial_code)))
