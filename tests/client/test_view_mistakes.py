"""Views that Graph cannot fill: refused before anything is sent, with what would fit."""

from typing import Any

import attrs
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import PhoneNumberStatus, QualityRating, Throughput


@attrs.frozen
class Typo:
    quality_ratings: QualityRating


@attrs.frozen
class NestedTypoInside:
    levle: str


@attrs.frozen
class NestedTypo:
    throughput: NestedTypoInside


@attrs.frozen
class WrongType:
    quality_rating: int


@attrs.frozen
class WrongEnum:
    quality_rating: PhoneNumberStatus


@attrs.frozen
class WrongOptional:
    is_pin_enabled: str | None = None


@attrs.frozen
class WrongList:
    health_status: list[str]


@attrs.frozen
class NotNested:
    status: NestedTypoInside


@attrs.frozen
class WrongMembers:
    webhook_configuration: dict[str, int]


@attrs.frozen
class Unresolved:
    status: "NoSuchName"  # type: ignore[name-defined] # noqa: F821


class Plain:
    id: str


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (Typo, r"Typo\.quality_ratings.*nearest is PhoneNumber\.quality_rating"),
        (NestedTypo, r"NestedTypoInside\.levle.*nearest is Throughput\.level"),
        (WrongType, r"WrongType\.quality_rating is annotated int.*QualityRating"),
        (WrongEnum, r"WrongEnum\.quality_rating.*PhoneNumberStatus.*QualityRating"),
        (WrongOptional, r"WrongOptional\.is_pin_enabled.*bool"),
        (WrongList, r"WrongList\.health_status.*HealthStatus"),
        (NotNested, r"NotNested\.status.*PhoneNumberStatus"),
        (WrongMembers, r"WrongMembers\.webhook_configuration"),
        (Unresolved, r"Unresolved.*NoSuchName"),
        (Plain, "attrs class"),
        (dict, "attrs class"),
        (3, "attrs class"),
    ],
)
def test_refused(answering: Answering, view: Any, message: str) -> None:
    """A view that does not fit is a ViewError that names what is wrong and what would fit."""
    server = answering(always({"id": NUMBER}))
    with pytest.raises(wabakit.ViewError, match=message) as caught:
        server.number.get(into=view)
    assert isinstance(caught.value, TypeError)
    with pytest.raises(wabakit.ViewError, match=message):
        server.account.numbers(into=view)
    assert server.requests == []


@attrs.frozen
class Loose:
    """Annotations that promise less than the field gives are right."""

    quality_rating: str
    name_status: Any
    throughput: object
    status: PhoneNumberStatus | str | None = None


def test_wider_annotations(answering: Answering) -> None:
    """An annotation may be wider than the field's own type."""
    answer: dict[str, Any] = {
        "id": NUMBER,
        "quality_rating": "RED",
        "name_status": "NONE",
        "throughput": {},
    }
    found = answering(always(answer)).number.get(into=Loose)
    assert found.quality_rating == "RED"
    assert isinstance(found.throughput, Throughput)


def test_verified_once(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class is verified when it is first used, and not again for each number."""

    @attrs.frozen
    class Once:
        id: str

    looks: list[type] = []
    plain = attrs.fields

    def counted(cls: Any) -> Any:
        looks.append(cls)
        return plain(cls)

    monkeypatch.setattr(attrs, "fields", counted)
    server = answering(always({"id": NUMBER}))
    for _ in range(3):
        assert server.number.get(into=Once).id == NUMBER
    assert looks == [Once]


def test_fields_and_view(answering: Answering) -> None:
    """Single fields and a view at once are refused before anything is sent."""
    server = answering(always({"id": NUMBER}))
    number: Any = server.number
    account: Any = server.account
    for ask in (number.get, account.numbers):
        with pytest.raises(wabakit.WabakitError, match="fields"):
            ask(fields=[wabakit.PhoneNumber.status], into=Loose)
    assert server.requests == []


@pytest.mark.parametrize(
    ("fields", "remedy"),
    [
        (["status"], r"fields=\[PhoneNumber\.status\]"),
        ("status", r"fields=\[PhoneNumber\.status\]"),
        (["statsu"], r"The nearest is PhoneNumber\.status.*Field\.raw\('statsu'\)"),
        ([Throughput.level], r"Throughput\.level is not a field of PhoneNumber\. Nothing"),
        ([5], "5 is not a field"),
        (5, "5 is not a field"),
    ],
)
def test_texts_are_no_fields(answering: Answering, fields: Any, remedy: str) -> None:
    """Who names a field by text is told which field it is; nothing is sent."""
    server = answering(always({"id": NUMBER}))
    for ask in (server.number.get, server.account.numbers):
        with pytest.raises(wabakit.ViewError, match=remedy):
            ask(fields=fields)
    assert server.requests == []
