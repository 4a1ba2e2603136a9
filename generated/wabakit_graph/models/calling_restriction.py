from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calling_restriction_type import CallingRestrictionType
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallingRestriction")


@_attrs_define
class CallingRestriction:
    """One thing that the number may not do for a time."""

    type_: CallingRestrictionType | Unset = UNSET
    """ What is forbidden: `RESTRICTED_BUSINESS_INITIATED_CALLING`, to call people,
    `RESTRICTED_USER_INITIATED_CALLING`, to be called by them. """
    reason: str | Unset = UNSET
    """ Why, in words. """
    expiration: Any | Unset = UNSET
    """ When the restriction ends, in seconds since 1970 (UTC). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        reason = self.reason

        expiration = self.expiration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if reason is not UNSET:
            field_dict["reason"] = reason
        if expiration is not UNSET:
            field_dict["expiration"] = expiration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _type_ = d.pop("type", UNSET)
        type_: CallingRestrictionType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = CallingRestrictionType(_type_)

        reason = d.pop("reason", UNSET)

        expiration = d.pop("expiration", UNSET)

        calling_restriction = cls(
            type_=type_,
            reason=reason,
            expiration=expiration,
        )

        calling_restriction.additional_properties = d
        return calling_restriction

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
