"""Partners in the documents: pool, signup, migration, webhooks; one test for each row."""

import pytest

import wabakit
from tests.client.wire import AddNumber, Answering, always, sent
from tests.faces import NUMBER, WABA, Face
from tests.webhooks.callback import Callback, subscribe_app
from wabakit import NameStatus, PhoneNumber, PhoneNumberStatus
from wabakit.emulator import Account, Emulator
from wabakit.webhooks import PhoneNumberNameUpdate

PIN = "314159"


def test_pre_verified(client: wabakit.Client, account: wabakit.Account, emulator: Emulator) -> None:
    """A number is verified beforehand, claimed under another id, and registered without a code."""
    business = client.business(emulator.partners.business().id)
    kept = business.add_preverified_number("+1 631-555-1000")
    kept.request_code()
    kept.verify_code(emulator.outbox[-1].code)
    assert [card.id for card in business.preverified_numbers()] == [kept.id]
    number = account.add_number(
        cc="1", phone_number="6315551000", verified_name="Lucky Shrub", preverified_id=kept.id
    )
    assert list(business.preverified_numbers()) == []
    number.register(PIN)
    found = account.find("+1 631-555-1000")
    assert found is not None
    assert (found.id, number.get().status) == (number.id, PhoneNumberStatus.CONNECTED)
    assert len(emulator.outbox) == 1


def test_pre_verified_shared(client: wabakit.Client, emulator: Emulator) -> None:
    """A number of the pool is shared with a partner, taken back, and dropped."""
    business = client.business(emulator.partners.business().id)
    partner = emulator.partners.add_business()
    kept = business.add_preverified_number("+1 631-555-1000")
    business.share_preverified_number(kept.id, partner.id)
    handle = client.preverified_number(kept.id)
    assert [found.id for found in handle.partners()] == [partner.id]
    business.unshare_preverified_number(kept.id, partner.id)
    assert list(handle.partners()) == []
    handle.delete()
    with pytest.raises(wabakit.NotFoundError):
        handle.get()


def test_migrate(client: wabakit.Client, emulator: Emulator, waba: Account) -> None:
    """A number of another account is verified and registered here, and its old id ends with it."""
    old = emulator.add_number(emulator.add_account().id, phone_number="6315551000")
    waba.primary_funding_id = "1"
    account = client.account(WABA)
    account.subscribe()
    number = account.add_number(
        cc="1", phone_number="6315551000", verified_name="Lucky Shrub", migrate=True
    )
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    assert client.number(old.id).get().status is PhoneNumberStatus.CONNECTED
    number.register(PIN)
    assert number.get().status is PhoneNumberStatus.CONNECTED
    with pytest.raises(wabakit.NotFoundError):
        client.number(old.id).get()


def test_migrate_on_premises(answering: Answering) -> None:
    """A number moves here from on-premises by the same call."""
    server = answering(always({"id": NUMBER}))
    number = server.account.add_number(
        cc="1", phone_number="6315551000", verified_name="Lucky Shrub", migrate=True
    )
    assert number.id == NUMBER
    assert sent(server.last)["migrate_phone_number"] is True


def test_embedded_signup(
    face: Face, client: wabakit.Client, add_number: AddNumber, emulator: Emulator
) -> None:
    """A customer's code gives a token, which tells the account; its number is registered alone."""
    seeded = add_number(status="PENDING", code_verification_status="VERIFIED")
    app, code = emulator.partners.apps[0], emulator.partners.issue_code([WABA])
    http = face.http(emulator.transport())
    token = face.exchange_code(code, app.id, app.secret, http_client=http)
    customer = client.with_options(token=token)
    scopes = customer.token_info().granular_scopes or []
    (waba_id,) = {target for scope in scopes for target in scope.target_ids or ()}
    account = customer.account(waba_id)
    account.subscribe()
    assert len(account.subscribed_apps()) == 1
    (number,) = (customer.number(card.id) for card in account.numbers())
    assert number.id == seeded.id
    number.register(PIN)
    assert number.get().status is PhoneNumberStatus.CONNECTED
    assert emulator.outbox == []


def test_embedded_signup_in_the_app(add_number: AddNumber, emulator: Emulator) -> None:
    """Where the number stays in the app, contacts and history are asked for, once each."""
    number = add_number(is_on_biz_app=True)
    for kind in ("state", "history"):
        assert number.sync_app_data(kind)
        with pytest.raises(wabakit.RegistrationError):
            number.sync_app_data(kind)


def test_name_webhook(client: wabakit.Client, number: wabakit.Number, emulator: Emulator) -> None:
    """What Meta decides of a name is sent, and can be read as well."""
    callback = Callback(emulator.partners.apps[0].secret)
    emulator.webhooks.receive(callback)
    subscribe_app(client, emulator)
    client.account(WABA).subscribe()
    number.request_display_name("My Business")
    emulator.decline_name(number.id)
    (event,) = callback.events
    assert isinstance(event, PhoneNumberNameUpdate)
    assert (event.account_id, event.decision) == (WABA, "REJECTED")
    card = number.get(fields=[PhoneNumber.new_name_status])
    assert card.new_name_status is NameStatus.DECLINED
