from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.messaging_limit_tier import MessagingLimitTier
from ..models.phone_number_quality_event import PhoneNumberQualityEvent
from ..types import UNSET, Unset

T = TypeVar("T", bound="PhoneNumberQualityUpdate")


@_attrs_define
class PhoneNumberQualityUpdate:
    """The messaging limit or the sending speed of a number changed."""

    display_phone_number: str | Unset = UNSET
    """ A telephone number as webhooks name it, digits without `+`, its country calling code first. Compare it with
    the digits of `display_phone_number`, which has spacing on the number itself. """
    event: PhoneNumberQualityEvent | Unset = UNSET
    """ `ONBOARDING`: the number is still being registered. `THROUGHPUT_UPGRADE`: it may send faster. The others are
    older: its quality is low or no longer low, its limit rose or fell. """
    max_daily_conversations_per_business: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    current_limit: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    old_limit: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_phone_number = self.display_phone_number

        event: str | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.value

        max_daily_conversations_per_business: str | Unset = UNSET
        if not isinstance(self.max_daily_conversations_per_business, Unset):
            max_daily_conversations_per_business = self.max_daily_conversations_per_business.value

        current_limit: str | Unset = UNSET
        if not isinstance(self.current_limit, Unset):
            current_limit = self.current_limit.value

        old_limit: str | Unset = UNSET
        if not isinstance(self.old_limit, Unset):
            old_limit = self.old_limit.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if display_phone_number is not UNSET:
            field_dict["display_phone_number"] = display_phone_number
        if event is not UNSET:
            field_dict["event"] = event
        if max_daily_conversations_per_business is not UNSET:
            field_dict["max_daily_conversations_per_business"] = (
                max_daily_conversations_per_business
            )
        if current_limit is not UNSET:
            field_dict["current_limit"] = current_limit
        if old_limit is not UNSET:
            field_dict["old_limit"] = old_limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_phone_number = d.pop("display_phone_number", UNSET)

        _event = d.pop("event", UNSET)
        event: PhoneNumberQualityEvent | Unset
        if isinstance(_event, Unset):
            event = UNSET
        else:
            event = PhoneNumberQualityEvent(_event)

        _max_daily_conversations_per_business = d.pop("max_daily_conversations_per_business", UNSET)
        max_daily_conversations_per_business: MessagingLimitTier | Unset
        if isinstance(_max_daily_conversations_per_business, Unset):
            max_daily_conversations_per_business = UNSET
        else:
            max_daily_conversations_per_business = MessagingLimitTier(
                _max_daily_conversations_per_business
            )

        _current_limit = d.pop("current_limit", UNSET)
        current_limit: MessagingLimitTier | Unset
        if isinstance(_current_limit, Unset):
            current_limit = UNSET
        else:
            current_limit = MessagingLimitTier(_current_limit)

        _old_limit = d.pop("old_limit", UNSET)
        old_limit: MessagingLimitTier | Unset
        if isinstance(_old_limit, Unset):
            old_limit = UNSET
        else:
            old_limit = MessagingLimitTier(_old_limit)

        phone_number_quality_update = cls(
            display_phone_number=display_phone_number,
            event=event,
            max_daily_conversations_per_business=max_daily_conversations_per_business,
            current_limit=current_limit,
            old_limit=old_limit,
        )

        phone_number_quality_update.additional_properties = d
        return phone_number_quality_update

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
