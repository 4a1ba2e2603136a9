"""What the control routes do with webhooks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.stage.pending import write_waiting, write_webhook
from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import Check, flag, integer, json_object, text
from wabakit.emulator.wire.request import Request

from .router import answers
from .seeds import checked

_SHOWN = 100
_SHAPE: dict[str, Check[Any]] = {
    "delay": integer(0, 604_800),
    "copies": integer(1, 10),
    "shuffled": flag,
    "together": integer(1, 1000),
    "held": flag,
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
    sent = stage.webhooks[-_SHOWN:]
    return {
        "manner": asdict(stage.webhooks.manner),
        "waiting": [write_waiting(each) for each in stage.webhooks.post.waiting],
        "sent": [write_webhook(hook) for hook in sent],
    }


@answers("sendWebhook")
def send_webhook(stage: Backstage, request: Request) -> Json:
    """Tell subscribers of something that no state stands for."""
    sent = checked(request.body_values(), _EVENT)
    for name in ("waba_id", "field", "value"):
        if sent.get(name) is None:
            raise ValueError(f"{name} is needed")
    stage.webhooks.send(**sent)
    return SUCCESS


@answers("shapeWebhooks")
def shape_webhooks(stage: Backstage, request: Request) -> Json:
    """Change the manner of sending."""
    sent = checked(request.body_values(), _SHAPE)
    return asdict(
        stage.webhooks.shape(**{n: value for n, value in sent.items() if value is not None})
    )
