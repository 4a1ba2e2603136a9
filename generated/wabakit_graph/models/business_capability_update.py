from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="BusinessCapabilityUpdate")


@_attrs_define
class BusinessCapabilityUpdate:
    """The limits of an account or a portfolio changed."""

    max_daily_conversations_per_business: Any | Unset = UNSET
    """ How many people may be written to first within 24 hours, -1 for any number. Meta's page calls it an integer,
    shows one, and lists the words of `MessagingLimitTier`. """
    max_daily_conversation_per_phone: int | Unset = UNSET
    """ The same for each number, up to v23.0; -1 for any number. """
    max_phone_numbers_per_business: int | Unset = UNSET
    """ How many numbers the portfolio may have; there while the limit is 250 people. """
    max_phone_numbers_per_waba: int | Unset = UNSET
    """ How many numbers each account may have; there once the limit is higher. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_daily_conversations_per_business = self.max_daily_conversations_per_business

        max_daily_conversation_per_phone = self.max_daily_conversation_per_phone

        max_phone_numbers_per_business = self.max_phone_numbers_per_business

        max_phone_numbers_per_waba = self.max_phone_numbers_per_waba

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if max_daily_conversations_per_business is not UNSET:
            field_dict["max_daily_conversations_per_business"] = (
                max_daily_conversations_per_business
            )
        if max_daily_conversation_per_phone is not UNSET:
            field_dict["max_daily_conversation_per_phone"] = max_daily_conversation_per_phone
        if max_phone_numbers_per_business is not UNSET:
            field_dict["max_phone_numbers_per_business"] = max_phone_numbers_per_business
        if max_phone_numbers_per_waba is not UNSET:
            field_dict["max_phone_numbers_per_waba"] = max_phone_numbers_per_waba

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_daily_conversations_per_business = d.pop("max_daily_conversations_per_business", UNSET)

        max_daily_conversation_per_phone = d.pop("max_daily_conversation_per_phone", UNSET)

        max_phone_numbers_per_business = d.pop("max_phone_numbers_per_business", UNSET)

        max_phone_numbers_per_waba = d.pop("max_phone_numbers_per_waba", UNSET)

        business_capability_update = cls(
            max_daily_conversations_per_business=max_daily_conversations_per_business,
            max_daily_conversation_per_phone=max_daily_conversation_per_phone,
            max_phone_numbers_per_business=max_phone_numbers_per_business,
            max_phone_numbers_per_waba=max_phone_numbers_per_waba,
        )

        business_capability_update.additional_properties = d
        return business_capability_update

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
