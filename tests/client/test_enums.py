"""Vocabularies stay open, and what has had two names has one reader."""

import copy
import pickle
from enum import StrEnum
from importlib import import_module
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import Field, MessagingLimitTier, PhoneNumber, PhoneNumberStatus, PlatformType

NAMED = [getattr(wabakit, name) for name in import_module("wabakit").__all__]
PUBLIC = [item for item in NAMED if isinstance(item, type)]
ENUMS = [item for item in PUBLIC if issubclass(item, StrEnum)]
LIMIT = PhoneNumber.messaging_limit_tier
NEW_LIMIT = PhoneNumber.whatsapp_business_manager_messaging_limit


def test_unknown_value(answering: Answering) -> None:
    """A value that is new at Meta is kept as its text and does not fail the read."""
    answer = {"id": NUMBER, "status": "HIBERNATING"}
    found = answering(always(answer)).number.get(fields=[PhoneNumber.status])
    assert found.status is not None
    assert not found.status.is_known
    assert found.status == "HIBERNATING"
    assert f"{found.status}" == "HIBERNATING"
    assert found.to_dict() == answer


@pytest.mark.parametrize("enum", ENUMS)
def test_open_enum(enum: Any) -> None:
    """Every enum takes unknown text, tells it from its members, compares and travels."""
    unknown: Any = enum("NEW_AT_META")
    assert unknown not in list(enum)
    assert all(member.is_known for member in enum)
    for other in (pickle.loads(pickle.dumps(unknown)), copy.deepcopy(unknown)):
        assert isinstance(other, enum)
        assert not other.is_known
        assert other == unknown == "NEW_AT_META"


def test_enums_are_public() -> None:
    """Each vocabulary of the contract that a user meets has a public enum."""
    assert len(ENUMS) >= 20
    assert {PhoneNumberStatus.CONNECTED, PhoneNumberStatus.RATE_LIMITED} < set(PhoneNumberStatus)
    assert set(wabakit.ThroughputLevel) == {"STANDARD", "HIGH", "NOT_APPLICABLE"}
    assert set(MessagingLimitTier) >= {"TIER_50", "TIER_2K", "TIER_UNLIMITED", "TIER_NOT_SET"}
    assert set(wabakit.SearchVisibility) == {"VISIBLE", "NON_VISIBLE"}


@pytest.mark.parametrize(
    ("fields", "answer", "limit"),
    [
        ([LIMIT], {"messaging_limit_tier": "TIER_1K"}, MessagingLimitTier.TIER_1K),
        ([NEW_LIMIT], {NEW_LIMIT.name: "TIER_2K"}, MessagingLimitTier.TIER_2K),
        ([LIMIT, NEW_LIMIT], {"messaging_limit_tier": "TIER_1K"}, MessagingLimitTier.TIER_1K),
        (
            [LIMIT, NEW_LIMIT],
            {"messaging_limit_tier": "TIER_1K", NEW_LIMIT.name: "TIER_2K"},
            MessagingLimitTier.TIER_2K,
        ),
        ([LIMIT, NEW_LIMIT], {}, None),
        ([NEW_LIMIT], {NEW_LIMIT.name: "TIER_5M"}, "TIER_5M"),
    ],
)
def test_messaging_limit(
    answering: Answering, fields: list[Field[Any]], answer: dict[str, Any], limit: str | None
) -> None:
    """The messaging limit is read under whichever of its two names was answered."""
    server = answering(always({"id": NUMBER, **answer}), api_version="v24.0")
    found = server.number.get(fields=fields)
    assert found.messaging_limit == limit
    assert limit is None or isinstance(found.messaging_limit, MessagingLimitTier)


@pytest.mark.parametrize(
    ("fields", "answer", "platform"),
    [
        ([PhoneNumber.platform_type], {"platform_type": "CLOUD_API"}, PlatformType.CLOUD_API),
        ([PhoneNumber.host_platform], {"host_platform": "ON_PREMISE"}, PlatformType.ON_PREMISE),
        (
            [PhoneNumber.platform_type, PhoneNumber.host_platform],
            {"host_platform": "CLOUD_API"},
            PlatformType.CLOUD_API,
        ),
        ([PhoneNumber.platform_type], {}, None),
    ],
)
def test_platform(
    answering: Answering, fields: list[Field[Any]], answer: dict[str, Any], platform: str | None
) -> None:
    """The platform is read under whichever of its two names was answered."""
    found = answering(always({"id": NUMBER, **answer})).number.get(fields=fields)
    assert found.platform == platform


def test_readers_need_one_name(answering: Answering) -> None:
    """A reader of two names needs one of them to have been asked for, and says which there are."""
    found = answering(always({"id": NUMBER})).number.get(fields=[PhoneNumber.status])
    with pytest.raises(wabakit.FieldNotRequestedError, match="messaging_limit_tier"):
        _ = found.messaging_limit
    with pytest.raises(wabakit.FieldNotRequestedError, match="platform_type"):
        _ = found.platform
