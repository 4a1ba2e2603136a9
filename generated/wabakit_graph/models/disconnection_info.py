from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.disconnection_initiator import DisconnectionInitiator
from ..models.disconnection_reason import DisconnectionReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="DisconnectionInfo")


@_attrs_define
class DisconnectionInfo:
    """Why a number that also lives in the WhatsApp Business app went."""

    reason: DisconnectionReason | Unset = UNSET
    """ Why a number that also lives in the WhatsApp Business app went. `COMPANION_INACTIVITY` is after some 30
    days, `PRIMARY_INACTIVITY` after some 14. """
    initiated_by: DisconnectionInitiator | Unset = UNSET
    """ Who brought a disconnection about. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason.value

        initiated_by: str | Unset = UNSET
        if not isinstance(self.initiated_by, Unset):
            initiated_by = self.initiated_by.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if reason is not UNSET:
            field_dict["reason"] = reason
        if initiated_by is not UNSET:
            field_dict["initiated_by"] = initiated_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _reason = d.pop("reason", UNSET)
        reason: DisconnectionReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = DisconnectionReason(_reason)

        _initiated_by = d.pop("initiated_by", UNSET)
        initiated_by: DisconnectionInitiator | Unset
        if isinstance(_initiated_by, Unset):
            initiated_by = UNSET
        else:
            initiated_by = DisconnectionInitiator(_initiated_by)

        disconnection_info = cls(
            reason=reason,
            initiated_by=initiated_by,
        )

        disconnection_info.additional_properties = d
        return disconnection_info

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
