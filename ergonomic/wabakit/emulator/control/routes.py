"""The control routes under `/_emulator/`: which there are, and who may use them."""

from __future__ import annotations

import json
from typing import Any

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.wire.answers import Answer
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.request import Request, stranger

from . import handlers, partners, seeds, webhooks
from .router import PREFIX, ROUTER

MODULES = (handlers, partners, seeds, webhooks)
"""Where the handlers are; each says itself what it answers, as soon as it is imported."""


def answer(stage: Backstage, request: Request) -> Answer:
    """Answer a control call: 200 with JSON, or a status from 400 with `{"error": {"message"}}`.

    Only callers on this machine get through, as `stranger` says.
    """
    try:
        status, body = 200, _perform(stage, request)
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


def _perform(stage: Backstage, request: Request) -> Json:
    reason = stranger(request.headers)
    if reason is not None:
        raise _Refusal(403, reason)
    found = ROUTER.match(request.method, f"/{request.path[len(PREFIX) :]}")
    if found is not None:
        route, parameters = found
        return route.handler(stage, request, *parameters)
    known = ", ".join(f"{at.method} {at.path}" for at, _ in ROUTER.routes.values())
    raise _Refusal(404, f"there is no such control route; there are {known}")


def _error(problem: Any) -> Json:
    return {"error": {"message": str(problem)}}


class _Refusal(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
