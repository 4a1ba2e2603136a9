"""What the control routes do with businesses, pools and Embedded Signup."""

from __future__ import annotations

from typing import Any

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.stage.records import write
from wabakit.emulator.stage.snapshot import write_number
from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import Check, choice, items, text, time_with_zone
from wabakit.emulator.wire.request import Request
from wabakit.emulator.world.businesses import PreverifiedNumber

from .checking import checked
from .router import answers

_ID = text(1, 32, "[0-9]+")
_BUSINESS: dict[str, Check[Any]] = {
    "name": text(1, 255),
    "verification_status": text(1, 255),
}
_APP: dict[str, Check[Any]] = {
    "id": _ID,
    "secret": text(1, 255),
    "name": text(1, 255),
    "link": text(1, 2000),
}
_PREVERIFIED: dict[str, Check[Any]] = {
    "code_verification_status": choice("VERIFIED", "NOT_VERIFIED", "EXPIRED"),
    "added_at": time_with_zone,
    "code_verified_at": time_with_zone,
}
_NEW_PREVERIFIED: dict[str, Check[Any]] = {
    **_PREVERIFIED,
    "id": _ID,
    "business_id": _ID,
    "phone_number": text(4, 40),
}
_SIGNUP: dict[str, Check[Any]] = {
    "accounts": items(_ID, most=1000),
    "permissions": items(text(), most=50),
    "app_id": _ID,
}


@answers("addBusiness")
def add_business(stage: Backstage, request: Request) -> Json:
    """Add a business."""
    sent = _given(request, {"id": _ID, **_BUSINESS})
    return write(stage.partners.add_business(sent.pop("id", None), **sent))


@answers("changeBusiness")
def change_business(stage: Backstage, request: Request, business_id: str) -> Json:
    """Set what is sent of a business."""
    business = stage.partners.business(business_id)
    for name, value in _given(request, _BUSINESS).items():
        setattr(business, name, value)
    return write(business)


@answers("addApp")
def add_app(stage: Backstage, request: Request) -> Json:
    """Add an app."""
    sent = _given(request, _APP, "secret")
    return write(stage.partners.add_app(sent.pop("id", None), **sent))


@answers("shareAccount")
def share_account(stage: Backstage, request: Request, waba_id: str) -> Json:
    """Let a business manage an account."""
    stage.partners.share_account(waba_id, **_given(request, {"business_id": _ID}))
    return SUCCESS


@answers("unshareAccount")
def unshare_account(stage: Backstage, _: Request, waba_id: str, business_id: str) -> Json:
    """Let a business no longer manage an account."""
    stage.partners.unshare_account(waba_id, business_id)
    return SUCCESS


@answers("listNumberToo")
def list_number_too(stage: Backstage, request: Request, waba_id: str) -> Json:
    """List a number under one more account."""
    sent = _given(request, {"phone_number_id": _ID}, "phone_number_id")
    stage.partners.list_number(sent["phone_number_id"], waba_id)
    return SUCCESS


@answers("seedPreverifiedNumber")
def seed_preverified_number(stage: Backstage, request: Request) -> Json:
    """Put a number into a pool."""
    return write(make_preverified_number(stage, request.body_values()))


@answers("changePreverifiedNumber")
def change_preverified_number(stage: Backstage, request: Request, preverified_id: str) -> Json:
    """Set what is sent of a number in a pool."""
    number = stage.partners.preverified_number(preverified_id)
    for name, value in _given(request, _PREVERIFIED).items():
        setattr(number, name, value)
    return write(number)


@answers("claimPreverifiedNumber")
def claim_preverified_number(stage: Backstage, request: Request, preverified_id: str) -> Json:
    """Pick a number of a pool, as a customer does in Embedded Signup."""
    sent = _given(request, {"waba_id": _ID, "verified_name": text(2, 75)}, "waba_id")
    number = stage.partners.claim(preverified_id, **sent)
    return {"waba_id": number.account.id, **write_number(number)}


@answers("issueSignupCode")
def issue_signup_code(stage: Backstage, request: Request) -> Json:
    """Finish Embedded Signup."""
    return {"code": stage.partners.issue_code(**_given(request, _SIGNUP))}


def make_preverified_number(stage: Backstage, given: Json) -> PreverifiedNumber:
    """Put a number into a pool as people describe it."""
    sent = _present(checked(given, _NEW_PREVERIFIED))
    return stage.partners.add_preverified_number(sent.pop("business_id", None), **sent)


def _given(request: Request, known: dict[str, Check[Any]], *needed: str) -> dict[str, Any]:
    """Read what was sent; null counts as not sent."""
    sent = _present(checked(request.body_values(), known))
    for name in needed:
        if name not in sent:
            raise ValueError(f"{name} is needed")
    return sent


def _present(sent: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sent.items() if value is not None}
