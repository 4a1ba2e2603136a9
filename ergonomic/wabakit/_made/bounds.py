# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What requests may hold, by the contract."""

from wabakit._bounds import AnyOf, Flag, Listed, Members, Text, Whole, Words

GraphId = Text(pattern="^[0-9]+$", words="a Graph id, which is text of ASCII digits")
PhoneNumberSort = Words(
    "PhoneNumberSort",
    words="one of creation_time_ascending, creation_time_descending, last_onboarded_time_ascending, last_onboarded_time_descending; a word that is new at Meta as PhoneNumberSort(...)",
)
Cursor = Text(least=1, words="a cursor, the text that an earlier page carries")
PhoneNumberCreateRequest = Members(
    {
        "cc": Text(pattern="^[0-9]{1,3}$", words="text of 1 to 3 digits"),
        "phone_number": Text(pattern="^[0-9]{4,15}$", words="text of 4 to 15 digits"),
        "verified_name": Text(least=2, most=75, words="text of 2 to 75 characters"),
        "migrate_phone_number": Flag(),
        "preverified_id": GraphId,
    },
    required=("phone_number",),
    words="a mapping of cc, phone_number, verified_name, migrate_phone_number, preverified_id",
)
WebhookOverride = Members(
    {
        "override_callback_uri": Text(words="text"),
        "verify_token": Text(
            least=1, secret=True, words="text that the address expects, not empty"
        ),
    },
    required=("override_callback_uri",),
    words="a mapping of override_callback_uri, verify_token",
)
SearchVisibility = Words(
    "SearchVisibility",
    words="one of VISIBLE, NON_VISIBLE; a word that is new at Meta as SearchVisibility(...)",
)
PhoneNumberUpdateRequest = Members(
    {
        "pin": Text(
            pattern="^[0-9]{6}$",
            secret=True,
            words="text of exactly 6 digits; in quotes, to keep leading zeros",
        ),
        "new_display_name": Text(least=2, most=75, words="text of 2 to 75 characters"),
        "webhook_configuration": WebhookOverride,
        "search_visibility": SearchVisibility,
    },
    least=1,
    words="a mapping of pin, new_display_name, webhook_configuration, search_visibility",
)
CodeMethod = Words(
    "CodeMethod", words="one of SMS, VOICE; a word that is new at Meta as CodeMethod(...)"
)
RequestCodeRequest = Members(
    {
        "code_method": CodeMethod,
        "language": Text(
            pattern="^[a-z]{2,3}(_[A-Za-z]{2,4}){0,2}$",
            words="a language code written like 'en', 'en_US' or 'fil'",
        ),
    },
    required=("code_method", "language"),
    words="a mapping of code_method, language",
)
VerifyCodeRequest = Members(
    {"code": Text(pattern="^[0-9]{6}$", secret=True, words="text of 6 digits")},
    required=("code",),
    words="a mapping of code",
)
MessagingProduct = Words(
    "MessagingProduct", words="one of whatsapp; a word that is new at Meta as MessagingProduct(...)"
)
DataLocalizationRegion = Words(
    "DataLocalizationRegion",
    words="one of AE, AU, BH, BR, CA, CH, DE, GB, ID, IN, JP, KR, SG, ZA; a word that is new at Meta as DataLocalizationRegion(...)",
)
RegisterRequest = Members(
    {
        "messaging_product": MessagingProduct,
        "pin": Text(
            pattern="^[0-9]{6}$",
            secret=True,
            words="text of exactly 6 digits; in quotes, to keep leading zeros",
        ),
        "data_localization_region": DataLocalizationRegion,
    },
    required=("messaging_product", "pin"),
    former=("data_localization_region",),
    words="a mapping of messaging_product, pin",
)
AppDataKind = Words(
    "AppDataKind",
    words="one of smb_app_state_sync, history; a word that is new at Meta as AppDataKind(...)",
)
AppDataRequest = Members(
    {"messaging_product": MessagingProduct, "sync_type": AppDataKind},
    required=("messaging_product", "sync_type"),
    words="a mapping of messaging_product, sync_type",
)
BotCommand = Members(
    {
        "command_name": Text(
            most=30,
            pattern="^[a-zA-Z0-9_]+$",
            words="text of 1 to 30 letters, digits and underscores",
        ),
        "command_description": Text(least=1, most=256, words="text of 1 to 256 characters"),
    },
    required=("command_name", "command_description"),
    words="a mapping of command_name, command_description",
)
ConversationalAutomationRequest = Members(
    {
        "enable_welcome_message": Flag(),
        "prompts": Listed(
            Text(least=1, most=80, words="text of 1 to 80 characters"),
            most=4,
            words="a list of at most 4 items, each text of 1 to 80 characters",
        ),
        "commands": Listed(
            BotCommand,
            most=30,
            unique="command_name",
            words="a list of at most 30 items, each a mapping of command_name, command_description",
        ),
    },
    former=("enable_welcome_message",),
    least=1,
    words="a mapping of prompts, commands",
)
SettingStatus = Words(
    "SettingStatus",
    words="one of ENABLED, DISABLED; a word that is new at Meta as SettingStatus(...)",
    answered=("NOT_SET",),
)
CallIconVisibility = Words(
    "CallIconVisibility",
    words="one of DEFAULT, DISABLE_ALL; a word that is new at Meta as CallIconVisibility(...)",
    answered=("NOT_SET",),
)
CallIcons = Members(
    {"restrict_to_user_countries": Listed(Text(words="text"), words="a list of items, each text")},
    words="a mapping of restrict_to_user_countries",
)
SrtpKeyExchangeProtocol = Words(
    "SrtpKeyExchangeProtocol",
    words="one of DTLS, SDES; a word that is new at Meta as SrtpKeyExchangeProtocol(...)",
)
DayOfWeek = Words(
    "DayOfWeek",
    words="one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY; a word that is new at Meta as DayOfWeek(...)",
)
OperatingHours = Members(
    {
        "day_of_week": DayOfWeek,
        "open_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
        "close_time": Text(
            pattern="^[0-9]{4}$", words="hours and minutes as text of four digits, such as '0930'"
        ),
    },
    words="a mapping of day_of_week, open_time, close_time",
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
    },
    words="a mapping of date, start_time, end_time",
)
CallHours = Members(
    {
        "status": SettingStatus,
        "timezone_id": Text(words="text"),
        "weekly_operating_hours": Listed(
            OperatingHours,
            words="a list of items, each a mapping of day_of_week, open_time, close_time",
        ),
        "holiday_schedule": Listed(
            Holiday,
            most=20,
            words="a list of at most 20 items, each a mapping of date, start_time, end_time",
        ),
    },
    words="a mapping of status, timezone_id, weekly_operating_hours, holiday_schedule",
)
SipUserParameters = Members({}, others=Text(words="text"), words="a mapping of names and values")
SipServer = Members(
    {
        "hostname": Text(words="text"),
        "port": Whole(least=1, most=65535, words="a whole number from 1 to 65535"),
        "request_uri_user_params": SipUserParameters,
    },
    required=("hostname",),
    answered=("app_id", "sip_user_password", "password"),
    words="a mapping of hostname, port, request_uri_user_params",
)
SipSettings = Members(
    {
        "status": SettingStatus,
        "servers": Listed(
            SipServer,
            words="a list of items, each a mapping of hostname, port, request_uri_user_params",
        ),
    },
    words="a mapping of status, servers",
)
VideoSettings = Members({"status": SettingStatus}, words="a mapping of status")
AudioSettings = Members(
    {
        "status": SettingStatus,
        "additional_codecs": Listed(Text(words="text"), words="a list of items, each text"),
    },
    words="a mapping of status, additional_codecs",
)
VoicemailTrigger = Words(
    "VoicemailTrigger",
    words="one of REJECT, TIMEOUT; a word that is new at Meta as VoicemailTrigger(...)",
)
VoicemailAnnouncement = Members(
    {
        "announcement_media_id": AnyOf(
            (Text(words="text"), Whole(words="a whole number")), words="text or a whole number"
        ),
        "timeout_seconds": Whole(least=0, most=30, words="a whole number from 0 to 30"),
    },
    words="a mapping of announcement_media_id, timeout_seconds",
)
VoicemailAudio = Members({"default": VoicemailAnnouncement}, words="a mapping of default")
VoicemailSettings = Members(
    {
        "status": SettingStatus,
        "triggers": Listed(
            VoicemailTrigger,
            words="a list of items, each one of REJECT, TIMEOUT; a word that is new at Meta as VoicemailTrigger(...)",
        ),
        "audio": VoicemailAudio,
    },
    words="a mapping of status, triggers, audio",
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
    words="a mapping of status, call_icon_visibility, call_icons, callback_permission_status, srtp_key_exchange_protocol, call_hours, sip, video, audio, voicemail",
)
PayloadEncryption = Members(
    {"status": SettingStatus, "client_encryption_key": Text(words="text")},
    answered=("client_encryption_key_fingerprint", "cloud_encryption_key"),
    words="a mapping of status, client_encryption_key",
)
StorageStatus = Words(
    "StorageStatus",
    words="one of DEFAULT, IN_COUNTRY_STORAGE_ENABLED, NO_STORAGE_ENABLED; a word that is new at Meta as StorageStatus(...)",
)
StorageConfiguration = Members(
    {
        "status": StorageStatus,
        "data_localization_region": Text(words="text"),
        "retention_minutes": Whole(words="a whole number"),
    },
    words="a mapping of status, data_localization_region, retention_minutes",
)
UserIdentityChange = Members(
    {"enable_identity_key_check": Flag()}, words="a mapping of enable_identity_key_check"
)
SettingsUpdateRequest = Members(
    {
        "calling": CallingSettings,
        "payload_encryption": PayloadEncryption,
        "storage_configuration": StorageConfiguration,
        "user_identity_change": UserIdentityChange,
    },
    least=1,
    most=1,
    words="a mapping of calling, payload_encryption, storage_configuration, user_identity_change",
)
OfficialBusinessAccountAction = Words(
    "OfficialBusinessAccountAction",
    words="one of SUBMIT_APPLICATION, WITHDRAW_APPLICATION, RESUBMIT_APPLICATION; a word that is new at Meta as OfficialBusinessAccountAction(...)",
)
OfficialBusinessAccountApplication = Members(
    {
        "business_name": Text(most=255, words="text of at most 255 characters"),
        "business_description": Text(most=1000, words="text of at most 1000 characters"),
        "website_url": Text(words="text"),
        "contact_email": Text(words="text"),
    },
    words="a mapping of business_name, business_description, website_url, contact_email",
)
OfficialBusinessAccountUpdateRequest = Members(
    {
        "business_website_url": Text(words="text"),
        "primary_country_of_operation": Text(words="text"),
        "primary_language": Text(words="text"),
        "parent_business_or_brand": Text(most=255, words="text of at most 255 characters"),
        "supporting_links": Listed(
            Text(words="text"), least=5, most=10, words="a list of 5 to 10 items, each text"
        ),
        "additional_supporting_information": Text(
            most=1000, words="text of at most 1000 characters"
        ),
        "action": OfficialBusinessAccountAction,
        "application_data": OfficialBusinessAccountApplication,
    },
    former=("action", "application_data"),
    least=1,
    words="a mapping of business_website_url, primary_country_of_operation, primary_language, parent_business_or_brand, supporting_links, additional_supporting_information",
)
UsernameTransferAction = Words(
    "UsernameTransferAction",
    words="one of none, force_transfer; a word that is new at Meta as UsernameTransferAction(...)",
)
SetUsernameRequest = Members(
    {
        "username": Text(least=3, most=35, words="text of 3 to 35 characters"),
        "transfer_action": UsernameTransferAction,
    },
    required=("username",),
    words="a mapping of username, transfer_action",
)
WebhookObject = Words(
    "WebhookObject",
    words="one of whatsapp_business_account; a word that is new at Meta as WebhookObject(...)",
)
HttpsAddress = Text(pattern="^https://[^\\s/?#@:[\\]]\\S*$", words="an https:// URL with a host")
WebhookSubscriptionRequest = Members(
    {
        "object": WebhookObject,
        "callback_url": HttpsAddress,
        "verify_token": Text(
            least=1, secret=True, words="text that the address expects, not empty"
        ),
        "fields": Text(
            pattern="^[a-z_]+(,[a-z_]+)*$",
            words="names of webhook fields in lower case, such as messages",
        ),
    },
    required=("object", "callback_url", "verify_token", "fields"),
    words="a mapping of object, callback_url, verify_token, fields",
)
BatchRequest = Members(
    {"batch": Text(words="text"), "include_headers": Flag()},
    required=("batch",),
    words="a mapping of batch, include_headers",
)
AccountSubscriptionRequest = Members(
    {
        "override_callback_uri": Text(
            most=200,
            pattern="^https://[^\\s/?#@:[\\]]\\S*$",
            words="an https:// URL with a host, of at most 200 characters",
        ),
        "verify_token": Text(
            least=1, secret=True, words="text that the address expects, not empty"
        ),
    },
    together=("override_callback_uri", "verify_token"),
    words="a mapping of override_callback_uri, verify_token",
)
AccountSort = Words(
    "AccountSort",
    words="one of creation_time_ascending, creation_time_descending; a word that is new at Meta as AccountSort(...)",
)
FullTelephone = Text(
    pattern="^[+]?[0-9][0-9 ().-]{3,30}$",
    words="a telephone number in full, with its country calling code, such as '+1 202-555-0142'",
)
PreverifiedNumberAddRequest = Members(
    {"phone_number": FullTelephone}, required=("phone_number",), words="a mapping of phone_number"
)
CodeVerificationStatus = Words(
    "CodeVerificationStatus",
    words="one of VERIFIED, NOT_VERIFIED, EXPIRED, UNVERIFIED; a word that is new at Meta as CodeVerificationStatus(...)",
)
PreverifiedNumberShareRequest = Members(
    {"preverified_id": GraphId, "partner_business_id": GraphId},
    required=("preverified_id", "partner_business_id"),
    words="a mapping of preverified_id, partner_business_id",
)
