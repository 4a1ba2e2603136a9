"""What a phone number offers beyond the fields that the contract gives it."""

from wabakit_graph.models import MessagingLimitTier, PlatformType

from wabakit._made import nodes
from wabakit.errors import FieldNotRequestedError


class PhoneNumber(nodes.PhoneNumber):
    """A business phone number.

    Source: Graph reference, WhatsApp Business Account To Number Current Status.
    """

    __slots__ = ()

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
