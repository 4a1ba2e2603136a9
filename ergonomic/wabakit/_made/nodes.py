# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The nodes of the contract: every field that wabakit vouches for, under its wire name.

Vocabularies are loaded by the fields that are read.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from wabakit_graph import models

from wabakit._edge import EdgeField
from wabakit._either import Either
from wabakit._filters import FilterableField, FilterableFlag, FilterableTime, FilterableWord
from wabakit._node import Field, IdField, Node
from wabakit._secret import Secret
from wabakit._times import time_or_none

if TYPE_CHECKING:
    from wabakit_graph.models import (
        AccountMode,
        AccountOwnershipType,
        AccountReviewStatus,
        AccountStatus,
        BusinessVerificationStatus,
        CallIconVisibility,
        CallingRestrictionType,
        CodeVerificationStatus,
        DayOfWeek,
        GlobalSearchEligibility,
        HealthAvailability,
        HealthEntityType,
        MessagingLimitTier,
        NameStatus,
        OfficialBusinessAccountStatus,
        PhoneNumberStatus,
        PlatformType,
        QualityRating,
        SearchVisibility,
        SettingStatus,
        SrtpKeyExchangeProtocol,
        StorageStatus,
        ThroughputLevel,
        TokenType,
        UnifiedCertStatus,
        UsernameStatus,
        VoicemailTrigger,
    )


class QualityScore(Node):
    """The quality rating of a number with what led to it."""

    __slots__ = ()

    score: Field[QualityRating] = Field("QualityRating", "The rating.")
    """The rating."""
    date: Field[datetime] = Field(
        lambda: datetime, "When the rating was made, in seconds since 1970 (UTC)."
    )
    """When the rating was made, in seconds since 1970 (UTC)."""
    reasons: Field[list[str]] = Field(
        lambda: list[str], "Why the rating is what it is; may be empty or missing."
    )
    """Why the rating is what it is; may be empty or missing."""


class Throughput(Node):
    """How fast a number may send."""

    __slots__ = ()

    level: Field[ThroughputLevel] = Field(
        "ThroughputLevel",
        "The class of sending speed: `STANDARD` 80, `HIGH` 1,000 messages a second, `NOT_APPLICABLE` neither.",
    )
    """The class of sending speed: `STANDARD` 80, `HIGH` 1,000 messages a second,
    `NOT_APPLICABLE` neither.
    """


class OfficialBusinessAccount(Node):
    """The application that makes a number an official business account."""

    __slots__ = ()

    id: Field[str] = Field(lambda: str, "Id of the number; may be missing.")
    """Id of the number; may be missing."""
    oba_status: Field[OfficialBusinessAccountStatus] = Field(
        "OfficialBusinessAccountStatus", "How the application stands."
    )
    """How the application stands."""
    status_message: Field[str] = Field(lambda: str, "The same in words.")
    """The same in words."""


class BotCommand(Node):
    """A command that people find by typing a slash.

    Both members are needed when sending one.
    """

    __slots__ = ()

    command_name: Field[str] = Field(
        lambda: str,
        "The word after the slash: letters, digits and underscores, 30 at most, unique per number.",
    )
    """The word after the slash: letters, digits and underscores, 30 at most, unique per number."""
    command_description: Field[str] = Field(
        lambda: str, "What the command does, 256 characters at most."
    )
    """What the command does, 256 characters at most."""


class ConversationalAutomation(Node):
    """The helpers that WhatsApp shows in a chat with the number."""

    __slots__ = ()

    id: Field[str] = Field(lambda: str, "Id of the automation, which is not the id of the number.")
    """Id of the automation, which is not the id of the number."""
    enable_welcome_message: Field[bool] = Field(
        lambda: bool,
        "Whether a webhook tells you when somebody opens a chat for the first time. Meta took the welcome message and its webhook away on 2026-03-27.",
    )
    """Whether a webhook tells you when somebody opens a chat for the first time. Meta took
    the welcome message and its webhook away on 2026-03-27.
    """
    prompts: Field[list[str]] = Field(lambda: list[str], "Ice breakers offered for tapping.")
    """Ice breakers offered for tapping."""
    commands: Field[list[BotCommand]] = Field(
        lambda: list[BotCommand], "Commands offered after a slash."
    )
    """Commands offered after a slash."""


class HealthError(Node):
    """One reason why something cannot send."""

    __slots__ = ()

    error_code: Field[int] = Field(
        lambda: int,
        "Number of the reason. 138024, SIP is off for the number, and 138025, the app has no SIP server for it, concern calls and do not keep messages from being sent.",
    )
    """Number of the reason. 138024, SIP is off for the number, and 138025, the app has no SIP
    server for it, concern calls and do not keep messages from being sent.
    """
    error_description: Field[str] = Field(lambda: str, "The reason in words.")
    """The reason in words."""
    possible_solution: Field[str] = Field(lambda: str, "What may help, in words.")
    """What may help, in words."""


class HealthEntity(Node):
    """One thing that sending depends on."""

    __slots__ = ()

    entity_type: Field[HealthEntityType] = Field("HealthEntityType", "What kind of thing it is.")
    """What kind of thing it is."""
    id: Field[str] = Field(lambda: str, "Its id on the Graph.")
    """Its id on the Graph."""
    can_send_message: Field[HealthAvailability] = Field(
        "HealthAvailability", "Whether it allows sending."
    )
    """Whether it allows sending."""
    can_receive_call_sip: Field[HealthAvailability] = Field(
        "HealthAvailability",
        "Whether it allows taking calls over SIP; sent for the number and the app. `BLOCKED` does not keep messages from being sent.",
    )
    """Whether it allows taking calls over SIP; sent for the number and the app. `BLOCKED`
    does not keep messages from being sent.
    """
    additional_info: Field[list[str]] = Field(
        lambda: list[str], "What limits it, in words; often missing."
    )
    """What limits it, in words; often missing."""
    errors: Field[list[HealthError]] = Field(
        lambda: list[HealthError], "What stands in the way; often missing."
    )
    """What stands in the way; often missing."""


