"""What the emulator sends is what `wabakit.webhooks` reads: subscribed, verified, told."""

import pytest

import wabakit
from tests.faces import WABA
from tests.webhooks.callback import CALLBACK, VERIFY_TOKEN, Callback, subscribe_app
from wabakit.emulator import Emulator
from wabakit.webhooks import PhoneNumberNameUpdate


@pytest.fixture
def callback(emulator: Emulator) -> Callback:
    """A callback that answers for every address."""
    callback = Callback(emulator.partners.apps[0].secret)
    emulator.webhooks.receive(callback)
    return callback


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
