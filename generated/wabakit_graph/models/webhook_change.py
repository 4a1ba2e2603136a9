from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_field import WebhookField

if TYPE_CHECKING:
    from ..models.webhook_value import WebhookValue


T = TypeVar("T", bound="WebhookChange")


@_attrs_define
class WebhookChange:
    """One event."""

    field: WebhookField
    """ What kind of event a webhook tells of, and what an app subscribes to. Those that concern numbers and
    accounts are described under `webhooks`. """
    value: WebhookValue
    """ What happened. Its members are those of the schema that the webhook names as `x-webhook-value`; should one
    arrive as null, read it as left out. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field.value

        value = self.value.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_value import WebhookValue  # noqa: PLC0415

        d = dict(src_dict)
        field = WebhookField(d.pop("field"))

        value = WebhookValue.from_dict(d.pop("value"))

        webhook_change = cls(
            field=field,
            value=value,
        )

        webhook_change.additional_properties = d
        return webhook_change

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
