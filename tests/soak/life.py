"""What there is around a user: an account, clients, time, and others who act meanwhile."""

from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

import wabakit
from tests.soak.cuts import wait, wait_async
from tests.soak.desks import Company, Desk, memories
from tests.soak.elsewhere import Child, Street
from tests.soak.faces import APP_SECRET, TOKEN, Face, Hours, make_client
from tests.soak.rival import act_as_rival
from tests.soak.trip import Trip
from tests.soak.truth import state_of
from tests.soak.weather import OVERLAPPED, Weather
from wabakit._connections._sync.transport import Way
from wabakit.emulator import Clock, Emulator, PhoneNumber
from wabakit.emulator.world.businesses import PreverifiedNumber
from wabakit.emulator.world.lifecycle import find

PINS = ("314159", "271828", "161803")
PATIENT = wabakit.Retry(patience=600)
STATES: tuple[dict[str, Any], ...] = (
    {"status": "PENDING"},
    {"pin": PINS[0], "username": "windwool"},
    {"status": "FLAGGED", "pin": PINS[1], "username": "jaspers_market"},
    {"status": "PENDING", "code_verification_status": "VERIFIED"},
    {"new_display_name": "Lucky Shrub", "new_name_status": "PENDING_REVIEW"},
    {"status": "DISCONNECTED", "code_verification_status": "VERIFIED", "pin": PINS[2]},
    {"is_on_biz_app": True},
)

KNOWN = [
    wabakit.PhoneNumber.new_name_status,
    wabakit.PhoneNumber.new_display_name,
    wabakit.PhoneNumber.verified_name,
    wabakit.PhoneNumber.status,
]
"""What a later write is held against."""
weather_met: Counter[str] = Counter()
"""How often each kind of weather was met in this process."""


class Life:
    """Clients, one account, one emulator; clock, chance and sleep are the user's own."""

    def __init__(self, seed: int, face: Face = "sync", company: Company = "alone") -> None:
        self.clock = Clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
        self.emulator = Emulator(
            clock=self.clock, seed=seed, token=TOKEN, app_secret=APP_SECRET, strict=True
        )
        self.waba = self.emulator.add_account(max_numbers=60)
        partners = self.emulator.partners
        self.business, self.partner = partners.business(), partners.add_business()
        self._seed_numbers()
        self.weather = Weather(self.emulator, self.clock, self._be_overtaken, self._meanwhile)
        self.companion: Callable[[], None] | None = None
        """What somebody at another desk does while a call is under way."""
        self.in_pauses: Callable[[], None] | None = None
        """What happens while a client waits."""
        self._before = ""
        self._folder = TemporaryDirectory() if company == "sharers" else None
        folder = "" if self._folder is None else self._folder.name
        sleep = self._sleep_async if face == "async" else self._sleep
        self.desks = [
            Desk(make_client(face, self.weather, memory, self.clock, seed, sleep), guard)
            for memory, guard in memories(company, Path(folder, "memory"))
        ]
        self._street: Street | None = None
        self.way: Way = "auto" if face == "own" else "httpx"
        self._is_elsewhere = False
        self.retry = wabakit.Retry()
        for desk in reversed(self.desks):
            self.sit_at(desk)
            # A review that somebody else began is told from one's own only if it was seen before.
            assert list(self.client.account(self.waba.id).numbers(fields=[KNOWN[0]]))

    def close(self) -> None:
        """End what runs beside this thread."""
        if self._street is not None:
            self._street.close()
        if self._folder is not None:
            self._folder.cleanup()

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
        self.retry, self.client = retry, self.desk.client.with_options(retry=retry)

    def sit_at(self, desk: Desk) -> None:
        """Go on with another client."""
        self.desk = self.weather.desk = desk
        self.be_patient(self.retry)

    def touch(self, node: str, actor: Desk | None = None) -> None:
        """Note that somebody acted on a number, of whom all the other clients know nothing."""
        for desk in self.desks:
            if desk is not actor:
                desk.touched[node] = self.clock()
            if actor is None or desk.guard is not actor.guard:
                desk.guard.others.add(node)

    def _sleep(self, seconds: float) -> None:
        wait(self.weather.end_in_a_pause())
        self.let_pass(seconds)

    async def _sleep_async(self, seconds: float) -> None:
        await wait_async(self.weather.end_in_a_pause())
        self.let_pass(seconds)

    def let_pass(self, seconds: float) -> None:
        """Let time pass that the client waits for."""
        longest = self.retry.patience if self.in_pauses is None else 60
        assert 0 <= seconds <= longest, f"slept {seconds} seconds"
        with self._somebody_else():
            self.clock.advance(timedelta(seconds=seconds))
            if self.in_pauses is not None:
                self.in_pauses()

    def _be_overtaken(self, request: httpx.Request, node: str) -> None:
        """Let another client make the same kind of call, before this one's is lost."""
        with self._somebody_else():
            self.touch(node)
            act_as_rival(self.emulator, request)

    def _meanwhile(self, trip: Trip) -> None:
        """Read a number while a write to it is under way; or write to it while it is read."""
        weather_met[OVERLAPPED] += 1
        if self.companion is not None:
            self.companion()
        elif trip.node in {number.id for number in self.numbers}:
            self._overlap(trip)

    def _overlap(self, trip: Trip) -> None:
        number, is_reading = self.client.number(trip.node), self.weather.is_reading
        with self.weather.aside(), suppress(wabakit.WabakitError):
            if trip.method != "GET":
                number.get(fields=KNOWN)
                number.username()
                number.official_business_account()
            elif trip.edge == "username" and is_reading:
                with self._somebody_else():
                    number.delete_username()
                    self.touch(trip.node, self.desk)

    @contextmanager
    def elsewhere(self) -> Generator[None, None, None]:
        """Make calls in a child process, over connections that this one has used before."""
        if self._street is None:
            hours = Hours(self.clock, 0, self.let_pass)
            self._street = Street(self.weather, self.desks[0].client, hours, self.way)
        self.sit_at(self.desks[0])
        before = self.retry
        self.be_patient(PATIENT)  # until the account is not at its limit any more
        self.client = self._street.client.with_options(retry=PATIENT)
        self.weather.forecast([])
        list(self.client.account(self.waba.id).numbers(fields=[]))
        self._is_elsewhere = True
        with self.desk.told_elsewhere():
            yield
        self._is_elsewhere = False
        self.be_patient(before)

    def read_in_both(self) -> None:
        """Read here and in a child process at once; each gets the answers to its questions."""

        def read(numbers: list[PhoneNumber]) -> None:
            for true in numbers:
                node = self.client.number(true.id).get(fields=[wabakit.PhoneNumber.status])
                assert (node.id, node.status) == (true.id, true.status)

        child = Child(lambda: read(self.numbers[::2]))
        try:
            read(self.numbers[1::2])
        finally:
            child.end()

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
        return state_of(self.emulator, self.waba, self.pool())

    def pool(self) -> list[PreverifiedNumber]:
        """Return the numbers of the pool; those whose time is over are gone."""
        world, now = self.emulator.world, self.clock()
        found = (find(world, number.id, now) for number in world.all(PreverifiedNumber))
        return [number for number in found if isinstance(number, PreverifiedNumber)]

    def pick(self, place: int) -> tuple[PhoneNumber, wabakit.Number]:
        """Return a number as the emulator has it, and the client's handle of it."""
        true = self.numbers[place % len(self.numbers)]
        return true, self.client.number(true.id)
