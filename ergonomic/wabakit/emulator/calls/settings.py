"""Settings of a number: calling, encryption, storage, identity."""

from __future__ import annotations

import hashlib
from typing import Any

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import (
    Check,
    any_text,
    choice,
    flag,
    integer,
    items,
    json_object,
    record,
    text,
)
from wabakit.emulator.world.nodes import PhoneNumber

from .call import Call, answers
from .fields import Catalogue, project, select

_FIELDS = Catalogue(
    "Settings", "calling,payload_encryption,storage_configuration,user_identity_change"
)
_APP_ID = 670843887433847
"""An app's id is a number here (recorded)."""
_STATUS = choice("ENABLED", "DISABLED")
_CLOCK_TIME = text(4, 4, "([01][0-9]|2[0-3])[0-5][0-9]", "must be a time written HHMM")
_DAY = choice("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_OPERATING_HOURS = record(
    "day_of_week",
    "open_time",
    "close_time",
    day_of_week=_DAY,
    open_time=_CLOCK_TIME,
    close_time=_CLOCK_TIME,
)
_HOLIDAY = record(
    "date",
    "start_time",
    "end_time",
    date=text(10, 10, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "must be a date written YYYY-MM-DD"),
    start_time=_CLOCK_TIME,
    end_time=_CLOCK_TIME,
)
_SIP_SERVER = record(
    "hostname",
    hostname=text(1, 255),
    port=integer(1, 65535),
    request_uri_user_params=json_object,
)

_VOICEMAIL = record(
    "status",
    status=_STATUS,
    triggers=items(choice("REJECT", "TIMEOUT"), most=2),
    audio=record(
        default=record(announcement_media_id=integer(1, 1 << 63), timeout_seconds=integer(0, 30))
    ),
)
"""Members and bounds (documented)."""

_FEATURES: dict[str, Check[dict[str, Any]]] = {
    "calling": record(
        status=_STATUS,
        call_icon_visibility=choice("DEFAULT", "DISABLE_ALL"),
        call_icons=record(restrict_to_user_countries=items(text(2, 2, "[A-Z]{2}"), most=300)),
        callback_permission_status=_STATUS,
        srtp_key_exchange_protocol=choice("DTLS", "SDES"),
        call_hours=record(
            status=_STATUS,
            timezone_id=text(),
            weekly_operating_hours=items(_OPERATING_HOURS, most=14),
            holiday_schedule=items(_HOLIDAY, most=20),
        ),
        sip=record(status=_STATUS, servers=items(_SIP_SERVER, most=1)),
        video=record(status=_STATUS),
        audio=record(status=_STATUS, additional_codecs=items(text(1, 20), most=20)),
        voicemail=_VOICEMAIL,
    ),
    "payload_encryption": record("status", status=_STATUS, client_encryption_key=text(1, 10_000)),
    "storage_configuration": record(
        status=choice("DEFAULT", "IN_COUNTRY_STORAGE_ENABLED", "NO_STORAGE_ENABLED"),
        data_localization_region=text(2, 2),
        retention_minutes=integer(1, 1_000_000),
    ),
    "user_identity_change": record("enable_identity_key_check", enable_identity_key_check=flag),
}

_DEFAULTS: dict[str, dict[str, Any]] = {
    "calling": {
        "status": "NOT_SET",
        "call_icon_visibility": "NOT_SET",
        "callback_permission_status": "NOT_SET",
    },
    "payload_encryption": {"status": "DISABLED"},
    "storage_configuration": {"status": "DEFAULT"},
    "user_identity_change": {"enable_identity_key_check": False},
}
"""What a number answers that nobody has configured: calls NOT_SET, storage DEFAULT (recorded), the
rest off (assumed).
"""


@answers("getSettings")
def get_settings(call: Call, number: PhoneNumber) -> Json:
    """Answer GET /{phone_number_id}/settings: what was stored over the defaults.

    `fields` chooses among the features (public clients). Passwords of SIP servers come only with
    include_sip_credentials (documented).
    """
    plan = select(_FIELDS, call.parameters.optional("fields", any_text), call.version)
    with_credentials = bool(call.parameters.optional("include_sip_credentials", flag))
    answer = {
        name: {**members, **number.settings.get(name, {})} for name, members in _DEFAULTS.items()
    }
    if "sip" in answer["calling"] and not with_credentials:
        answer["calling"]["sip"] = _without_credentials(answer["calling"]["sip"])
    return project(plan, answer, call)


@answers("updateSettings")
def update_settings(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/settings.

    Exactly one feature a call, else code 100 (documented). Members not sent keep their value; a
    nested object is replaced as a whole, so that leaving out a holiday schedule clears it
    (documented for the schedule, assumed for the rest).
    """
    named = [name for name in _FEATURES if name in call.parameters]
    if len(named) != 1:
        raise GraphError(100, "(#100) Exactly one feature setting must be specified")
    feature = named[0]
    sent = call.parameters.required(feature, _FEATURES[feature])
    if feature == "calling":
        _complete_calling(call, number, sent)
    if "client_encryption_key" in sent:
        key = sent.pop("client_encryption_key")
        sent["client_encryption_key_fingerprint"] = hashlib.sha256(
            key.encode(errors="replace")
        ).hexdigest()
    stored = {**number.settings.get(feature, {}), **sent}
    number.settings = {**number.settings, feature: stored}
    return SUCCESS


def _complete_calling(call: Call, number: PhoneNumber, calling: dict[str, Any]) -> None:
    """Refuse more than two openings a day (documented); give a SIP server port and password."""
    days = [
        opening["day_of_week"]
        for opening in calling.get("call_hours", {}).get("weekly_operating_hours", [])
    ]
    if any(days.count(day) > 2 for day in days):
        name = "calling.call_hours.weekly_operating_hours"
        raise invalid_parameter(name, "may open at most twice a day")
    for server in calling.get("sip", {}).get("servers", []):
        password = call.world.chance.text(f"sip/{number.id}", 32)
        server.update({"port": 5061, **server, "app_id": _APP_ID, "sip_user_password": password})


def _without_credentials(sip: dict[str, Any]) -> dict[str, Any]:
    servers = [
        {name: value for name, value in server.items() if name != "sip_user_password"}
        for server in sip.get("servers", [])
    ]
    return {**sip, "servers": servers}
