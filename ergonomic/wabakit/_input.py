"""Arguments are checked here where the contract has nothing to say of them.

Its bounds are checked by `_bounds`, for whatever is sent.
"""

from typing import Any, cast

from wabakit._bounds import walked
from wabakit._made.bounds import PhoneNumberCreateRequest
from wabakit._telephone import plain, plain_number
from wabakit._wire import Filter
from wabakit.errors import InvalidInputError


def to_new_number(cc: Any, phone_number: Any, verified_name: Any) -> dict[str, Any]:
    """Return who a new number is, of which nothing may be left out."""
    code = plain(cc)
    digits = plain_number(phone_number, code)
    given = {"cc": code, "phone_number": digits, "verified_name": verified_name}
    return {n: PhoneNumberCreateRequest.members[n].check(v, n) for n, v in given.items()}


def to_filters(where: Any) -> tuple[Filter, ...]:
    """Return the conditions that a list is filtered by."""
    rule = "a list of filters, such as [PhoneNumber.account_mode.equals('LIVE')]"
    if (filters := walked(where)) is None:
        raise InvalidInputError("where", where, rule)
    for given in filters:
        if not isinstance(given, Filter):
            raise InvalidInputError("where", given, rule)
        for value in given.value if isinstance(given.value, tuple) else [given.value]:
            if not isinstance(cast(object, value), (str, bool)) or not str(value).isprintable():
                rule = "printable text or a truth value to compare to"
                raise InvalidInputError("where", value, rule)
    return tuple(filters)
