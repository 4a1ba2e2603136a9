"""Clients, listing and onboarding in the documents: one test for each row of the page's table."""

import pytest

import wabakit
from tests.client.wire import AddNumber, Answering, always, sent
from tests.faces import NUMBER, TOKEN, WABA, Face
from wabakit import CodeMethod, CodeVerificationStatus, PhoneNumber, PhoneNumberStatus
from wabakit.emulator import Emulator

PIN = "314159"


@pytest.fixture
def added(account: wabakit.Account) -> wabakit.Number:
    """A number that was just added."""
    return account.add_number(cc="1", phone_number="6315551000", verified_name="Jasper's Market")


@pytest.fixture
def many(add_number: AddNumber) -> list[str]:
    """The ids of 30 numbers, more than Graph's own page holds, in the order of a listing."""
    return [add_number().id for _ in range(30)][::-1]


def test_configuration(
    face: Face, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, many: list[str]
) -> None:
    """A client takes the token of meta-cloud-api's variable; ids are given to handles."""
    monkeypatch.setenv("CLOUD_API_ACCESS_TOKEN", emulator.token)
    client = face.from_env(http_client=face.http(emulator.transport()))
    assert client.number(many[0]).get().id == many[0]
    assert [found.id for found in client.account(WABA).numbers()] == many


def test_authorization(answering: Answering) -> None:
    """The token travels in the header and not in the URL, and wabakit names itself."""
    server = answering(always({"id": NUMBER}))
    server.number.get()
    assert server.last.headers["authorization"] == f"Bearer {TOKEN}"
    assert server.last.headers["user-agent"].startswith("wabakit/")
    assert TOKEN not in str(server.last.url)


def test_version(answering: Answering) -> None:
    """Another version of Graph is asked for in the path."""
    server = answering(always({"id": NUMBER}), api_version="v24.0")
    server.number.get()
    assert server.last.url.path == f"/v24.0/{NUMBER}"


def test_get_phone_numbers(account: wabakit.Account, many: list[str]) -> None:
    """Listing gives all numbers of the account, not only a first page."""
    found = list(account.numbers())
    assert [number.id for number in found] == many
    assert {number.verified_name for number in found} == {"Jasper's Market"}


def test_get_all(account: wabakit.Account, many: list[str]) -> None:
    """All numbers, with their status, fit a list that can be counted."""
    numbers = list(account.numbers())
    assert len(numbers) == len(many)
    assert {number.status for number in numbers} == {PhoneNumberStatus.CONNECTED}


def test_get_by_id(added: wabakit.Number) -> None:
    """A number is read with the fields that were named."""
    card = added.get(fields=[PhoneNumber.display_phone_number, PhoneNumber.verified_name])
    assert card.display_phone_number == "+1 631-555-1000"
    assert card.verified_name == "Jasper's Market"


def test_get(added: wabakit.Number) -> None:
    """A number that is read without naming fields tells its status."""
    assert added.get().status is PhoneNumberStatus.PENDING


def test_request_code(added: wabakit.Number, emulator: Emulator) -> None:
    """A code is sent by SMS in the language asked for."""
    added.request_code("SMS", language="en_US")
    code = emulator.outbox[-1]
    assert (code.phone_number_id, code.method, code.language) == (added.id, "SMS", "en_US")


def test_request_code_voice(added: wabakit.Number, emulator: Emulator) -> None:
    """A code is told in a voice call."""
    added.request_code(CodeMethod.VOICE)
    assert emulator.outbox[-1].method == "VOICE"


def test_request_code_languages(added: wabakit.Number, emulator: Emulator) -> None:
    """A code is sent in the documents' languages, and in those without a country."""
    languages = ["es_ES", "fr_FR", "pt_BR", "en", "fil"]
    for language in languages:
        added.request_code(language=language)
    assert [code.language for code in emulator.outbox] == languages


