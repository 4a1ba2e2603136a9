"""The control routes under `/_emulator/`: which there are, and who may use them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from wabakit.emulator.wire.answers import Answer
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.request import Request, stranger

from . import handlers, seeds

if TYPE_CHECKING:
    from wabakit.emulator.calls.call import Json
    from wabakit.emulator.emulator import Emulator

PREFIX = "/_emulator/"

Handler: TypeAlias = "Callable[..., Json]"

ROUTES: Mapping[str, Handler] = {
    "GET /health": handlers.get_health,
    "GET /state": handlers.get_state,
    "PUT /state": handlers.put_state,
    "POST /state": handlers.put_state,
    "POST /reset": handlers.reset,
    "GET /clock": handlers.get_clock,
    "POST /clock": handlers.set_clock,
    "GET /codes": handlers.list_codes,
    "GET /reviews": handlers.list_reviews,
    "POST /reviews/{phone_number_id}/approve": handlers.approve_name,
    "POST /reviews/{phone_number_id}/decline": handlers.decline_name,
    "GET /faults": handlers.list_faults,
    "POST /faults": handlers.add_fault,
    "DELETE /faults": handlers.clear_faults,
    "GET /requests": handlers.list_requests,
    "POST /tokens": seeds.add_token,
    "POST /accounts": seeds.add_account,
    "PATCH /accounts/{waba_id}": seeds.change_account,
    "POST /numbers": seeds.add_number,
    "PATCH /numbers/{phone_number_id}": seeds.change_number,
    "GET /openapi.json": handlers.get_contract,
    "GET /control.json": handlers.get_control_contract,
}
"""By method and path after the prefix; described in control.yaml."""

_PATTERNS = [
    (re.compile(re.sub(r"\{\w+\}", "([^/]+)", call)), handler) for call, handler in ROUTES.items()
]


def answer(emulator: Emulator, request: Request) -> Answer:
    """Answer a control call: 200 with JSON, or a status from 400 with `{"error": {"message"}}`.

    Only callers on this machine get through, as `stranger` says.
    """
    try:
        status, body = 200, _perform(emulator, request)
    except _Refusal as refusal:
        status, body = refusal.status, _error(refusal)
    except GraphError as error:
        status, body = 400, _error(error)
    except KeyError as error:
        status, body = 404, _error(f"nothing has the id {error}")
    except (TypeError, ValueError) as error:
        status, body = 400, _error(error)
    headers = {"Content-Type": "application/json; charset=UTF-8", "Cache-Control": "no-store"}
    return Answer(status, headers, json.dumps(body).encode("ascii"))


def _perform(emulator: Emulator, request: Request) -> Json:
    reason = stranger(request.headers)
    if reason is not None:
        raise _Refusal(403, reason)
    call = f"{request.method} /{request.path[len(PREFIX) :]}"
    for pattern, handler in _PATTERNS:
        match = pattern.fullmatch(call)
        if match:
            return handler(emulator, request, *match.groups())
    known = ", ".join(ROUTES)
    raise _Refusal(404, f"there is no such control route; there are {known}")


def _error(problem: Any) -> Json:
    return {"error": {"message": str(problem)}}


class _Refusal(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
