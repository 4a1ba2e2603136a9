"""The fields of a phone number that are more than an attribute of it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from wabakit.emulator.world.nodes import PhoneNumber

from .fields import Catalogue

if TYPE_CHECKING:
    from .call import Call


def _quality_score(number: PhoneNumber) -> dict[str, Any] | None:
    """Give the score that goes with the rating; its date is in epoch seconds (recorded)."""
    if number.quality_score is not None or number.quality_rating is None:
        return number.quality_score
    return {"score": number.quality_rating, "date": int(number.creation_time.timestamp())}


def _health_status(number: PhoneNumber) -> dict[str, Any]:
    """Give a health that goes with the status: only a registered number can send (assumed).

    Whether calls come in over SIP is said of the number, never of the whole (documented).
    """
    if number.health_status is not None:
        return number.health_status
    can_send = "AVAILABLE" if number.is_registered else "BLOCKED"
    entities = [
        {"entity_type": "PHONE_NUMBER", "id": number.id, "can_send_message": can_send}
        | _sip_health(number),
        {"entity_type": "WABA", "id": number.account.id, "can_send_message": "AVAILABLE"},
    ]
    return {"can_send_message": can_send, "entities": entities}


def _sip_health(number: PhoneNumber) -> dict[str, Any]:
    """Give 138024 as the reason while SIP is off (documented)."""
    if number.settings.get("calling", {}).get("sip", {}).get("status") == "ENABLED":
        return {"can_receive_call_sip": "AVAILABLE"}
    reason = {"error_code": 138024, "error_description": "SIP is not enabled for this number."}
    return {"can_receive_call_sip": "BLOCKED", "errors": [reason]}


def oba_status(number: PhoneNumber) -> str:
    """Give NOT_STARTED to a number that never applied (documented)."""
    return number.oba_status or "NOT_STARTED"


def _official_business_account(number: PhoneNumber) -> dict[str, Any]:
    """Give the badge without an id (documented), its text only once there is one (assumed)."""
    badge = {"oba_status": oba_status(number), "status_message": number.oba_status_message}
    return {name: value for name, value in badge.items() if value is not None}


def _webhook_configuration(call: Call, number: PhoneNumber) -> dict[str, str] | None:
    """Give the callbacks of the token's app by level, each only where it is set (documented).

    Without a subscription of the app, the seeded callback stands for that of the app.
    """
    subscriptions, app_id = call.world.subscriptions, call.token.app_id
    override = subscriptions.of_account(number.account.id).get(app_id)
    subscription = subscriptions.apps.get(app_id)
    set_here = {
        "whatsapp_business_account": override and override.url,
        "application": subscription and subscription.callback.url,
    }
    known = {level: url for level, url in set_here.items() if url}
    return {**(number.webhook_configuration or {}), **known} or None


PHONE_NUMBER = Catalogue(
    "PhoneNumber",
    "verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,"
    "throughput,last_onboarded_time,webhook_configuration,id",
    {
        "quality_score": _quality_score,
        "health_status": _health_status,
        "official_business_account": _official_business_account,
        "host_platform": attrgetter("platform_type"),
        # The username has its own edge; on the node the field stays empty.
        "username": lambda _: None,
    },
    {"webhook_configuration": _webhook_configuration},
)
"""Fields of the node and the list (documented by Meta, its v23.0 reference and public clients).

The defaults hold neither status nor name_status (recorded).
"""
