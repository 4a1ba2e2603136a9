"""What a caller wants for a number, checked before anything is sent."""

from collections.abc import Awaitable, Callable
from typing import Any, TypedDict, cast

import attrs
from wabakit_graph.models import CodeMethod, DataLocalizationRegion

from wabakit._bounds import Flag, Members
from wabakit._json import JsonObject
from wabakit._made.bounds import (
    GraphId,
    PhoneNumberCreateRequest,
    RegisterRequest,
    RequestCodeRequest,
    VerifyCodeRequest,
)
from wabakit._options import is_provider
from wabakit._telephone import check_full_number, plain, split
from wabakit.errors import InvalidInputError
from wabakit.onboarding.record import Onboarding

Asked = str | Callable[[], str | None] | Callable[[], Awaitable[str | None]]
"""A secret, or what gives it when it is needed: None where there is none yet."""


class Wishes(TypedDict, total=False):
    """How a number is onboarded; `onboard` says what is what."""

    method: CodeMethod | str
    language: str
    data_localization_region: DataLocalizationRegion | str | None
    subscribe: bool
    since: Onboarding | None


class KnownNumber(Wishes, total=False):
    """How a number is onboarded that is there."""

    waba_id: str | None


class NewNumber(Wishes, total=False):
    """How a number is onboarded that the account may not have yet."""

    verified_name: str | None
    migrate: bool
    preverified_id: str | None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Wanted:
    """What a number is to become, and who is asked for what."""

    pin: Asked
    code: Asked | None
    method: CodeMethod | str
    language: str
    region: DataLocalizationRegion | str | None
    subscribe: bool
    since: Onboarding | None
    number_id: str | None = None
    waba_id: str | None = None
    digits: str = ""
    """The number in full, where the account may not have it yet."""
    new: JsonObject = attrs.field(factory=dict[str, Any])
    """What the call is sent that adds the number; what is None is left out."""

    @property
    def moves(self) -> bool:
        """Whether the number comes from another account."""
        return self.new.get("migrate_phone_number") is True


def wanted_of_number(number_id: str, pin: Asked, code: Asked | None, wishes: KnownNumber) -> Wanted:
    """Return what is wanted for a number that is there.

    Raises:
        InvalidInputError: an argument is not usable.
    """
    _check_names(wishes, KnownNumber)
    waba_id = wishes.get("waba_id")
    if waba_id is not None:
        waba_id = GraphId.check(waba_id, "waba_id")
    wanted = Wanted(**_given(pin, code, wishes), number_id=number_id, waba_id=waba_id)
    if wanted.since is not None and wanted.since.number_id not in (None, number_id):
        raise InvalidInputError("since", wanted.since.number_id, f"of the same number, {number_id}")
    return wanted


def wanted_of_new(
    waba_id: str, phone_number: str, pin: Asked, code: Asked | None, wishes: NewNumber
) -> Wanted:
    """Return what is wanted for a number that an account has or is to have.

    Raises:
        InvalidInputError: an argument is not usable.
    """
    _check_names(wishes, NewNumber)
    digits = check_full_number(phone_number)
    cc, national = split(digits)
    body: JsonObject = {"cc": cc, "phone_number": national, **dict.fromkeys(_NEW)}
    for name, argument in _NEW.items():
        if (value := wishes.get(argument)) is not None:
            body[name] = _check(PhoneNumberCreateRequest, name, value, argument)
    may_lack_name = body["migrate_phone_number"] or body["preverified_id"] is not None
    if body["verified_name"] is None and not may_lack_name:
        rule = "the name to show, unless the number is moved here or was verified beforehand"
        raise InvalidInputError("verified_name", None, rule)
    return Wanted(**_given(pin, code, wishes), waba_id=waba_id, digits=digits, new=body)


_NEW = {
    "verified_name": "verified_name",
    "migrate_phone_number": "migrate",
    "preverified_id": "preverified_id",
}
"""Member of a create call -> argument."""


def check_pin(given: Any) -> Any:
    """Return a PIN, or what gives one."""
    return given if is_provider(given) else _check(RegisterRequest, "pin", given)


def check_code(given: Any) -> Any:
    """Return a code, or what gives one."""
    checks = given is not None and not is_provider(given)
    return _check(VerifyCodeRequest, "code", plain(given)) if checks else given


def _check_names(wishes: Wishes, known: Any) -> None:
    if unknown := wishes.keys() - known.__optional_keys__:  # a `since` misspelt is a second code
        cast(Any, wishes).clear()  # as a `code` misspelt is no less secret
        raise TypeError(f"onboard() got an unexpected keyword argument {min(unknown)!r}")


def _given(pin: Asked, code: Asked | None, wishes: Wishes) -> dict[str, Any]:
    method, language = wishes.get("method", "SMS"), wishes.get("language", "en_US")
    region, since = wishes.get("data_localization_region"), wishes.get("since")
    if not isinstance(cast(object, since), Onboarding | None):
        raise InvalidInputError("since", since, "a wabakit.Onboarding: Onboarding.from_dict(kept)")
    return {
        "pin": check_pin(pin),
        "code": check_code(code),
        "method": _check(RequestCodeRequest, "code_method", method, "method"),
        "language": _check(RequestCodeRequest, "language", language),
        "region": region and _check(RegisterRequest, "data_localization_region", region),
        "subscribe": Flag().check(wishes.get("subscribe", False), "subscribe"),
        "since": since,
    }


def _check(body: Members, name: str, value: Any, argument: str = "") -> Any:
    return body.members[name].check(value, argument or name)
