"""The nodes of a phone number: every field that wabakit vouches for.

Fields keep their wire names, because Meta's documentation and support speak them.
"""

from datetime import datetime

from wabakit_graph.models import (
    AccountMode,
    CodeVerificationStatus,
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
    ThroughputLevel,
    UnifiedCertStatus,
    UsernameStatus,
)

from wabakit._select import Field, FilterableField, FilterableFlag, IdField, Node
from wabakit.errors import FieldNotRequestedError


class Throughput(Node):
    """How fast a number may send; not to be confused with its messaging limit."""

    __slots__ = ()

    level: Field[ThroughputLevel] = Field(ThroughputLevel)
    """`STANDARD` 80, `HIGH` 1,000, `NOT_APPLICABLE` 5 messages per second."""


class QualityScore(Node):
    """How recipients received recent messages, with reasons."""

    __slots__ = ()

    score: Field[QualityRating] = Field(QualityRating)
    date: Field[datetime] = Field(datetime)
    reasons: Field[list[str]] = Field(list[str])


class HealthError(Node):
    """Why something cannot send, and what to do about it."""

    __slots__ = ()

    error_code: Field[int] = Field(int)
    error_description: Field[str] = Field(str)
    possible_solution: Field[str] = Field(str)


class HealthEntity(Node):
    """One thing that sending depends on: the number, its account, the business, the app."""

    __slots__ = ()

    entity_type: Field[HealthEntityType] = Field(HealthEntityType)
    id: IdField = IdField()
    can_send_message: Field[HealthAvailability] = Field(HealthAvailability)
    additional_info: Field[list[str]] = Field(list[str])
    errors: Field[list[HealthError]] = Field(list[HealthError])


class HealthStatus(Node):
    """Whether messages can be sent, and what stands in the way."""

    __slots__ = ()

    can_send_message: Field[HealthAvailability] = Field(HealthAvailability)
    can_receive_call_sip: Field[HealthAvailability] = Field(HealthAvailability)
    entities: Field[list[HealthEntity]] = Field(list[HealthEntity])


class BotCommand(Node):
    """A command that people can type after a slash."""

    __slots__ = ()

    command_name: Field[str] = Field(str)
    command_description: Field[str] = Field(str)


class ConversationalAutomation(Node):
    """Welcome message, ice breakers and commands of a number."""

    __slots__ = ()

    enable_welcome_message: Field[bool] = Field(bool)
    prompts: Field[list[str]] = Field(list[str])
    """Ice breakers shown in a first chat."""
    commands: Field[list[BotCommand]] = Field(list[BotCommand])


