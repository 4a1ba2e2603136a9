from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="WabaInfo")


@_attrs_define
class WabaInfo:
    """An account, its owner and its partners."""

    waba_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    owner_business_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    partner_app_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    solution_id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    solution_partner_business_ids: list[str] | Unset = UNSET
    """ Ids of the business portfolios of the solution's partners. """
    ad_account_linked: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        waba_id = self.waba_id

        owner_business_id = self.owner_business_id

        partner_app_id = self.partner_app_id

        solution_id = self.solution_id

        solution_partner_business_ids: list[str] | Unset = UNSET
        if not isinstance(self.solution_partner_business_ids, Unset):
            solution_partner_business_ids = self.solution_partner_business_ids

        ad_account_linked = self.ad_account_linked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if waba_id is not UNSET:
            field_dict["waba_id"] = waba_id
        if owner_business_id is not UNSET:
            field_dict["owner_business_id"] = owner_business_id
        if partner_app_id is not UNSET:
            field_dict["partner_app_id"] = partner_app_id
        if solution_id is not UNSET:
            field_dict["solution_id"] = solution_id
        if solution_partner_business_ids is not UNSET:
            field_dict["solution_partner_business_ids"] = solution_partner_business_ids
        if ad_account_linked is not UNSET:
            field_dict["ad_account_linked"] = ad_account_linked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        waba_id = d.pop("waba_id", UNSET)

        owner_business_id = d.pop("owner_business_id", UNSET)

        partner_app_id = d.pop("partner_app_id", UNSET)

        solution_id = d.pop("solution_id", UNSET)

        solution_partner_business_ids = cast(
            list[str], d.pop("solution_partner_business_ids", UNSET)
        )

        ad_account_linked = d.pop("ad_account_linked", UNSET)

        waba_info = cls(
            waba_id=waba_id,
            owner_business_id=owner_business_id,
            partner_app_id=partner_app_id,
            solution_id=solution_id,
            solution_partner_business_ids=solution_partner_business_ids,
            ad_account_linked=ad_account_linked,
        )

        waba_info.additional_properties = d
        return waba_info

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
