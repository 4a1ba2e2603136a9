"""The nodes of the Graph: business phone numbers, and the accounts that hold them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeAlias

from .dialling import country
from .meter import Meter

REGISTERED = frozenset({"CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"})
"""The statuses of a number that is on Cloud API; a flagged or limited one still is (assumed)."""

UNDER_REVIEW = "PENDING_REVIEW"
"""The status of a display name that waits for a decision."""


@dataclass(eq=False, kw_only=True)
class PhoneNumber:
    """A number in Meta's vocabulary; set any attribute to bring it into any state.

    None means that the field has no value, and answers leave it out.
    """

    path_parameter: ClassVar[str] = "phone_number_id"
    """What the contract's paths call a number's id."""

    account: Account = field(repr=False)
    id: str
    display_phone_number: str
    country_dial_code: str
    digits: str
    """Dial code and national number, digits only."""
    creation_time: datetime
    last_onboarded_time: datetime | None = None

    status: str | None = "PENDING"
    code_verification_status: str | None = "NOT_VERIFIED"
    platform_type: str | None = "NOT_APPLICABLE"
    account_mode: str | None = "LIVE"
    quality_rating: str | None = "UNKNOWN"
    quality_score: dict[str, Any] | None = None
    """Derived from the rating while None."""
    health_status: dict[str, Any] | None = None
    """Derived from the status while None."""
    messaging_limit_tier: str | None = "TIER_250"
    whatsapp_business_manager_messaging_limit: str | None = "TIER_250"
    throughput: dict[str, str] | None = field(default_factory=lambda: {"level": "STANDARD"})
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
    pending_code: str | None = field(default=None, repr=False)
    code_expires_at: datetime | None = None
    code_verified_at: datetime | None = None
    """When a code proved the number to be the caller's; from then on the proof ages."""
    signed_up_at: datetime | None = None
    """When it came through Embedded Signup, if it did; from then on the time to register runs."""
    needs_certificate: bool = False
    """Whether it cannot be registered while its first name is under review."""
    blocked_until: dict[str, datetime] = field(default_factory=dict[str, datetime])
    counted: dict[str, deque[datetime]] = field(
        default_factory=dict[str, "deque[datetime]"], repr=False
    )
    """What `note` recorded."""

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        self.account.changes += 1

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

    def recent(self, what: str, now: datetime, span: timedelta) -> int:
        """Count what `note` recorded within the span that ends now."""
        times = self.counted.get(what, ())
        return sum(moment > now - span for moment in times)

    def note(self, what: str, now: datetime) -> None:
        """Record that something happened; only the last 20 times are kept."""
        self.counted.setdefault(what, deque(maxlen=20)).append(now)

    def forget(self, what: str) -> None:
        """Drop what `note` recorded."""
        self.counted.pop(what, None)


_STATE = {
    *(member.name for member in fields(PhoneNumber)),
    "is_official_business_account",
} - {"account", "digits"}
"""The attributes a caller may set."""


def check_state(names: Iterable[str], *, but_not: str | None = None) -> None:
    """Refuse names that are no attributes of a number which a caller may set (TypeError)."""
    unknown = set(names) - (_STATE - {but_not})
    if unknown:
        raise TypeError(f"a phone number has no state named {', '.join(sorted(unknown))}")


NEW_PORTFOLIO, GROWN_PORTFOLIO = 2, 20
"""How many numbers a portfolio may have at first, and once it is verified or sends enough."""

_ENOUGH = frozenset({"TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"})


@dataclass(eq=False)
class Account:
    """A WhatsApp Business Account (WABA) with its numbers, oldest first.

    For its cap every account counts as a portfolio of its own (assumed).
    """

    path_parameter: ClassVar[str] = "waba_id"
    """What the contract's paths call an account's id."""

    id: str
    name: str = "Jasper's Market"
    is_verified: bool = True
    """Whether the portfolio's business is verified."""
    cap: int | None = None
    """How many numbers it may have, if other than what Meta's rule says."""
    numbers: list[PhoneNumber] = field(default_factory=list[PhoneNumber], repr=False)
    may_have_usernames: bool = True
    changes: int = field(default=0, repr=False)
    """Grows with every change of a number, so that a sorted list can tell whether it is old."""
    meters: dict[str, Meter] = field(default_factory=dict[str, Meter], repr=False)

    @property
    def account(self) -> Account:
        """The account itself, so that every node can name its account."""
        return self

    @property
    def max_numbers(self) -> int:
        """Bound what createPhoneNumber may add; it can be set, and seeding is not bound by it.

        2 numbers for a new portfolio, 20 once it is verified or one of its numbers has reached the
        messaging limit of 2,000 (documented).
        """
        if self.cap is not None:
            return self.cap
        limits = (n.whatsapp_business_manager_messaging_limit for n in self.numbers)
        has_grown = self.is_verified or any(limit in _ENOUGH for limit in limits)
        return GROWN_PORTFOLIO if has_grown else NEW_PORTFOLIO

    @max_numbers.setter
    def max_numbers(self, cap: int | None) -> None:
        self.cap = cap


Node: TypeAlias = Account | PhoneNumber
"""Whatever an id can name."""
