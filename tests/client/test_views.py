"""Views: a class that says what to ask for, and gets it."""

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import (
    HealthAvailability,
    HealthEntityType,
    NameStatus,
    OfficialBusinessAccountStatus,
    PhoneNumber,
    PhoneNumberStatus,
    QualityRating,
    ThroughputLevel,
)
from wabakit.emulator import Account, Emulator

NEVER = datetime.min.replace(tzinfo=UTC)


@attrs.frozen
class Speed:
    level: ThroughputLevel


@attrs.frozen
class Entity:
    entity_type: HealthEntityType
    can_send_message: HealthAvailability


@attrs.frozen
class Health:
    entities: list[Entity]


@attrs.frozen
class Card:
    id: str
    display_phone_number: str
    quality_rating: QualityRating
    throughput: Speed
    name_status: NameStatus | None = None


@attrs.frozen
class Checked:
    health_status: Health


@attrs.frozen
class Badge:
    oba_status: OfficialBusinessAccountStatus


@attrs.frozen
class Badged:
    official_business_account: Badge


@attrs.define(kw_only=True)
class Odd:
    number: str = attrs.field(alias="verified_name", default="", init=False)
    status: PhoneNumberStatus = attrs.field(alias="state")
    reasons: list[str] = attrs.field(factory=list[str], init=False)
    verified_name: str = attrs.field(factory=lambda: "unnamed")
    last_onboarded_time: datetime = attrs.field(default=NEVER)


ANSWER = {
    "id": NUMBER,
    "display_phone_number": "+1 631-555-1000",
    "quality_rating": "GREEN",
    "throughput": {"level": "HIGH"},
}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in ANSWER.items() if key != name}


def test_view_of_a_number(answering: Answering) -> None:
    """A view asks for exactly its attributes and is filled with typed values."""
    server = answering(always({**ANSWER, "name_status": "APPROVED"}))
    assert server.number.get(into=Card) == Card(
        NUMBER,
        "+1 631-555-1000",
        QualityRating.GREEN,
        Speed(ThroughputLevel.HIGH),
        NameStatus.APPROVED,
    )
    assert server.last.url.params["fields"] == (
        "id,display_phone_number,quality_rating,throughput{level},name_status"
    )


def test_view_inside_a_view(answering: Answering) -> None:
    """What is nested is asked for its attributes alone: not all that is nested has an id."""
    badge = {"oba_status": "NOT_STARTED"}
    server = answering(always({"id": NUMBER, "official_business_account": badge}))
    found = server.number.get(into=Badged)
    assert found == Badged(Badge(OfficialBusinessAccountStatus.NOT_STARTED))
    assert server.last.url.params["fields"] == "id,official_business_account{oba_status}"


def test_view_of_a_list(account: wabakit.Account, emulator: Emulator, waba: Account) -> None:
    """A list gives views across pages, nested selections included."""
    for rating in ("GREEN", "RED", "YELLOW"):
        emulator.add_number(waba.id, quality_rating=rating, throughput={"level": "HIGH"})
    found = list(account.numbers(into=Card, page_size=2))
    assert [card.quality_rating.value for card in found] == ["YELLOW", "RED", "GREEN"]
    assert {card.throughput.level for card in found} == {ThroughputLevel.HIGH}
    first = account.numbers(into=Card).first()
    assert first == found[0]


def test_list_inside_a_view(number: wabakit.Number) -> None:
    """A view may select within each element of a nested list."""
    found = number.get(into=Checked)
    assert found.health_status.entities == [
        Entity(HealthEntityType.PHONE_NUMBER, HealthAvailability.AVAILABLE),
        Entity(HealthEntityType.WABA, HealthAvailability.AVAILABLE),
    ]


def test_optional_attribute(answering: Answering) -> None:
    """An attribute with a default may be left out by Graph, or be null."""
    for answer in (ANSWER, {**ANSWER, "name_status": None}):
        assert answering(always(answer)).number.get(into=Card).name_status is None


