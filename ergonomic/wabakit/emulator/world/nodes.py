"""The nodes of the Graph: business phone numbers, and the accounts that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, ClassVar, TypeAlias

from .businesses import App, Business, PreverifiedNumber, Provable
from .dialling import country
from .journal import Journal
from .meter import Meter

REGISTERED = frozenset({"CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"})
"""The statuses of a number that is on Cloud API; a flagged or limited one still is (assumed)."""

UNDER_REVIEW = "PENDING_REVIEW"
"""The status of a display name that waits for a decision."""


@dataclass(eq=False, kw_only=True)
class PhoneNumber(Provable):
    """A number in Meta's vocabulary; set any attribute to bring it into any state.

    None means that the field has no value, and answers leave it out.
    """

    path_parameter: ClassVar[str] = "phone_number_id"
    """What the contract's paths call a number's id."""

    accounts: list[Account] = field(repr=False)
    """The accounts that list it, first the one it was added to; partners may have one each."""
    display_phone_number: str
    country_dial_code: str
    digits: str
    """Dial code and national number, digits only."""
    creation_time: datetime
    last_onboarded_time: datetime | None = None

    status: str | None = "PENDING"
    platform_type: str | None = "NOT_APPLICABLE"
    account_mode: str | None = "LIVE"
    quality_rating: str | None = "UNKNOWN"
    quality_score: dict[str, Any] | None = None
    """Derived from the rating while None."""
    health_status: dict[str, Any] | None = None
    """Derived from the status while None."""
    messaging_limit_tier: str | None = "TIER_250"
    whatsapp_business_manager_messaging_limit: str | None = "TIER_250"
    throughput: dict[str, Any] | None = field(default_factory=lambda: {"level": "STANDARD"})
    webhook_configuration: dict[str, str] | None = field(
        default_factory=lambda: {"application": "https://example.com/webhooks/whatsapp"}
    )
    search_visibility: str | None = "VISIBLE"
    eligibility_for_api_business_global_search: str | None = "NON_ELIGIBLE_UNDEFINED_COUNTRY"
    is_on_biz_app: bool = False
    is_preverified_number: bool = False
    conversational_automation: dict[str, Any] | None = None

    verified_name: str | None = None
    name_status: str | None = "PENDING_REVIEW"
    name_rejection_reason: str | None = None
    """Why a name was declined, which only a webhook says."""
    certificate: str | None = None
    new_display_name: str | None = None
    new_name_status: str | None = None
    new_certificate: str | None = None
    new_name_approved_at: datetime | None = None
    """When the new name was approved, while it waits for register; from then on the time runs."""

    oba_status: str | None = None
    oba_status_message: str | None = None
    username: str | None = None
    username_status: str | None = None
    settings: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    """What updateSettings stored, by feature."""

    pin: str | None = field(default=None, repr=False)
    signed_up_at: datetime | None = None
    """When it came through Embedded Signup, if it did; from then on the time to register runs."""
    needs_certificate: bool = False
    """Whether it cannot be registered while its first name is under review."""
    blocked_until: dict[str, datetime] = field(default_factory=dict[str, datetime])
    synced: list[str] = field(default_factory=list[str])
    """What of the WhatsApp Business app was asked for, each of which can be done once."""
    claimed_at: datetime | None = None
    """When it came out of a pool, if it did; from then on the time to register runs."""
    migrates_from: str | None = None
    """The id of the number that this one replaces in another account once it is registered."""

    def __setattr__(self, name: str, value: object) -> None:
        earlier = self.__dict__.get(name, value)
        object.__setattr__(self, name, value)
        accounts: list[Account] = self.__dict__.get("accounts", [])
        for account in accounts:
            account.changes += 1
        if accounts and earlier != value:
            self.account.journal.note(self, name, earlier)

    @property
    def account(self) -> Account:
        """The account that the number was added to."""
        return self.accounts[0]

    @property
    def country_code(self) -> str | None:
        """Country of the dial code, ISO 3166-1 alpha-2."""
        return country(self.country_dial_code)

    @property
    def is_registered(self) -> bool:
        """Tell whether the number is on Cloud API."""
        return self.status in REGISTERED

    @property
    def is_pin_enabled(self) -> bool:
        """Tell whether two-step verification is on, which is whether a PIN is known."""
        return self.pin is not None

    @property
    def is_official_business_account(self) -> bool:
        """Tell whether the official mark was granted; setting it grants or withdraws the mark."""
        return self.oba_status == "APPROVED"

    @is_official_business_account.setter
    def is_official_business_account(self, granted: bool) -> None:
        self.oba_status = "APPROVED" if granted else None


_STATE = {
    *(member.name for member in fields(PhoneNumber)),
    "is_official_business_account",
} - {"accounts", "digits"}
"""The attributes a caller may set."""


def check_state(names: Iterable[str], *, but_not: str | None = None) -> None:
    """Refuse names that are no attributes of a number which a caller may set (TypeError)."""
    unknown = set(names) - (_STATE - {but_not})
    if unknown:
        raise TypeError(f"a phone number has no state named {', '.join(sorted(unknown))}")


NEW_PORTFOLIO, GROWN_PORTFOLIO = 2, 20
"""How many numbers a portfolio may have at first, and once it is verified or sends enough."""

_LIMITS = ("TIER_UNLIMITED", "TIER_100K", "TIER_10K", "TIER_2K")
"""The messaging limits that let a portfolio have more numbers, the highest first."""


@dataclass(eq=False)
class Account:
    """A WhatsApp Business Account (WABA) with its numbers, oldest first.

    For its cap every account counts as a portfolio of its own (assumed).
    """

    path_parameter: ClassVar[str] = "waba_id"
    """What the contract's paths call an account's id."""

    id: str
    owner_business: Business
    creation_time: datetime
    name: str = "Jasper's Market"
    is_verified: bool = True
    """Whether the portfolio's business is verified."""
    cap: int | None = None
    """How many numbers it may have, if other than what Meta's rule says."""
    may_have_usernames: bool = True
    timezone_id: str = "1"
    message_template_namespace: str | None = None
    currency: str | None = "USD"
    country: str | None = None
    primary_business_location: str | None = None
    account_review_status: str | None = "APPROVED"
    business_verification_status: str | None = None
    """Follows `is_verified` while None."""
    ownership_type: str | None = None
    """Goes with who asks while None."""
    status: str | None = "ACTIVE"
    health_status: dict[str, Any] | None = None
    """Derived from the review while None."""
    on_behalf_of_business_info: dict[str, Any] | None = None
    primary_funding_id: str | None = None
    purchase_order_number: str | None = None
    is_enabled_for_insights: bool | None = False
    template_auto_archival_enabled: bool | None = False
    disable_marketing_messages_on_cloud_api: bool | None = False

    clients_of: list[Business] = field(default_factory=list[Business], repr=False)
    """The partners whose client the account is: who else than its owner may manage it."""
    waba_ban_state: str | None = None
    """Whether the account is disabled, will be, or is back, which only a webhook says."""
    restriction_info: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """What the account may not do for a time, which only a webhook says."""
    numbers: list[PhoneNumber] = field(default_factory=list[PhoneNumber], repr=False)
    changes: int = field(default=0, repr=False)
    """Grows with every change of a number, so that a sorted list can tell whether it is old."""
    meters: dict[str, Meter] = field(default_factory=dict[str, Meter], repr=False)
    journal: Journal = field(default_factory=Journal, repr=False)
    """What tells others of changes, the same for all accounts of a world."""

    def __setattr__(self, name: str, value: object) -> None:
        earlier = self.__dict__.get(name, value)
        object.__setattr__(self, name, value)
        if earlier != value and name != "changes":
            self.journal.note(self, name, earlier)

    @property
    def account(self) -> Account:
        """The account itself, so that every node can name its account."""
        return self

    @property
    def is_shared_with_partners(self) -> bool:
        """Tell whether somebody else than its owner may manage it."""
        return bool(self.clients_of)

    @property
    def whatsapp_business_manager_messaging_limit(self) -> str:
        """The highest limit of its numbers, as for its cap an account is a portfolio (assumed)."""
        limits = {n.whatsapp_business_manager_messaging_limit for n in self.numbers}
        return next((limit for limit in _LIMITS if limit in limits), "TIER_250")

    @property
    def max_numbers(self) -> int:
        """Bound what createPhoneNumber may add; it can be set, and seeding is not bound by it.

        2 numbers for a new portfolio, 20 once it is verified or one of its numbers has reached the
        messaging limit of 2,000 (documented).
        """
        if self.cap is not None:
            return self.cap
        has_grown = self.is_verified or self.whatsapp_business_manager_messaging_limit in _LIMITS
        return GROWN_PORTFOLIO if has_grown else NEW_PORTFOLIO

    @max_numbers.setter
    def max_numbers(self, cap: int | None) -> None:
        self.cap = cap


Node: TypeAlias = Account | PhoneNumber | Business | PreverifiedNumber | App
"""Whatever an id can name."""
