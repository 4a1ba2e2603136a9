from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.official_business_account import OfficialBusinessAccount


T = TypeVar("T", bound="OfficialBusinessAccountUpdateResponse")


@_attrs_define
class OfficialBusinessAccountUpdateResponse:
    """What became of an application."""

    success: bool | Unset = UNSET
    """ False means that it was not taken in, although the HTTP status is 200. """
    message: str | Unset = UNSET
    """ The outcome in words. """
    updated_status: OfficialBusinessAccount | Unset = UNSET
    """ The application that makes a number an official business account. """
    tracking_id: str | Unset = UNSET
    """ Mark of the application for inquiries. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        success = self.success

        message = self.message

        updated_status: dict[str, Any] | Unset = UNSET
        if not isinstance(self.updated_status, Unset):
            updated_status = self.updated_status.to_dict()

        tracking_id = self.tracking_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if success is not UNSET:
            field_dict["success"] = success
        if message is not UNSET:
            field_dict["message"] = message
        if updated_status is not UNSET:
            field_dict["updated_status"] = updated_status
        if tracking_id is not UNSET:
            field_dict["tracking_id"] = tracking_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.official_business_account import OfficialBusinessAccount  # noqa: PLC0415

        d = dict(src_dict)
        success = d.pop("success", UNSET)

        message = d.pop("message", UNSET)

        _updated_status = d.pop("updated_status", UNSET)
        updated_status: OfficialBusinessAccount | Unset
        if isinstance(_updated_status, Unset):
            updated_status = UNSET
        else:
            updated_status = OfficialBusinessAccount.from_dict(_updated_status)

        tracking_id = d.pop("tracking_id", UNSET)

        official_business_account_update_response = cls(
            success=success,
            message=message,
            updated_status=updated_status,
            tracking_id=tracking_id,
        )

        official_business_account_update_response.additional_properties = d
        return official_business_account_update_response

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