class PhoneNumber(Node):
    """A business phone number.

    Source: Graph reference, WhatsApp Business Account To Number Current Status.
    """

    __slots__ = ()

    id: IdField = IdField()
    """Id of the phone-number node: digits, kept as text."""
    display_phone_number: Field[str] = Field(str)
    """The number as people read it, such as `+1 631-555-1111`."""
    verified_name: Field[str] = Field(str)
    """The display name in effect."""
    status: Field[PhoneNumberStatus] = Field(PhoneNumberStatus)
    """`CONNECTED` means registered and able to send. Graph sends it only when asked."""
    quality_rating: Field[QualityRating] = Field(QualityRating)
    """How recipients received recent messages; `UNKNOWN` and `NA` mean not rated."""
    quality_score: Field[QualityScore] = Field(QualityScore)
    code_verification_status: Field[CodeVerificationStatus] = Field(CodeVerificationStatus)
    """Whether ownership was proved by a code; `EXPIRED` is normal for a connected number."""
    name_status: Field[NameStatus] = Field(NameStatus)
    """Review of the display name in effect. Graph sends it only when asked."""
    new_name_status: Field[NameStatus] = Field(NameStatus)
    """Review of a requested display name; absent when none was requested."""
    platform_type: Field[PlatformType] = Field(PlatformType)
    host_platform: Field[PlatformType] = Field(PlatformType)
    """Older name of `platform_type`; read `platform` to have either."""
    throughput: Field[Throughput] = Field(Throughput)
    webhook_configuration: Field[dict[str, str]] = Field(dict[str, str])
    """Callback URLs by level, such as `application`."""
    last_onboarded_time: Field[datetime] = Field(datetime)
    account_mode: FilterableField[AccountMode] = FilterableField(AccountMode)
    messaging_limit_tier: FilterableField[MessagingLimitTier] = FilterableField(MessagingLimitTier)
    """People that may be written to first per day; read `messaging_limit` to have either name."""
    whatsapp_business_manager_messaging_limit: Field[MessagingLimitTier] = Field(MessagingLimitTier)
    """The same for the whole portfolio, from Graph v24.0 on."""
    is_official_business_account: FilterableFlag = FilterableFlag(bool)
    is_pin_enabled: Field[bool] = Field(bool)
    """Whether two-step verification is on."""
    is_on_biz_app: Field[bool] = Field(bool)
    """Whether the number is also used in the WhatsApp Business app."""
    is_preverified_number: Field[bool] = Field(bool)
    conversational_automation: Field[ConversationalAutomation] = Field(ConversationalAutomation)
    health_status: Field[HealthStatus] = Field(HealthStatus)
    """Costly for Meta to compute: ask for it only when it is wanted."""
    search_visibility: Field[SearchVisibility] = Field(SearchVisibility)
    eligibility_for_api_business_global_search: Field[GlobalSearchEligibility] = Field(
        GlobalSearchEligibility
    )
    country_code: Field[str] = Field(str)
    """ISO 3166-1 alpha-2, such as `US`."""
    country_dial_code: Field[str] = Field(str)
    unified_cert_status: Field[UnifiedCertStatus] = Field(UnifiedCertStatus)
    username: Field[str] = Field(str)
    """Usually empty here: `Number.username()` reads the name from its own edge."""
    certificate: Field[str] = Field(str)
    """Deprecated; absent is normal on the Cloud API."""
    new_certificate: Field[str] = Field(str)
    """Deprecated; certificate of an approved new name until the number is registered with it."""

    @property
    def messaging_limit(self) -> MessagingLimitTier | None:
        """The messaging limit, under whichever of its two names was asked for."""
        portfolio = PhoneNumber.whatsapp_business_manager_messaging_limit
        if self.was_asked(portfolio.name) and (tier := self[portfolio]):
            return tier
        self._need_one("messaging_limit_tier", portfolio.name)
        return self.messaging_limit_tier if self.was_asked("messaging_limit_tier") else None

    @property
    def platform(self) -> PlatformType | None:
        """Where the number is hosted, under whichever of its two names was asked for."""
        if self.was_asked("platform_type") and self.platform_type:
            return self.platform_type
        self._need_one("platform_type", "host_platform")
        return self.host_platform if self.was_asked("host_platform") else None

    def _need_one(self, *names: str) -> None:
        if not any(self.was_asked(name) for name in names):
            raise FieldNotRequestedError(f"none of {', '.join(names)} was asked for")


DEFAULT_FIELDS = (
    PhoneNumber.id,
    PhoneNumber.display_phone_number,
    PhoneNumber.verified_name,
    PhoneNumber.status,
    PhoneNumber.quality_rating,
    PhoneNumber.code_verification_status,
    PhoneNumber.name_status,
    PhoneNumber.platform_type,
    PhoneNumber.throughput,
    PhoneNumber.account_mode,
)


class OfficialBusinessAccount(Node):
    """State of the application for the official business account badge."""

    __slots__ = ()

    id: IdField = IdField()
    oba_status: Field[OfficialBusinessAccountStatus] = Field(OfficialBusinessAccountStatus)
    status_message: Field[str] = Field(str)


class OfficialBusinessAccountUpdate(Node):
    """What Graph said of an application for the badge."""

    __slots__ = ()

    message: Field[str] = Field(str)
    tracking_id: Field[str] = Field(str)
    updated_status: Field[OfficialBusinessAccount] = Field(OfficialBusinessAccount)


class Username(Node):
    """The username of a number."""

    __slots__ = ()

    username: Field[str] = Field(str)
    """None when the number has none."""
    status: Field[UsernameStatus] = Field(UsernameStatus)
