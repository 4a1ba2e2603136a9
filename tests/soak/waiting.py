"""Waiting for a number, woken by webhooks that come late, twice and in any order."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

import wabakit
from tests.soak.company import Accompanied
from tests.soak.life import PINS
from tests.soak.mailbox import Mailbox
from tests.soak.user import User
from tests.soak.values import cuts, lost, places
from wabakit import PhoneNumber, webhooks
from wabakit.emulator import Emulator
from wabakit.emulator import PhoneNumber as TrueNumber

QUALITY, LIMIT = "phone_number_quality_update", "TIER_1K"


def _flag(emulator: Emulator, true: TrueNumber) -> None:
    if true.is_registered:
        other = "CONNECTED" if true.status == "FLAGGED" else "FLAGGED"
        emulator.change_number(true.id, status=other)


def _change_pin(emulator: Emulator, true: TrueNumber) -> None:
    emulator.change_number(true.id, pin=PINS[0] if true.pin == PINS[1] else PINS[1])


def _tell_an_untruth(emulator: Emulator, true: TrueNumber) -> None:
    limits = {"current_limit": LIMIT, "max_daily_conversations_per_business": LIMIT}
    value = {"display_phone_number": true.digits, "event": "FLAGGED", **limits}
    emulator.webhooks.send(true.account.id, QUALITY, value)


def _tell_by_id(emulator: Emulator, true: TrueNumber) -> None:
    told = {"phone_number_id": true.id, "calling": {"status": "ENABLED"}}
    value = {"messaging_product": "whatsapp", "phone_number_settings": told}
    emulator.webhooks.send(true.account.id, "account_settings_update", value)


def _tell_of_the_account(emulator: Emulator, true: TrueNumber) -> None:
    emulator.webhooks.send(true.account.id, "account_review_update", {"decision": "APPROVED"})


HAPPENINGS = (_flag, _flag, _change_pin, _tell_an_untruth, _tell_by_id, _tell_of_the_account)
happenings = st.one_of(st.none(), st.tuples(places, st.sampled_from(HAPPENINGS)))
"""What happens at Meta in the next second of a wait, and to which number."""
Happening = tuple[int, Callable[[Emulator, TrueNumber], None]] | None


@attrs.define(eq=False)
class Vigil:
    """One wait, what was heard in it, and what was read."""

    user: User
    true: TrueNumber
    wanted: str
    shows_digits: bool
    every: float
    timeout: float
    is_fine: bool
    """Whether no bad weather is to come."""
    wait: wabakit.Wait = attrs.field(factory=wabakit.Wait)
    heard: list[tuple[int, datetime]] = attrs.field(factory=list[tuple[int, datetime]])
    """When an event came that may be about the number, and after how many requests."""
    looks: list[tuple[int, datetime, bool]] = attrs.field(factory=list[tuple[int, datetime, bool]])
    """After how many requests it was looked at, when, and whether the weather was over."""
    ends: datetime = attrs.field(init=False)
    read: Any = None
    ended: str = "cut"

    def __attrs_post_init__(self) -> None:
        self.ends = self.user.clock() + timedelta(seconds=self.timeout)

    def go(self) -> None:
        """Wait."""
        fields = [PhoneNumber.status, *([PhoneNumber.display_phone_number] * self.shows_digits)]
        number = self.user.client.number(self.true.id)
        try:
            found = number.wait_until(
                self._is_wanted,
                fields=fields,
                timeout=self.timeout,
                every=self.every,
                wait=self.wait,
            )
        except wabakit.WaitTimeoutError:
            self.ended = "late"
        else:
            self.ended = "in time"
            assert found is self.read, "what was returned was not what was read last"
            assert found.status == self.wanted

    def _is_wanted(self, card: PhoneNumber) -> bool:
        assert card.status == self.true.status, "something else was read than there is"
        self.read = card
        weather = self.user.weather
        self.looks.append((len(weather.trips), self.user.clock(), weather.is_over))
        return bool(card.status == self.wanted)

    def hear(self, event: webhooks.Event) -> None:
        """Pass an event on; what it is about is found out here without wabakit's properties."""
        value = cast(dict[str, Any], event.value)
        named = value.get("phone_number_settings", {}).get("phone_number_id")
        are_known = self.shows_digits and self.looks  # the first answer tells them
        digits = value.get("display_phone_number") if are_known else None
        if named in (None, self.true.id) and digits in (None, self.true.digits):
            self.heard.append((len(self.user.weather.trips), self.user.clock()))
        self.wait.notify(event)

    def check(self) -> None:
        """Hold when it was looked at against what was heard: at once then, else after a pause."""
        ends, trips = self.ends, self.user.weather.trips
        before, was_over = 0, self.is_fine
        for after, at, is_over in self.looks[: -1 if self.ended == "in time" else None]:
            if after == before + 1 and was_over:  # else it was read twice, for reasons of weather
                heard = [moment for count, moment in self.heard if count == after]
                due = max(at, min([*heard, at + timedelta(seconds=self.every), ends]))
                if after < len(trips):
                    assert trips[after].at == due, "it slept on, or woke for another number"
                else:
                    assert self.ended == "late", "it ended for no reason"
                    assert at >= ends, "it gave up before its time"
            before, was_over = after, is_over


