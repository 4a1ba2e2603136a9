"""Somebody who uses clients in every weather, and knows from the emulator what came of it."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import wabakit
from tests.soak.cuts import ENDS
from tests.soak.desks import ALLOWED, Desk
from tests.soak.elsewhere import Child
from tests.soak.faces import APP_SECRET, TOKEN
from tests.soak.faults import ABOUT_ANOTHER
from tests.soak.life import Life, weather_met
from tests.soak.truth import (
    Outcome,
    check_done,
    check_sends,
    check_silence,
    outcome_of,
)
from tests.soak.weather import HARMLESS

PROOF = hmac.new(APP_SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
HIDDEN = (TOKEN, APP_SECRET, PROOF)
GIVEN_UP = tuple(ENDS.values())
IN_A_CHILD = "in a child process"
LONG_AGO, SITTING = datetime.min.replace(tzinfo=UTC), timedelta(minutes=10)
"""What was read in one sitting proves something later in it, unless somebody else acts in it."""
reported: Counter[tuple[str, str]] = Counter()
"""What was reported of each kind of call in this process."""


class User(Life):
    """Makes calls, and holds what they report against the truth."""

    def write(
        self,
        node: str,
        edge: str,
        repeat: str,
        weather: list[str],
        call: Callable[[], Any],
        holds: Callable[[], bool],
        *secrets: str,
    ) -> Outcome:
        """Make a call that changes something, and hold its report against the truth.

        Where the user gives it up, it is made again: only what it did not do is left to be done.
        """
        self.weather.forecast(weather)
        outcome = self._write(node, edge, repeat, call, holds, *secrets)
        while outcome == "cut":
            outcome = self._write(node, edge, repeat, call, holds, *secrets)
        return outcome

    def _write(
        self,
        node: str,
        edge: str,
        repeat: str,
        call: Callable[[], Any],
        holds: Callable[[], bool],
        *secrets: str,
    ) -> Outcome:
        what, began = edge or "update", self.clock()
        outcome: Outcome = "done"
        try:
            self._make(call)
        except wabakit.WabakitError as error:
            outcome = outcome_of(error)
            check_silence(error, (*HIDDEN, *secrets))
            if isinstance(error, wabakit.RegistrationLimitError):
                self._check_guard(node, error)
        except GIVEN_UP as end:
            outcome = "cut"
            check_silence(end, (*HIDDEN, *secrets))
        sends = [trip for trip in self.weather.trips if trip.method != "GET"]
        assert all((trip.node, trip.edge) == (node, edge) for trip in sends)
        check_sends(sends, repeat, self.retry.attempts)
        if outcome == "done":
            assert holds(), f"{what} was reported done, and is not"
            if began - self.desk.touched.get(node, LONG_AGO) > SITTING:
                check_done(what, sends)
        if outcome == "not done":
            unchanged = self._state() == self._before
            assert unchanged, f"{what} was reported not done, and changed something"
        self._arrive(what, outcome)
        self.touch(node, None if self._is_elsewhere else self.desk)
        return outcome

    def read(
        self,
        what: str,
        weather: list[str],
        call: Callable[[], Any],
        largest_page: int | None = None,
    ) -> None:
        """Make a call that changes nothing; where it fails, it fails as it should."""
        self.weather.forecast(weather, largest_page)
        outcome = "done"
        try:
            self._make(call)
        except wabakit.WabakitError as error:
            outcome = "failed"
            check_silence(error, HIDDEN)
            self._check_need(error)
        except wabakit.VersionWarning:
            outcome = "warned"
        except GIVEN_UP:
            outcome = "cut"
        assert self._state() == self._before
        self._arrive(what, outcome)

    def go(
        self, what: str, node: str, weather: list[str], call: Callable[[], Any], *secrets: str
    ) -> None:
        """Make a call that makes others, and returns what came of them, or is given up."""
        self.weather.forecast(weather)
        outcome = "done"
        try:
            self._make(call)
        except wabakit.VersionWarning:
            outcome = "warned"
        except GIVEN_UP as end:
            outcome = "cut"
            check_silence(end, (*HIDDEN, *secrets))
        self._arrive(what, outcome)
        self.touch(node, self.desk)

    def alongside(self, desk: Desk, what: str, weather: list[str], call: Callable[[], Any]) -> None:
        """Let another client make calls while one of this one's is under way."""
        here, client = self.desk, self.client
        self._count(what)
        with self.weather.aside(), self._somebody_else():
            self.weather.forecast(weather)
            self.sit_at(desk)
            call()
            self._count(what)
        self.sit_at(here)
        self.client = client

    def _make(self, call: Callable[[], Any]) -> None:
        self.weather.trips = []
        self._before = self._state()
        if self._is_elsewhere:
            self.in_a_child(call)
        else:
            call()

    def in_a_child(self, call: Callable[[], Any]) -> None:
        """Make a call in another process; there it tells what came of it."""
        weather_met[IN_A_CHILD] += 1
        Child(call).end()

    def _arrive(self, what: str, outcome: str) -> None:
        """Note what came of a call, and check what holds for every call."""
        reported[what, outcome] += 1
        trips = self.weather.trips
        assert (outcome == "cut") == any(trip.is_cut for trip in trips), "it hid its end"
        assert not any(trip.is_cut for trip in trips[:-1]), "it went on after its end"
        for trip in trips:
            weather_met[trip.fate] += 1
        self._count(what)

    def _count(self, what: str) -> None:
        """Count what the requests up to now have spent."""
        for trip in self.weather.trips:
            assert not trip.broke_block, f"sent to an account at its limit: {trip}"
            if not trip.is_counted and (self.desk.guard.is_file or not self._is_elsewhere):
                trip.is_counted = True
                self.desk.guard.count(trip, what)

    def _check_need(self, error: wabakit.WabakitError) -> None:
        """A read failed: the weather was bad, or the account is known to be at its limit."""
        harmed = any(trip.fate not in HARMLESS for trip in self.weather.trips)
        withheld = isinstance(error, wabakit.RateLimitError) and error.response is None
        assert harmed or withheld or self.weather.largest_page == 0, "it failed without need"
        if isinstance(error, wabakit.UnexpectedAnswerError):
            return
        about_another = any(trip.fate == ABOUT_ANOTHER for trip in self.weather.trips)
        assert not about_another, "an answer about another id was taken for something else"

    def _check_guard(self, node: str, error: wabakit.RegistrationLimitError) -> None:
        """The guard refused: neither Meta had to, nor was it too early."""
        if self._is_elsewhere or node in self.desk.guard.others:
            return  # the calls of others count as well, and are not known
        assert error.response is None, "Meta itself had to refuse by its limit"
        spent = self.desk.guard.recent(node, error.method, self.clock())
        sent = sum(trip.may_have_arrived for trip in self.weather.trips)
        assert spent + sent >= ALLOWED, "the guard refused too early"
