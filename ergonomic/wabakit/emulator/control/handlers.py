"""What the control routes do with state, time, codes, reviews and faults."""

from __future__ import annotations

import copy

from wabakit.emulator.contract import document
from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.stage.records import write
from wabakit.emulator.wire.access import looks_real
from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.faults import read_fault
from wabakit.emulator.wire.json_text import DEEPEST_STATE, Json
from wabakit.emulator.wire.parameters import any_text, flag, time_with_zone
from wabakit.emulator.wire.request import Request
from wabakit.emulator.world import lifecycle
from wabakit.emulator.world.businesses import Provable
from wabakit.emulator.world.reviews import name_under_review

from .router import answers

_REQUESTS_SHOWN = 100


@answers("getHealth")
def get_health(stage: Backstage, _: Request) -> Json:
    """Say that the emulator is there, how it was started, and its token, unless that looks real."""
    token = None if looks_real(stage.token) else stage.token
    return {
        "status": "ok",
        "now": stage.now().isoformat(),
        "token": token,
        "limits": stage.limits,
        "strict": stage.strict,
    }


@answers("getState")
def get_state(stage: Backstage, _: Request) -> Json:
    """Give a snapshot."""
    return stage.snapshot()


@answers("putState")
@answers("postState")
def put_state(stage: Backstage, request: Request) -> Json:
    """Go back to a snapshot."""
    stage.restore(request.body_values(DEEPEST_STATE))
    return SUCCESS


@answers("reset")
def reset(stage: Backstage, _: Request) -> Json:
    """Go back to the start."""
    stage.reset()
    return SUCCESS


@answers("getClock")
def get_clock(stage: Backstage, _: Request) -> Json:
    """Tell the time."""
    is_frozen = stage.has_clock and stage.clock.is_frozen
    return {"now": stage.now().isoformat(), "is_frozen": is_frozen}


@answers("setClock")
def set_clock(stage: Backstage, request: Request) -> Json:
    """Freeze the clock, let it run, move it on, in this order."""
    clock = stage.clock
    sent = request.body_values()
    if not sent or not sent.keys() <= {"freeze", "run", "advance"}:
        raise ValueError("send freeze (a time, or true for now), run (true) or advance (P14D)")
    if sent.get("freeze") is not None:
        clock.freeze(None if sent["freeze"] is True else time_with_zone(sent["freeze"], "freeze"))
    if "run" in sent and flag(sent["run"], "run"):
        clock.run()
    if sent.get("advance") is not None:
        clock.advance(any_text(sent["advance"], "advance"))
    return get_clock(stage, request)


@answers("listCodes")
def list_codes(stage: Backstage, request: Request) -> Json:
    """List the one-time codes that were sent, oldest first, of one number if it is named."""
    wanted = request.query.get("phone_number_id")
    return {
        "codes": [
            {**write(sent), "is_usable": _is_usable(stage, sent.phone_number_id, sent.code)}
            for sent in stage.outbox
            if wanted in {None, sent.phone_number_id}
        ]
    }


@answers("listReviews")
def list_reviews(stage: Backstage, _: Request) -> Json:
    """List the display names that wait for a decision."""
    return {
        "reviews": [
            {
                "phone_number_id": number.id,
                "display_phone_number": number.display_phone_number,
                "verified_name": number.verified_name,
                "name_under_review": name_under_review(number),
            }
            for number in stage.world.numbers
            if name_under_review(number) is not None
        ]
    }


@answers("approveName")
def approve_name(stage: Backstage, _: Request, number_id: str) -> Json:
    """Approve the name under review."""
    stage.approve_name(number_id)
    return SUCCESS


@answers("declineName")
def decline_name(stage: Backstage, request: Request, number_id: str) -> Json:
    """Decline the name under review."""
    reason = request.body_values().get("reason")
    stage.decline_name(number_id, None if reason is None else any_text(reason, "reason"))
    return SUCCESS


@answers("listFaults")
def list_faults(stage: Backstage, _: Request) -> Json:
    """List the faults in force."""
    return {"faults": [fault.as_json() for fault in stage.faults]}


@answers("addFault")
def add_fault(stage: Backstage, request: Request) -> Json:
    """Put a fault into force."""
    fault = read_fault(request.body_values())
    stage.add_fault(fault)
    return fault.as_json()


@answers("clearFaults")
def clear_faults(stage: Backstage, _: Request) -> Json:
    """End all faults."""
    stage.clear_faults()
    return SUCCESS


@answers("listRequests")
def list_requests(stage: Backstage, _: Request) -> Json:
    """List the last Graph requests, oldest first."""
    return {
        "requests": [
            {**seen._asdict(), "at": seen.at.isoformat()}
            for seen in stage.requests[-_REQUESTS_SHOWN:]
        ]
    }


@answers("getContract")
def get_contract(_: Backstage, request: Request) -> Json:
    """Give the contract, with this emulator as its server."""
    contract = copy.copy(document("contract", "phone_numbers.json"))
    (server,) = contract["servers"]
    contract["servers"] = [{**server, "url": f"{request.host}/{{version}}"}]
    return contract


@answers("getControlContract")
def get_control_contract(_: Backstage, request: Request) -> Json:
    """Give the description of the control routes."""
    return {
        **document("emulator", "control.json"),
        "servers": [{"url": f"{request.host}/_emulator"}],
    }


def _is_usable(stage: Backstage, number_id: str, code: str) -> bool:
    number = lifecycle.find(stage.world, number_id, stage.now())
    if not isinstance(number, Provable):
        return False
    expires_at = number.code_expires_at
    return number.pending_code == code and expires_at is not None and stage.now() < expires_at
