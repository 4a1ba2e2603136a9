from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.username_transfer_action import UsernameTransferAction
from ..types import UNSET, Unset

T = TypeVar("T", bound="SetUsernameRequest")


@_attrs_define
class SetUsernameRequest:
    """The username to claim."""

    username: str
    """ 3 to 35 English letters, digits, periods and underscores, at least one of them a letter. No period at either
    end and no two in a row; not beginning with `www`, not ending like a domain name. """
    transfer_action: UsernameTransferAction | Unset = UNSET
    """ `none` leaves a username where it is, `force_transfer` moves it within the portfolio. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        transfer_action: str | Unset = UNSET
        if not isinstance(self.transfer_action, Unset):
            transfer_action = self.transfer_action.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
            }
        )
        if transfer_action is not UNSET:
            field_dict["transfer_action"] = transfer_action

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        username = d.pop("username")

        _transfer_action = d.pop("transfer_action", UNSET)
        transfer_action: UsernameTransferAction | Unset
        if isinstance(_transfer_action, Unset):
            transfer_action = UNSET
        else:
            transfer_action = UsernameTransferAction(_transfer_action)

        set_username_request = cls(
            username=username,
            transfer_action=transfer_action,
        )

        set_username_request.additional_properties = d
        return set_username_request

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
