"""Everything that is emulated: the nodes by their ids, and what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from .businesses import App, Business, PreverifiedNumber, SignupCode
from .chance import Chance
from .dialling import display
from .journal import Journal
from .nodes import Account, Node, PhoneNumber, check_state
from .subscriptions import Subscriptions

NodeT = TypeVar("NodeT", bound=Node)


@dataclass(frozen=True)
class SentCode:
    """A one-time code that the real service would have sent by SMS or voice call."""

    phone_number_id: str
    """The number's id; that of the pool for a number there."""
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
        self.journal: Journal = Journal()
        """What changed of accounts and numbers; how they are seeded is no change."""
        self.subscriptions: Subscriptions = Subscriptions()
        self.outbox: list[SentCode] = []
        self.signup_codes: dict[str, SignupCode] = {}
        """Codes of Embedded Signup, exchanged or not."""
        self.usernames_elsewhere: dict[str, int] = {}
        """Usernames held outside the emulated accounts, with the code that refuses them."""
        self.fictional: int = 0
        """How many fictional numbers were given out."""
        self._by_digits: dict[str, PhoneNumber | PreverifiedNumber] = {}

    @property
    def accounts(self) -> list[Account]:
        """All accounts, in the order they came."""
        return self.all(Account)

    @property
    def numbers(self) -> Iterable[PhoneNumber]:
        """All numbers of all accounts."""
        return self.all(PhoneNumber)

    def all(self, kind: type[NodeT]) -> list[NodeT]:
        """List all nodes of a kind, in the order they came."""
        return [node for node in self.nodes.values() if isinstance(node, kind)]

    def find(self, kind: type[NodeT], node_id: str) -> NodeT:
        """Find a node of a kind by its id (KeyError; TypeError if another kind has it)."""
        found = self.nodes[node_id]
        if not isinstance(found, kind):
            other = found.path_parameter.removesuffix("_id").replace("_", " ")
            raise TypeError(f"{node_id} is a {other}")
        return found

    def holder(self, digits: str) -> PhoneNumber | PreverifiedNumber | None:
        """Find the number with these digits in any account or pool."""
        return self._by_digits.get(digits)

    def add_business(self, business_id: str | None, **state: Any) -> Business:
        """Add a portfolio; ids are ASCII digits and unique (ValueError)."""
        return self._put(Business(self._node_id(business_id), **state))

    def add_app(self, app_id: str | None, secret: str, **state: Any) -> App:
        """Add an app."""
        return self._put(App(self._node_id(app_id), secret, **state))

    def add_account(self, waba_id: str | None, owner: Business, **state: Any) -> Account:
        """Add an account to a portfolio."""
        return self._put(Account(self._node_id(waba_id), owner, **state, journal=self.journal))

    def add_number(
        self, account: Account, dial_code: str, national: str, now: datetime, **state: Any
    ) -> PhoneNumber:
        """Add a number; `state` sets its id and attributes (TypeError for a name there is not).

        Its digits are nobody else's (ValueError), unless it migrates from another account.
        """
        check_state(state)
        digits = dial_code + national
        migrates = state.get("migrates_from") is not None
        if digits in self._by_digits and not migrates:
            raise ValueError("another number has these digits")
        added = PhoneNumber(
            accounts=[account],
            id=self._node_id(state.pop("id", None)),
            display_phone_number=display(dial_code, national),
            country_dial_code=dial_code,
            digits=digits,
            creation_time=now,
        )
        for name, value in state.items():
            setattr(added, name, value)
        if not migrates:
            self._by_digits[digits] = added
        account.numbers.append(added)
        self.journal.forget(added)
        return self._put(added)

    def add_preverified_number(
        self, owner: Business, dial_code: str, national: str, now: datetime, **state: Any
    ) -> PreverifiedNumber:
        """Add a number to a pool; its digits are nobody else's (ValueError)."""
        digits = dial_code + national
        if digits in self._by_digits:
            raise ValueError("another number has these digits")
        added = PreverifiedNumber(
            id=self._node_id(state.pop("id", None)),
            owner_business=owner,
            country_dial_code=dial_code,
            digits=digits,
            added_at=now,
            **state,
        )
        self._by_digits[digits] = added
        return self._put(added)

    def claim(
        self, number: PreverifiedNumber, account: Account, now: datetime, **state: Any
    ) -> PhoneNumber:
        """Move a number from its pool into an account, where it has a new id (documented)."""
        self.remove(number)
        national = number.digits.removeprefix(number.country_dial_code)
        proof = {"code_verification_status": "VERIFIED", "code_verified_at": now}
        state = {"is_preverified_number": True, "claimed_at": now, **proof, **state}
        return self.add_number(account, number.country_dial_code, national, now, **state)

    def list_number(self, number: PhoneNumber, account: Account) -> None:
        """List a number under one more account, as the new account model has it (documented)."""
        if number not in account.numbers:
            account.numbers.append(number)
            number.accounts = [*number.accounts, account]

    def take_over(self, number: PhoneNumber) -> None:
        """Let a number that migrates replace the one it comes from, which is gone."""
        if number.migrates_from is not None:
            self.remove(self.find(PhoneNumber, number.migrates_from))
            number.migrates_from = None
            self._by_digits[number.digits] = number

    def remove(self, number: PhoneNumber | PreverifiedNumber) -> None:
        """Let a number be gone, with its id."""
        del self.nodes[number.id], self._by_digits[number.digits]
        if isinstance(number, PhoneNumber):
            for account in number.accounts:
                account.numbers.remove(number)
                account.changes += 1

    def next_fictional_number(self) -> str:
        """Give the next national number of +1 555-01, which is nobody's."""
        self.fictional += 1
        return f"555{100_000 + self.fictional:07d}"

    def _put(self, node: NodeT) -> NodeT:
        self.nodes[node.id] = node
        return node

    def _node_id(self, wanted: str | None) -> str:
        node_id = wanted or f"1{self.chance.digits('id', 14)}"
        while wanted is None and node_id in self.nodes:
            node_id = f"1{self.chance.digits('id', 14)}"
        if not (node_id.isascii() and node_id.isdigit()) or node_id in self.nodes:
            raise ValueError(f"'{node_id}' is no id, or is taken")
        return node_id
