from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountSubscriptionRequest")


@_attrs_define
class AccountSubscriptionRequest:
    """Another address for the webhooks of one account; both members or none."""

    override_callback_uri: str | Unset = UNSET
    """ The https address that shall receive the webhooks, 200 characters at most. """
    verify_token: str | Unset = UNSET
    """ Text that Meta repeats when it checks the address. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        override_callback_uri = self.override_callback_uri

        verify_token = self.verify_token

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if override_callback_uri is not UNSET:
            field_dict["override_callback_uri"] = override_callback_uri
        if verify_token is not UNSET:
            field_dict["verify_token"] = verify_token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        override_callback_uri = d.pop("override_callback_uri", UNSET)

        verify_token = d.pop("verify_token", UNSET)

        account_subscription_request = cls(
            override_callback_uri=override_callback_uri,
            verify_token=verify_token,
        )

        account_subscription_request.additional_properties = d
        return account_subscription_request

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
