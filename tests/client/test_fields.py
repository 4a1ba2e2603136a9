"""Three states of a field, never confused: not asked for, absent, there."""

import copy
import pickle
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import Field, PhoneNumber


def test_what_is_asked_for(answering: Answering) -> None:
    """The fields named are asked for in their order, each once, and the id always."""
    server = answering(always({"id": NUMBER}))
    server.number.get(
        fields=[PhoneNumber.status, PhoneNumber.throughput, PhoneNumber.status, PhoneNumber.id]
    )
    asked = server.last.url.params["fields"].split(",")
    assert sorted(asked) == ["id", "status", "throughput"]
    assert [name for name in asked if name != "id"] == ["status", "throughput"]


def test_there(answering: Answering) -> None:
    """A field that was answered is its value, typed."""
    server = answering(always({"id": NUMBER, "is_pin_enabled": False, "status": "CONNECTED"}))
    found = server.number.get(fields=[PhoneNumber.is_pin_enabled, PhoneNumber.status])
    assert found.is_pin_enabled is False
    assert found.status is wabakit.PhoneNumberStatus.CONNECTED


@pytest.mark.parametrize("answer", [{"id": NUMBER}, {"id": NUMBER, "verified_name": None}])
def test_absent(answering: Answering, answer: Any) -> None:
    """A field that was asked for and left out, or answered as null, is None."""
    found = answering(always(answer)).number.get(fields=[PhoneNumber.verified_name])
    assert found.verified_name is None
    assert hasattr(found, "verified_name")
    assert "verified_name" not in found.to_dict()


def test_not_asked_for(answering: Answering) -> None:
    """Reading what was not asked for is an error that names what to add, even if it was sent."""
    server = answering(always({"id": NUMBER, "quality_rating": "GREEN"}))
    found = server.number.get(fields=[PhoneNumber.verified_name])
    with pytest.raises(wabakit.FieldNotRequestedError, match=r"PhoneNumber\.quality_rating"):
        _ = found.quality_rating
    with pytest.raises(wabakit.FieldNotRequestedError):
        found[PhoneNumber.quality_rating]


def test_not_asked_for_is_no_attribute(answering: Answering) -> None:
    """A field that was not asked for is missing for hasattr and getattr too."""
    found = answering(always({"id": NUMBER})).number.get(fields=[])
    assert issubclass(wabakit.FieldNotRequestedError, AttributeError)
    assert not hasattr(found, "status")
    assert getattr(found, "status", "unknown") == "unknown"


@pytest.mark.parametrize("fields", [[], [PhoneNumber.verified_name]])
def test_id(answering: Answering, fields: list[Field[str]]) -> None:
    """The id can be read whatever was asked for."""
    server = answering(always({"id": NUMBER}))
    assert server.number.get(fields=fields).id == NUMBER
    assert "id" in server.last.url.params["fields"].split(",")
    assert [
        number.id for number in answering(always([{"id": "1"}])).account.numbers(fields=[])
    ] == ["1"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("certificate_status", "APPROVED"),
        ("new_at_meta", {"deep": [1, 2]}),
    ],
)
def test_raw_field(answering: Answering, name: str, value: Any) -> None:
    """A field that wabakit does not know is asked for and read by its wire name."""
    field = Field.raw(name)
    server = answering(always({"id": NUMBER, name: value}))
    found = server.number.get(fields=[PhoneNumber.verified_name, field])
    assert name in server.last.url.params["fields"].split(",")
    assert found[field] == value
    with pytest.raises(wabakit.FieldNotRequestedError):
        found[Field.raw("another")]


def test_raw_field_absent(answering: Answering) -> None:
    """A raw field that was left out is None."""
    field = Field.raw("certificate_status")
    assert answering(always({"id": NUMBER})).number.get(fields=[field])[field] is None


def test_unvouched_fields() -> None:
    """What nothing confirms is no field of a phone number."""
    assert "certificate_status" not in PhoneNumber.fields


@pytest.mark.parametrize(
    "field", [wabakit.Settings.calling, wabakit.Throughput.level, "status", None]
)
def test_foreign_field(answering: Answering, field: Any) -> None:
    """What is no field of a phone number is refused before anything is sent."""
    server = answering(always({"id": NUMBER}))
    with pytest.raises(wabakit.ViewError, match="PhoneNumber"):
        server.number.get(fields=[field])
    with pytest.raises(wabakit.ViewError, match="PhoneNumber"):
        server.account.numbers(fields=[field])
    assert server.requests == []


def test_nested_field(answering: Answering) -> None:
    """A nested object is read by attribute all the way down, absent parts as None."""
    health = {
        "can_send_message": "LIMITED",
        "entities": [
            {
                "entity_type": "BUSINESS",
                "id": "9",
                "can_send_message": "BLOCKED",
                "errors": [{"error_code": 141010, "error_description": "Not verified"}],
            }
        ],
    }
    server = answering(always({"id": NUMBER, "health_status": health}))
    found = server.number.get(fields=[PhoneNumber.health_status]).health_status
    assert found is not None
    assert found.can_send_message is wabakit.HealthAvailability.LIMITED
    assert found.entities is not None
    (entity,) = found.entities
    assert entity.id == "9"
    assert entity.additional_info is None
    assert entity.errors is not None
    assert entity.errors[0].error_code == 141010
    assert entity.errors[0].possible_solution is None


