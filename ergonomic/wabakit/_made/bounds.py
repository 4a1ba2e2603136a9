# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What requests may hold, by the contract."""

from wabakit_graph import models

from wabakit._bounds import AnyOf, Flag, Listed, Members, Text, Whole, Words

GraphId = Text(pattern="^[0-9]+$", words="a Graph id, which is text of ASCII digits")
PhoneNumberSort = Words(models.PhoneNumberSort)
Cursor = Text(least=1, words="a cursor, the text that an earlier page carries")
PhoneNumberCreateRequest = Members(
    {
        "cc": Text(pattern="^[0-9]{1,3}$", words="text of 1 to 3 digits"),
        "phone_number": Text(pattern="^[0-9]{4,15}$", words="text of 4 to 15 digits"),
        "verified_name": Text(least=2, most=75),
        "migrate_phone_number": Flag(),
        "preverified_id": GraphId,
    },
    required=("phone_number",),
)
WebhookOverride = Members(
    {
        "override_callback_uri": Text(),
        "verify_token": Text(
            least=1, words="text that the address expects, not empty", secret=True
        ),
    },
    required=("override_callback_uri",),
)
SearchVisibility = Words(models.SearchVisibility)
PhoneNumberUpdateRequest = Members(
    {
        "pin": Text(
            pattern="^[0-9]{6}$",
            words="text of exactly 6 digits; in quotes, to keep leading zeros",
            secret=True,
        ),
        "new_display_name": Text(least=2, most=75),
        "webhook_configuration": WebhookOverride,
        "search_visibility": SearchVisibility,
    },
    least=1,
)
CodeMethod = Words(models.CodeMethod)
RequestCodeRequest = Members(
    {
        "code_method": CodeMethod,
        "language": Text(
            pattern="^[a-z]{2,3}(_[A-Za-z]{2,4}){0,2}$",
            words="a language code written like 'en', 'en_US' or 'fil'",
        ),
    },
    required=("code_method", "language"),
)
VerifyCodeRequest = Members(
    {"code": Text(pattern="^[0-9]{6}$", words="text of 6 digits", secret=True)}, required=("code",)
)
MessagingProduct = Words(models.MessagingProduct)
DataLocalizationRegion = Words(models.DataLocalizationRegion)
RegisterRequest = Members(
    {
        "messaging_product": MessagingProduct,
        "pin": Text(
            pattern="^[0-9]{6}$",
            words="text of exactly 6 digits; in quotes, to keep leading zeros",
            secret=True,
        ),
        "data_localization_region": DataLocalizationRegion,
    },
    required=("messaging_product", "pin"),
    former=("data_localization_region",),
)
BotCommand = Members(
    {
        "command_name": Text(
            most=30,
            pattern="^[a-zA-Z0-9_]+$",
            words="text of 1 to 30 letters, digits and underscores",
        ),
        "command_description": Text(least=1, most=256),
    },
    required=("command_name", "command_description"),
)
ConversationalAutomationRequest = Members(
    {
        "enable_welcome_message": Flag(),
        "prompts": Listed(Text(least=1, most=80), most=4),
        "commands": Listed(BotCommand, most=30, unique="command_name"),
    },
    former=("enable_welcome_message",),
    least=1,
)
SettingStatus = Words(models.SettingStatus, answered=("NOT_SET",))
CallIconVisibility = Words(models.CallIconVisibility, answered=("NOT_SET",))
CallIcons = Members({"restrict_to_user_countries": Listed(Text())})
SrtpKeyExchangeProtocol = Words(models.SrtpKeyExchangeProtocol)
DayOfWeek = Words(models.DayOfWeek)
OperatingHours = Members(
    {
        "day_of_week": DayOfWeek,
        "open_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
        "close_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
    }
)
Holiday = Members(
    {
        "date": Text(
            pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", words="a date as text such as '2026-12-24'"
        ),
        "start_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
        "end_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
    }
)
CallHours = Members(
    {
        "status": SettingStatus,
        "timezone_id": Text(),
        "weekly_operating_hours": Listed(OperatingHours),
        "holiday_schedule": Listed(Holiday, most=20),
    }
)
SipUserParameters = Members({}, others=Text())
SipServer = Members(
    {
        "hostname": Text(),
        "port": Whole(least=1, most=65535),
        "request_uri_user_params": SipUserParameters,
    },
    required=("hostname",),
    answered=("app_id", "sip_user_password", "password"),
)
SipSettings = Members({"status": SettingStatus, "servers": Listed(SipServer)})
VideoSettings = Members({"status": SettingStatus})
AudioSettings = Members({"status": SettingStatus, "additional_codecs": Listed(Text())})
VoicemailTrigger = Words(models.VoicemailTrigger)
VoicemailAnnouncement = Members(
    {"announcement_media_id": AnyOf(Text(), Whole()), "timeout_seconds": Whole(least=0, most=30)}
)
VoicemailAudio = Members({"default": VoicemailAnnouncement})
VoicemailSettings = Members(
    {"status": SettingStatus, "triggers": Listed(VoicemailTrigger), "audio": VoicemailAudio}
)
CallingSettings = Members(
    {
        "status": SettingStatus,
        "call_icon_visibility": CallIconVisibility,
        "call_icons": CallIcons,
        "callback_permission_status": SettingStatus,
        "srtp_key_exchange_protocol": SrtpKeyExchangeProtocol,
        "call_hours": CallHours,
        "sip": SipSettings,
        "video": VideoSettings,
        "audio": AudioSettings,
        "voicemail": VoicemailSettings,
    },
    answered=("ip_addresses", "restrictions"),
)
PayloadEncryption = Members(
    {"status": SettingStatus, "client_encryption_key": Text()},
    answered=("client_encryption_key_fingerprint", "cloud_encryption_key"),
)
StorageStatus = Words(models.StorageStatus)
StorageConfiguration = Members(
    {"status": StorageStatus, "data_localization_region": Text(), "retention_minutes": Whole()}
)
UserIdentityChange = Members({"enable_identity_key_check": Flag()})
SettingsUpdateRequest = Members(
    {
        "calling": CallingSettings,
        "payload_encryption": PayloadEncryption,
        "storage_configuration": StorageConfiguration,
        "user_identity_change": UserIdentityChange,
    },
    least=1,
    most=1,
)
OfficialBusinessAccountAction = Words(models.OfficialBusinessAccountAction)
OfficialBusinessAccountApplication = Members(
    {
        "business_name": Text(most=255),
        "business_description": Text(most=1000),
        "website_url": Text(),
        "contact_email": Text(),
    }
)
OfficialBusinessAccountUpdateRequest = Members(
    {
        "business_website_url": Text(),
        "primary_country_of_operation": Text(),
        "primary_language": Text(),
        "parent_business_or_brand": Text(most=255),
        "supporting_links": Listed(Text(), least=5, most=10),
        "additional_supporting_information": Text(most=1000),
        "action": OfficialBusinessAccountAction,
        "application_data": OfficialBusinessAccountApplication,
    },
    former=("action", "application_data"),
    least=1,
)
UsernameTransferAction = Words(models.UsernameTransferAction)
SetUsernameRequest = Members(
    {"username": Text(least=3, most=35), "transfer_action": UsernameTransferAction},
    required=("username",),
)
AppSubscriptionRequest = Members(
    {
        "override_callback_uri": Text(most=200),
        "verify_token": Text(
            least=1, words="text that the address expects, not empty", secret=True
        ),
    }
)
AccountSort = Words(models.AccountSort)
FullTelephone = Text(
    pattern="^[+]?[0-9][0-9 ().-]{3,30}$",
    words="a telephone number in full, with its country calling code, such as '+1 202-555-0142'",
)
PreverifiedNumberAddRequest = Members({"phone_number": FullTelephone}, required=("phone_number",))
CodeVerificationStatus = Words(models.CodeVerificationStatus)
PreverifiedNumberShareRequest = Members(
    {"preverified_id": GraphId, "partner_business_id": GraphId},
    required=("preverified_id", "partner_business_id"),
)
