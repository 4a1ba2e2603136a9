"""What the emulator sends is what `wabakit.webhooks` reads: subscribed, verified, told."""

from urllib.parse import urlsplit

import pytest

import wabakit
from tests.faces import WABA
from wabakit.emulator import Emulator, WebhookRequest
from wabakit.emulator.contract import contract
from wabakit.webhooks import Event, PhoneNumberNameUpdate, answer_challenge, parse

VERIFY_TOKEN = "my-verify-token-7731"
CALLBACK = "https://hooks.example.com/wa"


class Callback:
    """A receiver as the documents have it: it answers the challenge, and keeps what it is told."""

    def __init__(self, app_secret: str, verify_token: str = VERIFY_TOKEN) -> None:
        self.events: list[Event] = []
        self.places: list[str] = []
        self._app_secret, self._verify_token = app_secret, verify_token

    def __call__(self, request: WebhookRequest) -> tuple[int, bytes]:
        self.places.append(f"{request.method} {request.url.partition('?')[0]}")
        if request.method == "GET":
            try:
                return 200, answer_challenge(
                    urlsplit(request.url).query, self._verify_token
                ).encode()
            except wabakit.webhooks.SignatureError:
                return 403, b""
        signature = request.headers["X-Hub-Signature-256"]
        self.events += parse(request.body, signature, self._app_secret)
        return 200, b""


@pytest.fixture
def callback(emulator: Emulator) -> Callback:
    """A callback that answers for every address."""
    callback = Callback(emulator.partners.apps[0].secret)
    emulator.webhooks.receive(callback)
    return callback


def subscribe_app(client: wabakit.Client, emulator: Emulator) -> None:
    """Subscribe the emulator's app to every field of the contract."""
    app = emulator.partners.apps[0]
    client.app(app.id).subscribe(
        CALLBACK, VERIFY_TOKEN, list(contract()["webhooks"]), app_secret=app.secret
    )


def test_a_name_decision(
    client: wabakit.Client, account: wabakit.Account, emulator: Emulator, callback: Callback
) -> None:
    """From the subscription to the decision: the callback is verified, then told of the name."""
    number = account.add_number(cc="1", phone_number="6315551000", verified_name="Bäckerei 1/2")
    emulator.approve_name(number.id)
    assert callback.events == []
    subscribe_app(client, emulator)
    account.subscribe()
    number.request_display_name("Bäckerei & Söhne")
    emulator.decline_name(number.id, "NAME_FORMAT_UNACCEPTABLE")
    assert callback.places == [f"GET {CALLBACK}", f"POST {CALLBACK}"]
    (event,) = callback.events
    assert isinstance(event, PhoneNumberNameUpdate)
    assert (event.account_id, event.digits) == (WABA, "16315551000")
    assert (event.decision, event.requested_verified_name) == ("REJECTED", "Bäckerei & Söhne")
    assert event.rejection_reason == "NAME_FORMAT_UNACCEPTABLE"
    assert event.time == emulator.now()


def test_an_override(
    client: wabakit.Client, account: wabakit.Account, emulator: Emulator, callback: Callback
) -> None:
    """An account's own callback is verified, and gets what overrides apply to, nothing else."""
    subscribe_app(client, emulator)
    account.subscribe(f"{CALLBACK}/42", VERIFY_TOKEN)
    number = client.number(emulator.add_number(WABA).id)
    number.set_pin("314159")
    number.update_settings(calling={"status": "ENABLED"})
    assert callback.places == [
        f"GET {CALLBACK}",
        f"GET {CALLBACK}/42",
        f"POST {CALLBACK}",
        f"POST {CALLBACK}/42",
    ]
    assert [event.field for event in callback.events] == ["security", "account_settings_update"]
    account.unsubscribe()
    number.set_pin("271828")
    assert len(callback.events) == 2


def test_a_callback_that_refuses(
    client: wabakit.Client, account: wabakit.Account, emulator: Emulator, callback: Callback
) -> None:
    """A callback that knows another verify token fails, and is not taken."""
    emulator.webhooks.receive(Callback("secret", "another token"))
    with pytest.raises(wabakit.InvalidRequestError) as refused:
        subscribe_app(client, emulator)
    assert refused.value.code == 2200
    emulator.webhooks.receive(lambda _: (200, b"something else"))
    with pytest.raises(wabakit.InvalidRequestError) as refused:
        subscribe_app(client, emulator)
    assert refused.value.code == 2201
    emulator.webhooks.receive(callback)
    account.subscribe()
    emulator.add_number(WABA).pin = "314159"
    assert list(emulator.webhooks) == []


def test_duplicates_have_one_key(
    client: wabakit.Client, account: wabakit.Account, emulator: Emulator, callback: Callback
) -> None:
    """Duplicates in any order are told apart by their keys."""
    subscribe_app(client, emulator)
    account.subscribe()
    emulator.webhooks.shape(copies=3, shuffled=True, together=2, held=True)
    number = client.number(emulator.add_number(WABA).id)
    for pin in ("111222", "222333", "333444"):
        emulator.clock.advance("PT1S")
        number.set_pin(pin)
    emulator.webhooks.shape(held=False)
    assert len(callback.events) == 3 * 3
    assert len({event.key for event in callback.events}) == 3
