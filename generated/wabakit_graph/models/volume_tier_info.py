from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="VolumeTierInfo")


@_attrs_define
class VolumeTierInfo:
    """The tier of prices that the volume of messages has led to."""

    tier_update_time: int | Unset = UNSET
    """ When it was reached, in seconds since 1970 (UTC). """
    pricing_category: str | Unset = UNSET
    """ The category of messages, such as `UTILITY`. """
    tier: str | Unset = UNSET
    """ Least and most messages of the tier, with a colon between them. """
    effective_month: str | Unset = UNSET
    """ The month from which the price holds, as `YYYY-MM`. """
    region: str | Unset = UNSET
    """ Country or region of the people written to. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tier_update_time = self.tier_update_time

        pricing_category = self.pricing_category

        tier = self.tier

        effective_month = self.effective_month

        region = self.region

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if tier_update_time is not UNSET:
            field_dict["tier_update_time"] = tier_update_time
        if pricing_category is not UNSET:
            field_dict["pricing_category"] = pricing_category
        if tier is not UNSET:
            field_dict["tier"] = tier
        if effective_month is not UNSET:
            field_dict["effective_month"] = effective_month
        if region is not UNSET:
            field_dict["region"] = region

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tier_update_time = d.pop("tier_update_time", UNSET)

        pricing_category = d.pop("pricing_category", UNSET)

        tier = d.pop("tier", UNSET)

        effective_month = d.pop("effective_month", UNSET)

        region = d.pop("region", UNSET)

        volume_tier_info = cls(
            tier_update_time=tier_update_time,
            pricing_category=pricing_category,
            tier=tier,
            effective_month=effective_month,
            region=region,
        )

        volume_tier_info.additional_properties = d
        return volume_tier_info

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
