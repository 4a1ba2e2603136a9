"""What partners and their customers do behind Graph's back: portfolios, pools, Embedded Signup."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from wabakit.emulator.wire.access import DEMO_APP, MANAGEMENT, MESSAGING
from wabakit.emulator.world.businesses import App, Business, PreverifiedNumber, SignupCode
from wabakit.emulator.world.dialling import digits_of, split_number
from wabakit.emulator.world.lifecycle import find
from wabakit.emulator.world.nodes import Account, PhoneNumber

if TYPE_CHECKING:
    from wabakit.emulator.world.world import World


DEMO_BUSINESS = "506914307656634"
"""The business whose system user has an emulator's own token; new accounts are its own."""

SIGNUP_CODE_LIFETIME = timedelta(seconds=30)
"""How long a code of Embedded Signup can be exchanged (documented)."""


class Scene(Protocol):
    """Where it happens."""

    world: World

    @property
    def lock(self) -> AbstractContextManager[object]:
        """Held while anything is changed."""
        ...

    def now(self) -> datetime:
        """Read the clock."""
        ...


class Partners:
    """Businesses, what they share, and what their customers do in Embedded Signup."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def businesses(self) -> list[Business]:
        """All businesses; the first one has the emulator's own token."""
        return self._scene.world.all(Business)

    @property
    def apps(self) -> list[App]:
        """All apps; the emulator's own token is the first one's."""
        return self._scene.world.all(App)

    def business(self, business_id: str | None = None) -> Business:
        """Find a business by its id (KeyError), the first one if none is named."""
        first = next((business.id for business in self.businesses), DEMO_BUSINESS)
        return self._scene.world.find(Business, business_id or first)

    def add_business(self, business_id: str | None = None, **state: Any) -> Business:
        """Add a portfolio; the rest sets attributes of `Business`."""
        with self._scene.lock:
            return self._scene.world.add_business(business_id, **state)

    def add_app(self, app_id: str | None = None, *, secret: str, **state: Any) -> App:
        """Add an app; the rest sets attributes of `App`."""
        with self._scene.lock:
            return self._scene.world.add_app(app_id, secret, **state)

    def share_account(self, waba_id: str, business_id: str | None = None) -> None:
        """Let a business manage the account of a client, which then is on its list of those."""
        with self._scene.lock:
            account, partner = self._account(waba_id), self.business(business_id)
            if partner is not account.owner_business and partner not in account.clients_of:
                account.clients_of = [*account.clients_of, partner]

    def unshare_account(self, waba_id: str, business_id: str | None = None) -> None:
        """Let a business no longer manage the account of a client."""
        with self._scene.lock:
            account, partner = self._account(waba_id), self.business(business_id)
            account.clients_of = [other for other in account.clients_of if other is not partner]

    def list_number(self, number_id: str, waba_id: str) -> None:
        """List a number under one more account, as the new account model does."""
        with self._scene.lock:
            number = self._scene.world.find(PhoneNumber, number_id)
            self._scene.world.list_number(number, self._account(waba_id))

    def add_preverified_number(
        self,
        business_id: str | None = None,
        *,
        phone_number: str | None = None,
        code_verification_status: str = "VERIFIED",
        **state: Any,
    ) -> PreverifiedNumber:
        """Put a number into a pool, verified unless it says otherwise; without one a fictional one.

        The rest sets attributes of `PreverifiedNumber`: its `id`, and `added_at` and
        `code_verified_at`, from which the 90 days run.
        """
        with self._scene.lock:
            world, now = self._scene.world, self._scene.now()
            written = phone_number or f"1{world.next_fictional_number()}"
            dial_code, national = split_number(digits_of(written))
            added_at = state.pop("added_at", now)
            if code_verification_status != "NOT_VERIFIED":
                state.setdefault("code_verified_at", added_at)
            state["code_verification_status"] = code_verification_status
            owner = self.business(business_id)
            return world.add_preverified_number(owner, dial_code, national, added_at, **state)

    def preverified_number(self, preverified_id: str) -> PreverifiedNumber:
        """Find a number of a pool by its id (KeyError)."""
        found = find(self._scene.world, preverified_id, self._scene.now())
        if not isinstance(found, PreverifiedNumber):
            raise KeyError(preverified_id)
        return found

    def claim(
        self, preverified_id: str, waba_id: str, *, verified_name: str = "Jasper's Market"
    ) -> PhoneNumber:
        """Let a customer pick a number of a pool in Embedded Signup (ValueError unless VERIFIED).

        It is gone from the pool (documented), and a number with another id stands in the account,
        VERIFIED and to be registered within 90 days (documented).
        """
        with self._scene.lock:
            number = self.preverified_number(preverified_id)
            if number.code_verification_status != "VERIFIED":
                raise ValueError("a number that is not VERIFIED is not claimed without a code")
            account, now = self._account(waba_id), self._scene.now()
            return self._scene.world.claim(number, account, now, verified_name=verified_name)

    def issue_code(
        self,
        accounts: Iterable[str] | None = None,
        *,
        app_id: str = DEMO_APP,
        permissions: Iterable[str] = (MANAGEMENT, MESSAGING),
    ) -> str:
        """Finish Embedded Signup: give the code that the page receives, good once for 30 seconds.

        The token it is exchanged for may be used on the accounts named, or on all.
        """
        with self._scene.lock:
            world = self._scene.world
            code = SignupCode(
                code=f"AQ{world.chance.text('signup code', 40)}",
                app_id=world.find(App, app_id).id,
                accounts=None if accounts is None else frozenset(accounts),
                permissions=frozenset(permissions),
                expires_at=self._scene.now() + SIGNUP_CODE_LIFETIME,
            )
            world.signup_codes[code.code] = code
            return code.code

    def _account(self, waba_id: str) -> Account:
        return self._scene.world.find(Account, waba_id)
