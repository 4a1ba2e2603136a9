"""Numbers that are there from the start, in any state."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from wabakit.emulator.world.dialling import digits_of, split_number
from wabakit.emulator.world.nodes import REGISTERED, Account, PhoneNumber

if TYPE_CHECKING:
    from wabakit.emulator.world.world import World


def seed_number(
    world: World,
    account: Account,
    now: datetime,
    *,
    display_phone_number: str | None = None,
    cc: str = "1",
    phone_number: str | None = None,
    verified_name: str | None = "Jasper's Market",
    status: str = "CONNECTED",
    **state: Any,
) -> PhoneNumber:
    """Add a number as `Emulator.add_number` says."""
    if display_phone_number is not None:
        dial_code, national = split_number(digits_of(display_phone_number))
        state["display_phone_number"] = display_phone_number
    elif phone_number is not None:
        dial_code, national = split_number(digits_of(phone_number), digits_of(cc))
    else:
        dial_code, national = "1", world.next_fictional_number()
    state = {"verified_name": verified_name, "status": status, **state}
    if state.get("signed_up_at") is not None:
        state = {"code_verification_status": "VERIFIED", **state}
    if status in REGISTERED:
        state = {**_onboarded(now), **state}
    if state.get("code_verification_status") == "VERIFIED":
        state = {"code_verified_at": now, **state}
    if state.get("new_name_status") == "APPROVED":
        state = {"new_name_approved_at": now, **state}
    return world.add_number(account, dial_code, national, now, **state)


def _onboarded(now: datetime) -> dict[str, Any]:
    return {
        "code_verification_status": "VERIFIED",
        "platform_type": "CLOUD_API",
        "quality_rating": "GREEN",
        "name_status": "APPROVED",
        "messaging_limit_tier": "TIER_1K",
        "whatsapp_business_manager_messaging_limit": "TIER_2K",
        "last_onboarded_time": now,
    }
