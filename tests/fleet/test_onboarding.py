"""Many numbers are onboarded from a list, by processes that may be killed at any instant."""

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import TOKEN, WABA, Face
from wabakit.emulator import Emulator

ACCOUNTS = [WABA, "102290129340399"]
PIN = "314159"
PHONES = [f"+1 631-555-10{at:02}" for at in range(6)]


class Death(BaseException):
    """The process is gone."""


class Lives:
    """Processes that onboard the same list, each new and knowing nothing but the journal."""

    def __init__(self, face: Face, emulator: Emulator, journal: Path) -> None:
        self.face, self.emulator, self.journal = face, emulator, journal
        self.requests = 0
        self._lock = threading.Lock()

    def code_for(self, phone: str) -> str | None:
        """What was sent to a number, if anything was."""
        sent = [c for c in self.emulator.outbox if c.display_phone_number == phone]
        return sent[-1].code if sent else None

    def rows(self, **wishes: Any) -> list[wabakit.OnboardingRow]:
        wishes = {"verified_name": "Lucky Shrub", "pin": PIN, **wishes}
        return [
            wabakit.OnboardingRow(
                account_id=ACCOUNTS[at % 2],
                phone_number=phone,
                code=lambda phone=phone: self.code_for(phone),
                **wishes,
            )
            for at, phone in enumerate(PHONES)
        ]

    def live(self, dies_at: int = 0, after: bool = False, **wishes: Any) -> list[Any]:
        """Onboard them in a process that dies at a request, before it is sent or after its effect.

        As in a process that is killed, no thread of it does anything then.
        """
        served, self.requests = self.emulator.transport(), 0

        def answer(request: httpx.Request) -> httpx.Response:
            with self._lock:
                self.requests += 1
                if dies_at and (self.requests > dies_at - after):
                    if self.requests == dies_at:
                        served.handle_request(request)
                    raise Death
                response: httpx.Response = served.handle_request(request)
                return response

        client = self.face.make(http_client=self.face.http(httpx.MockTransport(answer)))
        events = list[Any]()
        try:
            for event in client.fleet(concurrency=3).onboard(
                self.rows(**wishes), journal=self.journal
            ):
                events.append(event)
        except Death:
            pass
        return events

    def advance(self, **by: float) -> None:
        self.face.time.advance(**by)
        self.emulator.clock.advance(timedelta(**by))

    def check(self) -> None:
        """Nothing scarce was spent twice, and everything is connected."""
        numbers = [n for waba_id in ACCOUNTS for n in self.emulator.account(waba_id).numbers]
        assert len(numbers) == len(self.emulator.outbox) == len(PHONES)
        assert {number.status for number in numbers} == {"CONNECTED"}
        window = timedelta(days=3)
        spent = [number.recent("register", self.emulator.now(), window) for number in numbers]
        assert set(spent) == {1}
        assert PIN not in self.journal.read_text("utf-8")
        assert not any(
            sent.code in self.journal.read_text("utf-8") for sent in self.emulator.outbox
        )


@pytest.fixture
def lives(face: Face, emulator: Emulator, tmp_path: Path) -> Lives:
    for waba_id in ACCOUNTS:
        emulator.add_account(waba_id)
    return Lives(face, emulator, tmp_path / "journal.jsonl")


def kind(event: object) -> str:
    return type(event).__name__.removeprefix("Onboarding")


def kinds(events: list[Any]) -> list[tuple[int, str]]:
    return sorted((event.index, kind(event)) for event in events)


def test_undisturbed(lives: Lives) -> None:
    """Each number costs five calls; a second run of the list costs nothing."""
    events = lives.live()
    told = [(at, what) for at in range(6) for what in ("Ended", "Started")]
    assert kinds(events) == told
    assert lives.requests == 5 * len(PHONES)
    lives.check()
    again = lives.live()
    assert lives.requests == 0
    assert kinds(again) == [(at, "Ended") for at in range(6)]
    assert all(event.is_kept and event.onboarding.done for event in again)


