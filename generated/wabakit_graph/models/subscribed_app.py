from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.whats_app_application import WhatsAppApplication


T = TypeVar("T", bound="SubscribedApp")


@_attrs_define
class SubscribedApp:
    """An app that gets the webhooks of an account."""

    whatsapp_business_api_data: WhatsAppApplication | Unset = UNSET
    """ An app on Meta's platform. """
    override_callback_uri: str | Unset = UNSET
    """ Where the webhooks of this account go in place of the callback of the app; missing when not set. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        whatsapp_business_api_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.whatsapp_business_api_data, Unset):
            whatsapp_business_api_data = self.whatsapp_business_api_data.to_dict()

        override_callback_uri = self.override_callback_uri

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if whatsapp_business_api_data is not UNSET:
            field_dict["whatsapp_business_api_data"] = whatsapp_business_api_data
        if override_callback_uri is not UNSET:
            field_dict["override_callback_uri"] = override_callback_uri

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.whats_app_application import WhatsAppApplication  # noqa: PLC0415

        d = dict(src_dict)
        _whatsapp_business_api_data = d.pop("whatsapp_business_api_data", UNSET)
        whatsapp_business_api_data: WhatsAppApplication | Unset
        if isinstance(_whatsapp_business_api_data, Unset):
            whatsapp_business_api_data = UNSET
        else:
            whatsapp_business_api_data = WhatsAppApplication.from_dict(_whatsapp_business_api_data)

        override_callback_uri = d.pop("override_callback_uri", UNSET)

        subscribed_app = cls(
            whatsapp_business_api_data=whatsapp_business_api_data,
            override_callback_uri=override_callback_uri,
        )

        subscribed_app.additional_properties = d
        return subscribed_app

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
