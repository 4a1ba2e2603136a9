from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.official_business_account_action import OfficialBusinessAccountAction
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.official_business_account_application import (
        OfficialBusinessAccountApplication,
    )


T = TypeVar("T", bound="OfficialBusinessAccountUpdateRequest")


@_attrs_define
class OfficialBusinessAccountUpdateRequest:
    """An application, with at least one member. The first six are those of today, the last two the former ones."""

    business_website_url: str | Unset = UNSET
    """ Address of the website of the business. """
    primary_country_of_operation: str | Unset = UNSET
    """ Country in which the business mainly works. """
    primary_language: str | Unset = UNSET
    """ Language in which the business mainly works. """
    parent_business_or_brand: str | Unset = UNSET
    """ Business or brand that it belongs to, 255 characters at most. """
    supporting_links: list[str] | Unset = UNSET
    """ 5 to 10 addresses of articles that show how well known the business is. """
    additional_supporting_information: str | Unset = UNSET
    """ Anything else in favour of the application, 1000 characters at most. """
    action: OfficialBusinessAccountAction | Unset = UNSET
    """ What to do with an application; belongs to its former form. """
    application_data: OfficialBusinessAccountApplication | Unset = UNSET
    """ What an application of the former form says. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        business_website_url = self.business_website_url

        primary_country_of_operation = self.primary_country_of_operation

        primary_language = self.primary_language

        parent_business_or_brand = self.parent_business_or_brand

        supporting_links: list[str] | Unset = UNSET
        if not isinstance(self.supporting_links, Unset):
            supporting_links = self.supporting_links

        additional_supporting_information = self.additional_supporting_information

        action: str | Unset = UNSET
        if not isinstance(self.action, Unset):
            action = self.action.value

        application_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.application_data, Unset):
            application_data = self.application_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if business_website_url is not UNSET:
            field_dict["business_website_url"] = business_website_url
        if primary_country_of_operation is not UNSET:
            field_dict["primary_country_of_operation"] = primary_country_of_operation
        if primary_language is not UNSET:
            field_dict["primary_language"] = primary_language
        if parent_business_or_brand is not UNSET:
            field_dict["parent_business_or_brand"] = parent_business_or_brand
        if supporting_links is not UNSET:
            field_dict["supporting_links"] = supporting_links
        if additional_supporting_information is not UNSET:
            field_dict["additional_supporting_information"] = additional_supporting_information
        if action is not UNSET:
            field_dict["action"] = action
        if application_data is not UNSET:
            field_dict["application_data"] = application_data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.official_business_account_application import (
            OfficialBusinessAccountApplication,  # noqa: PLC0415
        )

        d = dict(src_dict)
        business_website_url = d.pop("business_website_url", UNSET)

        primary_country_of_operation = d.pop("primary_country_of_operation", UNSET)

        primary_language = d.pop("primary_language", UNSET)

        parent_business_or_brand = d.pop("parent_business_or_brand", UNSET)

        supporting_links = cast(list[str], d.pop("supporting_links", UNSET))

        additional_supporting_information = d.pop("additional_supporting_information", UNSET)

        _action = d.pop("action", UNSET)
        action: OfficialBusinessAccountAction | Unset
        if isinstance(_action, Unset):
            action = UNSET
        else:
            action = OfficialBusinessAccountAction(_action)

        _application_data = d.pop("application_data", UNSET)
        application_data: OfficialBusinessAccountApplication | Unset
        if isinstance(_application_data, Unset):
            application_data = UNSET
        else:
            application_data = OfficialBusinessAccountApplication.from_dict(_application_data)

        official_business_account_update_request = cls(
            business_website_url=business_website_url,
            primary_country_of_operation=primary_country_of_operation,
            primary_language=primary_language,
            parent_business_or_brand=parent_business_or_brand,
            supporting_links=supporting_links,
            additional_supporting_information=additional_supporting_information,
            action=action,
            application_data=application_data,
        )

        official_business_account_update_request.additional_properties = d
        return official_business_account_update_request

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
