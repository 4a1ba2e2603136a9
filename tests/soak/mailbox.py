"""What takes the webhooks: it reads them as a user's receiver does, and passes the events on."""

from collections import deque
from collections.abc import Callable

import pytest

from wabakit import webhooks
from wabakit.emulator import WebhookRequest
from wabakit.emulator.webhooks.callbacks import accept


class Mailbox:
    """A receiver of webhooks, for the emulator to call.

    What goes wrong in it is kept: raised here it would come out of somebody's call to Graph.
    """

    def __init__(self, secret: str) -> None:
        self.faults: list[Exception] = []
        self.statuses: deque[int] = deque()
        """What the next webhooks are answered with; after that all are taken."""
        self.hear: Callable[[webhooks.Event], None] | None = None
        self._secret = secret

    def __call__(self, request: WebhookRequest) -> tuple[int, bytes]:
        if request.method == "GET":
            return accept(request)
        try:
            for event in self._read(request.body, request.headers["X-Hub-Signature-256"]):
                if self.hear is not None:
                    self.hear(event)
        except Exception as fault:
            self.faults.append(fault)
        return self.statuses.popleft() if self.statuses else 200, b""

    def _read(self, body: bytes, signature: str) -> list[webhooks.Event]:
        """Read the events; whatever is not signed as it should be is refused."""
        forged = signature[:-1] + ("1" if signature[-1] == "0" else "0")
        for wrong in (None, forged):
            with pytest.raises(webhooks.SignatureError):
                webhooks.parse(body, wrong, self._secret)
        with pytest.raises(webhooks.SignatureError):
            webhooks.parse(body.replace(b"_", b"-", 1), signature, self._secret)
        with pytest.raises(webhooks.SignatureError):
            webhooks.parse(body, signature, f"{self._secret}0")
        events = webhooks.parse(body, signature, self._secret)
        assert events, "a webhook told of nothing"
        assert not any(isinstance(event, webhooks.UnknownEvent) for event in events)
        return events
