from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.sip_user_parameters import SipUserParameters


T = TypeVar("T", bound="SipServer")


@_attrs_define
class SipServer:
    """A SIP server of yours. `hostname` is needed when sending one."""

    app_id: Any | Unset = UNSET
    """ Id of the app that the server belongs to, digits. """
    hostname: str | Unset = UNSET
    """ Name of the host. """
    port: int | Unset = UNSET
    """ Port for SIP over TLS. Taken to be 5061 when left out. """
    request_uri_user_params: SipUserParameters | Unset = UNSET
    """ Names and values of your choice. """
    sip_user_password: str | Unset = UNSET
    """ Password that Meta uses towards the server. Only present when the call asks for `include_sip_credentials`.
    Keep it out of logs. """
    password: str | Unset = UNSET
    """ The same password under the name that Meta's published description uses. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        app_id = self.app_id

        hostname = self.hostname

        port = self.port

        request_uri_user_params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.request_uri_user_params, Unset):
            request_uri_user_params = self.request_uri_user_params.to_dict()

        sip_user_password = self.sip_user_password

        password = self.password

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if app_id is not UNSET:
            field_dict["app_id"] = app_id
        if hostname is not UNSET:
            field_dict["hostname"] = hostname
        if port is not UNSET:
            field_dict["port"] = port
        if request_uri_user_params is not UNSET:
            field_dict["request_uri_user_params"] = request_uri_user_params
        if sip_user_password is not UNSET:
            field_dict["sip_user_password"] = sip_user_password
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sip_user_parameters import SipUserParameters  # noqa: PLC0415

        d = dict(src_dict)
        app_id = d.pop("app_id", UNSET)

        hostname = d.pop("hostname", UNSET)

        port = d.pop("port", UNSET)

        _request_uri_user_params = d.pop("request_uri_user_params", UNSET)
        request_uri_user_params: SipUserParameters | Unset
        if isinstance(_request_uri_user_params, Unset):
            request_uri_user_params = UNSET
        else:
            request_uri_user_params = SipUserParameters.from_dict(_request_uri_user_params)

        sip_user_password = d.pop("sip_user_password", UNSET)

        password = d.pop("password", UNSET)

        sip_server = cls(
            app_id=app_id,
            hostname=hostname,
            port=port,
            request_uri_user_params=request_uri_user_params,
            sip_user_password=sip_user_password,
            password=password,
        )

        sip_server.additional_properties = d
        return sip_server

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
