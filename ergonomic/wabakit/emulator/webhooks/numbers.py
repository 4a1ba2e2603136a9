"""What Meta tells of a changed number.

Each function gets the number as it is, and by attribute what changed of it was before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from wabakit.emulator.world.nodes import PhoneNumber

from .envelope import Earlier, Told, Value

LIMITS = ("TIER_50", "TIER_250", "TIER_1K", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED")
"""The messaging limits, the lowest first (documented)."""

_NOT_SET = "TIER_NOT_SET"
_LIMIT_FIELDS = ("whatsapp_business_manager_messaging_limit", "messaging_limit_tier")

_DECISIONS = {"APPROVED": "APPROVED", "DECLINED": "REJECTED"}


def tell_number(number: PhoneNumber, earlier: Earlier, now: datetime) -> Told:
    """Tell everything, in the order of the functions below; digits name the number (documented)."""
    for tell in _TELLERS:
        for field, value in tell(number, earlier):
            yield field, {"display_phone_number": number.digits, **value}
    yield from _settings(number, earlier, now)
    yield from _badge(number, earlier)
    yield from _offboarding(number, earlier)


def _name(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell how a review ended, that of a first name or of a change (documented).

    A name that DECLINED refuses on the node is REJECTED here (documented). PENDING and DEFERRED,
    which no state of a node stands for, are told only when they are sent by hand (assumed).
    """
    names = {
        "name_status": number.verified_name,
        "new_name_status": number.new_display_name,
    }
    if earlier.get("new_name_status") == "APPROVED" and number.new_name_status is None:
        return  # The new name took effect, which is no decision.
    for attribute, name in names.items():
        decision = _DECISIONS.get(getattr(number, attribute) or "")
        if attribute in earlier and decision is not None:
            reason = number.name_rejection_reason if decision == "REJECTED" else None
            yield (
                "phone_number_name_update",
                {
                    "decision": decision,
                    "requested_verified_name": name,
                    "rejection_reason": reason,
                },
            )


def _quality(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell that a number comes on, may send faster or more, or is flagged; never its rating.

    ONBOARDING is told when a number is registered for the first time (assumed). THROUGHPUT_UPGRADE
    is documented. UPGRADE and DOWNGRADE of its limit, FLAGGED and UNFLAGGED are those that public
    code still handles (public code). The old limit comes only when it changed (documented).
    """
    limit = _limit_of({name: getattr(number, name) for name in _LIMIT_FIELDS})
    now = {"current_limit": limit, "max_daily_conversations_per_business": limit}
    field = "phone_number_quality_update"
    if "last_onboarded_time" in earlier and earlier["last_onboarded_time"] is None:
        yield field, {"event": "ONBOARDING", "old_limit": _NOT_SET, **now}
    elif changed := [name for name in _LIMIT_FIELDS if name in earlier]:
        old = _limit_of({name: earlier[name] for name in changed})
        if old != limit:
            event = "UPGRADE" if _rank(limit) > _rank(old) else "DOWNGRADE"
            yield field, {"event": event, "old_limit": old, **now}
    if "throughput" in earlier and (number.throughput or {}).get("level") == "HIGH":
        yield field, {"event": "THROUGHPUT_UPGRADE", **now}
    if "status" in earlier and "FLAGGED" in {number.status, earlier["status"]}:
        event = "FLAGGED" if number.status == "FLAGGED" else "UNFLAGGED"
        yield field, {"event": event, **now}


def _security(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell that a PIN is another one, or that there is none any more.

    Every new PIN is PIN_CHANGED, one that a call sets too (assumed: documented are clicks in
    WhatsApp Manager). Two-step verification that was turned off is PIN_REQUEST_SUCCESS (assumed).
    """
    if "pin" in earlier:
        event = "PIN_REQUEST_SUCCESS" if number.pin is None else "PIN_CHANGED"
        yield "security", {"event": event}


def _username(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell how a username stands; a deleted one is left out (documented)."""
    if not {"username", "username_status"} & earlier.keys() or number.username_status is None:
        return
    name = {} if number.username is None else {"username": number.username}
    yield "business_username_update", {**name, "status": number.username_status}


_TELLERS: tuple[Callable[[PhoneNumber, Earlier], Told], ...] = (
    _name,
    _quality,
    _security,
    _username,
)


def _settings(number: PhoneNumber, earlier: Earlier, now: datetime) -> Told:
    """Tell the calling settings; other settings are not told of (assumed)."""
    calling = number.settings.get("calling", {})
    if "settings" not in earlier or calling == earlier["settings"].get("calling", {}):
        return
    shown = {name: calling[name] for name in _CALLING if name in calling}
    parts = {name: {"status": calling[name]["status"]} for name in _PARTS if _status(calling, name)}
    yield (
        "account_settings_update",
        {
            "messaging_product": "whatsapp",
            "timestamp": str(int(now.timestamp())),
            "type": "phone_number_settings",
            "phone_number_settings": {
                "phone_number_id": number.id,
                "calling": {**shown, **parts},
            },
        },
    )


_CALLING = ("status", "call_icon_visibility", "callback_permission_status")
_PARTS = ("call_hours", "sip")


def _status(calling: Value, part: str) -> bool:
    return "status" in calling.get(part, {})


def _badge(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell how an application for the badge ended; the number's id is named (documented)."""
    if "oba_status" not in earlier or number.oba_status not in {"APPROVED", "REJECTED"}:
        return
    yield (
        "account_alerts",
        {
            "entity_type": "PHONE_NUMBER",
            "entity_id": number.id,
            "alert_info": {
                "alert_severity": "INFORMATIONAL",
                "alert_status": "NONE",
                "alert_type": f"OBA_{number.oba_status}",
                "alert_description": number.oba_status_message or "The application was decided.",
            },
        },
    )


def _offboarding(number: PhoneNumber, earlier: Earlier) -> Told:
    """Tell that a number in use with the WhatsApp Business app left, or came back.

    The events are documented; that DISCONNECTED is what leaving leads to is assumed (assumed).
    """
    if not number.is_on_biz_app or "status" not in earlier:
        return
    if number.status == "DISCONNECTED":
        yield "account_update", {"event": "ACCOUNT_OFFBOARDED"}
    elif earlier["status"] == "DISCONNECTED" and number.status == "CONNECTED":
        yield "account_update", {"event": "ACCOUNT_RECONNECTED"}


def _limit_of(limits: Mapping[str, str | None]) -> str:
    """Give the limit that counts, the portfolio's before the number's old one."""
    found = next((limits[name] for name in _LIMIT_FIELDS if limits.get(name)), None)
    return found if found in LIMITS else _NOT_SET


def _rank(limit: str) -> int:
    return LIMITS.index(limit) if limit in LIMITS else -1
