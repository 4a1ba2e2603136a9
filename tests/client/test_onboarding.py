"""From "added" to "registered", step by step."""

import pytest

import wabakit
from wabakit import CodeMethod, CodeVerificationStatus, NameStatus, PhoneNumber, PhoneNumberStatus
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.emulator import Account as Waba
from wabakit.emulator import Emulator


@pytest.fixture
def number(account: wabakit.Account) -> wabakit.Number:
    return account.add_number(cc="1", phone_number="6315551000", verified_name="Jasper's Market")


@pytest.mark.filterwarnings("ignore:Graph API:wabakit.VersionWarning")
@pytest.mark.parametrize("version", GRAPH_VERSIONS)
def test_story(client: wabakit.Client, waba: Waba, emulator: Emulator, version: str) -> None:
    """A number goes from added to CONNECTED in five calls, with every version of Graph."""
    account = client.with_options(api_version=version).account(waba.id)
    number = account.add_number(cc="1", phone_number="6315551000", verified_name="Jasper's Market")
    assert number.get().status is PhoneNumberStatus.PENDING
    assert number.get().code_verification_status is CodeVerificationStatus.NOT_VERIFIED
    number.request_code(CodeMethod.SMS, language="en_US")
    number.verify_code(emulator.outbox[-1].code)
    assert number.get().code_verification_status is CodeVerificationStatus.VERIFIED
    number.register(pin="314159")
    found = number.get()
    assert found.id == number.id
    assert found.display_phone_number == "+1 631-555-1000"
    assert found.status is PhoneNumberStatus.CONNECTED
    assert found.platform_type is wabakit.PlatformType.CLOUD_API
    assert {request.path.split("/")[1] for request in emulator.requests} == {version}


def test_added_number_is_listed(account: wabakit.Account, number: wabakit.Number) -> None:
    """A number that was added is among those of its account."""
    assert [found.id for found in account.numbers()] == [number.id]


def test_spacing_in_numbers(account: wabakit.Account) -> None:
    """A number may be given the way people write it."""
    number = account.add_number(cc="+44", phone_number="20 7946-0958", verified_name="Lucky Shrub")
    found = number.get(fields=[PhoneNumber.country_dial_code, PhoneNumber.display_phone_number])
    assert found.country_dial_code == "44"
    assert found.display_phone_number == "+44 207 946 0958"


def test_preverified_number(account: wabakit.Account, emulator: Emulator) -> None:
    """A number that was verified beforehand is added VERIFIED and can be registered at once."""
    pooled = emulator.partners.add_preverified_number(phone_number="+1 631-555-1001")
    number = account.add_number(
        cc="1", phone_number="6315551001", verified_name="Lucky Shrub", preverified_id=pooled.id
    )
    number.register("314159")
    assert emulator.outbox == []
    found = number.get(fields=[PhoneNumber.status, PhoneNumber.is_preverified_number])
    assert found.status is PhoneNumberStatus.CONNECTED
    assert found.is_preverified_number is True


def test_number_there_already(account: wabakit.Account, number: wabakit.Number) -> None:
    """Adding a number twice says that it exists, and adds nothing."""
    with pytest.raises(wabakit.AlreadyExistsError) as caught:
        account.add_number(cc="1", phone_number="6315551000", verified_name="Jasper's Market")
    assert (caught.value.code, caught.value.subcode) == (100, 2388012)
    assert caught.value.number_id == number.id
    assert [found.id for found in account.numbers()] == [number.id]


@pytest.mark.parametrize("method", [CodeMethod.VOICE, "VOICE", "voice", "Voice"])
def test_method_of_a_code(number: wabakit.Number, emulator: Emulator, method: str) -> None:
    """The way a code is sent may be named by the enum or by text in any case."""
    number.request_code(method, language="fil")
    assert [(code.method, code.language) for code in emulator.outbox] == [("VOICE", "fil")]


def test_code_by_default(number: wabakit.Number, emulator: Emulator) -> None:
    """A code is sent by SMS in American English unless told otherwise."""
    number.request_code()
    assert [(code.method, code.language) for code in emulator.outbox] == [("SMS", "en_US")]