class Waiting(Accompanied):
    """The rules of waiting, and of how webhooks come."""

    mailbox: Mailbox | None = None

    @invariant()
    def the_mailbox_is_sound(self) -> None:
        assert self.mailbox is None or not self.mailbox.faults, self.mailbox.faults

    @rule(
        copies=st.integers(1, 3),
        delay=st.sampled_from([0, 0, 1, 4, 60]),
        together=st.sampled_from([1, 1, 3]),
        shuffled=st.booleans(),
        held=st.booleans(),
        statuses=st.lists(st.sampled_from([200, 500, 0]), max_size=4),
    )
    def meta_sends_otherwise(self, statuses: list[int], **manner: Any) -> None:
        """Webhooks come late, twice, in any order or together, and some are not taken at first."""
        self._open_mailbox().statuses.extend(statuses)
        self.user.emulator.webhooks.shape(**manner)

    @rule(
        weather=st.one_of(st.just([]), st.lists(st.one_of(lost, cuts), max_size=2)),
        place=places,
        wanted=st.sampled_from(["CONNECTED", "FLAGGED", "RESTRICTED", "PENDING"]),
        shows_digits=st.sampled_from([True, True, False]),
        every=st.sampled_from([1, 2.5, 60]),
        timeout=st.sampled_from([0, 6.5, 20]),
        happening=st.lists(happenings, min_size=3, max_size=14),
    )
    def wait_until(
        self, weather: list[str], place: int, happening: list[Happening], **waiting: Any
    ) -> None:
        user, (true, _), mailbox = self.user, self.user.pick(place), self._open_mailbox()
        if user.desk.is_blocked(user.waba.id, user.clock()):
            return
        vigil, to_come = Vigil(user, true, is_fine=not weather, **waiting), iter(happening)

        def go_on() -> None:
            if (next_one := next(to_come, None)) is not None:
                where, happen = next_one
                happen(user.emulator, user.pick(where)[0])
            user.emulator.webhooks.deliver()

        mailbox.hear, user.in_pauses = vigil.hear, go_on
        user.read("wait", weather, vigil.go)
        mailbox.hear = user.in_pauses = None
        vigil.check()

    def _open_mailbox(self) -> Mailbox:
        """Return what takes the webhooks of the account, of which there may be none yet."""
        emulator, waba_id = self.user.emulator, self.user.waba.id
        if self.mailbox is None:
            self.mailbox = Mailbox(emulator.partners.apps[0].secret)
            emulator.webhooks.receive(self.mailbox)
        if not emulator.world.subscriptions.of_account(waba_id):
            emulator.webhooks.subscribe(waba_id)
        return self.mailbox
