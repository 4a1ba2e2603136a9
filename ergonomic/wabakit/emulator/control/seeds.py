"""What the control routes do to bring accounts, numbers and tokens into any state."""

from __future__ import annotations

from typing import Any

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.stage.snapshot import write_account, write_number
from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import (
    Check,
    flag,
    integer,
    items,
    json_object,
    six_digits,
    text,
    time_with_zone,
)
from wabakit.emulator.wire.request import Request
from wabakit.emulator.world.nodes import Account, PhoneNumber

from .checking import checked
from .router import answers

_WORDS = (
    "status code_verification_status platform_type account_mode quality_rating"
    " messaging_limit_tier whatsapp_business_manager_messaging_limit search_visibility"
    " eligibility_for_api_business_global_search verified_name name_status"
    " new_display_name new_name_status oba_status oba_status_message"
).split()
_FLAGS = (
    "is_on_biz_app is_preverified_number is_official_business_account needs_certificate"
).split()
_NUMBER: dict[str, Check[Any]] = {
    **dict.fromkeys(_WORDS, text(0, 255)),
    **dict.fromkeys(_FLAGS, flag),
    **dict.fromkeys(("throughput", "quality_score", "health_status"), json_object),
    **dict.fromkeys(
        ("last_onboarded_time", "signed_up_at", "code_verified_at", "new_name_approved_at"),
        time_with_zone,
    ),
    "pin": six_digits,
    "unknown_words": flag,
}
_NEW_NUMBER: dict[str, Check[Any]] = {
    **_NUMBER,
    "id": text(1, 32, "[0-9]+"),
    "waba_id": text(1, 32, "[0-9]+"),
    "display_phone_number": text(4, 40),
    "cc": text(1, 4),
    "phone_number": text(4, 40),
}
_ACCOUNT: dict[str, Check[Any]] = {
    **dict.fromkeys(
        "timezone_id currency country primary_business_location account_review_status"
        " business_verification_status ownership_type status primary_funding_id"
        " purchase_order_number message_template_namespace waba_ban_state".split(),
        text(1, 255),
    ),
    "name": text(1, 255),
    "is_verified": flag,
    "max_numbers": integer(0, 1_000_000),
    "may_have_usernames": flag,
    "health_status": json_object,
    "restriction_info": items(json_object, most=50),
}
_NEW_ACCOUNT: dict[str, Check[Any]] = {
    **_ACCOUNT,
    "id": text(1, 32, "[0-9]+"),
    "business_id": text(1, 32, "[0-9]+"),
    "creation_time": time_with_zone,
}


@answers("addToken")
def add_token(stage: Backstage, request: Request) -> Json:
    """Take one more token."""
    sent = checked(
        request.body_values(),
        {
            "token": text(1, 1000),
            "permissions": items(text(), most=50),
            "accounts": items(text(1, 32, "[0-9]+"), most=1000),
            "businesses": items(text(1, 32, "[0-9]+"), most=1000),
            "expires_at": time_with_zone,
            "app_id": text(1, 32, "[0-9]+"),
            "type": text(1, 32),
        },
    )
    if sent.get("token") is None:
        raise ValueError("token is needed")
    stage.add_token(sent.pop("token"), **sent)
    return SUCCESS


@answers("addAccount")
def add_account(stage: Backstage, request: Request) -> Json:
    """Add an account."""
    return write_account(make_account(stage, request.body_values()))


@answers("changeAccount")
def change_account(stage: Backstage, request: Request, waba_id: str) -> Json:
    """Set what is sent of an account."""
    account = stage.account(waba_id)
    for name, value in checked(request.body_values(), _ACCOUNT).items():
        setattr(account, name, value)
    return write_account(account)


@answers("addNumber")
def add_number(stage: Backstage, request: Request) -> Json:
    """Seed a number, in the only account if none is named."""
    return _shown(make_number(stage, request.body_values()))


@answers("changeNumber")
def change_number(stage: Backstage, request: Request, number_id: str) -> Json:
    """Set what is sent of a number."""
    return _shown(stage.change_number(number_id, **checked(request.body_values(), _NUMBER)))


def make_account(stage: Backstage, given: Json) -> Account:
    """Add an account as people describe it."""
    sent = checked(given, _NEW_ACCOUNT)
    return stage.add_account(sent.pop("id", None), **sent)


def make_number(stage: Backstage, given: Json) -> PhoneNumber:
    """Seed a number as people describe it, in the only account if none is named."""
    sent = checked(given, _NEW_NUMBER)
    if "waba_id" not in sent and len(stage.accounts) == 1:
        sent["waba_id"] = stage.accounts[0].id
    if "waba_id" not in sent:
        raise ValueError("waba_id is needed where there is more than one account, or none")
    return stage.add_number(sent.pop("waba_id"), **sent)


def _shown(number: PhoneNumber) -> Json:
    return {"waba_id": number.account.id, **write_number(number)}