def test_health_of_calls_over_sip(answering: Answering) -> None:
    """Whether calls come in over SIP is read from each entity, with the reasons in numbers."""
    health = {
        "can_send_message": "BLOCKED",
        "entities": [
            {
                "entity_type": kind,
                "id": name,
                "can_send_message": "AVAILABLE",
                "can_receive_call_sip": "BLOCKED",
                "errors": [{"error_code": code, "error_description": "text"}],
            }
            for kind, name, code in (
                ("PHONE_NUMBER", "597727103418254", 138024),
                ("APP", "634974688087057", 138025),
            )
        ],
    }
    server = answering(always({"id": NUMBER, "health_status": health}))
    found = server.number.get(fields=[PhoneNumber.health_status]).health_status
    assert found is not None
    assert "can_receive_call_sip" not in found.fields
    for entity, code in zip(found.entities or (), (138024, 138025), strict=True):
        assert entity.can_receive_call_sip is wabakit.HealthAvailability.BLOCKED
        assert [error.error_code for error in entity.errors or ()] == [code]
    assert len(server.requests) == 1


def test_badge_of_a_number(answering: Answering) -> None:
    """The state of the badge comes as a field too, without an id of its own."""
    badge = {"oba_status": "NOT_STARTED"}
    server = answering(always({"id": NUMBER, "official_business_account": badge}))
    found = server.number.get(fields=[PhoneNumber.official_business_account])
    assert found.official_business_account is not None
    status = found.official_business_account.oba_status
    assert status is wabakit.OfficialBusinessAccountStatus.NOT_STARTED
    assert found.official_business_account.id is None
    assert len(server.requests) == 1


def test_name_that_was_asked_for(answering: Answering) -> None:
    """The display name that was requested can be read beside its review."""
    answer = {"id": NUMBER, "new_display_name": "Lucky", "new_name_status": "PENDING_REVIEW"}
    server = answering(always(answer))
    found = server.number.get(fields=[PhoneNumber.new_display_name, PhoneNumber.new_name_status])
    assert found.new_display_name == "Lucky"
    assert found.new_name_status is wabakit.NameStatus.PENDING_REVIEW
    assert server.last.url.params["fields"] == "id,new_display_name,new_name_status"


def test_what_graph_said(answering: Answering) -> None:
    """The wire data of a number can be had as it came, unknown members included."""
    answer = {"id": NUMBER, "throughput": {"level": "HIGH", "new": 1}, "unknown": [1]}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.throughput])
    assert found.to_dict() == answer


def test_results_travel(answering: Answering) -> None:
    """Results survive pickle and copy, with what was asked for."""
    server = answering(always({"id": NUMBER, "status": "NEW_AT_META", "throughput": {}}))
    found = server.number.get(fields=[PhoneNumber.status, PhoneNumber.throughput])
    for other in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found), copy.copy(found)):
        assert other == found
        assert other.status == "NEW_AT_META"
        assert not hasattr(other, "verified_name")


def test_repr(answering: Answering) -> None:
    """A number shows the fields that were asked for, and no other."""
    server = answering(always({"id": NUMBER, "status": "BANNED", "verified_name": "Jasper's"}))
    shown = repr(server.number.get(fields=[PhoneNumber.status, PhoneNumber.username]))
    assert shown.startswith("PhoneNumber(")
    assert NUMBER in shown
    assert "BANNED" in shown
    assert "Jasper" not in shown
    assert "username=None" in shown


def test_equal_as_far_as_asked(answering: Answering) -> None:
    """Objects are equal if the same was asked for and answered: what was left out tells, too."""
    server = answering(always({"id": NUMBER}))
    name, status = [PhoneNumber.verified_name], [PhoneNumber.status]
    assert server.number.get(fields=name) == server.number.get(fields=name)
    assert server.number.get(fields=name) != server.number.get(fields=status)


def test_what_to_dict_gives_is_the_callers(answering: Answering) -> None:
    """What is done to the result of `to_dict`, in its depths too, leaves the object as it was."""
    found = answering(always({"id": NUMBER, "throughput": {"level": "HIGH"}})).number.get()
    given = found.to_dict()
    given["throughput"]["level"] = "STANDARD"
    assert found.to_dict()["throughput"] == {"level": "HIGH"}


def test_part_without_its_holders_id(answering: Answering) -> None:
    """A part that Graph answers unwrapped has the part's members alone."""
    found = answering(always({"id": NUMBER, "level": "HIGH"})).number.throughput()
    assert found.to_dict() == {"level": "HIGH"}


def test_empty_part(answering: Answering) -> None:
    """A part that is there and empty has no members."""
    found = answering(always({"id": NUMBER, "throughput": {}})).number.throughput()
    assert found.to_dict() == {}
