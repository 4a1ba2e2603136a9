"""A test that uses what `AnyEmulator` has runs against an emulator here and one elsewhere."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from wabakit.emulator import AnyEmulator, Emulator, SeenRequest
from wabakit.emulator.control.remote import RemoteEmulator
from wabakit.emulator.server import Server

WABA = "102290129340398"
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(params=["here", "elsewhere"])
def emulator(
    request: pytest.FixtureRequest, whatsapp_emulator: Emulator, whatsapp_emulator_server: Server
) -> AnyEmulator:
    """An emulator with one account, at a certain time."""
    here = request.param == "here"
    found = whatsapp_emulator if here else RemoteEmulator(whatsapp_emulator_server.url)
    found.clock.freeze(START)
    assert found.add_account(WABA, max_numbers=3, is_verified=False, name="Fig").max_numbers == 3
    return found


def post(emulator: AnyEmulator, path: str, **body: str) -> httpx.Response:
    """Make a Graph call."""
    headers = {"Authorization": f"Bearer {emulator.token}"}
    with httpx.Client(transport=emulator.transport(), headers=headers) as http:
        return http.post(f"https://graph.facebook.com/v23.0/{path}", json=body)


def test_a_number_walks(emulator: AnyEmulator) -> None:
    """Seeds, codes, reviews, requests and the state read alike."""
    number = emulator.add_number(WABA, status="PENDING")
    post(emulator, f"{number.id}/request_code", code_method="SMS", language="en_US")
    (sent,) = emulator.outbox
    assert (sent.sent_at, sent.expires_at) == (START, START + timedelta(minutes=10))
    post(emulator, f"{number.id}/verify_code", code=sent.code)
    emulator.approve_name(number.id)
    post(emulator, f"{number.id}/register", messaging_product="whatsapp", pin="314159")
    found = emulator.number(number.id)
    assert (found.is_registered, found.pin, found.name_status) == (True, "314159", "APPROVED")
    assert emulator.add_number(WABA, signed_up_at=START).signed_up_at == START
    assert emulator.account(WABA).numbers[0].id == number.id
    seen = emulator.requests[0]
    assert seen == SeenRequest(
        "POST", f"/v23.0/{number.id}/request_code", {}, "requestCode", 200, START
    )
    assert [account.name for account in emulator.accounts] == ["Fig"]
    with pytest.raises(ValueError, match="no name"):
        emulator.decline_name(number.id)


def test_what_is_changed(emulator: AnyEmulator) -> None:
    """A number is changed by name; misspelt words and ids there are not are refused."""
    number = emulator.add_number(WABA)
    changed = emulator.change_number(number.id, quality_rating="RED", last_onboarded_time=START)
    assert (changed.quality_rating, changed.last_onboarded_time) == ("RED", START)
    with pytest.raises(ValueError, match="is it RED"):
        emulator.change_number(number.id, quality_rating="REDD")
    emulator.change_number(number.id, quality_rating="REDD", unknown_words=True)
    assert emulator.number(number.id).quality_rating == "REDD"
    with pytest.raises(ValueError, match="CONNECTED"):
        emulator.add_number(WABA, status="CONECTED")
    for missing in ("999", WABA):
        with pytest.raises(KeyError):
            emulator.number(missing)
    with pytest.raises(TypeError, match="phone number"):
        emulator.account(number.id)


def test_faults(emulator: AnyEmulator) -> None:
    """A fault is set by any of its names, seen, hits, and is over."""
    made = emulator.fail_next("register", error=(133005, None), after=1)
    assert (made.operation, made.error, made.after) == (
        "registerPhoneNumber",
        "two-step-pin-mismatch",
        1,
    )
    assert emulator.faults == [made]
    emulator.clear_faults()
    emulator.fail_next(status=503, enum=("status", "NEW"))
    assert post(emulator, f"{WABA}/phone_numbers").status_code == 503
    assert emulator.faults == []
    assert emulator.requests[-1].error == (1, None)
    with pytest.raises(ValueError, match="operation"):
        emulator.fail_next("sing", status=500)


def test_time_and_state(emulator: AnyEmulator) -> None:
    """The clock is moved, the state saved, put back and reset."""
    assert (emulator.clock.is_frozen, emulator.now()) == (True, START)
    saved = emulator.snapshot()
    emulator.clock.advance("P14D")
    emulator.add_number(WABA)
    assert emulator.clock() == START + timedelta(days=14)
    emulator.restore(saved)
    assert (emulator.now(), emulator.snapshot()) == (START, saved)
    post(emulator, f"{WABA}/phone_numbers", cc="1", phone_number="2015550143", verified_name="Fig")
    emulator.reset()
    assert emulator.account(WABA).numbers == []
    emulator.clock.run()
    assert not emulator.clock.is_frozen


def test_tokens(emulator: AnyEmulator) -> None:
    """Another token is taken until it expires, for what it may do."""
    emulator.add_token("reader", permissions=[], accounts=[WABA], expires_at=START)
    headers = {"Authorization": "Bearer reader"}
    with httpx.Client(transport=emulator.transport(), headers=headers) as http:
        answer = http.get(f"https://graph.facebook.com/v23.0/{WABA}/phone_numbers")
    assert answer.json()["error"]["error_subcode"] == 463


def test_partners(emulator: AnyEmulator) -> None:
    """Businesses, pools and Embedded Signup are steered alike."""
    partners = emulator.partners
    client = partners.add_business(name="A client")
    assert [business.id for business in partners.businesses][1:] == [client.id]
    account = emulator.add_account(business_id=client.id, country="BR", creation_time=START)
    partners.share_account(account.id)
    shared = emulator.account(account.id).clients_of
    assert [business.id for business in shared] == [partners.business().id]
    partners.unshare_account(account.id)
    assert emulator.account(account.id).clients_of == []
    pooled = partners.add_preverified_number(phone_number="+44 20 7946 0018", added_at=START)
    assert partners.preverified_number(pooled.id).code_verified_at == START
    claimed = partners.claim(pooled.id, account.id, verified_name="Fig")
    assert (claimed.code_verification_status, claimed.verified_name) == ("VERIFIED", "Fig")
    with pytest.raises(KeyError):
        partners.preverified_number(pooled.id)
    partners.list_number(claimed.id, WABA)
    assert [number.id for number in emulator.account(WABA).numbers] == [claimed.id]
    app = partners.add_app(secret="its-secret", name="Inbox Two")
    assert [known.name for known in partners.apps] == ["Inbox One", "Inbox Two"]
    code = partners.issue_code([WABA], app_id=app.id)
    query = {"client_id": app.id, "client_secret": "its-secret", "code": code}
    with httpx.Client(transport=emulator.transport()) as http:
        answer = http.get("https://graph.facebook.com/v24.0/oauth/access_token", params=query)
    assert answer.status_code == 200
