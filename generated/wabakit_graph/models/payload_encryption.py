from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.setting_status import SettingStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="PayloadEncryption")


@_attrs_define
class PayloadEncryption:
    """Encryption of payloads with keys of your own."""

    status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    client_encryption_key: str | Unset = UNSET
    """ Your public key. """
    client_encryption_key_fingerprint: str | Unset = UNSET
    """ Fingerprint of the public key that you gave. """
    cloud_encryption_key: str | Unset = UNSET
    """ Meta's public key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        client_encryption_key = self.client_encryption_key

        client_encryption_key_fingerprint = self.client_encryption_key_fingerprint

        cloud_encryption_key = self.cloud_encryption_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if client_encryption_key is not UNSET:
            field_dict["client_encryption_key"] = client_encryption_key
        if client_encryption_key_fingerprint is not UNSET:
            field_dict["client_encryption_key_fingerprint"] = client_encryption_key_fingerprint
        if cloud_encryption_key is not UNSET:
            field_dict["cloud_encryption_key"] = cloud_encryption_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: SettingStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettingStatus(_status)

        client_encryption_key = d.pop("client_encryption_key", UNSET)

        client_encryption_key_fingerprint = d.pop("client_encryption_key_fingerprint", UNSET)

        cloud_encryption_key = d.pop("cloud_encryption_key", UNSET)

        payload_encryption = cls(
            status=status,
            client_encryption_key=client_encryption_key,
            client_encryption_key_fingerprint=client_encryption_key_fingerprint,
            cloud_encryption_key=cloud_encryption_key,
        )

        payload_encryption.additional_properties = d
        return payload_encryption

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
