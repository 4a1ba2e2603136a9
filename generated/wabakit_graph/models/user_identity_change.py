from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UserIdentityChange")


@_attrs_define
class UserIdentityChange:
    """Checks for a changed identity of recipients."""

    enable_identity_key_check: bool | Unset = UNSET
    """ Whether messages are held back when the identity key of the recipient has changed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        enable_identity_key_check = self.enable_identity_key_check

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if enable_identity_key_check is not UNSET:
            field_dict["enable_identity_key_check"] = enable_identity_key_check

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        enable_identity_key_check = d.pop("enable_identity_key_check", UNSET)

        user_identity_change = cls(
            enable_identity_key_check=enable_identity_key_check,
        )

        user_identity_change.additional_properties = d
        return user_identity_change

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
