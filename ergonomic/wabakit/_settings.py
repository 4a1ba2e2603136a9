"""The nodes of a number's settings: calling, storage, encryption, identity.

Two spellings of these values are in circulation. Whatever Graph answers, the enums here compare
with the upper-case ones that it takes.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from wabakit_graph.models import (
    CallIconVisibility,
    DayOfWeek,
    SettingStatus,
    SrtpKeyExchangeProtocol,
    StorageStatus,
)

from wabakit._secret import Secret
from wabakit._select import Field, Node

E = TypeVar("E", bound=StrEnum)


def _spelled(enum: type[E], **aliases: str) -> Callable[[Any], E]:
    """Return a reader of an enum that takes lower case and the names of the older description."""

    def convert(value: str) -> E:
        name = value.upper()
        return enum(aliases.get(name.replace("-", "_"), name))

    return convert


def _status() -> Field[SettingStatus]:
    return Field(SettingStatus, convert=_spelled(SettingStatus))


class CallIcons(Node):
    """Where the call icon is shown."""

    __slots__ = ()

    restrict_to_user_countries: Field[list[str]] = Field(list[str])
    """ISO 3166-1 alpha-2 codes."""


class OperatingHours(Node):
    """One span of a week in which calls are taken, `HHMM` in the zone of the call hours."""

    __slots__ = ()

    day_of_week: Field[DayOfWeek] = Field(DayOfWeek, convert=_spelled(DayOfWeek))
    open_time: Field[str] = Field(str)
    close_time: Field[str] = Field(str)


class Holiday(Node):
    """A date (`YYYY-MM-DD`) with hours of its own (`HHMM`)."""

    __slots__ = ()

    date: Field[str] = Field(str)
    start_time: Field[str] = Field(str)
    end_time: Field[str] = Field(str)


class CallHours(Node):
    """When calls are taken."""

    __slots__ = ()

    status: Field[SettingStatus] = _status()
    timezone_id: Field[str] = Field(str)
    weekly_operating_hours: Field[list[OperatingHours]] = Field(list[OperatingHours])
    holiday_schedule: Field[list[Holiday]] = Field(list[Holiday])


class SipServer(Node):
    """A SIP server that takes the calls of one app."""

    __slots__ = ()

    app_id: Field[str] = Field(str)
    hostname: Field[str] = Field(str)
    port: Field[int] = Field(int)
    sip_user_password: Field[Secret] = Field(Secret)
    """Answered only with `include_sip_credentials`; its repr is masked."""


class SipSettings(Node):
    """Whether and where calls are handed to SIP servers."""

    __slots__ = ()

    status: Field[SettingStatus] = _status()
    servers: Field[list[SipServer]] = Field(list[SipServer])


class MediaSettings(Node):
    """Whether one kind of media is allowed in calls."""

    __slots__ = ()

    status: Field[SettingStatus] = _status()


class CallingSettings(Node):
    """How the number takes calls."""

    __slots__ = ()

    status: Field[SettingStatus] = _status()
    call_icon_visibility: Field[CallIconVisibility] = Field(
        CallIconVisibility,
        convert=_spelled(CallIconVisibility, VISIBLE="DEFAULT", HIDDEN="DISABLE_ALL"),
    )
    call_icons: Field[CallIcons] = Field(CallIcons)
    callback_permission_status: Field[SettingStatus] = _status()
    srtp_key_exchange_protocol: Field[SrtpKeyExchangeProtocol] = Field(
        SrtpKeyExchangeProtocol,
        convert=_spelled(SrtpKeyExchangeProtocol, DTLS_SRTP="DTLS", SDES_SRTP="SDES"),
    )
    call_hours: Field[CallHours] = Field(CallHours)
    sip: Field[SipSettings] = Field(SipSettings)
    video: Field[MediaSettings] = Field(MediaSettings)
    audio: Field[MediaSettings] = Field(MediaSettings)


class PayloadEncryption(Node):
    """Encryption of message payloads with keys of the business."""

    __slots__ = ()

    status: Field[SettingStatus] = _status()
    client_encryption_key_fingerprint: Field[str] = Field(str)
    cloud_encryption_key: Field[str] = Field(str)


class StorageConfiguration(Node):
    """Where Meta keeps messages at rest, and for how long."""

    __slots__ = ()

    status: Field[StorageStatus] = Field(StorageStatus, convert=_spelled(StorageStatus))
    data_localization_region: Field[str] = Field(str)
    retention_minutes: Field[int] = Field(int)


class UserIdentityChange(Node):
    """Whether sending stops when the identity key of a user has changed."""

    __slots__ = ()

    enable_identity_key_check: Field[bool] = Field(bool)


class Settings(Node):
    """The settings of a number.

    Source: Graph reference, phone number settings.
    """

    __slots__ = ()

    calling: Field[CallingSettings] = Field(CallingSettings)
    payload_encryption: Field[PayloadEncryption] = Field(PayloadEncryption)
    storage_configuration: Field[StorageConfiguration] = Field(StorageConfiguration)
    user_identity_change: Field[UserIdentityChange] = Field(UserIdentityChange)
