from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.search_visibility import SearchVisibility
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.webhook_override import WebhookOverride


T = TypeVar("T", bound="PhoneNumberUpdateRequest")


@_attrs_define
class PhoneNumberUpdateRequest:
    """What to change about a number, at least one thing. Each member stands alone; what is left out stays as it is."""

    pin: str | Unset = UNSET
    """ The new two-step verification PIN, six digits. It cannot be removed, only replaced. """
    new_display_name: str | Unset = UNSET
    """ The display name wanted, 2 to 75 characters. This starts a review, whose outcome shows in `new_name_status`.
    After an unclear outcome, such as a timeout, read that, and ask again only if nothing happened. A number can ask
    for 10 names in 30 days. Once the name is approved, call `registerPhoneNumber` again within 14 days: only then
    it takes effect, calling earlier has none, and after the 14 days the review starts anew. """
    webhook_configuration: WebhookOverride | Unset = UNSET
    """ Another callback for the webhooks of one number. """
    search_visibility: SearchVisibility | Unset = UNSET
    """ Whether search finds a number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pin = self.pin

        new_display_name = self.new_display_name

        webhook_configuration: dict[str, Any] | Unset = UNSET
        if not isinstance(self.webhook_configuration, Unset):
            webhook_configuration = self.webhook_configuration.to_dict()

        search_visibility: str | Unset = UNSET
        if not isinstance(self.search_visibility, Unset):
            search_visibility = self.search_visibility.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if pin is not UNSET:
            field_dict["pin"] = pin
        if new_display_name is not UNSET:
            field_dict["new_display_name"] = new_display_name
        if webhook_configuration is not UNSET:
            field_dict["webhook_configuration"] = webhook_configuration
        if search_visibility is not UNSET:
            field_dict["search_visibility"] = search_visibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_override import WebhookOverride  # noqa: PLC0415

        d = dict(src_dict)
        pin = d.pop("pin", UNSET)

        new_display_name = d.pop("new_display_name", UNSET)

        _webhook_configuration = d.pop("webhook_configuration", UNSET)
        webhook_configuration: WebhookOverride | Unset
        if isinstance(_webhook_configuration, Unset):
            webhook_configuration = UNSET
        else:
            webhook_configuration = WebhookOverride.from_dict(_webhook_configuration)

        _search_visibility = d.pop("search_visibility", UNSET)
        search_visibility: SearchVisibility | Unset
        if isinstance(_search_visibility, Unset):
            search_visibility = UNSET
        else:
            search_visibility = SearchVisibility(_search_visibility)

        phone_number_update_request = cls(
            pin=pin,
            new_display_name=new_display_name,
            webhook_configuration=webhook_configuration,
            search_visibility=search_visibility,
        )

        phone_number_update_request.additional_properties = d
        return phone_number_update_request

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
