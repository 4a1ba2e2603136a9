from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PhoneNumberCreateRequest")


@_attrs_define
class PhoneNumberCreateRequest:
    """The number to add and the name that it shall show."""

    phone_number: str
    """ The number, digits only, with or without the country calling code that `cc` names. """
    cc: str | Unset = UNSET
    """ Country calling code, 1 to 3 digits without plus sign, to go with a national number. """
    verified_name: str | Unset = UNSET
    """ The display name to show, 2 to 75 characters. It is reviewed by Meta. """
    migrate_phone_number: bool | Unset = UNSET
    """ Whether the number moves here from another account or from the on-premises platform. Taken to be false when
    left out. """
    preverified_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        cc = self.cc

        verified_name = self.verified_name

        migrate_phone_number = self.migrate_phone_number

        preverified_id = self.preverified_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "phone_number": phone_number,
            }
        )
        if cc is not UNSET:
            field_dict["cc"] = cc
        if verified_name is not UNSET:
            field_dict["verified_name"] = verified_name
        if migrate_phone_number is not UNSET:
            field_dict["migrate_phone_number"] = migrate_phone_number
        if preverified_id is not UNSET:
            field_dict["preverified_id"] = preverified_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        phone_number = d.pop("phone_number")

        cc = d.pop("cc", UNSET)

        verified_name = d.pop("verified_name", UNSET)

        migrate_phone_number = d.pop("migrate_phone_number", UNSET)

        preverified_id = d.pop("preverified_id", UNSET)

        phone_number_create_request = cls(
            phone_number=phone_number,
            cc=cc,
            verified_name=verified_name,
            migrate_phone_number=migrate_phone_number,
            preverified_id=preverified_id,
        )

        phone_number_create_request.additional_properties = d
        return phone_number_create_request

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
