# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The webhooks of the contract: what each tells, under Meta's names."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Final

from wabakit_graph.models import (
    AccountBanState,
    AccountRestrictionType,
    AccountSettingsType,
    AccountUpdateEvent,
    AlertEntityType,
    AlertSeverity,
    AlertStatus,
    AlertType,
    ClientCertificationStatus,
    DisconnectionInitiator,
    DisconnectionReason,
    MessagingLimitTier,
    MessagingProduct,
    NameRejectionReason,
    PhoneNumberQualityEvent,
    ReviewDecision,
    SecurityEvent,
    UsernameStatus,
)

from wabakit._either import Either
from wabakit._event import Event, Member
from wabakit._made.nodes import (
    CallingSettings,
)
from wabakit._node import Node

__all__ = [
    "AccountAlert",
    "AccountRestriction",
    "AccountReviewUpdate",
    "AccountSettingsUpdate",
    "AccountUpdate",
    "BanInfo",
    "BusinessCapabilityUpdate",
    "BusinessUsernameUpdate",
    "ClientCertificationInfo",
    "DisconnectionInfo",
    "InternationalRateEligibility",
    "InternationalRateException",
    "PhoneNumberNameUpdate",
    "PhoneNumberQualityUpdate",
    "PhoneNumberSettings",
    "SecurityUpdate",
    "ViolationInfo",
    "VolumeTierInfo",
    "WabaInfo",
]


class PhoneNumberNameUpdate(Event):
    """A display name was decided on."""

    __slots__ = ()

    display_phone_number: Member[str] = Member(str, "The number, digits only.")
    """The number, digits only."""
    decision: Member[ReviewDecision] = Member(
        ReviewDecision,
        "What was decided; `REJECTED` is `DECLINED` in the `name_status` of the number.",
    )
    """What was decided; `REJECTED` is `DECLINED` in the `name_status` of the number."""
    requested_verified_name: Member[str] = Member(str, "The name.")
    """The name."""
    rejection_reason: Member[NameRejectionReason] = Member(
        NameRejectionReason, "Why it was rejected; null or missing otherwise."
    )
    """Why it was rejected; null or missing otherwise."""


class PhoneNumberQualityUpdate(Event):
    """The messaging limit or the sending speed of a number changed."""

    __slots__ = ()

    display_phone_number: Member[str] = Member(str, "The number, digits only.")
    """The number, digits only."""
    event: Member[PhoneNumberQualityEvent] = Member(PhoneNumberQualityEvent, "What happened.")
    """What happened."""
    max_daily_conversations_per_business: Member[MessagingLimitTier] = Member(
        MessagingLimitTier, "The messaging limit of the portfolio."
    )
    """The messaging limit of the portfolio."""
    current_limit: Member[MessagingLimitTier] = Member(
        MessagingLimitTier,
        "The same under its older name, which Meta announced to remove in February 2026.",
    )
    """The same under its older name, which Meta announced to remove in February 2026."""
    old_limit: Member[MessagingLimitTier] = Member(
        MessagingLimitTier,
        "The limit before, only where it changed; Meta announced to remove it in February 2026.",
    )
    """The limit before, only where it changed; Meta announced to remove it in February 2026."""
    messaging_limit: Either[MessagingLimitTier] = Either(
        "The messaging limit, under whichever of its names is there.",
        max_daily_conversations_per_business,
        current_limit,
    )
    """The messaging limit, under whichever of its names is there."""


class WabaInfo(Node):
    """An account, its owner and its partners."""

    __slots__ = ()

    waba_id: Member[str] = Member(str, "Id of the account.", kinds=(str, int), convert=str)
    """Id of the account."""
    owner_business_id: Member[str] = Member(
        str, "Id of the business portfolio that owns it.", kinds=(str, int), convert=str
    )
    """Id of the business portfolio that owns it."""
    partner_app_id: Member[str] = Member(
        str, "Id of the app that was installed or uninstalled.", kinds=(str, int), convert=str
    )
    """Id of the app that was installed or uninstalled."""
    solution_id: Member[str] = Member(
        str, "Id of the multi-partner solution, if there is one.", kinds=(str, int), convert=str
    )
    """Id of the multi-partner solution, if there is one."""
    solution_partner_business_ids: Member[list[str]] = Member(
        list[str], "Ids of the business portfolios of the solution's partners."
    )
    """Ids of the business portfolios of the solution's partners."""
    ad_account_linked: Member[str] = Member(
        str, "Id of the ad account, with `AD_ACCOUNT_LINKED`.", kinds=(str, int), convert=str
    )
    """Id of the ad account, with `AD_ACCOUNT_LINKED`."""