class HealthStatus(Node):
    """Whether the number can send, derived from everything that it depends on."""

    __slots__ = ()

    can_send_message: Field[HealthAvailability] = Field(
        "HealthAvailability",
        "The worst of the entities. There is no such sum of `can_receive_call_sip`.",
    )
    """The worst of the entities. There is no such sum of `can_receive_call_sip`."""
    entities: Field[list[HealthEntity]] = Field(
        lambda: list[HealthEntity],
        "The number, its account, its business and the app, each by itself.",
    )
    """The number, its account, its business and the app, each by itself."""


class PhoneNumber(Node):
    """A business phone number.

    Only `id` is always present: of the rest, what was asked for and has a value.
    """

    __slots__ = ()

    id: IdField = IdField(
        "Id of the number on the Graph. Text of digits; some are too large for a JSON number."
    )
    """Id of the number on the Graph. Text of digits; some are too large for a JSON number."""
    display_phone_number: Field[str] = Field(
        lambda: str,
        "The number as people write it, such as `+1 631-555-1111`, sometimes digits only. Compare numbers by their digits, and leave out what a country has put in or taken away: the 1 behind 52 that mobile numbers of Mexico had and that Graph still shows for some, and the 9 that those of Brazil with 8 digits, which begin with 6 to 9, got before them. What begins with 2 to 5 behind the 9 is younger than that change, and without the 9 another number.",
    )
    """The number as people write it, such as `+1 631-555-1111`, sometimes digits only.
    Compare numbers by their digits, and leave out what a country has put in or taken away:
    the 1 behind 52 that mobile numbers of Mexico had and that Graph still shows for some, and
    the 9 that those of Brazil with 8 digits, which begin with 6 to 9, got before them. What
    begins with 2 to 5 behind the 9 is younger than that change, and without the 9 another
    number.
    """
    verified_name: Field[str] = Field(lambda: str, "The display name in effect.")
    """The display name in effect."""
    status: Field[PhoneNumberStatus] = Field(
        "PhoneNumberStatus",
        "Whether the number can be used: `CONNECTED` is registered and able to send. Never sent unasked.",
    )
    """Whether the number can be used: `CONNECTED` is registered and able to send. Never sent
    unasked.
    """
    quality_rating: Field[QualityRating] = Field(
        "QualityRating",
        "How recipients received recent messages; `UNKNOWN` and `NA` mean not rated.",
    )
    """How recipients received recent messages; `UNKNOWN` and `NA` mean not rated."""
    quality_score: Field[QualityScore] = Field(
        lambda: QualityScore, "The quality rating with its date and reasons."
    )
    """The quality rating with its date and reasons."""
    code_verification_status: Field[CodeVerificationStatus] = Field(
        "CodeVerificationStatus",
        "Whether ownership was proved with a one-time code; `EXPIRED` is normal for a connected number. It says nothing of two-step verification, for which see `is_pin_enabled`.",
    )
    """Whether ownership was proved with a one-time code; `EXPIRED` is normal for a connected
    number. It says nothing of two-step verification, for which see `is_pin_enabled`.
    """
    platform_type: Field[PlatformType] = Field(
        "PlatformType", "The platform that the number is registered on."
    )
    """The platform that the number is registered on."""
    host_platform: Field[PlatformType] = Field(
        "PlatformType", "The platform that the number is registered on, under another name."
    )
    """The platform that the number is registered on, under another name."""
    throughput: Field[Throughput] = Field(
        lambda: Throughput,
        "How fast the number may send. It says nothing of how many people may be written to.",
    )
    """How fast the number may send. It says nothing of how many people may be written to."""
    webhook_configuration: Field[dict[str, str]] = Field(
        lambda: dict[str, str],
        "Where the webhooks of the number go, addresses by level such as `application`.",
    )
    """Where the webhooks of the number go, addresses by level such as `application`."""
    last_onboarded_time: Field[datetime] = Field(
        lambda: datetime,
        "When the number was last onboarded, as date and time with an offset written `+0000`, which is not RFC 3339. Sometimes sent unasked.",
    )
    """When the number was last onboarded, as date and time with an offset written `+0000`,
    which is not RFC 3339. Sometimes sent unasked.
    """
    name_status: Field[NameStatus] = Field(
        "NameStatus", "How the review of the present display name stands. Never sent unasked."
    )
    """How the review of the present display name stands. Never sent unasked."""
    new_display_name: Field[str] = Field(
        lambda: str,
        "The display name that was requested, while the change waits for its review or for the registration that makes it take effect.",
    )
    """The display name that was requested, while the change waits for its review or for the
    registration that makes it take effect.
    """
    new_name_status: Field[NameStatus] = Field(
        "NameStatus",
        "How the review of a requested display name stands; missing when no change was requested. After an approval the number has to be registered again within 14 days for the name to take effect, or else the review starts anew.",
    )
    """How the review of a requested display name stands; missing when no change was
    requested. After an approval the number has to be registered again within 14 days for the
    name to take effect, or else the review starts anew.
    """
    unified_cert_status: Field[UnifiedCertStatus] = Field(
        "UnifiedCertStatus",
        "The state of the display name and of the review of the account, taken together, by Meta's reference alone: asking for it fails the whole call with code 100.",
    )
    """The state of the display name and of the review of the account, taken together, by
    Meta's reference alone: asking for it fails the whole call with code 100.
    """
    account_mode: FilterableField[AccountMode] = FilterableField(
        "AccountMode", "Whether the number is for trials or for real use. Can be filtered by."
    )
    """Whether the number is for trials or for real use. Can be filtered by."""
    messaging_limit_tier: FilterableField[MessagingLimitTier] = FilterableField(
        "MessagingLimitTier",
        "How many people the number may write to first within 24 hours. Can be filtered by. From Graph v24.0 `whatsapp_business_manager_messaging_limit` takes its place.",
    )
    """How many people the number may write to first within 24 hours. Can be filtered by. From
    Graph v24.0 `whatsapp_business_manager_messaging_limit` takes its place.
    """
    whatsapp_business_manager_messaging_limit: Field[MessagingLimitTier] = Field(
        "MessagingLimitTier",
        "How many people all numbers of the business portfolio together may write to first within 24 hours. Versions before v24.0 refuse the name as that of an unknown field.",
    )
    """How many people all numbers of the business portfolio together may write to first
    within 24 hours. Versions before v24.0 refuse the name as that of an unknown field.
    """
    is_official_business_account: FilterableFlag = FilterableFlag(
        lambda: bool,
        "Whether the number carries the badge of an official business account. Can be filtered by.",
    )
    """Whether the number carries the badge of an official business account. Can be filtered by."""
    official_business_account: Field[OfficialBusinessAccount] = Field(
        lambda: OfficialBusinessAccount,
        "How the application for the badge stands; Meta's sample shows `oba_status` alone. The same as `getOfficialBusinessAccount`, in the same call as other fields.",
    )
    """How the application for the badge stands; Meta's sample shows `oba_status` alone. The
    same as `getOfficialBusinessAccount`, in the same call as other fields.
    """
    is_pin_enabled: Field[bool] = Field(
        lambda: bool, "Whether two-step verification is on, that is, whether a PIN was set."
    )
    """Whether two-step verification is on, that is, whether a PIN was set."""
    is_on_biz_app: Field[bool] = Field(
        lambda: bool, "Whether the number is also used in the WhatsApp Business app."
    )
    """Whether the number is also used in the WhatsApp Business app."""
    is_preverified_number: Field[bool] = Field(
        lambda: bool, "Whether the number was verified beforehand by a solution partner."
    )
    """Whether the number was verified beforehand by a solution partner."""
    conversational_automation: Field[ConversationalAutomation] = Field(
        lambda: ConversationalAutomation,
        "Welcome message, ice breakers and commands of the number.",
    )
    """Welcome message, ice breakers and commands of the number."""
    health_status: Field[HealthStatus] = Field(
        lambda: HealthStatus,
        "Whether the number can send now, and what stands in the way. Costly; ask only when wanted.",
    )
    """Whether the number can send now, and what stands in the way. Costly; ask only when wanted."""
    search_visibility: Field[SearchVisibility] = Field(
        "SearchVisibility", "Whether search finds the number."
    )
    """Whether search finds the number."""
    eligibility_for_api_business_global_search: Field[GlobalSearchEligibility] = Field(
        "GlobalSearchEligibility",
        "Whether the number may appear in the global search for businesses.",
    )
    """Whether the number may appear in the global search for businesses."""
    country_code: Field[str] = Field(
        lambda: str, "Country of the number, two letters of ISO 3166-1, such as `US`."
    )
    """Country of the number, two letters of ISO 3166-1, such as `US`."""
    country_dial_code: Field[str] = Field(lambda: str, "Country calling code, digits only.")
    """Country calling code, digits only."""
    username: Field[str] = Field(
        lambda: str,
        "The username of the number, missing when it has none. `getUsername` is the safer source.",
    )
    """The username of the number, missing when it has none. `getUsername` is the safer source."""
    certificate: Field[str] = Field(
        lambda: str,
        "Certificate of the present display name, for the on-premises platform; usually missing.",
    )
    """Certificate of the present display name, for the on-premises platform; usually missing."""
    new_certificate: Field[str] = Field(
        lambda: str,
        "Certificate of a new display name, between its approval and the registration that uses it; usually missing.",
    )
    """Certificate of a new display name, between its approval and the registration that uses
    it; usually missing.
    """
    platform: Either[PlatformType] = Either(
        "The platform, under whichever of its names is there.", platform_type, host_platform
    )
    """The platform, under whichever of its names is there."""
    messaging_limit: Either[MessagingLimitTier] = Either(
        "The messaging limit, under whichever of its names is there.",
        whatsapp_business_manager_messaging_limit,
        messaging_limit_tier,
    )
    """The messaging limit, under whichever of its names is there."""
    default_fields: ClassVar[tuple[Field[Any], ...]] = (
        id,
        display_phone_number,
        verified_name,
        status,
        quality_rating,
        code_verification_status,
        platform_type,
        throughput,
        name_status,
        account_mode,
    )


