from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.setting_status import SettingStatus
from ..models.voicemail_trigger import VoicemailTrigger
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.voicemail_audio import VoicemailAudio


T = TypeVar("T", bound="VoicemailSettings")


@_attrs_define
class VoicemailSettings:
    """Voicemail for calls by people that were rejected or not taken in time. It needs calling to be on, and call hours to
    be off, since nobody can call outside of them.

    """

    status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    triggers: list[VoicemailTrigger] | Unset = UNSET
    """ What leads to the voicemail; at least one is needed when it is switched on. """
    audio: VoicemailAudio | Unset = UNSET
    """ What callers hear before they speak. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        triggers: list[str] | Unset = UNSET
        if not isinstance(self.triggers, Unset):
            triggers = []
            for triggers_item_data in self.triggers:
                triggers_item = triggers_item_data.value
                triggers.append(triggers_item)

        audio: dict[str, Any] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = self.audio.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if triggers is not UNSET:
            field_dict["triggers"] = triggers
        if audio is not UNSET:
            field_dict["audio"] = audio

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.voicemail_audio import VoicemailAudio  # noqa: PLC0415

        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: SettingStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettingStatus(_status)

        _triggers = d.pop("triggers", UNSET)
        triggers: list[VoicemailTrigger] | Unset = UNSET
        if _triggers is not UNSET:
            triggers = []
            for triggers_item_data in _triggers:
                triggers_item = VoicemailTrigger(triggers_item_data)

                triggers.append(triggers_item)

        _audio = d.pop("audio", UNSET)
        audio: VoicemailAudio | Unset
        if isinstance(_audio, Unset):
            audio = UNSET
        else:
            audio = VoicemailAudio.from_dict(_audio)

        voicemail_settings = cls(
            status=status,
            triggers=triggers,
            audio=audio,
        )

        voicemail_settings.additional_properties = d
        return voicemail_settings

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
