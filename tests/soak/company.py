"""Several clients on the same numbers: by turns, and one in the middle of a call of another.

The truth is what `User` holds every call against, and what a `Guard` counts over all its clients.
"""

from operator import attrgetter

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

import wabakit
from tests.soak import rival
from tests.soak.desks import Desk
from tests.soak.life import PINS
from tests.soak.onboarding import Errand, Onboarded
from tests.soak.truth import Outcome, outcome_of
from tests.soak.values import lost_only, pins, places, weathers
from tests.soak.weather import FINE, OVERLAPPED

accompanied = precondition(attrgetter("is_accompanied"))
others = st.integers(1, 2)
"""Which of the other clients."""


class Accompanied(Onboarded):
    """The rules of further clients."""

    @property
    def is_accompanied(self) -> bool:
        """Whether there are further clients."""
        return len(self.user.desks) > 1

    @accompanied
    @rule(other=others)
    def change_desks(self, other: int) -> None:
        self._sit_at_another(other)

    @accompanied
    @rule(place=places, times=st.integers(4, 12), other=others)
    def register_by_turns(self, place: int, times: int, other: int) -> None:
        true, _ = self.user.pick(place)
        for _ in range(times):
            self._sit_at_another(other)
            self.register([], place, true.pin or PINS[0])

    @accompanied
    @rule(
        place=places,
        turns=st.lists(weathers, min_size=2, max_size=3),
        pin=pins,
        other=others,
        finds=st.booleans(),
    )
    def onboard_by_turns(
        self, place: int, turns: list[list[str]], pin: str, other: int, finds: bool
    ) -> None:
        """Each goes on from where the one before has left off; only the last may have the code."""
        numbers = self.user.numbers
        left = [at for at, true in enumerate(numbers) if not true.is_registered] or [place]
        for turn, weather in enumerate(turns, 1):
            has_code = finds and turn == len(turns)
            self.onboard(weather, left[place % len(left)], pin, has_code, keeps=False)
            self._sit_at_another(other)

    @accompanied
    @rule(
        place=places,
        after=st.integers(0, 5),
        weather=weathers,
        others_weather=lost_only,
        pin=pins,
        others_pin=pins,
        other=others,
        finds=st.booleans(),
    )
    def onboard_at_once(
        self,
        place: int,
        after: int,
        weather: list[str],
        others_weather: list[str],
        pin: str,
        others_pin: str,
        other: int,
        finds: bool,
    ) -> None:
        user, (true, _), another = self.user, self.user.pick(place), self._another(other)

        def join() -> None:
            errand = Errand(true, others_pin, finds)

            def go() -> None:
                errand.go(user.client)
                errand.check(user.weather.trips)

            user.alongside(another, "onboard", others_weather, go)
            user.touch(true.id, another)

        user.companion = join
        self.bring([FINE] * after + [OVERLAPPED, *weather], Errand(true, pin, finds), others_pin)
        user.companion = None

    @accompanied
    @rule(
        place=places,
        pin=pins,
        weather=lost_only,
        others_weather=lost_only,
        other=others,
        registers=st.booleans(),
    )
    def register_at_once(
        self,
        place: int,
        pin: str,
        weather: list[str],
        others_weather: list[str],
        other: int,
        registers: bool,
    ) -> None:
        """Another client registers or deregisters a number before the registration arrives."""
        user, (true, _), another = self.user, self.user.pick(place), self._another(other)

        def go() -> None:
            number, before = user.client.number(true.id), (true.is_registered, true.pin)
            outcome: Outcome = "done"
            try:
                number.register(rival.PIN) if registers else number.deregister()
            except wabakit.WabakitError as error:
                outcome = outcome_of(error)
            now = true.is_registered, true.pin
            assert outcome != "not done" or now == before, "it was reported not done"
            if outcome == "done":
                assert now == (registers, rival.PIN if registers else true.pin), "it is not done"

        def join() -> None:
            user.companion = None  # once; what it does while the state is read proves nothing
            user.alongside(another, "register", others_weather, go)
            user.touch(true.id, another)

        user.companion = join
        self.register([OVERLAPPED, *weather], place, pin)
        user.companion = None

    def _another(self, other: int) -> Desk:
        desks = self.user.desks
        return desks[(desks.index(self.user.desk) + other) % len(desks)]

    def _sit_at_another(self, other: int) -> None:
        self.user.sit_at(self._another(other))
