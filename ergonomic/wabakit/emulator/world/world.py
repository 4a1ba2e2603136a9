"""Everything that is emulated: the nodes by their ids, and what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .chance import Chance
from .dialling import display
from .nodes import Account, Node, PhoneNumber, check_state


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
        self.nodes: dict[str, Node] = {}
        self.outbox: list[SentCode] = []
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

    def account(self, waba_id: str) -> Account:
        """Find an account by its id (KeyError; TypeError if a phone number has it)."""
        found = self.nodes[waba_id]
        if not isinstance(found, Account):
            raise TypeError(f"{waba_id} is a phone number")
        return found

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError)."""
        found = self.nodes[number_id]
        if not isinstance(found, PhoneNumber):
            raise KeyError(number_id)
        return found

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
        check_state(state)
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
        account.numbers.append(added)
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
