"""Fields and words in the documents: one test for each row of the page's table."""

from datetime import UTC, datetime

import attrs
import pytest

import wabakit
from tests.client.wire import AddNumber, Answering, always, in_turn
from tests.docs.pages import DOCS
from tests.faces import NUMBER
from wabakit import (
    CodeVerificationStatus,
    Field,
    MessagingLimitTier,
    NameStatus,
    PhoneNumber,
    PhoneNumberStatus,
    PlatformType,
    QualityRating,
    ThroughputLevel,
)
from wabakit.emulator import Emulator


def named(row_name: str) -> list[str]:
    """The fields that a row of the page's table names."""
    ((_, text, _),) = (
        row for row in DOCS["from-other-documents"].rows("Fields and words") if row[0] == row_name
    )
    return [word.strip(",") for word in text.split() if word.strip(",").islower()]


def values(number: wabakit.Number, row_name: str) -> dict[str, object]:
    """What reading the fields of a row gives, by wire name."""
    fields = [PhoneNumber.fields[name] for name in named(row_name)]
    card = number.get(fields=fields)
    return {field.name: card[field] for field in fields}


def test_fields_s0(add_number: AddNumber) -> None:
    """A connected number has a value in every field of the first document."""
    found = values(add_number(), "fields-s0")
    assert len(found) == 10
    assert None not in found.values()
    assert found["quality_rating"] is QualityRating.GREEN


def test_fields_s2(add_number: AddNumber) -> None:
    """A connected number has a value in the reference's fields, one of which Graph lacks."""
    number = add_number(country_dial_code="1")
    with pytest.raises(wabakit.ViewError, match="name_status"):
        values(number, "fields-s2")
    wanted = [name for name in named("fields-s2") if name != "unified_cert_status"]
    card = number.get(fields=[PhoneNumber.fields[name] for name in wanted])
    found = {name: card[PhoneNumber.fields[name]] for name in wanted}
    assert len(found) == 13
    assert [name for name, value in found.items() if value is None] == ["username"]
    assert (found["country_code"], found["country_dial_code"]) == ("US", "1")


def test_fields_s3(add_number: AddNumber) -> None:
    """A number has every field of the guide for partners; a new name only after asking."""
    found = values(add_number(), "fields-s3")
    assert len(found) == 11
    assert [name for name, value in found.items() if value is None] == ["new_name_status"]


def test_fields_wanted(number: wabakit.Number, emulator: Emulator) -> None:
    """Only what is wanted is asked for, with the id."""
    card = number.get(fields=[PhoneNumber.display_phone_number, PhoneNumber.quality_rating])
    assert emulator.requests[-1].query["fields"] == "id,display_phone_number,quality_rating"
    assert set(card.to_dict()) == {"id", "display_phone_number", "quality_rating"}


def test_certificate(number: wabakit.Number, emulator: Emulator) -> None:
    """The certificate of an approved name stands apart until the number is registered with it."""
    fields = [PhoneNumber.certificate, PhoneNumber.new_certificate]
    number.request_display_name("My Business")
    emulator.approve_name(number.id)
    new = number.get(fields=fields).new_certificate
    assert new is not None
    number.register("314159")
    card = number.get(fields=fields)
    assert (card.certificate, card.new_certificate) == (new, None)


def test_certificate_status(number: wabakit.Number, answering: Answering) -> None:
    """A field that nothing confirms can be asked for, and read if Graph answers it."""
    status = Field.raw("certificate_status")
    with pytest.raises(wabakit.InvalidRequestError, match="certificate_status"):
        number.get(fields=[status])
    server = answering(always({"id": NUMBER, "certificate_status": "OK"}))
    assert server.number.get(fields=[status])[status] == "OK"


@pytest.mark.parametrize(
    "word", ["CONNECTED", "PENDING", "DISCONNECTED", "FLAGGED", "RATE_LIMITED"]
)
def test_status_words(add_number: AddNumber, word: str) -> None:
    """Every status word of the document is read as one that wabakit knows."""
    status = add_number(status=word).get().status
    assert status is PhoneNumberStatus(word)
    assert PhoneNumberStatus(word).is_known


@pytest.mark.parametrize("word", ["GREEN", "YELLOW", "RED", "UNKNOWN", "NA"])
def test_quality_rating(add_number: AddNumber, word: str) -> None:
    """Every quality rating is read, either word for "not rated" among them."""
    assert add_number(quality_rating=word).get().quality_rating is QualityRating(word)


