"""The way of a number from added to registered, and back, in any weather."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.soak import rival
from tests.soak.desks import COMPANIES, Company
from tests.soak.faces import FACES, Face
from tests.soak.life import PINS
from tests.soak.user import User
from tests.soak.values import new_numbers, pins, places, weathers


class Lifecycle(RuleBasedStateMachine):
    """Rules that need a code, a PIN or a new number; `weather` is what the next requests meet."""

    has_children = False

    @initialize(
        seed=st.integers(0, 9),
        face=st.sampled_from(FACES),
        childless=st.sampled_from([1, 1, 1, 0]),
        company=st.sampled_from(COMPANIES),
    )
    def start(self, seed: int, face: Face, childless: int, company: Company) -> None:
        self.has_children = not childless  # as they take their time
        self.user = User(seed, face, company)

    @rule(weather=weathers, number=new_numbers)
    def add_number(self, weather: list[str], number: tuple[str, str, str]) -> None:
        user, (cc, written, digits) = self.user, number
        account = user.client.account(user.waba.id)
        added: list[str] = []

        def add() -> None:
            new = account.add_number(cc=cc, phone_number=written, verified_name="Lucky Shrub")
            added.append(new.id)

        def is_there() -> bool:
            new = user.emulator.number(added[0])
            return (new.digits, new.verified_name) == (digits, "Lucky Shrub")

        user.write(account.id, "phone_numbers", "never", weather, add, is_there)
        for true in user.waba.numbers:
            if true.digits == digits and true not in user.numbers:
                user.numbers.append(true)

    @rule(weather=weathers, place=places, method=st.sampled_from(["SMS", "VOICE"]))
    def request_code(self, weather: list[str], place: int, method: str) -> None:
        true, number = self.user.pick(place)
        outbox = self.user.emulator.outbox
        sent = len(outbox)

        def ask() -> None:
            nonlocal sent
            sent = len(outbox)
            number.request_code(method)

        def was_sent() -> bool:
            return len(outbox) == sent + 1

        self.user.write(true.id, "request_code", "never", weather, ask, was_sent)
        assert len(outbox) <= sent + 1, "two messages were sent for one call"

    @rule(weather=weathers, place=places, right=st.booleans())
    def verify_code(self, weather: list[str], place: int, right: bool) -> None:
        true, number = self.user.pick(place)
        if right and true.pending_code is None:
            self.request_code([], place, "SMS")
        code = true.pending_code if right and true.pending_code else "604217"

        def is_verified() -> bool:
            return true.code_verification_status == "VERIFIED"

        def verify() -> None:
            number.verify_code(code)

        self.user.write(true.id, "verify_code", "never", weather, verify, is_verified, code)

    @rule(weather=weathers, place=places, pin=pins)
    def register(self, weather: list[str], place: int, pin: str) -> None:
        true, number = self.user.pick(place)
        known = {true.pin, pin, rival.PIN}

        def is_registered() -> bool:
            return true.is_registered and true.pin == pin

        def register() -> None:
            number.register(pin)

        self.user.write(true.id, "register", "settle-first", weather, register, is_registered, pin)
        assert true.pin in known, "the number has a PIN that its user does not know"

    @rule(weather=weathers, place=places)
    def deregister(self, weather: list[str], place: int) -> None:
        true, number = self.user.pick(place)

        def is_off() -> bool:
            return not true.is_registered

        self.user.write(true.id, "deregister", "settle-first", weather, number.deregister, is_off)

    @rule(place=places, times=st.integers(2, 11), weather=st.sampled_from([[], ["refused"]]))
    def register_and_deregister(self, place: int, times: int, weather: list[str]) -> None:
        true, _ = self.user.pick(place)
        for _ in range(times):
            if true.is_registered:
                self.deregister(weather, place)
            else:
                self.register(weather, place, true.pin or PINS[0])

    @rule(weather=weathers, place=places, pin=pins)
    def set_pin(self, weather: list[str], place: int, pin: str) -> None:
        true, number = self.user.pick(place)

        def is_set() -> bool:
            return true.pin == pin

        self.user.write(true.id, "", "safe", weather, lambda: number.set_pin(pin), is_set, pin)
