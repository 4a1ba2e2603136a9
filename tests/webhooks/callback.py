"""A receiver of webhooks as the documents have it, for what the emulator sends."""

from urllib.parse import urlsplit

import wabakit
from wabakit.emulator import Emulator, WebhookRequest
from wabakit.emulator.contract import contract
from wabakit.webhooks import Event, SignatureError, answer_challenge, parse

VERIFY_TOKEN = "my-verify-token-7731"
CALLBACK = "https://hooks.example.com/wa"


class Callback:
    """It answers the challenge, and keeps what it is told."""

    def __init__(self, app_secret: str, verify_token: str = VERIFY_TOKEN) -> None:
        self.events: list[Event] = []
        self.places: list[str] = []
        self._app_secret, self._verify_token = app_secret, verify_token

    def __call__(self, request: WebhookRequest) -> tuple[int, bytes]:
        self.places.append(f"{request.method} {request.url.partition('?')[0]}")
        if request.method == "GET":
            try:
                query = urlsplit(request.url).query
                return 200, answer_challenge(query, self._verify_token).encode()
            except SignatureError:
                return 403, b""
        signature = request.headers["X-Hub-Signature-256"]
        self.events += parse(request.body, signature, self._app_secret)
        return 200, b""


def subscribe_app(client: wabakit.Client, emulator: Emulator) -> None:
    """Subscribe the emulator's app to every field of the contract."""
    app = emulator.partners.apps[0]
    client.app(app.id).subscribe(
        CALLBACK, VERIFY_TOKEN, list(contract()["webhooks"]), app_secret=app.secret
    )
