from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.setting_status import SettingStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.holiday import Holiday
    from ..models.operating_hours import OperatingHours


T = TypeVar("T", bound="CallHours")


@_attrs_define
class CallHours:
    """The hours in which calls are taken."""

    status: SettingStatus | Unset = UNSET
    """ Whether something is switched on. `NOT_SET` is only read, where nobody has decided yet. Some sources write
    it in lower case; send upper case. """
    timezone_id: str | Unset = UNSET
    """ Name of the time zone of the hours, such as `Europe/Berlin`. """
    weekly_operating_hours: list[OperatingHours] | Unset = UNSET
    """ The hours of each day, two spans a day at most and without overlap. """
    holiday_schedule: list[Holiday] | Unset = UNSET
    """ Days with other hours, 20 at most. When changing, leaving it out clears it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        timezone_id = self.timezone_id

        weekly_operating_hours: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.weekly_operating_hours, Unset):
            weekly_operating_hours = []
            for weekly_operating_hours_item_data in self.weekly_operating_hours:
                weekly_operating_hours_item = weekly_operating_hours_item_data.to_dict()
                weekly_operating_hours.append(weekly_operating_hours_item)

        holiday_schedule: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.holiday_schedule, Unset):
            holiday_schedule = []
            for holiday_schedule_item_data in self.holiday_schedule:
                holiday_schedule_item = holiday_schedule_item_data.to_dict()
                holiday_schedule.append(holiday_schedule_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if status is not UNSET:
            field_dict["status"] = status
        if timezone_id is not UNSET:
            field_dict["timezone_id"] = timezone_id
        if weekly_operating_hours is not UNSET:
            field_dict["weekly_operating_hours"] = weekly_operating_hours
        if holiday_schedule is not UNSET:
            field_dict["holiday_schedule"] = holiday_schedule

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.holiday import Holiday  # noqa: PLC0415
        from ..models.operating_hours import OperatingHours  # noqa: PLC0415

        d = dict(src_dict)
        _status = d.pop("status", UNSET)
        status: SettingStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettingStatus(_status)

        timezone_id = d.pop("timezone_id", UNSET)

        _weekly_operating_hours = d.pop("weekly_operating_hours", UNSET)
        weekly_operating_hours: list[OperatingHours] | Unset = UNSET
        if _weekly_operating_hours is not UNSET:
            weekly_operating_hours = []
            for weekly_operating_hours_item_data in _weekly_operating_hours:
                weekly_operating_hours_item = OperatingHours.from_dict(
                    weekly_operating_hours_item_data
                )

                weekly_operating_hours.append(weekly_operating_hours_item)

        _holiday_schedule = d.pop("holiday_schedule", UNSET)
        holiday_schedule: list[Holiday] | Unset = UNSET
        if _holiday_schedule is not UNSET:
            holiday_schedule = []
            for holiday_schedule_item_data in _holiday_schedule:
                holiday_schedule_item = Holiday.from_dict(holiday_schedule_item_data)

                holiday_schedule.append(holiday_schedule_item)

        call_hours = cls(
            status=status,
            timezone_id=timezone_id,
            weekly_operating_hours=weekly_operating_hours,
            holiday_schedule=holiday_schedule,
        )

        call_hours.additional_properties = d
        return call_hours

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
