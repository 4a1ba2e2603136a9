from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.security_event import SecurityEvent
from ..types import UNSET, Unset

T = TypeVar("T", bound="SecurityUpdate")


@_attrs_define
class SecurityUpdate:
    """Somebody changed the two-step verification of a number."""

    display_phone_number: str | Unset = UNSET
    """ A telephone number as webhooks name it, digits without `+`, its country calling code first. Compare it with
    the digits of `display_phone_number`, which has spacing on the number itself. """
    event: SecurityEvent | Unset = UNSET
    """ `PIN_CHANGED`: somebody set or changed the PIN. `PIN_RESET_REQUEST`: somebody asked to turn two-step
    verification off. `PIN_REQUEST_SUCCESS`: that was completed. """
    requester: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_phone_number = self.display_phone_number

        event: str | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.value

        requester = self.requester

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if display_phone_number is not UNSET:
            field_dict["display_phone_number"] = display_phone_number
        if event is not UNSET:
            field_dict["event"] = event
        if requester is not UNSET:
            field_dict["requester"] = requester

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_phone_number = d.pop("display_phone_number", UNSET)

        _event = d.pop("event", UNSET)
        event: SecurityEvent | Unset
        if isinstance(_event, Unset):
            event = UNSET
        else:
            event = SecurityEvent(_event)

        requester = d.pop("requester", UNSET)

        security_update = cls(
            display_phone_number=display_phone_number,
            event=event,
            requester=requester,
        )

        security_update.additional_properties = d
        return security_update

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
