from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.webhook_change import WebhookChange


T = TypeVar("T", bound="WebhookEntry")


@_attrs_define
class WebhookEntry:
    """What happened to one account."""

    id: str
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    changes: list[WebhookChange]
    """ What happened, one item for each event. """
    time: Any | Unset = UNSET
    """ When it happened, in seconds since 1970 (UTC); missing for `messages`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        time = self.time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "changes": changes,
            }
        )
        if time is not UNSET:
            field_dict["time"] = time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_change import WebhookChange  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = WebhookChange.from_dict(changes_item_data)

            changes.append(changes_item)

        time = d.pop("time", UNSET)

        webhook_entry = cls(
            id=id,
            changes=changes,
            time=time,
        )

        webhook_entry.additional_properties = d
        return webhook_entry

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