def test_code_with_hyphen(number: wabakit.Number, emulator: Emulator) -> None:
    """A code may be handed in with the hyphen that the message shows."""
    number.request_code()
    code = emulator.outbox[-1].code
    number.verify_code(f"{code[:3]}-{code[3:]}")
    assert number.get().code_verification_status is CodeVerificationStatus.VERIFIED


def test_wrong_code(number: wabakit.Number, emulator: Emulator) -> None:
    """A wrong code is a VerificationError, and the number stays unverified."""
    number.request_code()
    wrong = "000000" if emulator.outbox[-1].code != "000000" else "111111"
    with pytest.raises(wabakit.VerificationError) as caught:
        number.verify_code(wrong)
    assert (caught.value.code, caught.value.subcode) == (136025, 2388093)
    assert number.get().code_verification_status is CodeVerificationStatus.NOT_VERIFIED


def test_code_for_a_verified_number(number: wabakit.Number, emulator: Emulator) -> None:
    """A verified number gets no further code, and the error says why."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    with pytest.raises(wabakit.VerificationError) as caught:
        number.request_code()
    assert caught.value.name == "number-already-verified"
    assert len(emulator.outbox) == 1


def test_register_needs_a_verified_number(number: wabakit.Number) -> None:
    """Registering an unverified number is a RegistrationError, and it stays as it was."""
    with pytest.raises(wabakit.RegistrationError) as caught:
        number.register("314159")
    assert caught.value.code == 133006
    assert number.get().status is PhoneNumberStatus.PENDING


def test_pin_with_leading_zeros(number: wabakit.Number, emulator: Emulator) -> None:
    """A PIN keeps its leading zeros."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    number.register("000042")
    assert emulator.number(number.id).pin == "000042"


def test_register_with_a_region(number: wabakit.Number, emulator: Emulator) -> None:
    """Registering with a region keeps messages at rest in that country."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    number.register("314159", data_localization_region="ch")
    storage = number.settings().storage_configuration
    assert storage is not None
    assert storage.status is wabakit.StorageStatus.IN_COUNTRY_STORAGE_ENABLED
    assert storage.data_localization_region == "CH"


def test_deregister_and_back(number: wabakit.Number, emulator: Emulator) -> None:
    """A deregistered number is off the platform and comes back with the same PIN only."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    number.register("314159")
    number.deregister()
    assert number.get().status is PhoneNumberStatus.DISCONNECTED
    with pytest.raises(wabakit.RegistrationError) as caught:
        number.register("271828")
    assert caught.value.code == 133005
    number.register("314159")
    assert number.get().status is PhoneNumberStatus.CONNECTED


def test_display_name(number: wabakit.Number, emulator: Emulator) -> None:
    """A requested name takes effect once it is approved and the number registered again."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    number.register("314159")
    number.request_display_name("Jasper's Corner")
    fields = [PhoneNumber.verified_name, PhoneNumber.new_name_status, PhoneNumber.new_certificate]
    asked = number.get(fields=fields)
    assert asked.verified_name == "Jasper's Market"
    assert asked.new_name_status is NameStatus.PENDING_REVIEW
    emulator.approve_name(number.id)
    approved = number.get(fields=fields)
    assert approved.new_name_status is NameStatus.APPROVED
    assert approved.new_certificate == emulator.number(number.id).new_certificate
    number.register("314159")
    renamed = number.get(fields=fields)
    assert renamed.verified_name == "Jasper's Corner"
    assert renamed.new_name_status is None


def test_ten_registrations(number: wabakit.Number, emulator: Emulator) -> None:
    """The eleventh registration within 72 hours is a RegistrationLimitError with its wait."""
    number.request_code()
    number.verify_code(emulator.outbox[-1].code)
    for _ in range(10):
        number.register("314159")
    with pytest.raises(wabakit.RegistrationLimitError) as caught:
        number.register("314159")
    assert isinstance(caught.value, wabakit.RateLimitError)
    assert caught.value.retry_after is not None
    assert "72 hours" in str(wabakit.Number.register.__doc__)
    assert "14 days" in str(wabakit.Number.register.__doc__)
