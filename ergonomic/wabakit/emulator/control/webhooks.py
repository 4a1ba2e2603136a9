"""What the control routes do with webhooks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import (
    CALLBACK,
    Check,
    flag,
    integer,
    items,
    json_object,
    text,
)
from wabakit.emulator.wire.request import Request

from .checking import checked
from .router import answers

_SHOWN = 100
_SHAPE: dict[str, Check[Any]] = {
    "delay": integer(0, 604_800),
    "copies": integer(1, 10),
    "shuffled": flag,
    "together": integer(1, 1000),
    "held": flag,
}
_SUBSCRIPTION: dict[str, Check[Any]] = {
    "waba_id": text(1, 32, "[0-9]+"),
    "fields": items(text(1, 100, "[a-z_]+"), most=100),
    "callback_url": text(1, 2000, CALLBACK),
    "verify_token": text(0, 1000),
    "override_url": text(1, 2000, CALLBACK),
    "app_id": text(1, 32, "[0-9]+"),
}
_EVENT: dict[str, Check[Any]] = {
    "waba_id": text(1, 32, "[0-9]+"),
    "field": text(1, 100, "[a-z_]+"),
    "value": json_object,
    "partner_id": text(1, 32, "[0-9]+"),
}


@answers("listWebhooks")
def list_webhooks(stage: Backstage, _: Request) -> Json:
    """Show what waits, what was sent, oldest first, and in which manner."""
    return stage.webhooks.shown(_SHOWN)


@answers("subscribeWebhooks")
def subscribe_webhooks(stage: Backstage, request: Request) -> Json:
    """Let an app be told of an account, as if it had subscribed itself."""
    sent = checked(request.body_values(), _SUBSCRIPTION)
    if "waba_id" not in sent:
        raise ValueError("waba_id is needed")
    stage.webhooks.subscribe(**{name: value for name, value in sent.items() if value is not None})
    return SUCCESS


@answers("sendWebhook")
def send_webhook(stage: Backstage, request: Request) -> Json:
    """Tell subscribers of something that no state stands for."""
    sent = checked(request.body_values(), _EVENT)
    for name in ("waba_id", "field", "value"):
        if name not in sent:
            raise ValueError(f"{name} is needed")
    stage.webhooks.send(**sent)
    return SUCCESS


@answers("shapeWebhooks")
def shape_webhooks(stage: Backstage, request: Request) -> Json:
    """Change the manner of sending."""
    return asdict(stage.webhooks.shape(**checked(request.body_values(), _SHAPE)))
