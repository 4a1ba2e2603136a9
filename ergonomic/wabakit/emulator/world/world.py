"""Everything the emulator knows: accounts, numbers, sent codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from wabakit.emulator.wire.faults import Faults
from wabakit.emulator.wire.usage import Meter

from .chance import Chance
from .dialling import display
from .nodes import STATE, PhoneNumber

if TYPE_CHECKING:
    from wabakit.emulator.calls.listing import Listing


NEW_PORTFOLIO, GROWN_PORTFOLIO = 2, 20
"""How many numbers a portfolio may have at first, and once it is verified or sends enough."""

_ENOUGH = frozenset({"TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"})


@dataclass(eq=False)
class Account:
    """A WhatsApp Business Account (WABA) with its numbers, oldest first.

    For its cap every account counts as a portfolio of its own (assumed).
    """

    id: str
    name: str = "Jasper's Market"
    is_verified: bool = True
    """Whether the portfolio's business is verified."""
    cap: int | None = None
    """How many numbers it may have, if other than what Meta's rule says."""
    numbers: list[PhoneNumber] = field(default_factory=list[PhoneNumber], repr=False)
    may_have_usernames: bool = True
    listings: dict[object, Listing] = field(default_factory=dict[object, "Listing"], repr=False)
    """Sorted and filtered views of the numbers, kept until something they depend on changes."""
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


@dataclass(frozen=True)
class SentCode:
    """A one-time code that the real service would have sent by SMS or voice call."""

    phone_number_id: str
    display_phone_number: str
    method: str
    language: str
    code: str = field(repr=False)
    sent_at: datetime
    expires_at: datetime


class World:
    """The whole state behind one emulator."""

    def __init__(self, seed: int) -> None:
        self.chance: Chance = Chance(seed)
        self.nodes: dict[str, Account | PhoneNumber] = {}
        self.outbox: list[SentCode] = []
        self.faults: Faults = Faults()
        self.usernames_elsewhere: dict[str, int] = {}
        """Usernames held outside the emulated accounts, with the code that refuses them."""
        self.fictional: int = 0
        """How many fictional numbers were given out."""
        self._by_digits: dict[str, PhoneNumber] = {}

    @property
    def accounts(self) -> list[Account]:
        """All accounts, in the order they came."""
        return [node for node in self.nodes.values() if isinstance(node, Account)]

    @property
    def numbers(self) -> Iterable[PhoneNumber]:
        """All numbers of all accounts."""
        return self._by_digits.values()

    def holder(self, digits: str) -> PhoneNumber | None:
        """Find the number with these digits in any account."""
        return self._by_digits.get(digits)

    def add_account(self, waba_id: str | None, **state: Any) -> Account:
        """Add an account; ids are ASCII digits and unique (ValueError)."""
        account = Account(self._node_id(waba_id), **state)
        self.nodes[account.id] = account
        return account

    def add_number(
        self, account: Account, dial_code: str, national: str, now: datetime, **state: Any
    ) -> PhoneNumber:
        """Add a number; `state` sets its id and attributes (TypeError for a name there is not)."""
        unknown = state.keys() - STATE
        if unknown:
            raise TypeError(f"a phone number has no state named {', '.join(sorted(unknown))}")
        digits = dial_code + national
        if digits in self._by_digits:
            raise ValueError("another number has these digits")
        added = PhoneNumber(
            account=account,
            id=self._node_id(state.pop("id", None)),
            display_phone_number=display(dial_code, national),
            country_dial_code=dial_code,
            digits=digits,
            creation_time=now,
        )
        for name, value in state.items():
            setattr(added, name, value)
        self.nodes[added.id] = self._by_digits[digits] = added
        account.numbers.append(added)  # Setting its state has cleared the account's listings.
        return added

    def next_fictional_number(self) -> str:
        """Give the next national number of +1 555-01, which is nobody's."""
        self.fictional += 1
        return f"555{100_000 + self.fictional:07d}"

    def _node_id(self, wanted: str | None) -> str:
        node_id = wanted or f"1{self.chance.digits('id', 14)}"
        while wanted is None and node_id in self.nodes:
            node_id = f"1{self.chance.digits('id', 14)}"
        if not (node_id.isascii() and node_id.isdigit()) or node_id in self.nodes:
            raise ValueError(f"'{node_id}' is no id, or is taken")
        return node_id
