"""What happens behind Graph's back: what is seeded, what people at Meta do, what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Unpack

from wabakit.emulator.wire.access import Granted, Tokens, grant
from wabakit.emulator.wire.faults import Asked, Fault, Faults, read_fault
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.seen import SeenRequest
from wabakit.emulator.world.clock import Clock
from wabakit.emulator.world.lifecycle import find
from wabakit.emulator.world.nodes import Account, PhoneNumber, check_state
from wabakit.emulator.world.reviews import decide_name
from wabakit.emulator.world.usernames import HELD_BY, Holder
from wabakit.emulator.world.world import SentCode, World

from . import demo
from .partners import Partners
from .seeding import seed_number
from .snapshot import State, read_state, write_state
from .words import check_words

if TYPE_CHECKING:
    from .turn import Turn
    from .webhooks import Webhooks


class Backstage:
    """A world, its clock, and everything that people do to it: all that no Graph call reaches.

    It is what the control routes work on. Methods lock where they change.
    """

    def __init__(
        self,
        world: World,
        clock: Callable[[], datetime] | None,
        tokens: Tokens,
        faults: Faults,
        webhooks: Webhooks,
        *,
        token: str,
        limits: bool,
        strict: bool,
    ) -> None:
        self.token: str = token
        self.limits: bool = limits
        self.strict: bool = strict
        self._now: Callable[[], datetime] = clock or Clock()
        self.world: World = world
        """Everything that is emulated; `restore` and `reset` exchange it."""
        self.requests: list[SeenRequest] = []
        """The last 1,000 requests, oldest first."""
        self._tokens = tokens
        self._faults = faults
        self._start: Json | None = None
        self.webhooks: Webhooks = webhooks
        """What subscribers were told, and in which manner; hand in a receiver here."""
        webhooks.tell_of(lambda: self.world, self.now)
        self.lock: Turn = webhooks.turn
        """Held while anything is answered or changed."""
        self.partners: Partners = Partners(self)
        """What partners and their customers do: businesses, pools, Embedded Signup."""

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
    def accounts(self) -> list[Account]:
        """All accounts, each with its numbers."""
        return self.world.accounts

    @property
    def faults(self) -> list[Fault]:
        """The faults in force, in the order in which they are tried; `clear_faults` ends them."""
        return self._faults.active

    def add_token(self, token: str, **granted: Unpack[Granted]) -> None:
        """Take one more token, which may do less: `permissions`, `accounts` and `businesses`.

        It ends at `expires_at`, is made for the app `app_id`, and is of a `type` such as USER.
        """
        with self.lock:
            self._tokens.add(grant(token, self.now(), **granted))

    def add_account(
        self, waba_id: str | None = None, *, max_numbers: int | None = None, **state: Any
    ) -> Account:
        """Add a WhatsApp Business Account to the business `business_id`, else to the first one.

        Calls can add 20 numbers to it, or 2 while its business is not verified (`is_verified`) and
        sends little; `max_numbers` is another cap. The rest sets attributes of `Account`.
        """
        with self.lock:
            owner = self.partners.business(state.pop("business_id", None))
            state = {"creation_time": self.now(), "cap": max_numbers, **state}
            return self.world.add_account(waba_id, owner, **state)

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
        with self.lock:
            return seed_number(self.world, self.account(waba_id), self.now(), **state)

    def change_number(
        self, number_id: str, *, unknown_words: bool = False, **state: Any
    ) -> PhoneNumber:
        """Set attributes of a number (KeyError, TypeError), words as `add_number` takes them.

        Setting them on the `PhoneNumber` itself does the same, without any check.
        """
        check_state(state, but_not="id")
        if not unknown_words:
            check_words(state)
        with self.lock:
            number = self.number(number_id)
            for name, value in state.items():
                setattr(number, name, value)
            return number

    def account(self, waba_id: str) -> Account:
        """Find an account by its id (KeyError; TypeError if a node of another kind has it)."""
        return self.world.find(Account, waba_id)

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError), seeded or created by a call."""
        found = find(self.world, number_id, self.now())
        if not isinstance(found, PhoneNumber):
            raise KeyError(number_id)
        return found

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review; a changed name then waits for register."""
        self._decide_name(number_id, approved=True)

    def decline_name(self, number_id: str, reason: str | None = None) -> None:
        """Decline the display name under review, for a `rejection_reason` of the webhook."""
        self._decide_name(number_id, approved=False, reason=reason)

    def claim_username(self, username: str, holder: Holder = "stranger") -> None:
        """Give a username to somebody outside, so that asking for it is refused."""
        with self.lock:
            self.world.usernames_elsewhere[username.lower()] = HELD_BY[holder]

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
        with self.lock:
            self._faults.add(fault)

    def clear_faults(self) -> None:
        """End all faults."""
        with self.lock:
            self._faults.active.clear()

    def now(self) -> datetime:
        """Read the clock, in UTC."""
        return self._now().astimezone(UTC)

    def snapshot(self) -> dict[str, Any]:
        """Give the whole state as versioned JSON, PINs and codes included, tokens not.

        The count of used quota and the remembered requests are not in it either.
        """
        with self.lock:
            pending = self.webhooks.as_json()
            clock = self.clock.as_json() if self.has_clock else None
            return write_state(State(self.world, self.faults, clock, pending), self.now())

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Go back to a snapshot, which `reset` then goes back to; ValueError if it is none.

        Accounts and numbers found before are others afterwards: find them again by their ids. The
        clock follows, unless it is a function of the caller's own.
        """
        with self.lock:
            self._put(snapshot)
            self._start = self.snapshot()

    def reset(self) -> None:
        """Go back to the start: to the state before the first call that could change it.

        What was seeded until then stays; the remembered requests and the webhooks sent go.
        """
        with self.lock:
            self.webhooks.post.sent.clear()
            if self._start is not None:
                self._put(self._start)
            self.requests.clear()

    def _begin(self) -> None:
        """Take what is there now for the start, unless there is one."""
        if self._start is None:
            self._start = self.snapshot()

    def _put(self, written: Mapping[str, Any]) -> None:
        world, faults, clock, pending = read_state(written)
        post = self.webhooks.read(pending, world)
        if clock is not None and self.has_clock:
            self.clock.set_from(clock)
        self.world, self._faults.active, self.webhooks.post = world, faults, post

    def _decide_name(self, number_id: str, *, approved: bool, reason: str | None = None) -> None:
        with self.lock:
            decide_name(self.number(number_id), approved, self.now(), self.world.chance, reason)
