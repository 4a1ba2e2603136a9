from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.app_data_kind import AppDataKind
from ..models.messaging_product import MessagingProduct

T = TypeVar("T", bound="AppDataRequest")


@_attrs_define
class AppDataRequest:
    """Which data of the WhatsApp Business app to send."""

    messaging_product: MessagingProduct
    """ The product that a number is registered for. Lower case only. """
    sync_type: AppDataKind
    """ Data of the WhatsApp Business app. Lower case only; `smb_app_state_sync` is its contacts. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        messaging_product = self.messaging_product.value

        sync_type = self.sync_type.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "messaging_product": messaging_product,
                "sync_type": sync_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        messaging_product = MessagingProduct(d.pop("messaging_product"))

        sync_type = AppDataKind(d.pop("sync_type"))

        app_data_request = cls(
            messaging_product=messaging_product,
            sync_type=sync_type,
        )

        app_data_request.additional_properties = d
        return app_data_request

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
