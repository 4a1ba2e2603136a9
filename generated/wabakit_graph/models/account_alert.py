from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alert_entity_type import AlertEntityType
from ..models.alert_severity import AlertSeverity
from ..models.alert_status import AlertStatus
from ..models.alert_type import AlertType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.alert_info import AlertInfo


T = TypeVar("T", bound="AccountAlert")


@_attrs_define
class AccountAlert:
    """Meta wants something of a business or a number."""

    entity_type: AlertEntityType | Unset = UNSET
    """ What an alert is about. `WABA` comes from the test button of the app dashboard. """
    entity_id: Any | Unset = UNSET
    """ Its id. Text, and a number from the test button of the app dashboard. """
    alert_info: AlertInfo | Unset = UNSET
    """ An alert. """
    alert_severity: AlertSeverity | Unset = UNSET
    """ How urgent an alert is. """
    alert_status: AlertStatus | Unset = UNSET
    """ Whether an alert still holds. """
    alert_type: AlertType | Unset = UNSET
    """ What an alert says: a higher limit is put off, refused or needs more information, the application for the
    badge ended, a profile picture was lost. """
    alert_description: str | Unset = UNSET
    """ The same in words. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        entity_type: str | Unset = UNSET
        if not isinstance(self.entity_type, Unset):
            entity_type = self.entity_type.value

        entity_id = self.entity_id

        alert_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.alert_info, Unset):
            alert_info = self.alert_info.to_dict()

        alert_severity: str | Unset = UNSET
        if not isinstance(self.alert_severity, Unset):
            alert_severity = self.alert_severity.value

        alert_status: str | Unset = UNSET
        if not isinstance(self.alert_status, Unset):
            alert_status = self.alert_status.value

        alert_type: str | Unset = UNSET
        if not isinstance(self.alert_type, Unset):
            alert_type = self.alert_type.value

        alert_description = self.alert_description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if entity_type is not UNSET:
            field_dict["entity_type"] = entity_type
        if entity_id is not UNSET:
            field_dict["entity_id"] = entity_id
        if alert_info is not UNSET:
            field_dict["alert_info"] = alert_info
        if alert_severity is not UNSET:
            field_dict["alert_severity"] = alert_severity
        if alert_status is not UNSET:
            field_dict["alert_status"] = alert_status
        if alert_type is not UNSET:
            field_dict["alert_type"] = alert_type
        if alert_description is not UNSET:
            field_dict["alert_description"] = alert_description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.alert_info import AlertInfo  # noqa: PLC0415

        d = dict(src_dict)
        _entity_type = d.pop("entity_type", UNSET)
        entity_type: AlertEntityType | Unset
        if isinstance(_entity_type, Unset):
            entity_type = UNSET
        else:
            entity_type = AlertEntityType(_entity_type)

        entity_id = d.pop("entity_id", UNSET)

        _alert_info = d.pop("alert_info", UNSET)
        alert_info: AlertInfo | Unset
        if isinstance(_alert_info, Unset):
            alert_info = UNSET
        else:
            alert_info = AlertInfo.from_dict(_alert_info)

        _alert_severity = d.pop("alert_severity", UNSET)
        alert_severity: AlertSeverity | Unset
        if isinstance(_alert_severity, Unset):
            alert_severity = UNSET
        else:
            alert_severity = AlertSeverity(_alert_severity)

        _alert_status = d.pop("alert_status", UNSET)
        alert_status: AlertStatus | Unset
        if isinstance(_alert_status, Unset):
            alert_status = UNSET
        else:
            alert_status = AlertStatus(_alert_status)

        _alert_type = d.pop("alert_type", UNSET)
        alert_type: AlertType | Unset
        if isinstance(_alert_type, Unset):
            alert_type = UNSET
        else:
            alert_type = AlertType(_alert_type)

        alert_description = d.pop("alert_description", UNSET)

        account_alert = cls(
            entity_type=entity_type,
            entity_id=entity_id,
            alert_info=alert_info,
            alert_severity=alert_severity,
            alert_status=alert_status,
            alert_type=alert_type,
            alert_description=alert_description,
        )

        account_alert.additional_properties = d
        return account_alert

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
