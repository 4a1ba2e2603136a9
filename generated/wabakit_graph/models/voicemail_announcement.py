from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="VoicemailAnnouncement")


@_attrs_define
class VoicemailAnnouncement:
    """One announcement, and when it begins."""

    announcement_media_id: Any | Unset = UNSET
    """ Id of an audio file, uploaded for this use, that callers hear. Digits; Meta's page shows a number and a
    public client sends text too. """
    timeout_seconds: int | Unset = UNSET
    """ Seconds of ringing after which `TIMEOUT` begins, 0 to 30. Without it that trigger is off. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        announcement_media_id = self.announcement_media_id

        timeout_seconds = self.timeout_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if announcement_media_id is not UNSET:
            field_dict["announcement_media_id"] = announcement_media_id
        if timeout_seconds is not UNSET:
            field_dict["timeout_seconds"] = timeout_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        announcement_media_id = d.pop("announcement_media_id", UNSET)

        timeout_seconds = d.pop("timeout_seconds", UNSET)

        voicemail_announcement = cls(
            announcement_media_id=announcement_media_id,
            timeout_seconds=timeout_seconds,
        )

        voicemail_announcement.additional_properties = d
        return voicemail_announcement

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
