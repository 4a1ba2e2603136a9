from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.throughput_level import ThroughputLevel
from ..types import UNSET, Unset

T = TypeVar("T", bound="Throughput")


@_attrs_define
class Throughput:
    """How fast a number may send."""

    level: ThroughputLevel | Unset = UNSET
    """ The class of sending speed: `STANDARD` up to 80 messages a second, `HIGH` up to 1,000, `NOT_APPLICABLE` for
    numbers outside both, such as those shared with the WhatsApp Business app. How many people may be written to is
    the messaging limit, see `MessagingLimitTier`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level: str | Unset = UNSET
        if not isinstance(self.level, Unset):
            level = self.level.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if level is not UNSET:
            field_dict["level"] = level

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _level = d.pop("level", UNSET)
        level: ThroughputLevel | Unset
        if isinstance(_level, Unset):
            level = UNSET
        else:
            level = ThroughputLevel(_level)

        throughput = cls(
            level=level,
        )

        throughput.additional_properties = d
        return throughput

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
