from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.official_business_account_status import OfficialBusinessAccountStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="OfficialBusinessAccount")


@_attrs_define
class OfficialBusinessAccount:
    """The application that makes a number an official business account."""

    id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    oba_status: OfficialBusinessAccountStatus | Unset = UNSET
    """ How an application for the badge stands; `NOT_STARTED`, there is none. """
    status_message: str | Unset = UNSET
    """ The same in words. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        oba_status: str | Unset = UNSET
        if not isinstance(self.oba_status, Unset):
            oba_status = self.oba_status.value

        status_message = self.status_message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if oba_status is not UNSET:
            field_dict["oba_status"] = oba_status
        if status_message is not UNSET:
            field_dict["status_message"] = status_message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id", UNSET)

        _oba_status = d.pop("oba_status", UNSET)
        oba_status: OfficialBusinessAccountStatus | Unset
        if isinstance(_oba_status, Unset):
            oba_status = UNSET
        else:
            oba_status = OfficialBusinessAccountStatus(_oba_status)

        status_message = d.pop("status_message", UNSET)

        official_business_account = cls(
            id=id,
            oba_status=oba_status,
            status_message=status_message,
        )

        official_business_account.additional_properties = d
        return official_business_account

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
