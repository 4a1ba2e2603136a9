"""One user's whole life with an account, and what happens at Meta meanwhile."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

import wabakit
from tests.soak import values
from tests.soak.company import accompanied
from tests.soak.life import KNOWN, PINS
from tests.soak.partnering import Partnering
from tests.soak.values import places, weathers
from tests.soak.walk import walk

Act = Callable[[Any, list[str], int], object]
ACTS: tuple[Act, ...] = (
    lambda soak, weather, place: soak.set_pin(weather, place, PINS[place % 3]),
    lambda soak, weather, place: soak.register(weather, place, PINS[place % 3]),
    lambda soak, weather, place: soak.deregister(weather, place),
    lambda soak, weather, place: soak.set_username(weather, place, "windwool", False),
    lambda soak, weather, place: soak.delete_username(weather, place),
    lambda soak, weather, place: soak.read_number(weather, place, []),
)
"""What is done in a child process, or after another client did it."""

parents = precondition(attrgetter("has_children"))

steps: Counter[str] = Counter()
"""What ran in this process: `steps` of so many `runs`."""


class Soak(Partnering):
    """The rules of a number's profile, of reading, and of time."""

    age = -1

    @invariant()
    def grow_older(self) -> None:
        self.age += 1

    def teardown(self) -> None:
        self.user.close()
        steps.update(steps=self.age, runs=1)

    @rule(weather=weathers, place=places, name=values.names)
    def request_display_name(self, weather: list[str], place: int, name: str) -> None:
        true, number = self.user.pick(place)

        def request() -> None:
            number.request_display_name(name)

        def is_requested() -> bool:
            if true.new_name_status in ("PENDING_REVIEW", "APPROVED"):
                return true.new_display_name == name
            return true.verified_name == name

        self.user.write(true.id, "", "settle-first", weather, request, is_requested)

    @rule(weather=weathers, place=places, name=values.usernames, transfer=st.booleans())
    def set_username(self, weather: list[str], place: int, name: str, transfer: bool) -> None:
        true, number = self.user.pick(place)

        def claim() -> None:
            number.set_username(name, transfer)

        def is_held() -> bool:
            return true.username == name.lower()

        holder = next((n for n in self.user.numbers if n.username == name.lower()), None)
        self.user.write(true.id, "username", "settle-first", weather, claim, is_held)
        if holder is not None and holder is not true:
            self.user.touch(holder.id)

    @rule(weather=weathers, place=places)
    def delete_username(self, weather: list[str], place: int) -> None:
        true, number = self.user.pick(place)
        give_up = number.delete_username

        def is_gone() -> bool:
            return true.username is None

        self.user.write(true.id, "username", "settle-first", weather, give_up, is_gone)

    @rule(weather=weathers, place=places, then=st.one_of(st.none(), weathers))
    def read_username(self, weather: list[str], place: int, then: list[str] | None) -> None:
        true, number = self.user.pick(place)
        held = true.username

        def read() -> None:
            seen = number.username().username or None
            assert seen in (held, true.username)  # another call may have changed it meanwhile

        self.user.read("read username", weather, read)
        if held and then is not None:
            self.delete_username(then, place)

    @rule(weather=weathers, place=places)
    def apply_for_badge(self, weather: list[str], place: int) -> None:
        true, number = self.user.pick(place)

        def apply() -> None:
            number.update_official_business_account(
                business_website_url="https://example.com", primary_country_of_operation="DE"
            )

        def is_open() -> bool:
            return true.oba_status == "PENDING"

        edge = "official_business_account"
        self.user.write(true.id, edge, "settle-first", weather, apply, is_open)

    @rule(weather=weathers, place=places, check=st.booleans())
    def update_settings(self, weather: list[str], place: int, check: bool) -> None:
        true, number = self.user.pick(place)

        def update() -> None:
            number.update_settings(user_identity_change={"enable_identity_key_check": check})

        def is_so() -> bool:
            return true.settings["user_identity_change"]["enable_identity_key_check"] is check

        self.user.write(true.id, "settings", "safe", weather, update, is_so)

    @rule(
        weather=weathers,
        place=places,
        prompts=st.lists(st.text(min_size=1, max_size=9), max_size=4),
    )
    def set_automation(self, weather: list[str], place: int, prompts: list[str]) -> None:
        true, number = self.user.pick(place)

        def change() -> None:
            number.set_automation(prompts=prompts)

        def is_so() -> bool:
            return (true.conversational_automation or {}).get("prompts") == prompts

        self.user.write(true.id, "conversational_automation", "safe", weather, change, is_so)

    @rule(weather=weathers, place=places, selection=values.selections)
    def read_number(
        self, weather: list[str], place: int, selection: list[wabakit.Field[object]]
    ) -> None:
        true, number = self.user.pick(place)

        def read() -> None:
            node = number.get(fields=selection)
            assert node.id == true.id
            if "unlisted values" not in weather and node.was_asked("status"):
                assert node.status == true.status

        self.user.read("read", weather, read)

    @rule(
        weather=weathers,
        page_size=values.page_sizes,
        largest_page=st.sampled_from([None, None, 0, 1, 6, 30]),
        start=st.integers(0, 40),
        forwards=st.booleans(),
        selection=values.selections,
    )
    def walk_account(
        self,
        weather: list[str],
        page_size: int,
        largest_page: int | None,
        start: int,
        forwards: bool,
        selection: list[wabakit.Field[object]],
    ) -> None:
        def go() -> None:
            walk(self.user, page_size, start, forwards, selection)

        self.user.read("walk", weather, go, largest_page)

    @parents
    @rule(weather=values.lost_only, place=places, act=st.sampled_from(ACTS))
    def act_in_a_child(self, weather: list[str], place: int, act: Act) -> None:
        with self.user.elsewhere():
            act(self, weather, place)

    @accompanied
    @rule(
        weather=values.lost_on_its_way, place=places, act=st.sampled_from(ACTS), span=values.spans
    )
    def do_what_another_did(
        self, weather: list[str], place: int, act: Act, span: timedelta
    ) -> None:
        """What another client did is not taken for one's own, as what was seen before is old."""
        self.read_number([], place, KNOWN)
        self.change_desks(1)
        act(self, [], place)
        self.user.clock.advance(span)
        self.change_desks(2)
        act(self, weather, place)

    @parents
    @rule()
    def read_in_both(self) -> None:
        with self.user.elsewhere():
            self.user.read_in_both()

    @parents
    @precondition(lambda soak: soak.user.way == "httpx")
    @rule(place=places)
    def be_refused_in_a_child(self, place: int) -> None:
        """A client whose connections are its user's sends nothing in another process."""
        _, number = self.user.pick(place)
        with pytest.raises(wabakit.InvalidInputError, match="another process"):
            self.user.in_a_child(number.deregister)

    @rule(place=places, approved=st.booleans())
    def meta_reviews_name(self, place: int, approved: bool) -> None:
        true, _ = self.user.pick(place)
        emulator = self.user.emulator
        if "PENDING_REVIEW" in (true.new_name_status, true.name_status):
            decide = emulator.approve_name if approved else emulator.decline_name
            decide(true.id)

    @rule(place=places, status=st.sampled_from(["FLAGGED", "RESTRICTED", "CONNECTED"]))
    def meta_limits_number(self, place: int, status: str) -> None:
        true, _ = self.user.pick(place)
        if true.is_registered:
            true.status = status

    @rule(place=places)
    def verification_expires(self, place: int) -> None:
        true, _ = self.user.pick(place)
        if true.code_verification_status == "VERIFIED":
            true.code_verification_status = "EXPIRED"

    @rule(span=values.spans)
    def time_passes(self, span: timedelta) -> None:
        self.user.clock.advance(span)

    @rule(retry=values.retries)
    def be_patient(self, retry: wabakit.Retry) -> None:
        self.user.be_patient(retry)
