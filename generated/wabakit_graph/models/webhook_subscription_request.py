from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_object import WebhookObject

T = TypeVar("T", bound="WebhookSubscriptionRequest")


@_attrs_define
class WebhookSubscriptionRequest:
    """What to tell an app of, and where."""

    object_: WebhookObject
    """ The kind of object that webhooks are about. Lower case only. """
    callback_url: str
    """ Where the webhooks go, an https address, which Meta checks before it answers. """
    verify_token: str
    """ Text that Meta shows the address in that check. """
    fields: str
    """ Names of the webhook fields to tell of, separated by commas without spaces. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        object_ = self.object_.value

        callback_url = self.callback_url

        verify_token = self.verify_token

        fields = self.fields

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "object": object_,
                "callback_url": callback_url,
                "verify_token": verify_token,
                "fields": fields,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        object_ = WebhookObject(d.pop("object"))

        callback_url = d.pop("callback_url")

        verify_token = d.pop("verify_token")

        fields = d.pop("fields")

        webhook_subscription_request = cls(
            object_=object_,
            callback_url=callback_url,
            verify_token=verify_token,
            fields=fields,
        )

        webhook_subscription_request.additional_properties = d
        return webhook_subscription_request

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