def test_quality_advice(add_number: AddNumber, account: wabakit.Account) -> None:
    """Numbers that need attention are found in a list, with the reasons."""

    @attrs.frozen
    class Quality:
        id: str
        quality_rating: QualityRating
        quality_score: wabakit.QualityScore

    add_number()
    score = {"score": "RED", "date": 1700000000, "reasons": ["SPAM"]}
    bad = add_number(quality_rating="RED", quality_score=score)
    poor = {QualityRating.YELLOW, QualityRating.RED}
    (found,) = [card for card in account.numbers(into=Quality) if card.quality_rating in poor]
    assert (found.id, found.quality_score.reasons) == (bad.id, ["SPAM"])


def test_throughput_tiers(add_number: AddNumber) -> None:
    """Speed and messaging limit are two things with two vocabularies."""
    number = add_number(throughput={"level": "HIGH"}, messaging_limit_tier="TIER_50")
    card = number.get(fields=[PhoneNumber.throughput, PhoneNumber.messaging_limit_tier])
    assert card.throughput is not None
    assert card.throughput.level is ThroughputLevel.HIGH
    assert card.messaging_limit_tier is MessagingLimitTier.TIER_50
    assert {level.value for level in ThroughputLevel} == {"STANDARD", "HIGH", "NOT_APPLICABLE"}


def test_max_messages_per_day(number: wabakit.Number) -> None:
    """The speed of a number is its level and nothing else."""
    assert number.throughput().to_dict() == {"level": "STANDARD"}


@pytest.mark.parametrize(
    "tier", ["TIER_50", "TIER_250", "TIER_1K", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"]
)
def test_messaging_tiers(add_number: AddNumber, tier: str) -> None:
    """Every messaging tier is read as one that wabakit knows."""
    number = add_number(messaging_limit_tier=tier)
    card = number.get(fields=[PhoneNumber.messaging_limit_tier])
    assert card.messaging_limit is MessagingLimitTier(tier)
    assert MessagingLimitTier(tier).is_known


@pytest.mark.parametrize("field", [PhoneNumber.platform_type, PhoneNumber.host_platform])
def test_platform(number: wabakit.Number, field: Field[PlatformType]) -> None:
    """Where a number is hosted is read in one place, whichever name was asked for."""
    assert number.get(fields=[field]).platform is PlatformType.CLOUD_API


def test_name_status(add_number: AddNumber) -> None:
    """Whether the name in effect is approved is read from the number."""
    assert add_number().get().name_status is NameStatus.APPROVED
    assert add_number(name_status="DECLINED").get().name_status is NameStatus.DECLINED


def test_new_name_status(number: wabakit.Number) -> None:
    """The review of a new name is None until one was asked for."""
    assert number.get(fields=[PhoneNumber.new_name_status]).new_name_status is None
    number.request_display_name("My Business")
    card = number.get(fields=[PhoneNumber.new_name_status])
    assert card.new_name_status is NameStatus.PENDING_REVIEW


def test_otp_status(add_number: AddNumber, account: wabakit.Account) -> None:
    """Whether a number is verified is read in the list and by its id."""
    number = add_number(status="PENDING")
    wanted = [PhoneNumber.code_verification_status]
    listed = [card.code_verification_status for card in account.numbers(fields=wanted)]
    assert listed == [CodeVerificationStatus.NOT_VERIFIED]
    assert number.get(fields=wanted).code_verification_status == "NOT_VERIFIED"


def test_otp_bare_list(answering: Answering) -> None:
    """An answer that is a bare list is read like a page, the last one."""
    row = {"code_verification_status": "NOT_VERIFIED", "id": "1754951608042154"}
    (card,) = answering(in_turn(always([row]))).account.numbers()
    assert card.id == "1754951608042154"
    assert card.code_verification_status is CodeVerificationStatus.NOT_VERIFIED


def test_onboarded_time(answering: Answering) -> None:
    """A time as Graph writes it becomes an aware datetime."""
    server = answering(always({"id": NUMBER, "last_onboarded_time": "2023-08-22T19:05:53+0000"}))
    card = server.number.get(fields=[PhoneNumber.last_onboarded_time])
    assert card.last_onboarded_time == datetime(2023, 8, 22, 19, 5, 53, tzinfo=UTC)


def test_webhook_configuration(number: wabakit.Number) -> None:
    """Callback URLs are read by level, and one can be set for the number alone."""
    number.set_webhook("https://example.com/own", "a-verify-token")
    card = number.get(fields=[PhoneNumber.webhook_configuration])
    assert card.webhook_configuration == {
        "application": "https://example.com/webhooks/whatsapp",
        "phone_number": "https://example.com/own",
    }


def test_business_app(add_number: AddNumber) -> None:
    """A number that is also used in the app says so."""
    number = add_number(is_on_biz_app=True)
    assert number.get(fields=[PhoneNumber.is_on_biz_app]).is_on_biz_app is True
