"""Faults placed before or after the effect of a call."""

import asyncio
from collections.abc import Callable
from typing import Any

import attrs
import httpx

from tests.client.wire import always, refusal
from tests.faces import NUMBER, WABA, Handler
from tests.failures.calls import CODE, NAME
from tests.failures.graph import HTML, raw
from wabakit.emulator import Account, Emulator


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


def account(emulator: Emulator) -> Account:
    return emulator.number(NUMBER).account


UNVERIFIED = {"status": "PENDING", "code_verification_status": "NOT_VERIFIED"}
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
}


def seed(emulator: Emulator, name: str) -> None:
    """Bring the number into the state that a story begins with."""
    emulator.add_account(WABA)
    number = emulator.add_number(WABA, id=NUMBER, **STORIES[name].before)
    number.code_expires_at = number.creation_time.replace(year=2027)
