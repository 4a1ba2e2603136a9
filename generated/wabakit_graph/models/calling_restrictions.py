from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calling_restriction import CallingRestriction


T = TypeVar("T", bound="CallingRestrictions")


@_attrs_define
class CallingRestrictions:
    """What Meta has forbidden the number for a time."""

    restrictions_list: list[CallingRestriction] | Unset = UNSET
    """ The restrictions in force; may be empty. """
    restrictions: list[CallingRestriction] | Unset = UNSET
    """ The same under another name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        restrictions_list: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.restrictions_list, Unset):
            restrictions_list = []
            for restrictions_list_item_data in self.restrictions_list:
                restrictions_list_item = restrictions_list_item_data.to_dict()
                restrictions_list.append(restrictions_list_item)

        restrictions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.restrictions, Unset):
            restrictions = []
            for restrictions_item_data in self.restrictions:
                restrictions_item = restrictions_item_data.to_dict()
                restrictions.append(restrictions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if restrictions_list is not UNSET:
            field_dict["restrictions_list"] = restrictions_list
        if restrictions is not UNSET:
            field_dict["restrictions"] = restrictions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calling_restriction import CallingRestriction  # noqa: PLC0415

        d = dict(src_dict)
        _restrictions_list = d.pop("restrictions_list", UNSET)
        restrictions_list: list[CallingRestriction] | Unset = UNSET
        if _restrictions_list is not UNSET:
            restrictions_list = []
            for restrictions_list_item_data in _restrictions_list:
                restrictions_list_item = CallingRestriction.from_dict(restrictions_list_item_data)

                restrictions_list.append(restrictions_list_item)

        _restrictions = d.pop("restrictions", UNSET)
        restrictions: list[CallingRestriction] | Unset = UNSET
        if _restrictions is not UNSET:
            restrictions = []
            for restrictions_item_data in _restrictions:
                restrictions_item = CallingRestriction.from_dict(restrictions_item_data)

                restrictions.append(restrictions_item)

        calling_restrictions = cls(
            restrictions_list=restrictions_list,
            restrictions=restrictions,
        )

        calling_restrictions.additional_properties = d
        return calling_restrictions

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
