from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.username_status import UsernameStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="BusinessUsernameUpdate")


@_attrs_define
class BusinessUsernameUpdate:
    """The username of a number changed."""

    display_phone_number: str | Unset = UNSET
    """ A telephone number as webhooks name it, digits without `+`, its country calling code first. Compare it with
    the digits of `display_phone_number`, which has spacing on the number itself. """
    username: str | Unset = UNSET
    """ The username; missing once it was deleted. """
    status: UsernameStatus | Unset = UNSET
    """ `approved`: people see the username. `reserved`: it is kept until usernames are available where the number
    is. `deleted`: it was given up. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_phone_number = self.display_phone_number

        username = self.username

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if display_phone_number is not UNSET:
            field_dict["display_phone_number"] = display_phone_number
        if username is not UNSET:
            field_dict["username"] = username
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_phone_number = d.pop("display_phone_number", UNSET)

        username = d.pop("username", UNSET)

        _status = d.pop("status", UNSET)
        status: UsernameStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = UsernameStatus(_status)

        business_username_update = cls(
            display_phone_number=display_phone_number,
            username=username,
            status=status,
        )

        business_username_update.additional_properties = d
        return business_username_update

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
