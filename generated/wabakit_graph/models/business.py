from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.business_verification_status import BusinessVerificationStatus
from ..models.messaging_limit_tier import MessagingLimitTier
from ..types import UNSET, Unset

T = TypeVar("T", bound="Business")


@_attrs_define
class Business:
    """A business portfolio. Only `id` is always present."""

    id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    name: str | Unset = UNSET
    """ Name of the portfolio. """
    verification_status: BusinessVerificationStatus | Unset = UNSET
    """ Whether Meta has verified a business. Lower case, as recorded; Meta's published descriptions of v23.0 and
    v25.0 print upper case. """
    whatsapp_business_manager_messaging_limit: MessagingLimitTier | Unset = UNSET
    """ How many people may be written to first within 24 hours: 50, 250, 1,000, 2,000, 10,000, 100,000 or any
    number. `TIER_NOT_SET` and `UNTIERED` name no limit: the former before one was set, the latter, which came with
    the limit of portfolios, where tiers do not apply. This is not a sending speed, for which see `ThroughputLevel`.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        verification_status: str | Unset = UNSET
        if not isinstance(self.verification_status, Unset):
            verification_status = self.verification_status.value

        whatsapp_business_manager_messaging_limit: str | Unset = UNSET
        if not isinstance(self.whatsapp_business_manager_messaging_limit, Unset):
            whatsapp_business_manager_messaging_limit = (
                self.whatsapp_business_manager_messaging_limit.value
            )

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if verification_status is not UNSET:
            field_dict["verification_status"] = verification_status
        if whatsapp_business_manager_messaging_limit is not UNSET:
            field_dict["whatsapp_business_manager_messaging_limit"] = (
                whatsapp_business_manager_messaging_limit
            )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name", UNSET)

        _verification_status = d.pop("verification_status", UNSET)
        verification_status: BusinessVerificationStatus | Unset
        if isinstance(_verification_status, Unset):
            verification_status = UNSET
        else:
            verification_status = BusinessVerificationStatus(_verification_status)

        _whatsapp_business_manager_messaging_limit = d.pop(
            "whatsapp_business_manager_messaging_limit", UNSET
        )
        whatsapp_business_manager_messaging_limit: MessagingLimitTier | Unset
        if isinstance(_whatsapp_business_manager_messaging_limit, Unset):
            whatsapp_business_manager_messaging_limit = UNSET
        else:
            whatsapp_business_manager_messaging_limit = MessagingLimitTier(
                _whatsapp_business_manager_messaging_limit
            )

        business = cls(
            id=id,
            name=name,
            verification_status=verification_status,
            whatsapp_business_manager_messaging_limit=whatsapp_business_manager_messaging_limit,
        )

        business.additional_properties = d
        return business

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
