"""The whole way of a number by one call, in any weather, given up and begun anew anywhere."""

import json
from collections.abc import Sequence

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import rule

import wabakit
from tests.soak import rival
from tests.soak.faces import TOKEN
from tests.soak.lifecycle import Lifecycle
from tests.soak.trip import Trip
from tests.soak.values import pins, places, weathers
from wabakit.emulator import PhoneNumber

MOST = {"request_code": 1, "verify_code": 1, "register": 2}
"""How often each call may arrive; a registration is sent again where only that tells."""
CALLS = {
    "request_code": "requestCode",
    "verify_code": "verifyCode",
    "register": "registerPhoneNumber",
}


@attrs.define(eq=False)
class Errand:
    """One call that brings a number on, and what it reported."""

    true: PhoneNumber
    pin: str
    finds: bool
    """Whether whoever is asked for the code has it."""
    since: wabakit.Onboarding | None = None
    codes: list[str] = attrs.field(factory=list[str])
    found: list[wabakit.Onboarding] = attrs.field(factory=list[wabakit.Onboarding])

    def go(self, client: wabakit.Client) -> None:
        """Make the call."""
        number = client.number(self.true.id)
        self.found.append(number.onboard(pin=self.pin, code=self._code, since=self.since))

    def _code(self) -> str | None:
        self.codes.append(self.true.pending_code or "604217")
        return self.true.pending_code if self.finds else None

    def check(self, trips: Sequence[Trip]) -> None:
        """Hold what was reported against what was sent, and against the truth."""
        verified = any(trip.edge == "verify_code" for trip in trips)
        for edge, most in MOST.items():
            sends = [trip for trip in trips if trip.edge == edge and trip.may_have_arrived]
            assert len(sends) <= most * (1 + verified), f"{edge} was sent {len(sends)} times"
            assert edge == "register" or len(sends) <= 1, f"{edge} was sent again"
            if any(trip.took_effect for trip in sends):
                ends = {s.outcome for one in self.found for s in one.steps if s.call == CALLS[edge]}
                told = not self.found or ends & {"done", "unknown"}
                assert told, f"{edge} took effect, and was reported not done"
        for result in self.found:
            assert not result.done or self.true.is_registered, "it was reported done, and is not"
            text = json.dumps(result.to_dict())
            assert TOKEN not in text
            assert wabakit.Onboarding.from_dict(json.loads(text)) == result


class Onboarded(Lifecycle):
    """The rule of `number.onboard`."""

    since: wabakit.Onboarding | None = None

    @rule(weather=weathers, place=places, pin=pins, finds=st.booleans(), keeps=st.booleans())
    def onboard(self, weather: list[str], place: int, pin: str, finds: bool, keeps: bool) -> None:
        true, _ = self.user.pick(place)
        kept = self.since if keeps and self.since and self.since.number_id == true.id else None
        self.bring(weather, Errand(true, pin, finds, kept))

    def bring(self, weather: list[str], errand: Errand, *pins: str) -> None:
        """Bring a number on; others who do so at once have PINs of their own."""
        user, true = self.user, errand.true
        known = {true.pin, errand.pin, rival.PIN, *pins}
        errand.codes.append(true.pending_code or "604217")

        def go() -> None:
            errand.go(user.client)

        user.go("onboard", true.id, weather, go, errand.pin, *errand.codes)
        errand.check(user.weather.trips)
        assert true.pin in known, "the number has a PIN that its user does not know"
        self.since = errand.found[-1] if errand.found else self.since
