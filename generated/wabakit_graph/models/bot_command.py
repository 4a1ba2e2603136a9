from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="BotCommand")


@_attrs_define
class BotCommand:
    """A command that people find by typing a slash. Both members are needed when sending one."""

    command_name: str | Unset = UNSET
    """ The word after the slash: letters, digits and underscores, 30 at most, unique per number. """
    command_description: str | Unset = UNSET
    """ What the command does, 256 characters at most. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        command_name = self.command_name

        command_description = self.command_description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if command_name is not UNSET:
            field_dict["command_name"] = command_name
        if command_description is not UNSET:
            field_dict["command_description"] = command_description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        command_name = d.pop("command_name", UNSET)

        command_description = d.pop("command_description", UNSET)

        bot_command = cls(
            command_name=command_name,
            command_description=command_description,
        )

        bot_command.additional_properties = d
        return bot_command

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
