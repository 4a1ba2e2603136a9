"""What happens behind Graph's back: what is seeded, what people at Meta do, what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from threading import RLock
from typing import Any, Literal, Unpack

from wabakit.emulator.calls import usernames
from wabakit.emulator.graph import Graph, SeenRequest
from wabakit.emulator.routes import operation_called
from wabakit.emulator.wire import access
from wabakit.emulator.wire.faults import Asked, Fault, read_fault
from wabakit.emulator.world.clock import Clock
from wabakit.emulator.world.lifecycle import age
from wabakit.emulator.world.nodes import STATE, PhoneNumber
from wabakit.emulator.world.reviews import decide_name
from wabakit.emulator.world.world import Account, SentCode, World

from . import demo
from .seeding import seed_number
from .words import check_words

_HOLDERS = {
    "stranger": usernames.TAKEN,
    "facebook_page": usernames.ON_FACEBOOK,
    "instagram_account": usernames.ON_INSTAGRAM,
}


class Backstage:
    """The part of the emulator that no Graph call reaches. Methods lock where they change."""

    def __init__(
        self, graph: Graph, tokens: access.Tokens, clock: Callable[[], datetime] | None
    ) -> None:
        self._now: Callable[[], datetime] = clock or Clock()
        self._graph = graph
        self._tokens = tokens
        self._lock = RLock()

    @property
    def clock(self) -> Clock:
        """The clock, to stop it and move it on (TypeError if it is the caller's own function)."""
        if not isinstance(self._now, Clock):
            raise TypeError("the clock of this emulator is the caller's own")
        return self._now

    @property
    def has_clock(self) -> bool:
        """Tell whether the clock is one that can be stopped and moved on."""
        return isinstance(self._now, Clock)

    @property
    def outbox(self) -> list[SentCode]:
        """The one-time codes that were sent, oldest first."""
        return self.world.outbox

    @property
    def requests(self) -> list[SeenRequest]:
        """The last 1,000 requests, oldest first."""
        return self._graph.requests

    @property
    def accounts(self) -> list[Account]:
        """All accounts, each with its numbers."""
        return self.world.accounts

    @property
    def faults(self) -> list[Fault]:
        """The faults in force, in the order in which they are tried; `clear_faults` ends them."""
        return self.world.faults.active

    @property
    def world(self) -> World:
        """Everything the emulator knows."""
        return self._graph.world

    def add_token(
        self,
        token: str,
        *,
        permissions: Iterable[str] = (access.MANAGEMENT, access.MESSAGING),
        accounts: Iterable[str] | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Take one more token, which may do less: permissions by name, accounts by id."""
        with self._lock:
            self._tokens.add(token, permissions, accounts, expires_at)

    def add_account(
        self,
        waba_id: str | None = None,
        *,
        max_numbers: int | None = None,
        is_verified: bool = True,
        name: str = "Jasper's Market",
    ) -> Account:
        """Add a WhatsApp Business Account.

        Calls can add 20 numbers to it, or 2 while its business is not verified and sends little;
        `max_numbers` is another cap.
        """
        with self._lock:
            return self.world.add_account(
                waba_id, name=name, is_verified=is_verified, cap=max_numbers
            )

    def add_number(self, waba_id: str, *, unknown_words: bool = False, **state: Any) -> PhoneNumber:
        """Seed a number in any state, the number cap aside.

        The number is given as `display_phone_number`, or `phone_number` with `cc` (default 1);
        without either the next fictional one is taken. The rest sets attributes of `PhoneNumber`,
        its `id` among them. A number whose status (default CONNECTED) says that it is registered is
        made a healthy, verified one, one with `signed_up_at` a verified one, anything else one
        just added, as far as the attributes given do not say otherwise. A word that the contract
        does not list is refused (ValueError) unless `unknown_words` lets it in.
        """
        if not unknown_words:
            check_words(state)
        with self._lock:
            return seed_number(self.world, self.account(waba_id), self.now(), **state)

    def change_number(
        self, number_id: str, *, unknown_words: bool = False, **state: Any
    ) -> PhoneNumber:
        """Set attributes of a number (KeyError, TypeError), words as `add_number` takes them.

        Setting them on the `PhoneNumber` itself does the same, without any check.
        """
        unknown = state.keys() - (STATE - {"id"})
        if unknown:
            raise TypeError(f"a phone number has no state named {', '.join(sorted(unknown))}")
        if not unknown_words:
            check_words(state)
        with self._lock:
            number = self.number(number_id)
            for name, value in state.items():
                setattr(number, name, value)
            return number

    def account(self, waba_id: str) -> Account:
        """Find an account by its id (KeyError; TypeError if a phone number has it)."""
        found = self.world.nodes[waba_id]
        if not isinstance(found, Account):
            raise TypeError(f"{waba_id} is a phone number")
        return found

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError), seeded or created by a call."""
        found = self.world.nodes[number_id]
        if not isinstance(found, PhoneNumber):
            raise KeyError(number_id)
        age(found, self.now())
        return found

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review; a changed name then waits for register."""
        self._decide_name(number_id, approved=True)

    def decline_name(self, number_id: str) -> None:
        """Decline the display name under review."""
        self._decide_name(number_id, approved=False)

    def claim_username(
        self,
        username: str,
        holder: Literal["stranger", "facebook_page", "instagram_account"] = "stranger",
    ) -> None:
        """Give a username to somebody outside, so that asking for it is refused."""
        with self._lock:
            self.world.usernames_elsewhere[username.lower()] = _HOLDERS[holder]

    def seed_demo(self) -> Account:
        """Add an account with some three dozen varied fictional numbers."""
        account = self.add_account(max_numbers=100)
        demo.fill(account.id, self.add_number, self.now())
        return account

    def fail_next(self, operation: str | None = None, **fault: Unpack[Asked]) -> Fault:
        """Let the next call of an operation fail, or the next call at all; see `Fault`.

        `operation` is an operationId such as `registerPhoneNumber`, or an edge: `register`.

        `error` is one of the catalogue, by name, code, or code and subcode; `number` the id of a
        number or account; `times=None` lasts until `clear_faults`. ValueError if it makes no sense.
        """
        read = read_fault({"operation": operation, **fault})
        self.add_fault(read)
        return read

    def add_fault(self, fault: Fault) -> None:
        """Put a fault into force, behind those that are; its operation as `fail_next` has it."""
        if fault.operation is not None:
            fault.operation = operation_called(fault.operation)
        with self._lock:
            self.world.faults.active.append(fault)

    def clear_faults(self) -> None:
        """End all faults."""
        with self._lock:
            self.world.faults.active.clear()

    def now(self) -> datetime:
        """Read the clock, in UTC."""
        return self._now().astimezone(UTC)

    def _decide_name(self, number_id: str, *, approved: bool) -> None:
        with self._lock:
            decide_name(self.number(number_id), approved, self.now(), self.world.chance)
