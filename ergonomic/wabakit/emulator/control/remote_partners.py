"""The partners of an emulator that runs elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from wabakit.emulator.stage.snapshot import State
from wabakit.emulator.wire.access import DEMO_APP, MANAGEMENT, MESSAGING
from wabakit.emulator.world.businesses import App, Business, PreverifiedNumber
from wabakit.emulator.world.nodes import PhoneNumber


class RemotePartners:
    """What partners and their customers do, as `Partners` says; nodes are copies."""

    def __init__(self, call: Callable[..., Any], state: Callable[[], State]) -> None:
        self._call, self._state = call, state

    @property
    def businesses(self) -> list[Business]:
        """All businesses; the first one has the emulator's own token."""
        return self._state().world.all(Business)

    @property
    def apps(self) -> list[App]:
        """All apps; the emulator's own token is the first one's."""
        return self._state().world.all(App)

    def business(self, business_id: str | None = None) -> Business:
        """Find a business by its id (KeyError), the first one if none is named."""
        found = self._state().world
        return found.find(Business, business_id or found.all(Business)[0].id)

    def add_business(self, business_id: str | None = None, **state: Any) -> Business:
        """Add a portfolio."""
        return self.business(self._call("POST", "businesses", {"id": business_id, **state})["id"])

    def add_app(self, app_id: str | None = None, *, secret: str, **state: Any) -> App:
        """Add an app."""
        added = self._call("POST", "apps", {"id": app_id, "secret": secret, **state})
        return self._state().world.find(App, added["id"])

    def share_account(self, waba_id: str, business_id: str | None = None) -> None:
        """Let a business manage the account of a client."""
        body = {"business_id": business_id}
        self._call("POST", f"accounts/{waba_id}/partners", body)

    def unshare_account(self, waba_id: str, business_id: str | None = None) -> None:
        """Let a business no longer manage the account of a client."""
        self._call("DELETE", f"accounts/{waba_id}/partners/{self.business(business_id).id}")

    def list_number(self, number_id: str, waba_id: str) -> None:
        """List a number under one more account."""
        self._call("POST", f"accounts/{waba_id}/numbers", {"phone_number_id": number_id})

    def add_preverified_number(
        self, business_id: str | None = None, **state: Any
    ) -> PreverifiedNumber:
        """Put a number into a pool."""
        written = {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in state.items()
        }
        body = {"business_id": business_id, **written}
        return self.preverified_number(self._call("POST", "preverified_numbers", body)["id"])

    def preverified_number(self, preverified_id: str) -> PreverifiedNumber:
        """Find a number of a pool by its id (KeyError)."""
        found = self._state().world.nodes.get(preverified_id)
        if not isinstance(found, PreverifiedNumber):
            raise KeyError(preverified_id)
        return found

    def claim(
        self, preverified_id: str, waba_id: str, *, verified_name: str = "Jasper's Market"
    ) -> PhoneNumber:
        """Let a customer pick a number of a pool in Embedded Signup (ValueError)."""
        body = {"waba_id": waba_id, "verified_name": verified_name}
        claimed = self._call("POST", f"preverified_numbers/{preverified_id}/claim", body)
        return self._state().world.find(PhoneNumber, claimed["id"])

    def issue_code(
        self,
        accounts: Iterable[str] | None = None,
        *,
        app_id: str = DEMO_APP,
        permissions: Iterable[str] = (MANAGEMENT, MESSAGING),
    ) -> str:
        """Finish Embedded Signup: give the code that the page receives."""
        limited = {} if accounts is None else {"accounts": list(accounts)}
        body = {"app_id": app_id, "permissions": list(permissions), **limited}
        return str(self._call("POST", "signup_codes", body)["code"])
