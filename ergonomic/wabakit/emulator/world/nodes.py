"""The state of one business phone number."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from .dialling import country

if TYPE_CHECKING:
    from .world import Account

REGISTERED = frozenset({"CONNECTED", "FLAGGED", "RATE_LIMITED", "RESTRICTED"})
"""The statuses of a number that is on Cloud API; a flagged or limited one still is (assumed)."""

_LISTED_BY = frozenset(
    {"account_mode", "messaging_limit_tier", "oba_status", "creation_time", "last_onboarded_time"}
)


@dataclass(eq=False, kw_only=True)
class PhoneNumber:
    """A number in Meta's vocabulary; set any attribute to bring it into any state.

    None means that the field has no value, and answers leave it out.
    """

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
        if name in _LISTED_BY:
            self.account.listings.clear()

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


STATE = {
    *(member.name for member in fields(PhoneNumber)),
    "is_official_business_account",
} - {"account", "digits"}
"""The attributes a caller may set."""
