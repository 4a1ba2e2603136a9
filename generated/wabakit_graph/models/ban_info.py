from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_ban_state import AccountBanState
from ..types import UNSET, Unset

T = TypeVar("T", bound="BanInfo")


@_attrs_define
class BanInfo:
    """How an account is disabled."""

    waba_ban_state: AccountBanState | Unset = UNSET
    """ `SCHEDULE_FOR_DISABLE`: the account will be disabled. `DISABLE`: it is. `REINSTATE`: no longer. """
    waba_ban_date: str | Unset = UNSET
    """ The day, in English words such as `April 17, 2026`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        waba_ban_state: str | Unset = UNSET
        if not isinstance(self.waba_ban_state, Unset):
            waba_ban_state = self.waba_ban_state.value

        waba_ban_date = self.waba_ban_date

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if waba_ban_state is not UNSET:
            field_dict["waba_ban_state"] = waba_ban_state
        if waba_ban_date is not UNSET:
            field_dict["waba_ban_date"] = waba_ban_date

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _waba_ban_state = d.pop("waba_ban_state", UNSET)
        waba_ban_state: AccountBanState | Unset
        if isinstance(_waba_ban_state, Unset):
            waba_ban_state = UNSET
        else:
            waba_ban_state = AccountBanState(_waba_ban_state)

        waba_ban_date = d.pop("waba_ban_date", UNSET)

        ban_info = cls(
            waba_ban_state=waba_ban_state,
            waba_ban_date=waba_ban_date,
        )

        ban_info.additional_properties = d
        return ban_info

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