class PhoneNumberCreateResponse(Node):
    """The number that was added."""

    __slots__ = ()

    id: IdField = IdField("Id of the number on the Graph, by which all other calls know it.")
    """Id of the number on the Graph, by which all other calls know it."""


class CodeVerification(Node):
    """Whether the code was right."""

    __slots__ = ()

    id: Field[str] = Field(lambda: str, "Id of the number, sometimes included.")
    """Id of the number, sometimes included."""


class AppDataSync(Node):
    """That data of the WhatsApp Business app is on its way."""

    __slots__ = ()

    messaging_product: Field[str] = Field(lambda: str, "The product that the data is for.")
    """The product that the data is for."""
    request_id: Field[str] = Field(lambda: str, "Identifies the request to Meta's support.")
    """Identifies the request to Meta's support."""


class CallIcons(Node):
    """For whom the call icon is shown."""

    __slots__ = ()

    restrict_to_user_countries: Field[list[str]] = Field(
        lambda: list[str],
        "Countries, two letters of ISO 3166-1, whose users see the icon; everybody when empty.",
    )
    """Countries, two letters of ISO 3166-1, whose users see the icon; everybody when empty."""


class OperatingHours(Node):
    """One span of a day of the week."""

    __slots__ = ()

    day_of_week: Field[DayOfWeek] = Field("DayOfWeek", "The day.")
    """The day."""
    open_time: Field[str] = Field(
        lambda: str, "Begin of the span, hours and minutes as four digits."
    )
    """Begin of the span, hours and minutes as four digits."""
    close_time: Field[str] = Field(
        lambda: str, "End of the span, hours and minutes as four digits."
    )
    """End of the span, hours and minutes as four digits."""


