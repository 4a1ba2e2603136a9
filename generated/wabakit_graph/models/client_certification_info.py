from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_certification_status import ClientCertificationStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientCertificationInfo")


@_attrs_define
class ClientCertificationInfo:
    """How the verification of a client that a partner asked for stands."""

    client_business_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    status: ClientCertificationStatus | Unset = UNSET
    """ How the verification of a client that a partner asked for stands. """
    rejection_reasons: list[str] | Unset = UNSET
    """ Why it failed, in words of Meta's that have blanks in webhooks (`LEGAL NAME NOT MATCHING`) and underscores
    elsewhere; may be empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_business_id = self.client_business_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        rejection_reasons: list[str] | Unset = UNSET
        if not isinstance(self.rejection_reasons, Unset):
            rejection_reasons = self.rejection_reasons

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if client_business_id is not UNSET:
            field_dict["client_business_id"] = client_business_id
        if status is not UNSET:
            field_dict["status"] = status
        if rejection_reasons is not UNSET:
            field_dict["rejection_reasons"] = rejection_reasons

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_business_id = d.pop("client_business_id", UNSET)

        _status = d.pop("status", UNSET)
        status: ClientCertificationStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = ClientCertificationStatus(_status)

        rejection_reasons = cast(list[str], d.pop("rejection_reasons", UNSET))

        client_certification_info = cls(
            client_business_id=client_business_id,
            status=status,
            rejection_reasons=rejection_reasons,
        )

        client_certification_info.additional_properties = d
        return client_certification_info

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