class DisconnectionInfo(Node):
    """Why a number that also lives in the WhatsApp Business app went."""

    __slots__ = ()

    reason: Member[DisconnectionReason] = Member(DisconnectionReason, "Why it went.")
    """Why it went."""
    initiated_by: Member[DisconnectionInitiator] = Member(
        DisconnectionInitiator, "Who brought it about."
    )
    """Who brought it about."""


class ViolationInfo(Node):
    """A violation of Meta's rules."""

    __slots__ = ()

    violation_type: Member[str] = Member(
        str, "The rule, as a word of Meta's, of which no list was found."
    )
    """The rule, as a word of Meta's, of which no list was found."""


class AccountRestriction(Node):
    """One thing that an account may not do for a time."""

    __slots__ = ()

    restriction_type: Member[AccountRestrictionType] = Member(
        AccountRestrictionType, "What is forbidden."
    )
    """What is forbidden."""
    expiration: Member[datetime] = Member(
        datetime, "When the restriction ends, in seconds since 1970 (UTC)."
    )
    """When the restriction ends, in seconds since 1970 (UTC)."""
    remediation: Member[str] = Member(str, "What to do about it, in words; may be missing.")
    """What to do about it, in words; may be missing."""


class BanInfo(Node):
    """How an account is disabled."""

    __slots__ = ()

    waba_ban_state: Member[AccountBanState] = Member(
        AccountBanState,
        "How it stands. Old pages of Meta's print it inside of a list.",
        listed=True,
    )
    """How it stands. Old pages of Meta's print it inside of a list."""
    waba_ban_date: Member[str] = Member(str, "The day, in English words such as `April 17, 2026`.")
    """The day, in English words such as `April 17, 2026`."""


class VolumeTierInfo(Node):
    """The tier of prices that the volume of messages has led to."""

    __slots__ = ()

    tier_update_time: Member[datetime] = Member(
        datetime, "When it was reached, in seconds since 1970 (UTC)."
    )
    """When it was reached, in seconds since 1970 (UTC)."""
    pricing_category: Member[str] = Member(str, "The category of messages, such as `UTILITY`.")
    """The category of messages, such as `UTILITY`."""
    tier: Member[str] = Member(
        str, "Least and most messages of the tier, with a colon between them."
    )
    """Least and most messages of the tier, with a colon between them."""
    effective_month: Member[str] = Member(
        str, "The month from which the price holds, as `YYYY-MM`."
    )
    """The month from which the price holds, as `YYYY-MM`."""
    region: Member[str] = Member(str, "Country or region of the people written to.")
    """Country or region of the people written to."""


class InternationalRateException(Node):
    """From when international rates hold for one country."""

    __slots__ = ()

    country_code: Member[str] = Member(str, "The country, two letters of ISO 3166-1.")
    """The country, two letters of ISO 3166-1."""
    start_time: Member[datetime] = Member(
        datetime, "From when they hold, in seconds since 1970 (UTC)."
    )
    """From when they hold, in seconds since 1970 (UTC)."""


class InternationalRateEligibility(Node):
    """From when international rates hold for authentication messages."""

    __slots__ = ()

    start_time: Member[datetime] = Member(
        datetime, "From when they hold, in seconds since 1970 (UTC)."
    )
    """From when they hold, in seconds since 1970 (UTC)."""
    exception_countries: Member[list[InternationalRateException]] = Member(
        list[InternationalRateException], "Countries for which they hold from another time on."
    )
    """Countries for which they hold from another time on."""


