from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.health_availability import HealthAvailability
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.health_entity import HealthEntity


T = TypeVar("T", bound="HealthStatus")


@_attrs_define
class HealthStatus:
    """Whether the number can send, derived from everything that it depends on."""

    can_send_message: HealthAvailability | Unset = UNSET
    """ `AVAILABLE` works, `LIMITED` works in part, `BLOCKED` does not work. """
    entities: list[HealthEntity] | Unset = UNSET
    """ The number, its account, its business and the app, each by itself. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        can_send_message: str | Unset = UNSET
        if not isinstance(self.can_send_message, Unset):
            can_send_message = self.can_send_message.value

        entities: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.entities, Unset):
            entities = []
            for entities_item_data in self.entities:
                entities_item = entities_item_data.to_dict()
                entities.append(entities_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if can_send_message is not UNSET:
            field_dict["can_send_message"] = can_send_message
        if entities is not UNSET:
            field_dict["entities"] = entities

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.health_entity import HealthEntity  # noqa: PLC0415

        d = dict(src_dict)
        _can_send_message = d.pop("can_send_message", UNSET)
        can_send_message: HealthAvailability | Unset
        if isinstance(_can_send_message, Unset):
            can_send_message = UNSET
        else:
            can_send_message = HealthAvailability(_can_send_message)

        _entities = d.pop("entities", UNSET)
        entities: list[HealthEntity] | Unset = UNSET
        if _entities is not UNSET:
            entities = []
            for entities_item_data in _entities:
                entities_item = HealthEntity.from_dict(entities_item_data)

                entities.append(entities_item)

        health_status = cls(
            can_send_message=can_send_message,
            entities=entities,
        )

        health_status.additional_properties = d
        return health_status

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
