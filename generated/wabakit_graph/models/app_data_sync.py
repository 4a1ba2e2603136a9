from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AppDataSync")


@_attrs_define
class AppDataSync:
    """That data of the WhatsApp Business app is on its way."""

    messaging_product: str | Unset = UNSET
    """ The product that the data is for. """
    request_id: str | Unset = UNSET
    """ Identifies the request to Meta's support. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        messaging_product = self.messaging_product

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if messaging_product is not UNSET:
            field_dict["messaging_product"] = messaging_product
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        messaging_product = d.pop("messaging_product", UNSET)

        request_id = d.pop("request_id", UNSET)

        app_data_sync = cls(
            messaging_product=messaging_product,
            request_id=request_id,
        )

        app_data_sync.additional_properties = d
        return app_data_sync

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