@pytest.mark.parametrize("after", [False, True], ids=["before a request", "after its effect"])
def test_killed_again_and_again(lives: Lives, after: bool) -> None:
    """Killed at every request in turn, and started anew, it spends nothing twice."""
    for dies_at in [*range(1, 8), 11, 13, 17]:
        lives.live(dies_at, after)
    waiting = {event.onboarding.waits_for for event in lives.live() if kind(event) == "Ended"}
    assert waiting <= {None, "code"}  # where one may be under way
    lives.advance(minutes=10)
    assert all(event.onboarding.done for event in lives.live() if kind(event) == "Ended")
    lives.check()


def test_killed_where_people_bring_the_codes(lives: Lives) -> None:
    """A process that died while it asked for a code leads to no second one."""
    rows = [
        wabakit.OnboardingRow(
            account_id=WABA, phone_number=PHONES[0], verified_name="Lucky Shrub", pin=PIN
        )
    ]
    lives.rows = lambda **_: rows  # type: ignore[method-assign]
    lives.live(3, after=True)
    assert len(lives.emulator.outbox) == 1
    (_, ended) = lives.live()
    assert (ended.onboarding.waits_for, len(lives.emulator.outbox)) == ("code", 1)
    rows[0] = attrs.evolve(rows[0], code=lives.emulator.outbox[-1].code)
    (_, ended) = lives.live()
    assert ended.onboarding.done
    assert len(lives.emulator.outbox) == 1


def test_wrong_rows_are_all_named(answering: Answering, tmp_path: Path) -> None:
    """Whatever is wrong with the rows is said at once, by their places, and nothing is sent."""
    server = answering(always({}))
    good = wabakit.OnboardingRow(
        account_id=WABA, phone_number=PHONES[0], verified_name="Lucky Shrub", pin=PIN
    )
    rows: Any = [
        good,
        attrs.evolve(good, phone_number=PHONES[1], pin="31415x"),
        attrs.evolve(good, phone_number=PHONES[2], account_id="me/numbers"),
        attrs.evolve(good, phone_number="+1 (631) 555-1000"),
        "no row",
    ]
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.client.fleet().onboard(rows, journal=tmp_path / "journal")
    text = str(caught.value)
    assert [f"rows[{at}]." in text for at in range(5)] == [False, True, True, True, True]
    assert "31415" not in text + repr(rows)
    assert server.requests == []


def test_a_row_that_cannot_go_on_stops_no_other(lives: Lives) -> None:
    """What a caller's own function raises is told of its row."""

    def broken(account_id: str) -> str:
        if account_id == WABA:
            raise LookupError("no vault")
        return TOKEN

    client = lives.face.make(http_client=lives.face.http(lives.emulator.transport()))
    fleet = client.fleet(tokens=broken)
    events = list(fleet.onboard(lives.rows(), journal=lives.journal))
    failed = [event for event in events if isinstance(event, wabakit.OnboardingFailed)]
    assert [event.index for event in failed] == [0, 2, 4]
    assert isinstance(failed[0].error, wabakit.InvalidInputError)
    done = [event for event in events if isinstance(event, wabakit.OnboardingEnded)]
    assert {(event.index, event.onboarding.done) for event in done} == {
        (1, True),
        (3, True),
        (5, True),
    }


def test_left_early(lives: Lives) -> None:
    """Whoever leaves the loop leaves no thread at work; the next run goes on from there."""
    client = lives.face.make(http_client=lives.face.http(lives.emulator.transport()))
    for event in client.fleet(concurrency=3).onboard(lives.rows(), journal=lives.journal):
        if kind(event) == "Ended":
            break
    assert not any(one.name.startswith("wabakit-fleet") for one in threading.enumerate())
    lives.live()
    lives.advance(minutes=10)
    assert all(event.onboarding.done for event in lives.live() if kind(event) == "Ended")
    lives.check()


CUT_OFF = b'{"account_id": "1022901293'


def test_a_line_that_was_cut_off(lives: Lives) -> None:
    """What a kill left half written is passed over; what is no journal is left as it is."""
    lives.live()
    whole = lives.journal.read_bytes()
    lives.journal.write_bytes(whole + CUT_OFF)
    assert all(event.is_kept for event in lives.live())
    assert lives.journal.read_bytes() == whole
    for text in (b"my notes\n", b"my notes", b'{"some": "other file"}\n'):
        lives.journal.write_bytes(text)
        with pytest.raises(wabakit.InvalidInputError) as caught:
            lives.live()
        assert caught.value.field == "journal"
        assert lives.journal.read_bytes() == text
