from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.setting_status import SettingStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="AudioSettings")


@_attrs_define
class AudioSettings:
    """The sound of calls."""

    status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    additional_codecs: list[str] | Unset = UNSET
    """ Codecs to offer besides Opus, which is always there: `PCMA` and `PCMU`. An empty list removes them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        additional_codecs: list[str] | Unset = UNSET
        if not isinstance(self.additional_codecs, Unset):
            additional_codecs = self.additional_codecs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if additional_codecs is not UNSET:
            field_dict["additional_codecs"] = additional_codecs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: SettingStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettingStatus(_status)

        additional_codecs = cast(list[str], d.pop("additional_codecs", UNSET))

        audio_settings = cls(
            status=status,
            additional_codecs=additional_codecs,
        )

        audio_settings.additional_properties = d
        return audio_settings

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
