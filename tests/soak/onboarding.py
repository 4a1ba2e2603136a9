"""The whole way of a number by one call, in any weather, given up and begun anew anywhere."""

import json

from hypothesis import strategies as st
from hypothesis.stateful import rule

import wabakit
from tests.soak import rival
from tests.soak.faces import TOKEN
from tests.soak.lifecycle import Lifecycle
from tests.soak.values import pins, places, weathers

MOST = {"request_code": 1, "verify_code": 1, "register": 2}
"""How often each call may arrive; a registration is sent again where only that tells."""


class Onboarded(Lifecycle):
    """The rule of `number.onboard`."""

    since: wabakit.Onboarding | None = None

    @rule(weather=weathers, place=places, pin=pins, finds=st.booleans(), keeps=st.booleans())
    def onboard(self, weather: list[str], place: int, pin: str, finds: bool, keeps: bool) -> None:
        user, (true, number) = self.user, self.user.pick(place)
        known = {true.pin, pin, rival.PIN}
        kept = self.since if keeps and self.since and self.since.number_id == true.id else None
        codes, found = [true.pending_code or "604217"], list[wabakit.Onboarding]()

        def code() -> str | None:
            codes.append(true.pending_code or "604217")
            return true.pending_code if finds else None

        def go() -> None:
            found.append(number.onboard(pin=pin, code=code, since=kept))

        user.go("onboard", weather, go, pin, *codes)
        for edge, most in MOST.items():
            sends = [t for t in user.weather.trips if t.edge == edge and t.may_have_arrived]
            verified = any(trip.edge == "verify_code" for trip in user.weather.trips)
            assert len(sends) <= most * (1 + verified), f"{edge} was sent {len(sends)} times"
            assert edge == "register" or len(sends) <= 1, f"{edge} was sent again"
        assert true.pin in known, "the number has a PIN that its user does not know"
        for result in found:
            assert not result.done or true.is_registered, "it was reported done, and is not"
            text = json.dumps(result.to_dict())
            assert TOKEN not in text
            assert wabakit.Onboarding.from_dict(json.loads(text)) == result
            self.since = result
