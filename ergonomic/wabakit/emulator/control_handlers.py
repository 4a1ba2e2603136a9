"""What the control routes do with state, time, codes, reviews and faults."""

from __future__ import annotations

import copy
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .access import looks_real
from .call import SUCCESS, Json
from .faults import read_fault
from .json_text import DEEPEST_STATE
from .parameters import any_text, decode_json, flag, time_with_zone
from .request import Request
from .reviews import name_under_review
from .state import write_code

if TYPE_CHECKING:
    from .emulator import Emulator

_REQUESTS_SHOWN = 100


def get_health(emulator: Emulator, _: Request) -> Json:
    """Say that the emulator is there, how it was started, and its token, unless that looks real."""
    token = None if looks_real(emulator.token) else emulator.token
    return {
        "status": "ok",
        "now": emulator.now().isoformat(),
        "token": token,
        "limits": emulator.limits,
        "strict": emulator.strict,
    }


def get_state(emulator: Emulator, _: Request) -> Json:
    """Give a snapshot."""
    return emulator.snapshot()


def put_state(emulator: Emulator, request: Request) -> Json:
    """Go back to a snapshot."""
    emulator.restore(request.body_values(DEEPEST_STATE))
    return SUCCESS


def reset(emulator: Emulator, _: Request) -> Json:
    """Go back to the start."""
    emulator.reset()
    return SUCCESS


def get_clock(emulator: Emulator, _: Request) -> Json:
    """Tell the time."""
    is_frozen = emulator.has_clock and emulator.clock.is_frozen
    return {"now": emulator.now().isoformat(), "is_frozen": is_frozen}


def set_clock(emulator: Emulator, request: Request) -> Json:
    """Freeze the clock, let it run, move it on, in this order."""
    clock = emulator.clock
    sent = request.body_values()
    if not sent or not sent.keys() <= {"freeze", "run", "advance"}:
        raise ValueError("send freeze (a time, or true for now), run (true) or advance (P14D)")
    if sent.get("freeze") is not None:
        clock.freeze(None if sent["freeze"] is True else time_with_zone(sent["freeze"], "freeze"))
    if "run" in sent and flag(sent["run"], "run"):
        clock.run()
    if sent.get("advance") is not None:
        clock.advance(any_text(sent["advance"], "advance"))
    return get_clock(emulator, request)


def list_codes(emulator: Emulator, request: Request) -> Json:
    """List the one-time codes that were sent, oldest first, of one number if it is named."""
    wanted = request.query.get("phone_number_id")
    return {
        "codes": [
            {**write_code(sent), "is_usable": _is_usable(emulator, sent.phone_number_id, sent.code)}
            for sent in emulator.outbox
            if wanted in {None, sent.phone_number_id}
        ]
    }


def list_reviews(emulator: Emulator, _: Request) -> Json:
    """List the display names that wait for a decision."""
    return {
        "reviews": [
            {
                "phone_number_id": number.id,
                "display_phone_number": number.display_phone_number,
                "verified_name": number.verified_name,
                "name_under_review": name_under_review(number),
            }
            for number in emulator.world.numbers
            if name_under_review(number) is not None
        ]
    }


def approve_name(emulator: Emulator, _: Request, number_id: str) -> Json:
    """Approve the name under review."""
    emulator.approve_name(number_id)
    return SUCCESS


def decline_name(emulator: Emulator, _: Request, number_id: str) -> Json:
    """Decline the name under review."""
    emulator.decline_name(number_id)
    return SUCCESS


def list_faults(emulator: Emulator, _: Request) -> Json:
    """List the faults in force."""
    return {"faults": [fault.as_json() for fault in emulator.faults]}


def add_fault(emulator: Emulator, request: Request) -> Json:
    """Put a fault into force."""
    fault = read_fault(request.body_values())
    emulator.add_fault(fault)
    return fault.as_json()


def clear_faults(emulator: Emulator, _: Request) -> Json:
    """End all faults."""
    emulator.clear_faults()
    return SUCCESS


def list_requests(emulator: Emulator, _: Request) -> Json:
    """List the last Graph requests, oldest first."""
    return {
        "requests": [
            {**seen._asdict(), "at": seen.at.isoformat()}
            for seen in emulator.requests[-_REQUESTS_SHOWN:]
        ]
    }


def get_contract(_: Emulator, request: Request) -> Json:
    """Give the contract, with this emulator as its server."""
    contract = copy.copy(_document("contract", "phone_numbers.json"))
    (server,) = contract["servers"]
    contract["servers"] = [{**server, "url": f"{request.host}/{{version}}"}]
    return contract


def get_control_contract(_: Emulator, request: Request) -> Json:
    """Give the description of the control routes."""
    return {
        **_document("emulator", "control.json"),
        "servers": [{"url": f"{request.host}/_emulator"}],
    }


def _is_usable(emulator: Emulator, number_id: str, code: str) -> bool:
    number = emulator.number(number_id)
    expires_at = number.code_expires_at
    return number.pending_code == code and expires_at is not None and emulator.now() < expires_at


@cache
def _document(*place: str) -> Json:
    document: Json = decode_json(files("wabakit").joinpath(*place).read_bytes())
    return document
