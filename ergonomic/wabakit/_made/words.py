# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says of words and members: other names, and what nobody may see."""

from collections.abc import Mapping
from typing import Final

ALIASES: Final[Mapping[str, Mapping[str, str]]] = {
    "SettingStatus": {"enabled": "ENABLED", "disabled": "DISABLED"},
    "CallIconVisibility": {
        "default": "DEFAULT",
        "VISIBLE": "DEFAULT",
        "visible": "DEFAULT",
        "disable_all": "DISABLE_ALL",
        "HIDDEN": "DISABLE_ALL",
        "hidden": "DISABLE_ALL",
    },
    "SrtpKeyExchangeProtocol": {
        "dtls": "DTLS",
        "DTLS-SRTP": "DTLS",
        "DTLS_SRTP": "DTLS",
        "sdes": "SDES",
        "SDES-SRTP": "SDES",
        "SDES_SRTP": "SDES",
    },
    "StorageStatus": {
        "default": "DEFAULT",
        "in_country_storage_enabled": "IN_COUNTRY_STORAGE_ENABLED",
        "no_storage_enabled": "NO_STORAGE_ENABLED",
    },
    "DayOfWeek": {
        "monday": "MONDAY",
        "tuesday": "TUESDAY",
        "wednesday": "WEDNESDAY",
        "thursday": "THURSDAY",
        "friday": "FRIDAY",
        "saturday": "SATURDAY",
        "sunday": "SUNDAY",
    },
    "PhoneNumberSort": {
        "creation_time.asc": "creation_time_ascending",
        "creation_time.desc": "creation_time_descending",
        "creation_time": "creation_time_ascending",
        "last_onboarded_time.asc": "last_onboarded_time_ascending",
        "last_onboarded_time.desc": "last_onboarded_time_descending",
        "last_onboarded_time": "last_onboarded_time_ascending",
    },
    "WebhookField": {"business_username_updates": "business_username_update"},
    "SecurityEvent": {"PIN_RESET_SUCCESS": "PIN_REQUEST_SUCCESS"},
    "AccountSettingsType": {"[phone_number_settings]": "phone_number_settings"},
    "BusinessVerificationStatus": {
        "EXPIRED": "expired",
        "FAILED": "failed",
        "INELIGIBLE": "ineligible",
        "NOT_VERIFIED": "not_verified",
        "PENDING": "pending",
        "PENDING_NEED_MORE_INFO": "pending_need_more_info",
        "PENDING_SUBMISSION": "pending_submission",
        "REJECTED": "rejected",
        "REVOKED": "revoked",
        "VERIFIED": "verified",
    },
    "AccountSort": {
        "creation_time.asc": "creation_time_ascending",
        "creation_time.desc": "creation_time_descending",
        "creation_time": "creation_time_ascending",
    },
    "AppDataKind": {"state": "smb_app_state_sync"},
}
"""By the name of an enum: other spellings that are documented or met, each with its value."""

ARGUMENTS: Final[Mapping[str, str]] = {
    "limit": "page_size",
    "migrate_phone_number": "migrate",
    "new_display_name": "name",
    "webhook_configuration.override_callback_uri": "url",
    "webhook_configuration.verify_token": "verify_token",
    "search_visibility": "visibility",
    "code_method": "method",
    "sync_type": "kind",
    "username": "name",
    "input_token": "token",
    "client_id": "app_id",
    "client_secret": "app_secret",
    "override_callback_uri": "callback_url",
    "partner_business_id": "partner_id",
}
"""Parameter or member of a body -> what the methods of handles call it."""

CALLING_CODES: Final = frozenset(
    [
        "1",
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "7",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ]
)
"""The country calling codes of one and two digits; all others have three."""

ONE_FORM: Final = ("^(52)1([0-9]{10})$", "^(55[0-9]{2})9([6-9][0-9]{7})$")
"""Of the digits of a telephone number that fit one of these, the groups alone are compared."""

SECRET_MEMBERS: Final = frozenset(
    ["access_token", "appsecret_proof", "password", "sip_user_password"]
)
"""Members of answers, and parameters of the links in them, that nobody may see."""

TOKEN_PARAMETERS: Final = frozenset(["access_token", "appsecret_proof"])
"""Parameters of any call that carry the token, or are made from it."""

SECRETS: Final = frozenset(
    [
        "access_token",
        "appsecret_proof",
        "client_secret",
        "code",
        "input_token",
        "password",
        "pin",
        "sip_user_password",
        "verify_token",
    ]
)
"""Every parameter and member that nobody may see, sent or answered, whoever writes the request."""