class Holiday(Node):
    """A date with hours of its own."""

    __slots__ = ()

    date: Field[str] = Field(lambda: str, "The date as year, month and day.")
    """The date as year, month and day."""
    start_time: Field[str] = Field(
        lambda: str, "Begin of the span, hours and minutes as four digits."
    )
    """Begin of the span, hours and minutes as four digits."""
    end_time: Field[str] = Field(lambda: str, "End of the span, hours and minutes as four digits.")
    """End of the span, hours and minutes as four digits."""


class CallHours(Node):
    """The hours in which calls are taken."""

    __slots__ = ()

    status: Field[SettingStatus] = Field("SettingStatus", "Whether the hours are observed.")
    """Whether the hours are observed."""
    timezone_id: Field[str] = Field(
        lambda: str, "Name of the time zone of the hours, such as `Europe/Berlin`."
    )
    """Name of the time zone of the hours, such as `Europe/Berlin`."""
    weekly_operating_hours: Field[list[OperatingHours]] = Field(
        lambda: list[OperatingHours],
        "The hours of each day, two spans a day at most and without overlap.",
    )
    """The hours of each day, two spans a day at most and without overlap."""
    holiday_schedule: Field[list[Holiday]] = Field(
        lambda: list[Holiday],
        "Days with other hours, 20 at most. When changing, leaving it out clears it.",
    )
    """Days with other hours, 20 at most. When changing, leaving it out clears it."""


class SipServer(Node):
    """A SIP server of yours.

    `hostname` is needed when sending one.
    """

    __slots__ = ()

    app_id: Field[str] = Field(
        lambda: str, "Id of the app that the server belongs to, digits.", convert=str
    )
    """Id of the app that the server belongs to, digits."""
    hostname: Field[str] = Field(lambda: str, "Name of the host.")
    """Name of the host."""
    port: Field[int] = Field(lambda: int, "Port for SIP over TLS. Taken to be 5061 when left out.")
    """Port for SIP over TLS. Taken to be 5061 when left out."""
    request_uri_user_params: Field[dict[str, str]] = Field(
        lambda: dict[str, str], "Parameters to put into the user part of the request address."
    )
    """Parameters to put into the user part of the request address."""
    sip_user_password: Field[Secret] = Field(
        lambda: Secret,
        "Password that Meta uses towards the server. Only present when the call asks for `include_sip_credentials`. Keep it out of logs.",
    )
    """Password that Meta uses towards the server. Only present when the call asks for
    `include_sip_credentials`. Keep it out of logs.
    """
    password: Field[Secret] = Field(
        lambda: Secret, "The same password under the name that Meta's published description uses."
    )
    """The same password under the name that Meta's published description uses."""


class SipSettings(Node):
    """Signalling over SIP."""

    __slots__ = ()

    status: Field[SettingStatus] = Field(
        "SettingStatus", "Whether calls are signalled over SIP. Off until enabled."
    )
    """Whether calls are signalled over SIP. Off until enabled."""
    servers: Field[list[SipServer]] = Field(
        lambda: list[SipServer],
        "Your SIP servers, one per app at most. An empty list removes them.",
    )
    """Your SIP servers, one per app at most. An empty list removes them."""


class VideoSettings(Node):
    """Video calls."""

    __slots__ = ()

    status: Field[SettingStatus] = Field("SettingStatus", "Whether video calls are taken.")
    """Whether video calls are taken."""


class AudioSettings(Node):
    """The sound of calls."""

    __slots__ = ()

    status: Field[SettingStatus] = Field("SettingStatus", "Whether audio calls are taken.")
    """Whether audio calls are taken."""
    additional_codecs: Field[list[str]] = Field(
        lambda: list[str],
        "Codecs to offer besides Opus, which is always there: `PCMA` and `PCMU`. An empty list removes them.",
    )
    """Codecs to offer besides Opus, which is always there: `PCMA` and `PCMU`. An empty list
    removes them.
    """


class VoicemailAnnouncement(Node):
    """One announcement, and when it begins."""

    __slots__ = ()

    announcement_media_id: Field[str] = Field(
        lambda: str,
        "Id of an audio file, uploaded for this use, that callers hear. Digits; Meta's page shows a number and a public client sends text too.",
        convert=str,
    )
    """Id of an audio file, uploaded for this use, that callers hear. Digits; Meta's page
    shows a number and a public client sends text too.
    """
    timeout_seconds: Field[int] = Field(
        lambda: int,
        "Seconds of ringing after which `TIMEOUT` begins, 0 to 30. Without it that trigger is off.",
    )
    """Seconds of ringing after which `TIMEOUT` begins, 0 to 30. Without it that trigger is off."""


class VoicemailAudio(Node):
    """What callers hear before they speak."""

    __slots__ = ()

    default: Field[VoicemailAnnouncement] = Field(
        lambda: VoicemailAnnouncement, "What all callers hear."
    )
    """What all callers hear."""


