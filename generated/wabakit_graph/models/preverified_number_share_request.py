from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PreverifiedNumberShareRequest")


@_attrs_define
class PreverifiedNumberShareRequest:
    """A number of the pool, and the business that it is shared with."""

    preverified_id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    partner_business_id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        preverified_id = self.preverified_id

        partner_business_id = self.partner_business_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "preverified_id": preverified_id,
                "partner_business_id": partner_business_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        preverified_id = d.pop("preverified_id")

        partner_business_id = d.pop("partner_business_id")

        preverified_number_share_request = cls(
            preverified_id=preverified_id,
            partner_business_id=partner_business_id,
        )

        preverified_number_share_request.additional_properties = d
        return preverified_number_share_request

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
