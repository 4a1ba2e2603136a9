"""The numbers of an account, and the number itself."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import (
    CALLBACK,
    Parameters,
    any_text,
    choice,
    flag,
    record,
    six_digits,
    text,
)
from wabakit.emulator.world.dialling import digits_of, split_number
from wabakit.emulator.world.lifecycle import age
from wabakit.emulator.world.nodes import Account, PhoneNumber
from wabakit.emulator.world.subscriptions import Callback

from .account_fields import ACCOUNT
from .arrivals import check_absent, check_free, check_room, from_account, from_pool
from .call import Call, answers
from .display_names import ask_for_name, decide_by_magic
from .fields import Chosen, project, select, written
from .listing import listing
from .number_fields import PHONE_NUMBER
from .paging import page

_NAME = text(2, 75)
_WEBHOOK = record(
    "override_callback_uri",
    override_callback_uri=text(0, 2000, f"({CALLBACK})?", "must be an https address, or empty"),
    verify_token=text(0, 1000),
)


@answers("listPhoneNumbers")
def list_phone_numbers(call: Call, account: Account) -> Json:
    """Answer GET /{waba_id}/phone_numbers, with `summary` if total_count is asked for (documented).

    `creation_time` sorts, and is no field that can be read (recorded).
    """
    read = call.parameters.optional
    plan = select(PHONE_NUMBER, read("fields", any_text), call.version)
    shown = listing(account, read("filtering", any_text), read("sort", any_text))

    def show(number: PhoneNumber) -> Json:
        age(number, call.now)
        return project(plan, number, call)

    answer = page(shown, call.parameters, call.link, show)
    if "total_count" in (read("summary", any_text) or "").split(","):
        answer["summary"] = {"total_count": len(shown.rows)}
    return answer


@ACCOUNT.edge("phone_numbers", PHONE_NUMBER)
def numbers_inside(call: Call, account: Account, chosen: Chosen) -> Json:
    """Give a page of an account's numbers inside the account, with paging of its own (documented).

    Its links lead to the edge itself, for the same fields (assumed).
    """
    plan = chosen.inner or []
    asked = {"fields": written(plan)}

    def show(number: PhoneNumber) -> Json:
        age(number, call.now)
        return project(plan, number, call)

    def link(**place: str) -> str:
        return call.address(f"{account.id}/phone_numbers", **asked, **place)

    return page(listing(account, None, None), Parameters(chosen.arguments), link, show)


@answers("createPhoneNumber")
def create_phone_number(call: Call, account: Account) -> Json:
    """Answer POST /{waba_id}/phone_numbers.

    The number starts as PENDING and NOT_VERIFIED, its name under review (reported by public code).
    `cc` may be left out when the number is full, and a number that repeats it is read without
    (Meta's v25.0 reference, whose sample does so). A name is needed unless the number migrates or
    is pre-verified (documented by samples).
    """
    read = call.parameters.optional
    dial_code = read("cc", text(1, 4, r"\+?[0-9]{1,3}", "must be 1 to 3 digits")) or ""
    given = call.parameters.required("phone_number", text(4, 40, r"[0-9+\-(). ]+"))
    preverified_id, migrates = read("preverified_id", text()), read("migrate_phone_number", flag)
    may_lack_name = preverified_id is not None or bool(migrates)
    name = (read if may_lack_name else call.parameters.required)("verified_name", _NAME)
    dial_code, national = split_number(digits_of(given), digits_of(dial_code))
    if not 4 <= len(dial_code + national) <= 15:
        raise invalid_parameter("phone_number", "must be 4 to 15 digits with its country code")
    digits, moved = dial_code + national, None
    check_absent(call, account, digits)
    check_room(account)
    if preverified_id is not None:
        moved = from_pool(call, account, preverified_id, digits, name)
    elif migrates:
        moved = from_account(call, account, digits)
    number = moved or _new(call, account, dial_code, national, name)
    decide_by_magic(number, call.now, call.world.chance)
    return {"id": number.id}


def _new(
    call: Call, account: Account, dial_code: str, national: str, name: str | None
) -> PhoneNumber:
    check_free(call, dial_code + national)
    return call.world.add_number(account, dial_code, national, call.now, verified_name=name)


@answers("getPhoneNumber")
def get_phone_number(call: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id} (documented)."""
    wanted = call.parameters.optional("fields", any_text)
    return project(select(PHONE_NUMBER, wanted, call.version), number, call)


@answers("updatePhoneNumber")
def update_phone_number(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}: every member optional, all checked before any is applied.

    The PIN is set or replaced without asking for the old one (documented), on a number in any
    state (assumed). A new name is only put under review; it needs approval and another registration
    (documented). An empty override_callback_uri removes the override (documented); an override is
    read back under `phone_number` (documented), and its address is verified before the answer
    (assumed: documented for accounts).
    """
    read = call.parameters.optional
    pin = read("pin", six_digits)
    new_name = read("new_display_name", _NAME)
    webhook = read("webhook_configuration", _WEBHOOK)
    visibility = read("search_visibility", choice("VISIBLE", "NON_VISIBLE"))
    if webhook is not None and webhook["override_callback_uri"]:
        verify_token = webhook.get("verify_token", "")
        call.around.verify(Callback(webhook["override_callback_uri"], verify_token))
    if new_name is not None:
        ask_for_name(number, new_name, call.now)
        decide_by_magic(number, call.now, call.world.chance)
    if pin is not None:
        number.pin = pin
        number.forget("wrong pin")
    if webhook is not None:
        override = {"phone_number": webhook["override_callback_uri"]}
        hooks = {**(number.webhook_configuration or {}), **override}
        number.webhook_configuration = {level: uri for level, uri in hooks.items() if uri}
    if visibility is not None:
        number.search_visibility = visibility
    return SUCCESS