class VoicemailSettings(Node):
    """Voicemail for calls by people that were rejected or not taken in time.

    It needs calling to be on, and call hours to be off, since nobody can call outside of
    them.
    """

    __slots__ = ()

    status: Field[SettingStatus] = Field(
        "SettingStatus", "Whether voicemail is taken. Off until enabled."
    )
    """Whether voicemail is taken. Off until enabled."""
    triggers: Field[list[VoicemailTrigger]] = Field(
        lambda: list[models.VoicemailTrigger],
        "What leads to the voicemail; at least one is needed when it is switched on.",
    )
    """What leads to the voicemail; at least one is needed when it is switched on."""
    audio: Field[VoicemailAudio] = Field(
        lambda: VoicemailAudio, "What callers hear; needed when voicemail is switched on."
    )
    """What callers hear; needed when voicemail is switched on."""


class IpAddresses(Node):
    """Addresses from which Meta sends the media of calls."""

    __slots__ = ()

    default: Field[list[str]] = Field(
        lambda: list[str], "Addresses in use unless another group applies."
    )
    """Addresses in use unless another group applies."""


class CallingRestriction(Node):
    """One thing that the number may not do for a time."""

    __slots__ = ()

    type: Field[CallingRestrictionType] = Field("CallingRestrictionType", "What is forbidden.")
    """What is forbidden."""
    reason: Field[str] = Field(lambda: str, "Why, in words.")
    """Why, in words."""
    expiration: Field[datetime] = Field(
        lambda: datetime, "When the restriction ends, in seconds since 1970 (UTC)."
    )
    """When the restriction ends, in seconds since 1970 (UTC)."""


class CallingRestrictions(Node):
    """What Meta has forbidden the number for a time."""

    __slots__ = ()

    restrictions_list: Field[list[CallingRestriction]] = Field(
        lambda: list[CallingRestriction], "The restrictions in force; may be empty."
    )
    """The restrictions in force; may be empty."""
    restrictions: Field[list[CallingRestriction]] = Field(
        lambda: list[CallingRestriction], "The same under another name."
    )
    """The same under another name."""


class CallingSettings(Node):
    """How the number takes calls."""

    __slots__ = ()

    status: Field[SettingStatus] = Field(
        "SettingStatus", "Whether the number takes and makes calls. Off until enabled."
    )
    """Whether the number takes and makes calls. Off until enabled."""
    call_icon_visibility: Field[CallIconVisibility] = Field(
        "CallIconVisibility", "Whether chats show the call icon."
    )
    """Whether chats show the call icon."""
    call_icons: Field[CallIcons] = Field(lambda: CallIcons, "For whom the call icon is shown.")
    """For whom the call icon is shown."""
    callback_permission_status: Field[SettingStatus] = Field(
        "SettingStatus", "Whether people who call are asked for permission to be called back."
    )
    """Whether people who call are asked for permission to be called back."""
    srtp_key_exchange_protocol: Field[SrtpKeyExchangeProtocol] = Field(
        "SrtpKeyExchangeProtocol", "How keys for the media of a call are agreed upon."
    )
    """How keys for the media of a call are agreed upon."""
    call_hours: Field[CallHours] = Field(
        lambda: CallHours, "When calls are taken. Sending it replaces all of it."
    )
    """When calls are taken. Sending it replaces all of it."""
    sip: Field[SipSettings] = Field(
        lambda: SipSettings, "Signalling over SIP in place of webhooks."
    )
    """Signalling over SIP in place of webhooks."""
    video: Field[VideoSettings] = Field(lambda: VideoSettings, "Video calls.")
    """Video calls."""
    audio: Field[AudioSettings] = Field(lambda: AudioSettings, "The sound of calls.")
    """The sound of calls."""
    voicemail: Field[VoicemailSettings] = Field(
        lambda: VoicemailSettings, "What becomes of calls by people that nobody takes."
    )
    """What becomes of calls by people that nobody takes."""
    ip_addresses: Field[IpAddresses] = Field(
        lambda: IpAddresses, "Addresses from which Meta sends the media of calls."
    )
    """Addresses from which Meta sends the media of calls."""
    restrictions: Field[CallingRestrictions] = Field(
        lambda: CallingRestrictions, "What Meta has forbidden the number for a time."
    )
    """What Meta has forbidden the number for a time."""


class PayloadEncryption(Node):
    """Encryption of payloads with keys of your own."""

    __slots__ = ()

    status: Field[SettingStatus] = Field("SettingStatus", "Whether payloads are encrypted.")
    """Whether payloads are encrypted."""
    client_encryption_key_fingerprint: Field[str] = Field(
        lambda: str, "Fingerprint of the public key that you gave."
    )
    """Fingerprint of the public key that you gave."""
    cloud_encryption_key: Field[str] = Field(lambda: str, "Meta's public key.")
    """Meta's public key."""


class StorageConfiguration(Node):
    """Where and how long message data is kept."""

    __slots__ = ()

    status: Field[StorageStatus] = Field(
        "StorageStatus", "Which of the ways of storing is in force."
    )
    """Which of the ways of storing is in force."""
    data_localization_region: Field[str] = Field(
        lambda: str,
        "Country in which data is kept, two letters; one of those of `DataLocalizationRegion`, though samples show others and lower case.",
    )
    """Country in which data is kept, two letters; one of those of `DataLocalizationRegion`,
    though samples show others and lower case.
    """
    retention_minutes: Field[int] = Field(
        lambda: int,
        "Minutes for which data is kept with `NO_STORAGE_ENABLED`. Meta supports 60 alone.",
    )
    """Minutes for which data is kept with `NO_STORAGE_ENABLED`. Meta supports 60 alone."""


