from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_restriction_type import AccountRestrictionType
from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountRestriction")


@_attrs_define
class AccountRestriction:
    """One thing that an account may not do for a time."""

    restriction_type: AccountRestrictionType | Unset = UNSET
    """ What an account may not do for a time. """
    expiration: int | Unset = UNSET
    """ When the restriction ends, in seconds since 1970 (UTC). """
    remediation: str | Unset = UNSET
    """ What to do about it, in words; may be missing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        restriction_type: str | Unset = UNSET
        if not isinstance(self.restriction_type, Unset):
            restriction_type = self.restriction_type.value

        expiration = self.expiration

        remediation = self.remediation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if restriction_type is not UNSET:
            field_dict["restriction_type"] = restriction_type
        if expiration is not UNSET:
            field_dict["expiration"] = expiration
        if remediation is not UNSET:
            field_dict["remediation"] = remediation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _restriction_type = d.pop("restriction_type", UNSET)
        restriction_type: AccountRestrictionType | Unset
        if isinstance(_restriction_type, Unset):
            restriction_type = UNSET
        else:
            restriction_type = AccountRestrictionType(_restriction_type)

        expiration = d.pop("expiration", UNSET)

        remediation = d.pop("remediation", UNSET)

        account_restriction = cls(
            restriction_type=restriction_type,
            expiration=expiration,
            remediation=remediation,
        )

        account_restriction.additional_properties = d
        return account_restriction

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
