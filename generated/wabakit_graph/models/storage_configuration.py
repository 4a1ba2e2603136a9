from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.storage_status import StorageStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="StorageConfiguration")


@_attrs_define
class StorageConfiguration:
    """Where and how long message data is kept."""

    status: StorageStatus | Unset = UNSET
    """ `DEFAULT` keeps message data where Meta usually does, `IN_COUNTRY_STORAGE_ENABLED` in the country named,
    `NO_STORAGE_ENABLED` for the minutes named only. """
    data_localization_region: str | Unset = UNSET
    """ Country in which data is kept, two letters; one of those of `DataLocalizationRegion`, though samples show
    others and lower case. """
    retention_minutes: int | Unset = UNSET
    """ Minutes for which data is kept with `NO_STORAGE_ENABLED`. Meta supports 60 alone. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        data_localization_region = self.data_localization_region

        retention_minutes = self.retention_minutes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if data_localization_region is not UNSET:
            field_dict["data_localization_region"] = data_localization_region
        if retention_minutes is not UNSET:
            field_dict["retention_minutes"] = retention_minutes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: StorageStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = StorageStatus(_status)

        data_localization_region = d.pop("data_localization_region", UNSET)

        retention_minutes = d.pop("retention_minutes", UNSET)

        storage_configuration = cls(
            status=status,
            data_localization_region=data_localization_region,
            retention_minutes=retention_minutes,
        )

        storage_configuration.additional_properties = d
        return storage_configuration

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
