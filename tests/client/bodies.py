"""A body with everything that public methods can send, for each call that has one."""

from typing import Any

Body = dict[str, Any]
PIN, NAME, LINKS = "314159", "Jasper's Market", [f"https://news.example/{at}" for at in range(5)]
HOURS: Body = {"open_time": "0900", "close_time": "1700"}
SERVER: Body = {"hostname": "sip.a.example", "port": 5061, "request_uri_user_params": {"a": "b"}}
SETTINGS: Body = {
    "calling": {
        "status": "ENABLED",
        "call_icon_visibility": "DEFAULT",
        "call_icons": {"restrict_to_user_countries": ["DE"]},
        "callback_permission_status": "ENABLED",
        "srtp_key_exchange_protocol": "DTLS",
        "call_hours": {
            "status": "ENABLED",
            "timezone_id": "Europe/Berlin",
            "weekly_operating_hours": [{"day_of_week": "MONDAY", **HOURS}],
            "holiday_schedule": [
                {"date": "2026-12-24", "start_time": "0000", "end_time": "2359"},
            ],
        },
        "sip": {"status": "ENABLED", "servers": [SERVER]},
        "video": {"status": "ENABLED"},
        "audio": {"status": "ENABLED", "additional_codecs": ["PCMA"]},
        "voicemail": {
            "status": "ENABLED",
            "triggers": ["TIMEOUT"],
            "audio": {"default": {"announcement_media_id": "9388", "timeout_seconds": 20}},
        },
    },
    "payload_encryption": {"status": "ENABLED", "client_encryption_key": "MIIB"},
    "storage_configuration": {
        "status": "NO_STORAGE_ENABLED",
        "data_localization_region": "IN",
        "retention_minutes": 60,
    },
    "user_identity_change": {"enable_identity_key_check": True},
}
BODIES: dict[str, Body] = {
    "createPhoneNumber": {
        "cc": "1",
        "phone_number": "6315551000",
        "verified_name": NAME,
        "migrate_phone_number": True,
        "preverified_id": "12",
    },
    "updatePhoneNumber": {
        "pin": PIN,
        "new_display_name": NAME,
        "webhook_configuration": {
            "override_callback_uri": "https://a.example",
            "verify_token": "expected",
        },
        "search_visibility": "VISIBLE",
    },
    "requestCode": {"code_method": "SMS", "language": "en_US"},
    "verifyCode": {"code": "123830"},
    "registerPhoneNumber": {"pin": PIN, "data_localization_region": "DE"},
    "setConversationalAutomation": {
        "enable_welcome_message": True,
        "prompts": ["Hello"],
        "commands": [{"command_name": "order", "command_description": "Order"}],
    },
    "updateSettings": SETTINGS,
    "updateOfficialBusinessAccount": {
        "business_website_url": "https://a.example",
        "primary_country_of_operation": "US",
        "primary_language": "en",
        "parent_business_or_brand": "Jasper Group",
        "supporting_links": LINKS,
        "additional_supporting_information": "Thirty shops.",
    },
    "setUsername": {"username": "jaspers"},
}
"""A body with everything that public methods can send, by operationId."""
