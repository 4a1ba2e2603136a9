from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_settings_type import AccountSettingsType
from ..models.messaging_product import MessagingProduct
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.phone_number_settings import PhoneNumberSettings


T = TypeVar("T", bound="AccountSettingsUpdate")


@_attrs_define
class AccountSettingsUpdate:
    """The settings of a number changed."""

    messaging_product: MessagingProduct | Unset = UNSET
    """ The product that a number is registered for. Lower case only. """
    timestamp: str | Unset = UNSET
    """ When they changed, in seconds since 1970 (UTC). """
    type_: AccountSettingsType | Unset = UNSET
    """ Which settings an `account_settings_update` tells of. Meta's sample prints the word in brackets. """
    phone_number_settings: PhoneNumberSettings | Unset = UNSET
    """ The settings of one number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        messaging_product: str | Unset = UNSET
        if not isinstance(self.messaging_product, Unset):
            messaging_product = self.messaging_product.value

        timestamp = self.timestamp

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        phone_number_settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.phone_number_settings, Unset):
            phone_number_settings = self.phone_number_settings.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if messaging_product is not UNSET:
            field_dict["messaging_product"] = messaging_product
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp
        if type_ is not UNSET:
            field_dict["type"] = type_
        if phone_number_settings is not UNSET:
            field_dict["phone_number_settings"] = phone_number_settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.phone_number_settings import PhoneNumberSettings  # noqa: PLC0415

        d = dict(src_dict)
        _messaging_product = d.pop("messaging_product", UNSET)
        messaging_product: MessagingProduct | Unset
        if isinstance(_messaging_product, Unset):
            messaging_product = UNSET
        else:
            messaging_product = MessagingProduct(_messaging_product)

        timestamp = d.pop("timestamp", UNSET)

        _type_ = d.pop("type", UNSET)
        type_: AccountSettingsType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = AccountSettingsType(_type_)

        _phone_number_settings = d.pop("phone_number_settings", UNSET)
        phone_number_settings: PhoneNumberSettings | Unset
        if isinstance(_phone_number_settings, Unset):
            phone_number_settings = UNSET
        else:
            phone_number_settings = PhoneNumberSettings.from_dict(_phone_number_settings)

        account_settings_update = cls(
            messaging_product=messaging_product,
            timestamp=timestamp,
            type_=type_,
            phone_number_settings=phone_number_settings,
        )

        account_settings_update.additional_properties = d
        return account_settings_update

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
