from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calling_settings import CallingSettings
    from ..models.payload_encryption import PayloadEncryption
    from ..models.storage_configuration import StorageConfiguration
    from ..models.user_identity_change import UserIdentityChange


T = TypeVar("T", bound="SettingsUpdateRequest")


@_attrs_define
class SettingsUpdateRequest:
    """The one group of settings to change."""

    calling: CallingSettings | Unset = UNSET
    """ How the number takes calls. """
    payload_encryption: PayloadEncryption | Unset = UNSET
    """ Encryption of payloads with keys of your own. """
    storage_configuration: StorageConfiguration | Unset = UNSET
    """ Where and how long message data is kept. """
    user_identity_change: UserIdentityChange | Unset = UNSET
    """ Checks for a changed identity of recipients. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        calling: dict[str, Any] | Unset = UNSET
        if not isinstance(self.calling, Unset):
            calling = self.calling.to_dict()

        payload_encryption: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payload_encryption, Unset):
            payload_encryption = self.payload_encryption.to_dict()

        storage_configuration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.storage_configuration, Unset):
            storage_configuration = self.storage_configuration.to_dict()

        user_identity_change: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_identity_change, Unset):
            user_identity_change = self.user_identity_change.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if calling is not UNSET:
            field_dict["calling"] = calling
        if payload_encryption is not UNSET:
            field_dict["payload_encryption"] = payload_encryption
        if storage_configuration is not UNSET:
            field_dict["storage_configuration"] = storage_configuration
        if user_identity_change is not UNSET:
            field_dict["user_identity_change"] = user_identity_change

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calling_settings import CallingSettings  # noqa: PLC0415
        from ..models.payload_encryption import PayloadEncryption  # noqa: PLC0415
        from ..models.storage_configuration import StorageConfiguration  # noqa: PLC0415
        from ..models.user_identity_change import UserIdentityChange  # noqa: PLC0415

        d = dict(src_dict)
        _calling = d.pop("calling", UNSET)
        calling: CallingSettings | Unset
        if isinstance(_calling, Unset):
            calling = UNSET
        else:
            calling = CallingSettings.from_dict(_calling)

        _payload_encryption = d.pop("payload_encryption", UNSET)
        payload_encryption: PayloadEncryption | Unset
        if isinstance(_payload_encryption, Unset):
            payload_encryption = UNSET
        else:
            payload_encryption = PayloadEncryption.from_dict(_payload_encryption)

        _storage_configuration = d.pop("storage_configuration", UNSET)
        storage_configuration: StorageConfiguration | Unset
        if isinstance(_storage_configuration, Unset):
            storage_configuration = UNSET
        else:
            storage_configuration = StorageConfiguration.from_dict(_storage_configuration)

        _user_identity_change = d.pop("user_identity_change", UNSET)
        user_identity_change: UserIdentityChange | Unset
        if isinstance(_user_identity_change, Unset):
            user_identity_change = UNSET
        else:
            user_identity_change = UserIdentityChange.from_dict(_user_identity_change)

        settings_update_request = cls(
            calling=calling,
            payload_encryption=payload_encryption,
            storage_configuration=storage_configuration,
            user_identity_change=user_identity_change,
        )

        settings_update_request.additional_properties = d
        return settings_update_request

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
