"""What a partner does beside its numbers, in any weather: the pool, accounts, many numbers."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

import wabakit
from tests.soak import values
from tests.soak.values import places, weathers
from tests.soak.waiting import Waiting
from tests.soak.weather import HARMLESS
from wabakit.emulator.world.businesses import PreverifiedNumber

VERIFY_TOKEN = "verify0token0nobody0may0see"
CALLBACK = "https://hooks.example.com/wa"
NOBODY = "999"
"""The id of no number."""
pooled = precondition(lambda soak: soak.user.pool())


class Partnering(Waiting):
    """The rules of the pool, of accounts, and of reading many numbers by id."""

    def kept(self, place: int) -> tuple[PreverifiedNumber, wabakit.PreverifiedNumber]:
        """Return a number of the pool as the emulator has it, and the client's handle of it."""
        found = self.user.pool()
        true = found[place % len(found)]
        return true, self.user.client.preverified_number(true.id)

    @rule(weather=weathers, phone_number=values.pooled_numbers)
    def add_to_pool(self, weather: list[str], phone_number: str) -> None:
        user, added = self.user, list[str]()
        business = user.client.business(user.business.id)

        def add() -> None:
            added.append(business.add_preverified_number(phone_number).id)

        def is_there() -> bool:
            return (added[-1], phone_number) in {(n.id, n.phone_number) for n in user.pool()}

        user.write(business.id, "add_phone_numbers", "never", weather, add, is_there)
        assert sum(n.phone_number == phone_number for n in user.pool()) <= 1

    @pooled
    @rule(weather=weathers, place=places)
    def request_code_for_pool(self, weather: list[str], place: int) -> None:
        (true, handle), outbox = self.kept(place), self.user.emulator.outbox
        sent = len(outbox)

        def was_sent() -> bool:
            return len(outbox) > sent

        self.user.write(true.id, "request_code", "never", weather, handle.request_code, was_sent)

    @pooled
    @rule(weather=weathers, place=places, right=st.booleans())
    def verify_in_pool(self, weather: list[str], place: int, right: bool) -> None:
        true, handle = self.kept(place)
        if right and true.pending_code is None:
            self.request_code_for_pool([], place)
        code = true.pending_code if right and true.pending_code else "604217"

        def verify() -> None:
            handle.verify_code(f"{code[:3]}-{code[3:]}")

        def is_verified() -> bool:
            return true.code_verification_status == "VERIFIED"

        self.user.write(true.id, "verify_code", "never", weather, verify, is_verified, code)

    @pooled
    @rule(weather=weathers, place=places, shares=st.booleans())
    def share(self, weather: list[str], place: int, shares: bool) -> None:
        (true, _), user = self.kept(place), self.user
        business = user.client.business(user.business.id)
        call: Callable[[str, str], None] = (
            business.share_preverified_number if shares else business.unshare_preverified_number
        )

        def change() -> None:
            call(true.id, user.partner.id)

        def is_so() -> bool:
            return (user.partner in true.partners) is shares

        edge = "share_preverified_numbers"
        user.write(business.id, edge, "settle-first", weather, change, is_so)

    @pooled
    @rule(weather=weathers, place=places)
    def delete_from_pool(self, weather: list[str], place: int) -> None:
        true, handle = self.kept(place)

        def is_gone() -> bool:
            return true not in self.user.pool()

        self.user.write(true.id, "", "settle-first", weather, handle.delete, is_gone)

    @pooled
    @rule(place=places)
    def customer_claims(self, place: int) -> None:
        """Somebody picks a number in Embedded Signup; it is one of the account then."""
        true, _ = self.kept(place)
        if true.code_verification_status == "VERIFIED":
            claimed = self.user.emulator.partners.claim(true.id, self.user.waba.id)
            self.user.numbers.append(claimed)

    @rule(weather=weathers, status=st.sampled_from([None, "VERIFIED", "NOT_VERIFIED"]))
    def list_pool(self, weather: list[str], status: str | None) -> None:
        def go() -> None:
            business = self.user.client.business(self.user.business.id)
            found = list(business.preverified_numbers(code_verification_status=status, page_size=2))
            true = [n for n in self.user.pool() if status in (None, n.code_verification_status)]
            assert [card.id for card in found] == [number.id for number in true]

        self.user.read("list pool", weather, go)

    @rule(weather=weathers)
    def list_accounts(self, weather: list[str]) -> None:
        def go() -> None:
            found = list(self.user.client.business(self.user.business.id).accounts())
            assert [account.id for account in found] == [self.user.waba.id]

        self.user.read("list accounts", weather, go)

    @rule(weather=weathers, subscribes=st.booleans(), overrides=st.booleans())
    def subscribe(self, weather: list[str], subscribes: bool, overrides: bool) -> None:
        user, account = self.user, self.user.client.account(self.user.waba.id)
        subscriptions, given = user.emulator.world.subscriptions, [CALLBACK, VERIFY_TOKEN]

        def change() -> None:
            if not subscribes:
                return account.unsubscribe()
            return account.subscribe(*(given if overrides else ()))

        def is_so() -> bool:
            found = subscriptions.of_account(account.id)
            if not subscribes:
                return not found
            (override,) = found.values()
            return (override is not None) is overrides

        repeat = "safe" if subscribes else "settle-first"
        user.write(account.id, "subscribed_apps", repeat, weather, change, is_so, VERIFY_TOKEN)

    @rule(weather=weathers, fields=values.webhook_fields)
    def subscribe_app(self, weather: list[str], fields: list[str]) -> None:
        user, app_id = self.user, self.user.emulator.partners.apps[0].id

        def change() -> None:
            user.client.app(app_id).subscribe(CALLBACK, VERIFY_TOKEN, fields)

        def is_so() -> bool:
            return user.emulator.world.subscriptions.apps[app_id].fields == frozenset(fields)

        user.write(app_id, "subscriptions", "safe", weather, change, is_so, VERIFY_TOKEN)

    @rule(weather=weathers, kind=st.sampled_from(["state", "history"]))
    def sync_app_data(self, weather: list[str], kind: str) -> None:
        true = next(number for number in self.user.numbers if number.is_on_biz_app)
        word = {"state": "smb_app_state_sync"}.get(kind, kind)

        def sync() -> None:
            self.user.client.number(true.id).sync_app_data(kind)

        def is_asked_for() -> bool:
            return true.synced.count(word) == 1

        self.user.write(true.id, "smb_app_data", "never", weather, sync, is_asked_for)

    @rule(weather=values.batch_weathers, ids=st.lists(places, max_size=9), more=st.booleans())
    def read_many(self, weather: list[str], ids: list[int], more: bool) -> None:
        """Each number comes in its turn, with its value or its own error; nothing is lost."""
        user = self.user
        asked = [*(user.pick(place)[0].id for place in ids), NOBODY]
        asked += [number.id for number in user.waba.numbers] * (3 * more)
        trues = {number.id: number for number in user.waba.numbers}

        def go() -> None:
            fields = [wabakit.PhoneNumber.status]
            found = list(user.client.numbers(asked, fields=fields))
            assert [one for one, _ in found] == asked
            harmed = any(trip.fate not in HARMLESS for trip in user.weather.trips)
            for one, value in found:
                if isinstance(value, wabakit.PhoneNumber):
                    assert value.id == one
                    # Where Graph refuses batches, each is read by a request of its own.
                    if "unlisted values" not in weather:
                        assert value.status == trues[one].status
                elif one != NOBODY:
                    withheld = isinstance(value, wabakit.RateLimitError) and value.response is None
                    assert harmed or withheld, f"it failed without need: {value!r}"

        user.read("read many", weather, go)