class UserIdentityChange(Node):
    """Checks for a changed identity of recipients."""

    __slots__ = ()

    enable_identity_key_check: Field[bool] = Field(
        lambda: bool,
        "Whether messages are held back when the identity key of the recipient has changed.",
    )
    """Whether messages are held back when the identity key of the recipient has changed."""


class Settings(Node):
    """The settings of a number.

    Members that are not in use may be missing.
    """

    __slots__ = ()

    calling: Field[CallingSettings] = Field(lambda: CallingSettings, "Voice and video calls.")
    """Voice and video calls."""
    payload_encryption: Field[PayloadEncryption] = Field(
        lambda: PayloadEncryption, "Encryption of payloads with keys of your own."
    )
    """Encryption of payloads with keys of your own."""
    storage_configuration: Field[StorageConfiguration] = Field(
        lambda: StorageConfiguration, "Where and how long message data is kept."
    )
    """Where and how long message data is kept."""
    user_identity_change: Field[UserIdentityChange] = Field(
        lambda: UserIdentityChange, "Checks for a changed identity of recipients."
    )
    """Checks for a changed identity of recipients."""


class OfficialBusinessAccountUpdate(Node):
    """What became of an application."""

    __slots__ = ()

    message: Field[str] = Field(lambda: str, "The outcome in words.")
    """The outcome in words."""
    updated_status: Field[OfficialBusinessAccount] = Field(
        lambda: OfficialBusinessAccount, "How the application stands now."
    )
    """How the application stands now."""
    tracking_id: Field[str] = Field(lambda: str, "Mark of the application for inquiries.")
    """Mark of the application for inquiries."""


class Username(Node):
    """A username and how it stands."""

    __slots__ = ()

    username: Field[str] = Field(
        lambda: str, "The username, missing when the number has none and when one was just claimed."
    )
    """The username, missing when the number has none and when one was just claimed."""
    status: Field[UsernameStatus] = Field("UsernameStatus", "How the username stands.")
    """How the username stands."""


class UsernameSuggestions(Node):
    """Usernames that are kept for the number."""

    __slots__ = ()

    username_suggestions: Field[list[str]] = Field(
        lambda: list[str], "The usernames, each ready to be claimed."
    )
    """The usernames, each ready to be claimed."""


class GranularScope(Node):
    """A permission, and what it is limited to."""

    __slots__ = ()

    scope: Field[str] = Field(lambda: str, "The permission.")
    """The permission."""
    target_ids: Field[list[str]] = Field(
        lambda: list[str],
        "Ids of the objects, such as accounts, that it holds for, in no order. Missing if it holds for all that its user may see, which is not the same as none.",
    )
    """Ids of the objects, such as accounts, that it holds for, in no order. Missing if it
    holds for all that its user may see, which is not the same as none.
    """


class TokenProblem(Node):
    """Why a token is not valid, as Graph's errors say it."""

    __slots__ = ()

    code: Field[int] = Field(lambda: int, "Graph error code, such as 190.")
    """Graph error code, such as 190."""
    subcode: Field[int] = Field(lambda: int, "Graph error subcode.")
    """Graph error subcode."""
    message: Field[str] = Field(lambda: str, "Meta's words for developers.")
    """Meta's words for developers."""


class TokenInfo(Node):
    """What a token is good for.

    Any member may be missing, most of them where it is not valid.
    """

    __slots__ = ()

    is_valid: Field[bool] = Field(
        lambda: bool, "Whether it can be used. False is no failure of the call."
    )
    """Whether it can be used. False is no failure of the call."""
    app_id: Field[str] = Field(lambda: str, "The app that it was made for.")
    """The app that it was made for."""
    application: Field[str] = Field(lambda: str, "Name of that app.")
    """Name of that app."""
    type: Field[TokenType] = Field("TokenType", "Whose token it is.")
    """Whose token it is."""
    user_id: Field[str] = Field(lambda: str, "The user, or system user, whose token it is.")
    """The user, or system user, whose token it is."""
    issued_at: Field[datetime] = Field(
        lambda: datetime, "When it was made, in seconds since 1970 (UTC).", convert=time_or_none
    )
    """When it was made, in seconds since 1970 (UTC)."""
    expires_at: Field[datetime] = Field(
        lambda: datetime,
        "When it ends, in seconds since 1970 (UTC); 0 if it never does.",
        convert=time_or_none,
    )
    """When it ends, in seconds since 1970 (UTC); 0 if it never does."""
    data_access_expires_at: Field[datetime] = Field(
        lambda: datetime,
        "When its access to data of people ends, in seconds since 1970 (UTC); 0 if it never does.",
        convert=time_or_none,
    )
    """When its access to data of people ends, in seconds since 1970 (UTC); 0 if it never does."""
    scopes: Field[list[str]] = Field(lambda: list[str], "The permissions that it has.")
    """The permissions that it has."""
    granular_scopes: Field[list[GranularScope]] = Field(
        lambda: list[GranularScope], "The permissions again, with what each is limited to."
    )
    """The permissions again, with what each is limited to."""
    error: Field[TokenProblem] = Field(lambda: TokenProblem, "Why it is not valid.")
    """Why it is not valid."""


class BusinessToken(Node):
    """The token of a business."""

    __slots__ = ()

    access_token: Field[Secret] = Field(lambda: Secret, "The token.")
    """The token."""
    token_type: Field[str] = Field(lambda: str, "How to send it, `bearer`.")
    """How to send it, `bearer`."""
    expires_in: Field[int] = Field(lambda: int, "Seconds until it ends; missing if it never does.")
    """Seconds until it ends; missing if it never does."""


