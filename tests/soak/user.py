"""Somebody who uses one client in every weather, and knows from the emulator what came of it."""

import hashlib
import hmac
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

import wabakit
from tests.soak.rival import act_as_rival
from tests.soak.truth import Outcome, check_sends, check_silence, outcome_of, state_of
from tests.soak.weather import HARMLESS, Weather
from wabakit.emulator import Clock, Emulator, PhoneNumber

TOKEN, APP_SECRET = "EAAsoak0token0nobody0may0see", "soak0app0secret"
PROOF = hmac.new(APP_SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
HIDDEN = (TOKEN, APP_SECRET, PROOF)
PINS = ("314159", "271828", "161803")
LIMITED = ("register", "deregister")
WINDOW, ALLOWED = timedelta(hours=72), 10
STATES: tuple[dict[str, Any], ...] = (
    {"status": "PENDING"},
    {"pin": PINS[0]},
    {"status": "FLAGGED", "pin": PINS[1]},
    {"status": "PENDING", "code_verification_status": "VERIFIED"},
    {"new_display_name": "Lucky Shrub", "new_name_status": "PENDING_REVIEW"},
    {"status": "DISCONNECTED", "code_verification_status": "VERIFIED", "pin": PINS[2]},
)

weather_met: Counter[str] = Counter()
"""How often each kind of weather was met in this process."""
reported: Counter[tuple[str, str]] = Counter()
"""What was reported of each kind of call in this process."""


class UserClock(wabakit.Clock):
    """The clock of a user's client: the emulator's, and a chance that can be repeated."""

    def __init__(self, user: "User", seed: int) -> None:
        self._user, self._random = user, random.Random(seed)

    def now(self) -> datetime:
        return self._user.clock()

    def ticks(self) -> float:
        return 0.0

    def chance(self) -> float:
        return self._random.random()

    def sleep(self, seconds: float) -> None:
        self._user.let_pass(seconds)


class User:
    """One client, one account, one emulator; clock, chance and sleep are the user's own."""

    def __init__(self, seed: int) -> None:
        self.clock = Clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
        self.emulator = Emulator(
            clock=self.clock, seed=seed, token=TOKEN, app_secret=APP_SECRET, strict=True
        )
        self.waba = self.emulator.add_account(max_numbers=60)
        self._seed_numbers()
        self.weather = Weather(self.emulator, self.clock, self._be_overtaken)
        self._overtaken: set[str] = set()
        self._before = ""
        http = httpx.Client(transport=self.weather, trust_env=False)
        self._first = wabakit.Client(
            TOKEN, app_secret=APP_SECRET, http_client=http, clock=UserClock(self, seed)
        )
        self._registrations: defaultdict[tuple[str, str], list[datetime]] = defaultdict(list)
        self.be_patient(wabakit.Retry())
        # A review that somebody else began is told from one's own only if it was seen before.
        reviews = [wabakit.PhoneNumber.new_name_status]
        assert list(self.client.account(self.waba.id).numbers(fields=reviews))

    def _seed_numbers(self) -> None:
        add, account = self.emulator.add_number, self.waba.id
        self.numbers = [add(account, **state) for state in STATES]
        for day in range(20):
            moment = self.clock() - timedelta(days=day)
            add(account, last_onboarded_time=moment, creation_time=moment)
        # Its digits read like the national part of a German number.
        add(account, cc="1", phone_number="7012345678")

    def be_patient(self, retry: wabakit.Retry) -> None:
        """Go on with a copy of the client that repeats otherwise."""
        self.retry, self.client = retry, self._first.with_options(retry=retry)

    def let_pass(self, seconds: float) -> None:
        """Let a pause of the client pass, in which another client may act."""
        assert 0 <= seconds <= self.retry.patience, f"slept {seconds} seconds"
        with self._somebody_else():
            self.clock.advance(timedelta(seconds=seconds))

    def _be_overtaken(self, request: httpx.Request, node: str) -> None:
        """Let another client make the same kind of call, before this one's is lost."""
        with self._somebody_else():
            self._overtaken.add(node)
            act_as_rival(self.emulator, request)

    @contextmanager
    def _somebody_else(self) -> Generator[None, None, None]:
        """Count what time or another client changes to what was there before the call."""
        untouched = self._state() == self._before
        yield
        if untouched:
            self._before = self._state()

    def _state(self) -> str:
        for number in self.waba.numbers:
            self.emulator.number(number.id)  # proofs that have expired by now do so
        return state_of(self.emulator, self.waba.numbers)

    def pick(self, place: int) -> tuple[PhoneNumber, wabakit.Number]:
        """Return a number as the emulator has it, and the client's handle of it."""
        true = self.numbers[place % len(self.numbers)]
        return true, self.client.number(true.id)

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
        """Make a call that changes something, and hold its report against the truth."""
        what = edge or "update"
        self._before = self._state()
        self.weather.forecast(weather)
        outcome: Outcome = "done"
        try:
            call()
        except wabakit.WabakitError as error:
            outcome = outcome_of(error)
            check_silence(error, (*HIDDEN, *secrets))
            if isinstance(error, wabakit.RegistrationLimitError):
                self._check_guard(node, error)
        sends = [trip for trip in self.weather.trips if trip.method != "GET"]
        assert all((trip.node, trip.edge) == (node, edge) for trip in sends)
        check_sends(sends, repeat, self.retry.attempts)
        if outcome == "done":
            assert holds(), f"{what} was reported done, and is not"
        if outcome == "not done":
            unchanged = self._state() == self._before
            assert unchanged, f"{what} was reported not done, and changed something"
        self._arrive(what, outcome)
        return outcome

    def read(
        self,
        what: str,
        weather: list[str],
        call: Callable[[], Any],
        largest_page: int | None = None,
    ) -> None:
        """Make a call that changes nothing; where it fails, it fails as it should."""
        self._before = self._state()
        self.weather.forecast(weather, largest_page)
        outcome = "done"
        try:
            call()
        except wabakit.WabakitError as error:
            outcome = "failed"
            check_silence(error, HIDDEN)
            self._check_need(error)
        except wabakit.VersionWarning:
            outcome = "warned"
        assert self._state() == self._before
        self._arrive(what, outcome)

    def _arrive(self, what: str, outcome: str) -> None:
        """Note what came of a call, and check what holds for every call."""
        reported[what, outcome] += 1
        for trip in self.weather.trips:
            weather_met[trip.fate] += 1
            assert not trip.broke_block, f"sent to an account at its limit: {trip}"
            if trip.edge in LIMITED and trip.may_have_arrived:
                self._registrations[trip.node, trip.edge].append(trip.at)
                recent = self._recent(trip.node, trip.edge, trip.at)
                assert recent <= ALLOWED, "more than 10 registrations in 72 hours"

    def _check_need(self, error: wabakit.WabakitError) -> None:
        """A read failed: the weather was bad, or the account is known to be at its limit."""
        harmed = any(trip.fate not in HARMLESS for trip in self.weather.trips)
        withheld = isinstance(error, wabakit.RateLimitError) and error.response is None
        assert harmed or withheld or self.weather.largest_page == 0, "it failed without need"

    def _check_guard(self, node: str, error: wabakit.RegistrationLimitError) -> None:
        """The guard refused: neither Meta had to, nor was it too early."""
        if node in self._overtaken:
            return  # the calls of others count as well, and are not known
        assert error.response is None, "Meta itself had to refuse by its limit"
        spent = self._recent(node, error.method, self.clock())
        sent = sum(trip.may_have_arrived for trip in self.weather.trips)
        assert spent + sent >= ALLOWED, "the guard refused too early"

    def _recent(self, node: str, edge: str, now: datetime) -> int:
        return sum(moment > now - WINDOW for moment in self._registrations[node, edge])
