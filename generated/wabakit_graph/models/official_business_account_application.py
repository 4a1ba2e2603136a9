from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="OfficialBusinessAccountApplication")


@_attrs_define
class OfficialBusinessAccountApplication:
    """What an application of the former form says."""

    business_name: str | Unset = UNSET
    """ Name of the business, 255 characters at most. """
    business_description: str | Unset = UNSET
    """ What the business does, 1000 characters at most. """
    website_url: str | Unset = UNSET
    """ Address of its website. """
    contact_email: str | Unset = UNSET
    """ Address for questions about the application. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        business_name = self.business_name

        business_description = self.business_description

        website_url = self.website_url

        contact_email = self.contact_email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if business_name is not UNSET:
            field_dict["business_name"] = business_name
        if business_description is not UNSET:
            field_dict["business_description"] = business_description
        if website_url is not UNSET:
            field_dict["website_url"] = website_url
        if contact_email is not UNSET:
            field_dict["contact_email"] = contact_email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        business_name = d.pop("business_name", UNSET)

        business_description = d.pop("business_description", UNSET)

        website_url = d.pop("website_url", UNSET)

        contact_email = d.pop("contact_email", UNSET)

        official_business_account_application = cls(
            business_name=business_name,
            business_description=business_description,
            website_url=website_url,
            contact_email=contact_email,
        )

        official_business_account_application.additional_properties = d
        return official_business_account_application

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
