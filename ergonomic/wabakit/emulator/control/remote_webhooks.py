"""The webhooks of an emulator that runs elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Unpack, overload

from wabakit.emulator.stage.pending import read_webhook
from wabakit.emulator.stage.webhooks import Shape, Subscription
from wabakit.emulator.webhooks.post import Manner, Webhook


class RemoteWebhooks(Sequence[Webhook]):
    """The last 100 POSTs that were sent from there, as copies; it sends by itself."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call = call

    @overload
    def __getitem__(self, place: int) -> Webhook: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Webhook]: ...
    def __getitem__(self, place: int | slice) -> Webhook | Sequence[Webhook]:
        """Give one POST, or several."""
        return self._sent()[place]

    def __len__(self) -> int:
        """Count the POSTs."""
        return len(self._sent())

    @property
    def manner(self) -> Manner:
        """The manner of sending."""
        return Manner(**self._call("GET", "webhooks")["manner"])

    def subscribe(self, waba_id: str, **subscription: Unpack[Subscription]) -> None:
        """Let an app be told of an account, as if it had subscribed itself."""
        said: dict[str, Any] = {**subscription}
        if "fields" in said:
            said["fields"] = list(said["fields"])
        self._call("POST", "subscriptions", {"waba_id": waba_id, **said})

    def send(
        self, waba_id: str, field: str, value: dict[str, Any], *, partner_id: str | None = None
    ) -> None:
        """Tell subscribers of something that no state stands for."""
        told = {"waba_id": waba_id, "field": field, "value": value}
        self._call(
            "POST", "webhooks", {**told, **({"partner_id": partner_id} if partner_id else {})}
        )

    def shape(self, **manner: Unpack[Shape]) -> Manner:
        """Change the manner of sending from now on."""
        return Manner(**self._call("PATCH", "webhooks", manner))

    def _sent(self) -> list[Webhook]:
        return [read_webhook(sent) for sent in self._call("GET", "webhooks")["sent"]]
