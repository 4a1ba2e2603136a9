from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.health_availability import HealthAvailability
from ..models.health_entity_type import HealthEntityType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.health_error import HealthError


T = TypeVar("T", bound="HealthEntity")


@_attrs_define
class HealthEntity:
    """One thing that sending depends on."""

    entity_type: HealthEntityType | Unset = UNSET
    """ What sending depends on. """
    id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    can_send_message: HealthAvailability | Unset = UNSET
    """ `AVAILABLE` works, `LIMITED` works in part, `BLOCKED` does not work. """
    can_receive_call_sip: HealthAvailability | Unset = UNSET
    """ `AVAILABLE` works, `LIMITED` works in part, `BLOCKED` does not work. """
    additional_info: list[str] | Unset = UNSET
    """ What limits it, in words; often missing. """
    errors: list[HealthError] | Unset = UNSET
    """ What stands in the way; often missing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        entity_type: str | Unset = UNSET
        if not isinstance(self.entity_type, Unset):
            entity_type = self.entity_type.value

        id = self.id

        can_send_message: str | Unset = UNSET
        if not isinstance(self.can_send_message, Unset):
            can_send_message = self.can_send_message.value

        can_receive_call_sip: str | Unset = UNSET
        if not isinstance(self.can_receive_call_sip, Unset):
            can_receive_call_sip = self.can_receive_call_sip.value

        additional_info: list[str] | Unset = UNSET
        if not isinstance(self.additional_info, Unset):
            additional_info = self.additional_info

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if entity_type is not UNSET:
            field_dict["entity_type"] = entity_type
        if id is not UNSET:
            field_dict["id"] = id
        if can_send_message is not UNSET:
            field_dict["can_send_message"] = can_send_message
        if can_receive_call_sip is not UNSET:
            field_dict["can_receive_call_sip"] = can_receive_call_sip
        if additional_info is not UNSET:
            field_dict["additional_info"] = additional_info
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.health_error import HealthError  # noqa: PLC0415

        d = dict(src_dict)
        _entity_type = d.pop("entity_type", UNSET)
        entity_type: HealthEntityType | Unset
        if isinstance(_entity_type, Unset):
            entity_type = UNSET
        else:
            entity_type = HealthEntityType(_entity_type)

        id = d.pop("id", UNSET)

        _can_send_message = d.pop("can_send_message", UNSET)
        can_send_message: HealthAvailability | Unset
        if isinstance(_can_send_message, Unset):
            can_send_message = UNSET
        else:
            can_send_message = HealthAvailability(_can_send_message)

        _can_receive_call_sip = d.pop("can_receive_call_sip", UNSET)
        can_receive_call_sip: HealthAvailability | Unset
        if isinstance(_can_receive_call_sip, Unset):
            can_receive_call_sip = UNSET
        else:
            can_receive_call_sip = HealthAvailability(_can_receive_call_sip)

        additional_info = cast(list[str], d.pop("additional_info", UNSET))

        _errors = d.pop("errors", UNSET)
        errors: list[HealthError] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = HealthError.from_dict(errors_item_data)

                errors.append(errors_item)

        health_entity = cls(
            entity_type=entity_type,
            id=id,
            can_send_message=can_send_message,
            can_receive_call_sip=can_receive_call_sip,
            additional_info=additional_info,
            errors=errors,
        )

        health_entity.additional_properties = d
        return health_entity

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
