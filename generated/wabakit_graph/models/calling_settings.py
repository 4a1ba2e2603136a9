from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.call_icon_visibility import CallIconVisibility
from ..models.setting_status import SettingStatus
from ..models.srtp_key_exchange_protocol import SrtpKeyExchangeProtocol
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.audio_settings import AudioSettings
    from ..models.call_hours import CallHours
    from ..models.call_icons import CallIcons
    from ..models.calling_restrictions import CallingRestrictions
    from ..models.ip_addresses import IpAddresses
    from ..models.sip_settings import SipSettings
    from ..models.video_settings import VideoSettings
    from ..models.voicemail_settings import VoicemailSettings


T = TypeVar("T", bound="CallingSettings")


@_attrs_define
class CallingSettings:
    """How the number takes calls."""

    status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    call_icon_visibility: CallIconVisibility | Unset = UNSET
    """ `DEFAULT` shows the call icon, `DISABLE_ALL` hides it everywhere. `NOT_SET` is only read, where nobody has
    decided yet. """
    call_icons: CallIcons | Unset = UNSET
    """ For whom the call icon is shown. """
    callback_permission_status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    srtp_key_exchange_protocol: SrtpKeyExchangeProtocol | Unset = UNSET
    """ How keys for the media of a call are agreed upon; some sources add `-SRTP` to the words. """
    call_hours: CallHours | Unset = UNSET
    """ The hours in which calls are taken. """
    sip: SipSettings | Unset = UNSET
    """ Signalling over SIP. """
    video: VideoSettings | Unset = UNSET
    """ Video calls. """
    audio: AudioSettings | Unset = UNSET
    """ The sound of calls. """
    voicemail: VoicemailSettings | Unset = UNSET
    """ Voicemail for calls by people that were rejected or not taken in time. It needs calling to be on, and call
    hours to be off, since nobody can call outside of them. """
    ip_addresses: IpAddresses | Unset = UNSET
    """ Addresses from which Meta sends the media of calls. """
    restrictions: CallingRestrictions | Unset = UNSET
    """ What Meta has forbidden the number for a time. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        call_icon_visibility: str | Unset = UNSET
        if not isinstance(self.call_icon_visibility, Unset):
            call_icon_visibility = self.call_icon_visibility.value

        call_icons: dict[str, Any] | Unset = UNSET
        if not isinstance(self.call_icons, Unset):
            call_icons = self.call_icons.to_dict()

        callback_permission_status: str | Unset = UNSET
        if not isinstance(self.callback_permission_status, Unset):
            callback_permission_status = self.callback_permission_status.value

        srtp_key_exchange_protocol: str | Unset = UNSET
        if not isinstance(self.srtp_key_exchange_protocol, Unset):
            srtp_key_exchange_protocol = self.srtp_key_exchange_protocol.value

        call_hours: dict[str, Any] | Unset = UNSET
        if not isinstance(self.call_hours, Unset):
            call_hours = self.call_hours.to_dict()

        sip: dict[str, Any] | Unset = UNSET
        if not isinstance(self.sip, Unset):
            sip = self.sip.to_dict()

        video: dict[str, Any] | Unset = UNSET
        if not isinstance(self.video, Unset):
            video = self.video.to_dict()

        audio: dict[str, Any] | Unset = UNSET
        if not isinstance(self.audio, Unset):
            audio = self.audio.to_dict()

        voicemail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.voicemail, Unset):
            voicemail = self.voicemail.to_dict()

        ip_addresses: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ip_addresses, Unset):
            ip_addresses = self.ip_addresses.to_dict()

        restrictions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.restrictions, Unset):
            restrictions = self.restrictions.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if call_icon_visibility is not UNSET:
            field_dict["call_icon_visibility"] = call_icon_visibility
        if call_icons is not UNSET:
            field_dict["call_icons"] = call_icons
        if callback_permission_status is not UNSET:
            field_dict["callback_permission_status"] = callback_permission_status
        if srtp_key_exchange_protocol is not UNSET:
            field_dict["srtp_key_exchange_protocol"] = srtp_key_exchange_protocol
        if call_hours is not UNSET:
            field_dict["call_hours"] = call_hours
        if sip is not UNSET:
            field_dict["sip"] = sip
        if video is not UNSET:
            field_dict["video"] = video
        if audio is not UNSET:
            field_dict["audio"] = audio
        if voicemail is not UNSET:
            field_dict["voicemail"] = voicemail
        if ip_addresses is not UNSET:
            field_dict["ip_addresses"] = ip_addresses
        if restrictions is not UNSET:
            field_dict["restrictions"] = restrictions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audio_settings import AudioSettings  # noqa: PLC0415
        from ..models.call_hours import CallHours  # noqa: PLC0415
        from ..models.call_icons import CallIcons  # noqa: PLC0415
        from ..models.calling_restrictions import CallingRestrictions  # noqa: PLC0415
        from ..models.ip_addresses import IpAddresses  # noqa: PLC0415
        from ..models.sip_settings import SipSettings  # noqa: PLC0415
        from ..models.video_settings import VideoSettings  # noqa: PLC0415
        from ..models.voicemail_settings import VoicemailSettings  # noqa: PLC0415

        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: SettingStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettingStatus(_status)

        _call_icon_visibility = d.pop("call_icon_visibility", UNSET)
        call_icon_visibility: CallIconVisibility | Unset
        if isinstance(_call_icon_visibility, Unset):
            call_icon_visibility = UNSET
        else:
            call_icon_visibility = CallIconVisibility(_call_icon_visibility)

        _call_icons = d.pop("call_icons", UNSET)
        call_icons: CallIcons | Unset
        if isinstance(_call_icons, Unset):
            call_icons = UNSET
        else:
            call_icons = CallIcons.from_dict(_call_icons)

        _callback_permission_status = d.pop("callback_permission_status", UNSET)
        callback_permission_status: SettingStatus | Unset
        if isinstance(_callback_permission_status, Unset):
            callback_permission_status = UNSET
        else:
            callback_permission_status = SettingStatus(_callback_permission_status)

        _srtp_key_exchange_protocol = d.pop("srtp_key_exchange_protocol", UNSET)
        srtp_key_exchange_protocol: SrtpKeyExchangeProtocol | Unset
        if isinstance(_srtp_key_exchange_protocol, Unset):
            srtp_key_exchange_protocol = UNSET
        else:
            srtp_key_exchange_protocol = SrtpKeyExchangeProtocol(_srtp_key_exchange_protocol)

        _call_hours = d.pop("call_hours", UNSET)
        call_hours: CallHours | Unset
        if isinstance(_call_hours, Unset):
            call_hours = UNSET
        else:
            call_hours = CallHours.from_dict(_call_hours)

        _sip = d.pop("sip", UNSET)
        sip: SipSettings | Unset
        if isinstance(_sip, Unset):
            sip = UNSET
        else:
            sip = SipSettings.from_dict(_sip)

        _video = d.pop("video", UNSET)
        video: VideoSettings | Unset
        if isinstance(_video, Unset):
            video = UNSET
        else:
            video = VideoSettings.from_dict(_video)

        _audio = d.pop("audio", UNSET)
        audio: AudioSettings | Unset
        if isinstance(_audio, Unset):
            audio = UNSET
        else:
            audio = AudioSettings.from_dict(_audio)

        _voicemail = d.pop("voicemail", UNSET)
        voicemail: VoicemailSettings | Unset
        if isinstance(_voicemail, Unset):
            voicemail = UNSET
        else:
            voicemail = VoicemailSettings.from_dict(_voicemail)

        _ip_addresses = d.pop("ip_addresses", UNSET)
        ip_addresses: IpAddresses | Unset
        if isinstance(_ip_addresses, Unset):
            ip_addresses = UNSET
        else:
            ip_addresses = IpAddresses.from_dict(_ip_addresses)

        _restrictions = d.pop("restrictions", UNSET)
        restrictions: CallingRestrictions | Unset
        if isinstance(_restrictions, Unset):
            restrictions = UNSET
        else:
            restrictions = CallingRestrictions.from_dict(_restrictions)

        calling_settings = cls(
            status=status,
            call_icon_visibility=call_icon_visibility,
            call_icons=call_icons,
            callback_permission_status=callback_permission_status,
            srtp_key_exchange_protocol=srtp_key_exchange_protocol,
            call_hours=call_hours,
            sip=sip,
            video=video,
            audio=audio,
            voicemail=voicemail,
            ip_addresses=ip_addresses,
            restrictions=restrictions,
        )

        calling_settings.additional_properties = d
        return calling_settings

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
