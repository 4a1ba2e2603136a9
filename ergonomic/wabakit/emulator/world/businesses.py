"""Portfolios of businesses, their pools of numbers, what proves a number, and apps."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar


@dataclass(eq=False, kw_only=True)
class Provable:
    """A number of an account or of a pool: its code, its proof, and how often it was tried."""

    id: str
    code_verification_status: str | None = "NOT_VERIFIED"
    pending_code: str | None = field(default=None, repr=False)
    code_expires_at: datetime | None = None
    code_verified_at: datetime | None = None
    """When a code proved the number to be the caller's; from then on the proof ages."""
    counted: dict[str, deque[datetime]] = field(
        default_factory=dict[str, "deque[datetime]"], repr=False
    )
    """What `note` recorded."""

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


@dataclass(eq=False)
class Business:
    """A portfolio: what a business or a partner has at Meta, and what others share with it."""

    path_parameter: ClassVar[str] = "business_id"
    account: ClassVar[None] = None

    id: str
    name: str = "Jasper's Market"
    verification_status: str = "verified"


@dataclass(eq=False, kw_only=True)
class PreverifiedNumber(Provable):
    """A number of a partner's pool; its id is no phone number's, and never becomes one."""

    path_parameter: ClassVar[str] = "preverified_id"
    account: ClassVar[None] = None

    owner_business: Business
    country_dial_code: str
    digits: str
    """Dial code and national number, digits only."""
    added_at: datetime
    partners: list[Business] = field(default_factory=list[Business])
    """Who else may offer it to its customers."""

    @property
    def phone_number(self) -> str:
        """The number in E.164, as Meta's v25.0 reference has it."""
        return f"+{self.digits}"

    @property
    def display_phone_number(self) -> str:
        """The same: what the list of sent codes shows."""
        return self.phone_number


@dataclass(eq=False)
class App:
    """An app of a partner, in whose name its tokens call."""

    path_parameter: ClassVar[str] = "app_id"
    account: ClassVar[None] = None

    id: str
    secret: str = field(repr=False)
    name: str = "Inbox One"
    link: str | None = None


@dataclass(eq=False)
class SignupCode:
    """What Embedded Signup hands to the partner's page: to be exchanged for a token, once."""

    code: str = field(repr=False)
    app_id: str
    accounts: frozenset[str] | None
    """What the token may be used on, None standing for all."""
    permissions: frozenset[str]
    expires_at: datetime
    is_used: bool = False