class ClientCertificationInfo(Node):
    """How the verification of a client that a partner asked for stands."""

    __slots__ = ()

    client_business_id: Member[str] = Member(
        str, "Id of the client's business portfolio.", kinds=(str, int), convert=str
    )
    """Id of the client's business portfolio."""
    status: Member[ClientCertificationStatus] = Member(ClientCertificationStatus, "How it stands.")
    """How it stands."""
    rejection_reasons: Member[list[str]] = Member(
        list[str],
        "Why it failed, in words of Meta's that have blanks in webhooks (`LEGAL NAME NOT MATCHING`) and underscores elsewhere; may be empty.",
    )
    """Why it failed, in words of Meta's that have blanks in webhooks (`LEGAL NAME NOT
    MATCHING`) and underscores elsewhere; may be empty.
    """


class AccountUpdate(Event):
    """Something happened to an account."""

    __slots__ = ()

    event: Member[AccountUpdateEvent] = Member(
        AccountUpdateEvent, "What happened, which tells the other members that are there."
    )
    """What happened, which tells the other members that are there."""
    waba_info: Member[WabaInfo] = Member(
        WabaInfo, "The account and its partners, of events about partners."
    )
    """The account and its partners, of events about partners."""
    disconnection_info: Member[DisconnectionInfo] = Member(
        DisconnectionInfo, "Why a number of the WhatsApp Business app went, with `PARTNER_REMOVED`."
    )
    """Why a number of the WhatsApp Business app went, with `PARTNER_REMOVED`."""
    violation_info: Member[ViolationInfo] = Member(
        ViolationInfo, "What rule was violated, with `ACCOUNT_VIOLATION`."
    )
    """What rule was violated, with `ACCOUNT_VIOLATION`."""
    restriction_info: Member[list[AccountRestriction]] = Member(
        list[AccountRestriction],
        "What the account may not do for a time, with `ACCOUNT_RESTRICTION`.",
    )
    """What the account may not do for a time, with `ACCOUNT_RESTRICTION`."""
    ban_info: Member[BanInfo] = Member(
        BanInfo, "How the account is disabled, with `DISABLED_UPDATE`."
    )
    """How the account is disabled, with `DISABLED_UPDATE`."""
    country: Member[str] = Member(
        str,
        "The new primary country of the business, two letters of ISO 3166-1, with `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`.",
    )
    """The new primary country of the business, two letters of ISO 3166-1, with
    `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`.
    """
    volume_tier_info: Member[VolumeTierInfo] = Member(
        VolumeTierInfo, "The new tier of prices, with `VOLUME_BASED_PRICING_TIER_UPDATE`."
    )
    """The new tier of prices, with `VOLUME_BASED_PRICING_TIER_UPDATE`."""
    auth_international_rate_eligibility: Member[InternationalRateEligibility] = Member(
        InternationalRateEligibility,
        "From when international rates hold for authentication, with `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE`.",
    )
    """From when international rates hold for authentication, with
    `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE`.
    """
    partner_client_certification_info: Member[ClientCertificationInfo] = Member(
        ClientCertificationInfo,
        "How the verification of a client that a partner asked for stands, with `PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE`.",
    )
    """How the verification of a client that a partner asked for stands, with
    `PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE`.
    """
    phone_number: Member[str] = Member(
        str, "The number, with `VERIFIED_ACCOUNT` and on one page of Meta's with `PARTNER_REMOVED`."
    )
    """The number, with `VERIFIED_ACCOUNT` and on one page of Meta's with `PARTNER_REMOVED`."""


class AccountAlert(Event):
    """Meta wants something of a business or a number."""

    __slots__ = ()
    INLINE: ClassVar[str] = "alert_info"

    entity_type: Member[AlertEntityType] = Member(
        AlertEntityType, "What kind of thing it is about."
    )
    """What kind of thing it is about."""
    entity_id: Member[str] = Member(
        str,
        "Its id. Text, and a number from the test button of the app dashboard.",
        kinds=(str, int),
        convert=str,
    )
    """Its id. Text, and a number from the test button of the app dashboard."""
    alert_severity: Member[AlertSeverity] = Member(AlertSeverity, "How urgent it is.")
    """How urgent it is."""
    alert_status: Member[AlertStatus] = Member(AlertStatus, "Whether it still holds.")
    """Whether it still holds."""
    alert_type: Member[AlertType] = Member(AlertType, "What it is.")
    """What it is."""
    alert_description: Member[str] = Member(str, "The same in words.")
    """The same in words."""


