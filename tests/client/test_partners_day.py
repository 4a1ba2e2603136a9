"""A partner's day in one story: accounts, webhooks, the pool, a customer, a name, all numbers."""

import httpx
import pytest

import wabakit
from tests.faces import Face
from tests.webhooks.callback import CALLBACK, VERIFY_TOKEN, Callback
from wabakit import PhoneNumber, PhoneNumberStatus
from wabakit.emulator import Account, Emulator
from wabakit.webhooks import PhoneNumberNameUpdate

POOLED = ["+1 631-555-1000", "+1 631-555-1001", "+44 20 7946 0018"]


class Partner:
    """A Solution Partner: its business, its app with a receiver of webhooks, and its clients."""

    def __init__(self, face: Face, emulator: Emulator) -> None:
        self._face, self.emulator = face, emulator
        self.app = emulator.partners.apps[0]
        self.callback = Callback(self.app.secret)
        emulator.webhooks.receive(self.callback)
        self.http = face.http(httpx.MockTransport(self._send))
        self.sent: list[httpx.Request] = []
        self.client = face.make(http_client=self.http, app_secret=self.app.secret)
        self.business = self.client.business(emulator.partners.business().id)

    def _send(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.emulator.transport().handle_request(request)

    def subscribe(self) -> None:
        """Have the app told of names, and the webhooks of each account sent to it."""
        app = self.client.app(self.app.id)
        app.subscribe(CALLBACK, VERIFY_TOKEN, ["phone_number_name_update"])
        for of in ("owned", "client"):
            for found in self.business.accounts(of):
                self.client.account(found.id).subscribe()

    def put_into_pool(self, phone_number: str) -> wabakit.PreverifiedNumber:
        """Put a number into the pool, and prove it with the code as its message shows it."""
        kept = self.business.add_preverified_number(phone_number)
        kept.request_code()
        code = self.emulator.outbox[-1].code
        kept.verify_code(f"{code[:3]}-{code[3:]}")
        return kept

    def client_of(self, code: str) -> wabakit.Client:
        """Make a client of the customer who finished Embedded Signup with this code."""
        app = self.app
        token = self._face.exchange_code(code, app.id, app.secret, http_client=self.http)
        return self.client.with_options(token=token)

    def register_named(self, client: wabakit.Client, name: str) -> wabakit.Number:
        """Register the number of which the one event that came says that its name is approved."""
        (event,) = self.callback.events
        assert isinstance(event, PhoneNumberNameUpdate)
        assert (event.decision, event.requested_verified_name) == ("APPROVED", name)
        assert event.account_id
        assert event.digits
        number = client.account(event.account_id).find(event.digits)
        assert number is not None
        number.register("314159")
        return number


@pytest.fixture
def partner(face: Face, emulator: Emulator, waba: Account) -> Partner:
    """The partner, who has one account of its own."""
    return Partner(face, emulator)


@pytest.fixture
def shop(emulator: Emulator, waba: Account) -> Account:
    """The account of a customer, who shares it with the partner."""
    owner = emulator.partners.add_business(name="Fig & Co")
    shop = emulator.add_account(business_id=owner.id)
    emulator.partners.share_account(shop.id)
    return shop


def test_a_partners_day(partner: Partner, shop: Account, waba: Account) -> None:
    """From an empty pool to a customer's number that is CONNECTED under an approved name."""
    emulator, business = partner.emulator, partner.business
    assert [found.id for found in business.accounts()] == [waba.id]
    assert [found.id for found in business.accounts("client")] == [shop.id]
    partner.subscribe()
    assert partner.callback.places == [f"GET {CALLBACK}"]

    pool = [partner.put_into_pool(number) for number in POOLED]
    proved = list(business.preverified_numbers(code_verification_status="VERIFIED"))
    assert [card.id for card in proved] == [kept.id for kept in pool]

    emulator.partners.claim(pool[1].id, shop.id, verified_name="Fig")
    customer = partner.client_of(emulator.partners.issue_code([shop.id]))
    scopes = customer.token_info().granular_scopes
    assert [scope.target_ids for scope in scopes or ()] == [[shop.id]] * 2
    number = customer.account(shop.id).find(POOLED[1])
    assert number is not None
    assert [card.id for card in business.preverified_numbers()] == [pool[0].id, pool[2].id]
    with pytest.raises(wabakit.NotFoundError):
        pool[1].get()

    number.request_display_name("Fig & Söhne")
    emulator.approve_name(number.id)
    assert partner.register_named(customer, "Fig & Söhne").id == number.id
    card = number.get(fields=[PhoneNumber.status, PhoneNumber.verified_name])
    assert (card.status, card.verified_name) == (PhoneNumberStatus.CONNECTED, "Fig & Söhne")
    assert len(emulator.outbox) == len(POOLED)  # the customer needed no code


def test_a_thousand_numbers(partner: Partner, waba: Account) -> None:
    """In the evening 1,000 numbers are read by id in 20 calls, in order, each with its status."""
    ids = [partner.emulator.add_number(waba.id).id for _ in range(1000)]
    found = [
        (one, card.status)
        for one, card in partner.client.numbers(ids, fields=[PhoneNumber.status])
        if isinstance(card, PhoneNumber)
    ]
    assert found == [(one, PhoneNumberStatus.CONNECTED) for one in ids]
    assert [request.method for request in partner.sent] == ["POST"] * 20
