"""What a number shows and allows, changed and read back."""

import pytest

import wabakit
from tests.client.wire import AddNumber
from wabakit import PhoneNumber, ThroughputLevel
from wabakit.emulator import Account, Emulator


def test_handles_cost_nothing(client: wabakit.Client, emulator: Emulator) -> None:
    """Making handles and pagers sends nothing."""
    assert client.account("1").id == "1"
    assert client.number("2").id == "2"
    client.account("1").numbers(page_size=5).pages()
    assert emulator.requests == []


def test_default_fields(number: wabakit.Number, emulator: Emulator) -> None:
    """Reading a number without naming fields asks for the ten documented ones."""
    found = number.get()
    assert emulator.requests[-1].query["fields"].split(",") == [
        "id",
        "display_phone_number",
        "verified_name",
        "status",
        "quality_rating",
        "code_verification_status",
        "platform_type",
        "throughput",
        "name_status",
        "account_mode",
    ]
    assert found.verified_name == "Jasper's Market"
    assert found.status is wabakit.PhoneNumberStatus.CONNECTED
    assert found.quality_rating is wabakit.QualityRating.GREEN
    assert found.name_status is wabakit.NameStatus.APPROVED
    assert found.account_mode is wabakit.AccountMode.LIVE
    assert found.throughput is not None
    assert found.throughput.level is ThroughputLevel.STANDARD


def test_throughput(add_number: AddNumber) -> None:
    """Throughput is the level at which a number may send."""
    assert add_number(throughput={"level": "HIGH"}).throughput().level is ThroughputLevel.HIGH


def test_pin(number: wabakit.Number, emulator: Emulator) -> None:
    """A PIN can be set and replaced, and the number says that it has one."""
    number.set_pin("000123")
    assert emulator.number(number.id).pin == "000123"
    number.set_pin("271828")
    assert emulator.number(number.id).pin == "271828"
    assert number.get(fields=[PhoneNumber.is_pin_enabled]).is_pin_enabled is True


def test_webhook(number: wabakit.Number) -> None:
    """A webhook override is read back until it is cleared; the account's stays."""
    fields = [PhoneNumber.webhook_configuration]
    number.set_webhook("https://shop.example/hook", "expected")
    assert number.get(fields=fields).webhook_configuration == {
        "application": "https://example.com/webhooks/whatsapp",
        "phone_number": "https://shop.example/hook",
    }
    number.clear_webhook()
    assert number.get(fields=fields).webhook_configuration == {
        "application": "https://example.com/webhooks/whatsapp"
    }


@pytest.mark.parametrize("hidden", [wabakit.SearchVisibility.NON_VISIBLE, "non_visible"])
def test_search_visibility(number: wabakit.Number, hidden: str) -> None:
    """A number can be hidden from search and shown again."""
    fields = [PhoneNumber.search_visibility]
    number.set_search_visibility(hidden)
    found = number.get(fields=fields)
    assert found.search_visibility is wabakit.SearchVisibility.NON_VISIBLE
    number.set_search_visibility("VISIBLE")
    assert number.get(fields=fields).search_visibility is wabakit.SearchVisibility.VISIBLE


def test_official_business_account(number: wabakit.Number) -> None:
    """An application for the badge is answered with its state, which can then be read."""
    before = number.official_business_account()
    assert (before.id, before.oba_status) == (number.id, "NOT_STARTED")
    answer = number.update_official_business_account(
        business_website_url="https://shop.example",
        primary_country_of_operation="US",
        supporting_links=[f"https://press.example/{n}" for n in range(5)],
    )
    assert answer.tracking_id
    assert answer.message == "The application was received."
    assert answer.updated_status is not None
    assert answer.updated_status.oba_status is wabakit.OfficialBusinessAccountStatus.PENDING
    after = number.official_business_account()
    assert after.oba_status is wabakit.OfficialBusinessAccountStatus.PENDING
    assert after.status_message == "The application was received."


def test_username(number: wabakit.Number) -> None:
    """A username is claimed, read and given up."""
    assert number.username().username is None
    assert number.set_username("jaspers.market").status is wabakit.UsernameStatus.APPROVED
    assert number.username().username == "jaspers.market"
    number.delete_username()
    assert number.username().username is None


def test_username_moves(add_number: AddNumber) -> None:
    """A username moves between numbers only when that is asked for."""
    first, second = add_number(), add_number()
    first.set_username("jaspers.market")
    with pytest.raises(wabakit.GraphError) as caught:
        second.set_username("jaspers.market")
    assert caught.value.code == 147005
    second.set_username("jaspers.market", transfer=True)
    assert second.username().username == "jaspers.market"
    assert first.username().username is None


def test_username_suggestions(number: wabakit.Number) -> None:
    """Suggested usernames come as a list of text, any of which can be claimed."""
    suggestions = number.username_suggestions()
    assert "jaspersmarket" in suggestions
    number.set_username(suggestions[0])
    assert number.username().username == suggestions[0]


def test_health(number: wabakit.Number, waba: Account) -> None:
    """Health tells for each thing involved whether it lets messages pass."""
    health = number.get(fields=[PhoneNumber.health_status]).health_status
    assert health is not None
    assert health.can_send_message is wabakit.HealthAvailability.AVAILABLE
    assert [(entity.entity_type, entity.id) for entity in health.entities or []] == [
        (wabakit.HealthEntityType.PHONE_NUMBER, number.id),
        (wabakit.HealthEntityType.WABA, waba.id),
    ]


def test_unknown_number(client: wabakit.Client, waba: Account) -> None:
    """An unknown id is a NotFoundError, which cannot tell it from one that may not be seen."""
    with pytest.raises(wabakit.NotFoundError) as caught:
        client.number("404").get()
    assert (caught.value.code, caught.value.subcode) == (100, 33)
    assert caught.value.status == 400
    assert "token" in caught.value.advice