class BatchHeader(Node):
    """One header of an answer."""

    __slots__ = ()

    name: Field[str] = Field(lambda: str, "Its name, in any case.")
    """Its name, in any case."""
    value: Field[str] = Field(lambda: str, "Its value.")
    """Its value."""


class BatchItem(Node):
    """The answer to one item of a batch."""

    __slots__ = ()

    code: Field[int] = Field(lambda: int, "Its HTTP status.")
    """Its HTTP status."""
    headers: Field[list[BatchHeader]] = Field(
        lambda: list[BatchHeader], "Its headers, unless they were not wanted."
    )
    """Its headers, unless they were not wanted."""
    body: Field[str] = Field(
        lambda: str,
        "Its body, JSON as text, to be parsed a second time; null or missing if it is empty.",
    )
    """Its body, JSON as text, to be parsed a second time; null or missing if it is empty."""


class BusinessInfo(Node):
    """What an account says of a business."""

    __slots__ = ()

    id: Field[str] = Field(lambda: str, "Id of the portfolio on the Graph.")
    """Id of the portfolio on the Graph."""
    name: Field[str] = Field(lambda: str, "Name of the portfolio.")
    """Name of the portfolio."""


class BusinessPortfolio(Node):
    """A business portfolio.

    Only `id` is always present.
    """

    __slots__ = ()

    id: IdField = IdField("Id of the portfolio on the Graph.")
    """Id of the portfolio on the Graph."""
    name: Field[str] = Field(lambda: str, "Name of the portfolio.")
    """Name of the portfolio."""
    verification_status: Field[BusinessVerificationStatus] = Field(
        "BusinessVerificationStatus", "Whether Meta has verified the business."
    )
    """Whether Meta has verified the business."""
    whatsapp_business_manager_messaging_limit: Field[MessagingLimitTier] = Field(
        "MessagingLimitTier",
        "How many people all numbers of the portfolio together may write to first within 24 hours. Versions before v24.0 refuse the name as that of an unknown field.",
    )
    """How many people all numbers of the portfolio together may write to first within 24
    hours. Versions before v24.0 refuse the name as that of an unknown field.
    """
    default_fields: ClassVar[tuple[Field[Any], ...]] = (
        id,
        name,
    )


class WhatsAppBusinessAccount(Node):
    """A WhatsApp Business Account (WABA).

    Only `id` is always present: of the rest, what was asked for and has a value.
    """

    __slots__ = ()

    id: IdField = IdField(
        "Id of the account on the Graph. Text of digits; some are too large for a JSON number.",
        unquoted=True,
    )
    """Id of the account on the Graph. Text of digits; some are too large for a JSON number."""
    name: Field[str] = Field(lambda: str, "Name of the account.")
    """Name of the account."""
    currency: Field[str] = Field(
        lambda: str,
        "Currency of the account, three letters of ISO 4217; fixed once a credit line is attached.",
    )
    """Currency of the account, three letters of ISO 4217; fixed once a credit line is attached."""
    country: FilterableWord[str] = FilterableWord(
        lambda: str,
        "Country of the account, two letters of ISO 3166-1; missing when not set. Can be filtered by where a business lists its own accounts.",
    )
    """Country of the account, two letters of ISO 3166-1; missing when not set. Can be
    filtered by where a business lists its own accounts.
    """
    primary_business_location: Field[str] = Field(
        lambda: str,
        "Where the business mainly is, two letters of ISO 3166-1; missing when not set.",
    )
    """Where the business mainly is, two letters of ISO 3166-1; missing when not set."""
    timezone_id: Field[str] = Field(
        lambda: str,
        "Time zone by Meta's own numbering, such as `1`. A guide prints it as a number.",
        convert=str,
    )
    """Time zone by Meta's own numbering, such as `1`. A guide prints it as a number."""
    message_template_namespace: Field[str] = Field(
        lambda: str, "Namespace of the message templates of the account."
    )
    """Namespace of the message templates of the account."""
    creation_time: FilterableTime = FilterableTime(
        lambda: datetime,
        "When the account was made, in seconds since 1970 (UTC). Can be filtered by.",
    )
    """When the account was made, in seconds since 1970 (UTC). Can be filtered by."""
    account_review_status: Field[AccountReviewStatus] = Field(
        "AccountReviewStatus", "How the review of the account by Meta stands."
    )
    """How the review of the account by Meta stands."""
    business_verification_status: Field[BusinessVerificationStatus] = Field(
        "BusinessVerificationStatus",
        "Whether Meta has verified the business that owns the account.",
    )
    """Whether Meta has verified the business that owns the account."""
    ownership_type: FilterableWord[AccountOwnershipType] = FilterableWord(
        "AccountOwnershipType",
        "Who owns the account, seen from the business that asks. Can be filtered by.",
    )
    """Who owns the account, seen from the business that asks. Can be filtered by."""
    status: Field[AccountStatus] = Field("AccountStatus", "Whether the account can be used.")
    """Whether the account can be used."""
    health_status: Field[HealthStatus] = Field(
        lambda: HealthStatus,
        "Whether the account can send now, and what stands in the way. Costly; ask only when wanted.",
    )
    """Whether the account can send now, and what stands in the way. Costly; ask only when
    wanted.
    """
    owner_business_info: Field[BusinessInfo] = Field(
        lambda: BusinessInfo, "The business that owns the account."
    )
    """The business that owns the account."""
    owner_business: Field[BusinessPortfolio] = Field(
        lambda: BusinessPortfolio, "The business that owns the account, as an object of its own."
    )
    """The business that owns the account, as an object of its own."""
    on_behalf_of_business_info: Field[BusinessInfo] = Field(
        lambda: BusinessInfo,
        "The business for which a partner made the account; nobody was onboarded so after 2025-09-30.",
    )
    """The business for which a partner made the account; nobody was onboarded so after
    2025-09-30.
    """
    primary_funding_id: Field[str] = Field(
        lambda: str, "Id of the payment method or credit line; missing when there is none."
    )
    """Id of the payment method or credit line; missing when there is none."""
    purchase_order_number: Field[str] = Field(
        lambda: str, "Number of the purchase order that bills show."
    )
    """Number of the purchase order that bills show."""
    whatsapp_business_manager_messaging_limit: Field[MessagingLimitTier] = Field(
        "MessagingLimitTier",
        "How many people all numbers of the business portfolio together may write to first within 24 hours. Versions before v24.0 refuse the name as that of an unknown field.",
    )
    """How many people all numbers of the business portfolio together may write to first
    within 24 hours. Versions before v24.0 refuse the name as that of an unknown field.
    """
    is_enabled_for_insights: Field[bool] = Field(
        lambda: bool, "Whether figures about templates are kept."
    )
    """Whether figures about templates are kept."""
    is_shared_with_partners: Field[bool] = Field(
        lambda: bool, "Whether partners may work with the account."
    )
    """Whether partners may work with the account."""
    template_auto_archival_enabled: Field[bool] = Field(
        lambda: bool, "Whether templates that nobody uses are put into an archive."
    )
    """Whether templates that nobody uses are put into an archive."""
    disable_marketing_messages_on_cloud_api: Field[bool] = Field(
        lambda: bool, "Whether marketing messages are kept from being sent over Cloud API."
    )
    """Whether marketing messages are kept from being sent over Cloud API."""
    phone_numbers: EdgeField[PhoneNumber] = EdgeField(
        PhoneNumber,
        100,
        "The numbers of the account, a page of them, in the same call. The page is of 25 unless the name asks for another, as in `phone_numbers.limit(100){id,status}`; the rest, `listPhoneNumbers` has.",
    )
    """The numbers of the account, a page of them, in the same call. The page is of 25 unless
    the name asks for another, as in `phone_numbers.limit(100){id,status}`; the rest,
    `listPhoneNumbers` has.
    """
    default_fields: ClassVar[tuple[Field[Any], ...]] = (
        id,
        name,
        currency,
        timezone_id,
        message_template_namespace,
        account_review_status,
        business_verification_status,
        ownership_type,
    )