class AccountReviewUpdate(Event):
    """An account was reviewed."""

    __slots__ = ()

    decision: Member[ReviewDecision] = Member(ReviewDecision, "How the review ended.")
    """How the review ended."""


class BusinessCapabilityUpdate(Event):
    """The limits of an account or a portfolio changed."""

    __slots__ = ()

    max_daily_conversations_per_business: Member[int | str] = Member(
        int,
        "How many people may be written to first within 24 hours, -1 for any number. Meta's page calls it an integer, shows one, and lists the words of `MessagingLimitTier`.",
        kinds=(int, str),
    )
    """How many people may be written to first within 24 hours, -1 for any number. Meta's page
    calls it an integer, shows one, and lists the words of `MessagingLimitTier`.
    """
    max_daily_conversation_per_phone: Member[int] = Member(
        int, "The same for each number, up to v23.0; -1 for any number."
    )
    """The same for each number, up to v23.0; -1 for any number."""
    max_phone_numbers_per_business: Member[int] = Member(
        int, "How many numbers the portfolio may have; there while the limit is 250 people."
    )
    """How many numbers the portfolio may have; there while the limit is 250 people."""
    max_phone_numbers_per_waba: Member[int] = Member(
        int, "How many numbers each account may have; there once the limit is higher."
    )
    """How many numbers each account may have; there once the limit is higher."""


class SecurityUpdate(Event):
    """Somebody changed the two-step verification of a number."""

    __slots__ = ()

    display_phone_number: Member[str] = Member(str, "The number, digits only.")
    """The number, digits only."""
    event: Member[SecurityEvent] = Member(SecurityEvent, "What happened.")
    """What happened."""
    requester: Member[str] = Member(
        str, "Id of the user who asked for a reset.", kinds=(str, int), convert=str
    )
    """Id of the user who asked for a reset."""


class BusinessUsernameUpdate(Event):
    """The username of a number changed."""

    __slots__ = ()

    display_phone_number: Member[str] = Member(str, "The number, digits only.")
    """The number, digits only."""
    username: Member[str] = Member(str, "The username; missing once it was deleted.")
    """The username; missing once it was deleted."""
    status: Member[UsernameStatus] = Member(UsernameStatus, "How it stands.")
    """How it stands."""


class PhoneNumberSettings(Node):
    """The settings of one number."""

    __slots__ = ()

    phone_number_id: Member[str] = Member(str, "Id of the number.", kinds=(str, int), convert=str)
    """Id of the number."""
    calling: Member[CallingSettings] = Member(CallingSettings, "How it takes calls.")
    """How it takes calls."""


class AccountSettingsUpdate(Event):
    """The settings of a number changed."""

    __slots__ = ()

    messaging_product: Member[MessagingProduct] = Member(MessagingProduct, "The product.")
    """The product."""
    timestamp: Member[datetime] = Member(
        datetime, "When they changed, in seconds since 1970 (UTC)."
    )
    """When they changed, in seconds since 1970 (UTC)."""
    type: Member[AccountSettingsType] = Member(AccountSettingsType, "Which settings changed.")
    """Which settings changed."""
    phone_number_settings: Member[PhoneNumberSettings] = Member(
        PhoneNumberSettings, "The settings of the number as they are now."
    )
    """The settings of the number as they are now."""


EVENTS: Final[Mapping[str, type[Event]]] = {
    "phone_number_name_update": PhoneNumberNameUpdate,
    "phone_number_quality_update": PhoneNumberQualityUpdate,
    "account_update": AccountUpdate,
    "account_alerts": AccountAlert,
    "account_review_update": AccountReviewUpdate,
    "business_capability_update": BusinessCapabilityUpdate,
    "security": SecurityUpdate,
    "business_username_update": BusinessUsernameUpdate,
    "account_settings_update": AccountSettingsUpdate,
}
"""The class of the events of each field."""
