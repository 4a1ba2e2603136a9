from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.data_localization_region import DataLocalizationRegion
from ..models.messaging_product import MessagingProduct
from ..types import UNSET, Unset

T = TypeVar("T", bound="RegisterRequest")


@_attrs_define
class RegisterRequest:
    """What a registration needs."""

    messaging_product: MessagingProduct
    """ The product that a number is registered for. Lower case only. """
    pin: str
    """ Two-step verification PIN, six digits. It becomes the PIN of the number, or has to equal the one that is set
    (otherwise 133005). """
    data_localization_region: DataLocalizationRegion | Unset = UNSET
    """ Country in which message data can be kept, two letters of ISO 3166-1 in upper case. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        messaging_product = self.messaging_product.value

        pin = self.pin

        data_localization_region: str | Unset = UNSET
        if not isinstance(self.data_localization_region, Unset):
            data_localization_region = self.data_localization_region.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "messaging_product": messaging_product,
                "pin": pin,
            }
        )
        if data_localization_region is not UNSET:
            field_dict["data_localization_region"] = data_localization_region

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        messaging_product = MessagingProduct(d.pop("messaging_product"))

        pin = d.pop("pin")

        _data_localization_region = d.pop("data_localization_region", UNSET)
        data_localization_region: DataLocalizationRegion | Unset
        if isinstance(_data_localization_region, Unset):
            data_localization_region = UNSET
        else:
            data_localization_region = DataLocalizationRegion(_data_localization_region)

        register_request = cls(
            messaging_product=messaging_product,
            pin=pin,
            data_localization_region=data_localization_region,
        )

        register_request.additional_properties = d
        return register_request

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