@pytest.mark.parametrize("name", ["display_phone_number", "quality_rating", "throughput"])
def test_required_attribute(answering: Answering, name: str) -> None:
    """An attribute without a default that Graph left out is a MissingFieldError with the answer."""
    for answer in (without(name), {**ANSWER, name: None}):
        server = answering(always(answer))
        with pytest.raises(wabakit.MissingFieldError, match=rf"Card .*{name}.*{NUMBER}") as caught:
            server.number.get(into=Card)
        assert isinstance(caught.value, wabakit.UnexpectedAnswerError)
        assert caught.value.response.status == 200
        assert len(server.requests) == 1


def test_required_part_of_a_nested_object(answering: Answering) -> None:
    """A nested view is as strict as an outer one."""
    with pytest.raises(wabakit.MissingFieldError, match="level"):
        answering(always({**ANSWER, "throughput": {}})).number.get(into=Card)


def test_ways_of_attrs(answering: Answering) -> None:
    """Aliases, keyword-only attributes, factories and what is no argument are respected."""
    server = answering(always({"id": NUMBER, "status": "BANNED"}))
    found = server.number.get(into=Odd)
    assert found.status is PhoneNumberStatus.BANNED
    assert found.verified_name == "unnamed"
    assert found.reasons == []
    asked = server.last.url.params["fields"].split(",")
    assert sorted(asked) == ["id", "last_onboarded_time", "status", "verified_name"]


def test_time_in_a_view(answering: Answering) -> None:
    """A time is as aware in a view as elsewhere, and its default stands for an unreadable one."""
    for text, moment in (
        ("2024-01-15T10:30:00+0000", datetime(2024, 1, 15, 10, 30, tzinfo=UTC)),
        ("soon", NEVER),
    ):
        answer = {"id": NUMBER, "status": "BANNED", "last_onboarded_time": text}
        found = answering(always(answer)).number.get(into=Odd)
        assert found.last_onboarded_time == moment


def test_unknown_value_in_a_view(answering: Answering) -> None:
    """A value that is new at Meta fills a view like any other."""
    card = answering(always({**ANSWER, "quality_rating": "PURPLE"})).number.get(into=Card)
    assert card.quality_rating == "PURPLE"
    assert not card.quality_rating.is_known


@attrs.frozen
class Whole:
    throughput: wabakit.Throughput
    webhook_configuration: dict[str, str]
    conversational_automation: wabakit.ConversationalAutomation | None = None


def test_node_in_a_view(answering: Answering) -> None:
    """A nested object may be taken whole, as the node that wabakit has for it."""
    hooks = {"application": "https://a.example", "phone_number": "https://b.example"}
    answer = {"id": NUMBER, "throughput": {"level": "HIGH"}, "webhook_configuration": hooks}
    server = answering(always(answer))
    found = server.number.get(into=Whole)
    assert found.throughput.level is ThroughputLevel.HIGH
    assert found.webhook_configuration == hooks
    assert found.conversational_automation is None
    assert "throughput," in server.last.url.params["fields"]


@attrs.frozen
class Base:
    id: str


@attrs.frozen
class Derived(Base):
    status: "PhoneNumberStatus"


def test_inherited_attributes(answering: Answering) -> None:
    """A view asks for the attributes that it inherits, and its annotations may be text."""
    server = answering(always({"id": NUMBER, "status": "CONNECTED"}))
    assert server.number.get(into=Derived) == Derived(NUMBER, PhoneNumberStatus.CONNECTED)


def test_class_itself_is_no_view(answering: Answering) -> None:
    """The node class is what `fields=` gives; as a view it is refused."""
    server = answering(always(ANSWER))
    with pytest.raises(wabakit.ViewError, match="attrs class"):
        server.number.get(into=PhoneNumber)
    assert server.requests == []
