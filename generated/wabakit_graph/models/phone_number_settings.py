from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calling_settings import CallingSettings


T = TypeVar("T", bound="PhoneNumberSettings")


@_attrs_define
class PhoneNumberSettings:
    """The settings of one number."""

    phone_number_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    calling: CallingSettings | Unset = UNSET
    """ How the number takes calls. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        phone_number_id = self.phone_number_id

        calling: dict[str, Any] | Unset = UNSET
        if not isinstance(self.calling, Unset):
            calling = self.calling.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if phone_number_id is not UNSET:
            field_dict["phone_number_id"] = phone_number_id
        if calling is not UNSET:
            field_dict["calling"] = calling

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calling_settings import CallingSettings  # noqa: PLC0415

        d = dict(src_dict)
        phone_number_id = d.pop("phone_number_id", UNSET)

        _calling = d.pop("calling", UNSET)
        calling: CallingSettings | Unset
        if isinstance(_calling, Unset):
            calling = UNSET
        else:
            calling = CallingSettings.from_dict(_calling)

        phone_number_settings = cls(
            phone_number_id=phone_number_id,
            calling=calling,
        )

        phone_number_settings.additional_properties = d
        return phone_number_settings

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