class WhatsAppApplication(Node):
    """An app on Meta's platform."""

    __slots__ = ()

    id: Field[str] = Field(lambda: str, "Id of the app.")
    """Id of the app."""
    name: Field[str] = Field(lambda: str, "Name of the app.")
    """Name of the app."""
    link: Field[str] = Field(lambda: str, "Address of the app; may be missing.")
    """Address of the app; may be missing."""


class SubscribedApp(Node):
    """An app that gets the webhooks of an account."""

    __slots__ = ()

    whatsapp_business_api_data: Field[WhatsAppApplication] = Field(
        lambda: WhatsAppApplication, "Which app it is."
    )
    """Which app it is."""
    override_callback_uri: Field[str] = Field(
        lambda: str,
        "Where the webhooks of this account go in place of the callback of the app; missing when not set.",
    )
    """Where the webhooks of this account go in place of the callback of the app; missing when
    not set.
    """


class PreverifiedNumberAddResponse(Node):
    """The number that was added to the pool."""

    __slots__ = ()

    id: IdField = IdField("Id in the pool, which is not the id of a phone number.")
    """Id in the pool, which is not the id of a phone number."""


class PreverifiedPhoneNumber(Node):
    """A number that a Solution Partner verified beforehand.

    When a customer claims it, this object disappears, and a phone number with another id
    stands in the customer's account, to be registered within 90 days.
    """

    __slots__ = ()

    id: IdField = IdField("Id in the pool; no phone number ever has it.")
    """Id in the pool; no phone number ever has it."""
    phone_number: Field[str] = Field(
        lambda: str,
        "The number, as people write it or as digits behind a plus sign. Compare it by its digits.",
    )
    """The number, as people write it or as digits behind a plus sign. Compare it by its digits."""
    code_verification_status: Field[CodeVerificationStatus] = Field(
        "CodeVerificationStatus",
        "Whether the partner has verified it. `EXPIRED` after 90 days in which nobody claimed it: it is still offered, but the customer has to verify it.",
    )
    """Whether the partner has verified it. `EXPIRED` after 90 days in which nobody claimed
    it: it is still offered, but the customer has to verify it.
    """
    verification_expiry_time: Field[datetime] = Field(
        lambda: datetime,
        "When the verification ends, 90 days after it, in seconds since 1970 (UTC), or as date and time. Missing while the number was never verified.",
    )
    """When the verification ends, 90 days after it, in seconds since 1970 (UTC), or as date
    and time. Missing while the number was never verified.
    """
    code_verification_time: Field[datetime] = Field(
        lambda: datetime,
        "When the number was verified, in seconds since 1970 (UTC), or as date and time.",
    )
    """When the number was verified, in seconds since 1970 (UTC), or as date and time."""
    owner_business: Field[BusinessPortfolio] = Field(
        lambda: BusinessPortfolio, "The business whose pool it is in."
    )
    """The business whose pool it is in."""
    default_fields: ClassVar[tuple[Field[Any], ...]] = (
        id,
        phone_number,
        code_verification_status,
        verification_expiry_time,
    )


class Partner(Node):
    """A business that may use a number of the pool."""

    __slots__ = ()

    id: IdField = IdField("Id of the portfolio on the Graph.")
    """Id of the portfolio on the Graph."""
    name: Field[str] = Field(lambda: str, "Name of the portfolio.")
    """Name of the portfolio."""
    default_fields: ClassVar[tuple[Field[Any], ...]] = (
        id,
        name,
    )
