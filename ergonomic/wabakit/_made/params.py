# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The shapes of what is sent as a mapping, and the words that are sent, for type checkers."""

from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from wabakit_graph import models

PhoneNumberSortParam: TypeAlias = (
    models.PhoneNumberSort
    | Literal[
        "creation_time_ascending",
        "creation_time_descending",
        "last_onboarded_time_ascending",
        "last_onboarded_time_descending",
        "creation_time.asc",
        "creation_time.desc",
        "creation_time",
        "last_onboarded_time.asc",
        "last_onboarded_time.desc",
        "last_onboarded_time",
    ]
)
"""By creation or by last onboarding, earliest first (`ascending`) or latest first
(`descending`). The v23.0 reference writes `.asc` and `.desc`, which the service refuses
with code 100, "Cannot sort by last_onboarded_time.desc_ascending" (recorded on v23.0 to
v26.0, September 2026).
"""


AccountSortParam: TypeAlias = (
    models.AccountSort
    | Literal[
        "creation_time_ascending",
        "creation_time_descending",
        "creation_time.asc",
        "creation_time.desc",
        "creation_time",
    ]
)
"""By when accounts were made, earliest first (`ascending`) or latest first (`descending`)."""


class BotCommandParam(TypedDict, total=False):
    """A command that people find by typing a slash.

    Both members are needed when sending one.
    """

    command_name: Required[str]
    """The word after the slash: letters, digits and underscores, 30 at most, unique per number."""
    command_description: Required[str]
    """What the command does, 256 characters at most."""


class CallingSettingsParam(TypedDict, total=False):
    """How the number takes calls."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether the number takes and makes calls. Off until enabled."""
    call_icon_visibility: models.CallIconVisibility | Literal["DEFAULT", "DISABLE_ALL"]
    """Whether chats show the call icon."""
    call_icons: "CallIconsParam"
    """For whom the call icon is shown."""
    callback_permission_status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether people who call are asked for permission to be called back."""
    srtp_key_exchange_protocol: models.SrtpKeyExchangeProtocol | Literal["DTLS", "SDES"]
    """How keys for the media of a call are agreed upon."""
    call_hours: "CallHoursParam"
    """When calls are taken. Sending it replaces all of it."""
    sip: "SipSettingsParam"
    """Signalling over SIP in place of webhooks."""
    video: "VideoSettingsParam"
    """Video calls."""
    audio: "AudioSettingsParam"
    """The sound of calls."""
    voicemail: "VoicemailSettingsParam"
    """What becomes of calls by people that nobody takes."""


class PayloadEncryptionParam(TypedDict, total=False):
    """Encryption of payloads with keys of your own."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether payloads are encrypted."""
    client_encryption_key: str
    """Your public key."""


class StorageConfigurationParam(TypedDict, total=False):
    """Where and how long message data is kept."""

    status: (
        models.StorageStatus
        | Literal["DEFAULT", "IN_COUNTRY_STORAGE_ENABLED", "NO_STORAGE_ENABLED"]
    )
    """Which of the ways of storing is in force."""
    data_localization_region: str
    """Country in which data is kept, two letters; one of those of `DataLocalizationRegion`,
    though samples show others and lower case.
    """
    retention_minutes: int
    """Minutes for which data is kept with `NO_STORAGE_ENABLED`. Meta supports 60 alone."""


class UserIdentityChangeParam(TypedDict, total=False):
    """Checks for a changed identity of recipients."""

    enable_identity_key_check: bool
    """Whether messages are held back when the identity key of the recipient has changed."""


class CallIconsParam(TypedDict, total=False):
    """For whom the call icon is shown."""

    restrict_to_user_countries: Sequence[str]
    """Countries, two letters of ISO 3166-1, whose users see the icon; everybody when empty."""


class CallHoursParam(TypedDict, total=False):
    """The hours in which calls are taken."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether the hours are observed."""
    timezone_id: str
    """Name of the time zone of the hours, such as `Europe/Berlin`."""
    weekly_operating_hours: Sequence["OperatingHoursParam"]
    """The hours of each day, two spans a day at most and without overlap."""
    holiday_schedule: Sequence["HolidayParam"]
    """Days with other hours, 20 at most. When changing, leaving it out clears it."""


class SipSettingsParam(TypedDict, total=False):
    """Signalling over SIP."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether calls are signalled over SIP. Off until enabled."""
    servers: Sequence["SipServerParam"]
    """Your SIP servers, one per app at most. An empty list removes them."""


class VideoSettingsParam(TypedDict, total=False):
    """Video calls."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether video calls are taken."""


class AudioSettingsParam(TypedDict, total=False):
    """The sound of calls."""

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether audio calls are taken."""
    additional_codecs: Sequence[str]
    """Codecs to offer besides Opus, which is always there: `PCMA` and `PCMU`. An empty list
    removes them.
    """


class VoicemailSettingsParam(TypedDict, total=False):
    """Voicemail for calls by people that were rejected or not taken in time.

    It needs calling to be on, and call hours to be off, since nobody can call outside of
    them.
    """

    status: models.SettingStatus | Literal["ENABLED", "DISABLED"]
    """Whether voicemail is taken. Off until enabled."""
    triggers: Sequence[models.VoicemailTrigger | Literal["REJECT", "TIMEOUT"]]
    """What leads to the voicemail; at least one is needed when it is switched on."""
    audio: "VoicemailAudioParam"
    """What callers hear; needed when voicemail is switched on."""


class OperatingHoursParam(TypedDict, total=False):
    """One span of a day of the week."""

    day_of_week: (
        models.DayOfWeek
        | Literal["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
    )
    """The day."""
    open_time: str
    """Begin of the span, hours and minutes as four digits."""
    close_time: str
    """End of the span, hours and minutes as four digits."""


class HolidayParam(TypedDict, total=False):
    """A date with hours of its own."""

    date: str
    """The date as year, month and day."""
    start_time: str
    """Begin of the span, hours and minutes as four digits."""
    end_time: str
    """End of the span, hours and minutes as four digits."""


class SipServerParam(TypedDict, total=False):
    """A SIP server of yours.

    `hostname` is needed when sending one.
    """

    hostname: Required[str]
    """Name of the host."""
    port: int
    """Port for SIP over TLS. Taken to be 5061 when left out."""
    request_uri_user_params: Mapping[str, str]
    """Parameters to put into the user part of the request address."""


class VoicemailAudioParam(TypedDict, total=False):
    """What callers hear before they speak."""

    default: "VoicemailAnnouncementParam"
    """What all callers hear."""


class VoicemailAnnouncementParam(TypedDict, total=False):
    """One announcement, and when it begins."""

    announcement_media_id: str | int
    """Id of an audio file, uploaded for this use, that callers hear. Digits; Meta's page
    shows a number and a public client sends text too.
    """
    timeout_seconds: int
    """Seconds of ringing after which `TIMEOUT` begins, 0 to 30. Without it that trigger is off."""
