"""Faults placed before or after the effect of a call."""

import asyncio
from collections.abc import Callable
from typing import Any

import attrs
import httpx

from tests.client.wire import always, refusal
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA, Handler
from tests.failures.calls import APP, APP_SECRET, CODE, NAME, PARTNER
from tests.failures.graph import HTML, raw
from wabakit.emulator import Account, Emulator
from wabakit.emulator.world.businesses import PreverifiedNumber


@attrs.frozen
class Fault:
    """What goes wrong with one write."""

    answer: Handler | BaseException
    after: bool
    """Whether Graph did what was asked before it went wrong."""

    def strike(self, request: httpx.Request) -> httpx.Response:
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer(request)


LOST = httpx.ReadTimeout("lost")
ANSWERS: dict[str, Handler | Exception] = {
    "timeout": LOST,
    "unavailable": refusal(2, status=503),
    "HTML 502": raw(502, HTML),
    "HTML 200": raw(200, HTML),
    "empty object": raw(200, b"{}"),
}
GIVEN_UP: list[type[BaseException]] = [
    KeyboardInterrupt,
    SystemExit,
    GeneratorExit,
    asyncio.CancelledError,
]
"""What ends a call that nothing went wrong with: whoever made it gives it up."""
ABOUT_ANOTHER = always({"id": "1", "status": "DISCONNECTED", "verified_name": NAME})
"""The answer to somebody else's question."""


def breaking(emulator: Emulator, *faults: Fault | None, read: Fault | None = None) -> Handler:
    """Serve an emulator whose writes meet these faults in turn, and whose reads all meet one."""
    transport, left = emulator.transport(), list(faults)

    def answer(request: httpx.Request) -> httpx.Response:
        writes = request.method != "GET"
        fault = (left.pop(0) if left else None) if writes else read
        if fault is None:
            return transport.handle_request(request)
        if fault.after:
            transport.handle_request(request)
        return fault.strike(request)

    return answer


@attrs.frozen
class Story:
    """How a number is before a write, and how to tell that the write was done."""

    before: dict[str, Any]
    done: Callable[[Emulator], bool]
    pool: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """How the number of the pool is before it."""
    is_shared: bool = False
    """Whether that number is shared before it."""


def account(emulator: Emulator) -> Account:
    return emulator.number(NUMBER).account


def is_in_pool(emulator: Emulator, preverified_id: str = PREVERIFIED) -> bool:
    """Tell whether a pool has a number."""
    try:
        return bool(emulator.partners.preverified_number(preverified_id))
    except KeyError:
        return False


def pool(emulator: Emulator) -> list[PreverifiedNumber]:
    """All numbers of pools."""
    return emulator.world.all(PreverifiedNumber)


def partners(emulator: Emulator) -> list[str]:
    """Who may use the number of the pool."""
    found = emulator.partners.preverified_number(PREVERIFIED).partners
    return [business.id for business in found]


UNVERIFIED = {"status": "PENDING", "code_verification_status": "NOT_VERIFIED"}
IN_POOL = {"code_verification_status": "NOT_VERIFIED"}
STORIES: dict[str, Story] = {
    "registerPhoneNumber": Story(
        {"status": "PENDING", "code_verification_status": "VERIFIED"},
        lambda e: e.number(NUMBER).status == "CONNECTED",
    ),
    "deregisterPhoneNumber": Story({}, lambda e: e.number(NUMBER).status == "DISCONNECTED"),
    "updatePhoneNumber (name)": Story({}, lambda e: e.number(NUMBER).new_display_name == NAME),
    "updateOfficialBusinessAccount": Story({}, lambda e: e.number(NUMBER).oba_status == "PENDING"),
    "setUsername": Story({}, lambda e: e.number(NUMBER).username == "jaspers"),
    "deleteUsername": Story({"username": "jaspers"}, lambda e: e.number(NUMBER).username is None),
    "createPhoneNumber": Story(
        {}, lambda e: any(number.digits == "16315551000" for number in account(e).numbers)
    ),
    "requestCode": Story(UNVERIFIED, lambda e: len(e.outbox) == 1),
    "verifyCode": Story(
        {**UNVERIFIED, "pending_code": CODE},
        lambda e: e.number(NUMBER).code_verification_status == "VERIFIED",
    ),
    "syncAppData": Story({"is_on_biz_app": True}, lambda e: bool(e.number(NUMBER).synced)),
    "unsubscribeApp": Story({}, lambda e: not e.world.subscriptions.of_account(WABA)),
    "addPreverifiedNumber": Story(
        {}, lambda e: any(number.digits == "12025550142" for number in pool(e))
    ),
    "sharePreverifiedNumber": Story({}, lambda e: partners(e) == [PARTNER]),
    "unsharePreverifiedNumber": Story({}, lambda e: partners(e) == [], is_shared=True),
    "deletePreverifiedNumber": Story({}, lambda e: not is_in_pool(e)),
    "requestPreverifiedCode": Story({}, lambda e: len(e.outbox) == 1, IN_POOL),
    "verifyPreverifiedCode": Story(
        {},
        lambda e: e.partners.preverified_number(PREVERIFIED).code_verification_status == "VERIFIED",
        {**IN_POOL, "pending_code": CODE},
    ),
}


def seed(emulator: Emulator, name: str) -> None:
    """Bring the number, and that of the pool, into the state that a story begins with."""
    story = STORIES.get(name, Story({}, lambda _: True))
    owner = emulator.partners.add_business(BUSINESS)
    emulator.add_account(WABA, business_id=owner.id)
    number = emulator.add_number(WABA, id=NUMBER, **story.before)
    number.code_expires_at = number.creation_time.replace(year=2027)
    partner = emulator.partners.add_business(PARTNER)
    shared = [partner] if story.is_shared else []
    pool: dict[str, Any] = {"id": PREVERIFIED, "partners": shared, **story.pool}
    kept = emulator.partners.add_preverified_number(owner.id, **pool)
    emulator.partners.add_app(APP, secret=APP_SECRET)
    emulator.world.subscriptions.subscribe(WABA, emulator.partners.apps[0].id, None)
    kept.code_expires_at = number.code_expires_at