def test_request_code_locale(answering: Answering) -> None:
    """What a wrapper calls codeMethod and locale reaches Graph under Graph's names."""
    server = answering(always({"success": True}))
    server.number.request_code("SMS", language="en_US")
    assert sent(server.last) == {"code_method": "SMS", "language": "en_US"}


@pytest.mark.parametrize("hyphen", ["", "-"])
def test_verify_code(added: wabakit.Number, emulator: Emulator, hyphen: str) -> None:
    """The code that arrived proves ownership, with or without its hyphen."""
    added.request_code()
    code = emulator.outbox[-1].code
    added.verify_code(f"{code[:3]}{hyphen}{code[3:]}")
    assert added.get().code_verification_status is CodeVerificationStatus.VERIFIED


def test_verify_code_failed(added: wabakit.Number) -> None:
    """A wrong code is an error that says so, and proves nothing."""
    added.request_code()
    with pytest.raises(wabakit.VerificationError, match="code") as caught:
        added.verify_code("000000")
    assert (caught.value.code, caught.value.subcode) == (136025, 2388093)
    assert added.get().code_verification_status is CodeVerificationStatus.NOT_VERIFIED


def test_success(answering: Answering) -> None:
    """A call that succeeds returns; one that Graph says failed is raised."""
    answering(always({"success": True})).number.set_pin(PIN)
    with pytest.raises(wabakit.GraphError) as caught:
        answering(always({"success": False})).number.set_pin(PIN)
    assert caught.value.code is None


def test_add_number(account: wabakit.Account, added: wabakit.Number) -> None:
    """A number that is added has an id, and stands in the list."""
    assert added.id.isdigit()
    assert [found.id for found in account.numbers()] == [added.id]


def test_number_format(account: wabakit.Account) -> None:
    """A number is given in two parts, in the way people write it; a short code is refused."""
    number = account.add_number(cc="+44", phone_number="20 7946-0958", verified_name="Lucky Shrub")
    card = number.get(fields=[PhoneNumber.display_phone_number, PhoneNumber.country_code])
    assert "".join(filter(str.isdigit, card.display_phone_number or "")) == "442079460958"
    assert card.country_code == "GB"
    with pytest.raises(wabakit.InvalidInputError):
        account.add_number(cc="44", phone_number="118", verified_name="Lucky Shrub")


def test_added_elsewhere(add_number: AddNumber, emulator: Emulator) -> None:
    """A number that somebody added in WhatsApp Manager is verified by its id."""
    number = add_number(status="PENDING")
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    assert number.get().code_verification_status is CodeVerificationStatus.VERIFIED


def test_register(answering: Answering) -> None:
    """Registering sends the product and the PIN."""
    server = answering(always({"success": True}))
    server.number.register(PIN)
    assert server.last.url.path == f"/v23.0/{NUMBER}/register"
    assert sent(server.last) == {"messaging_product": "whatsapp", "pin": PIN}


def test_register_code_method(add_number: AddNumber) -> None:
    """A verified number is registered without naming a method for a code."""
    number = add_number(status="PENDING", code_verification_status="VERIFIED")
    number.register(PIN)
    card = number.get()
    assert (card.status, card.platform_type) == ("CONNECTED", "CLOUD_API")


def test_window_14_days(add_number: AddNumber) -> None:
    """A number whose verification has run out is refused, with advice on what to do."""
    number = add_number(status="PENDING", code_verification_status="EXPIRED")
    with pytest.raises(wabakit.RegistrationError) as caught:
        number.register(PIN)
    assert caught.value.code == 133006
    assert "code" in caught.value.advice
    assert "14 days" in (wabakit.Number.register.__doc__ or "")


def test_delete(number: wabakit.Number, account: wabakit.Account) -> None:
    """A number that is deregistered is off the Cloud API, and still in its account."""
    number.deregister()
    (left,) = account.numbers()
    assert (left.id, left.status) == (number.id, PhoneNumberStatus.DISCONNECTED)
