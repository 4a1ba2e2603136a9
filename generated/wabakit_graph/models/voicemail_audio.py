from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.voicemail_announcement import VoicemailAnnouncement


T = TypeVar("T", bound="VoicemailAudio")


@_attrs_define
class VoicemailAudio:
    """What callers hear before they speak."""

    default: VoicemailAnnouncement | Unset = UNSET
    """ One announcement, and when it begins. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        default: dict[str, Any] | Unset = UNSET
        if not isinstance(self.default, Unset):
            default = self.default.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if default is not UNSET:
            field_dict["default"] = default

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.voicemail_announcement import VoicemailAnnouncement  # noqa: PLC0415

        d = dict(src_dict)
        _default = d.pop("default", UNSET)
        default: VoicemailAnnouncement | Unset
        if isinstance(_default, Unset):
            default = UNSET
        else:
            default = VoicemailAnnouncement.from_dict(_default)

        voicemail_audio = cls(
            default=default,
        )

        voicemail_audio.additional_properties = d
        return voicemail_audio

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
