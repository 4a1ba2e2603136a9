from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bot_command import BotCommand


T = TypeVar("T", bound="ConversationalAutomation")


@_attrs_define
class ConversationalAutomation:
    """The helpers that WhatsApp shows in a chat with the number."""

    id: str | Unset = UNSET
    """ Id of an object on the Graph. Text of digits; some are too large for a JSON number. """
    enable_welcome_message: bool | Unset = UNSET
    """ Whether a webhook tells you when somebody opens a chat for the first time. Meta took the welcome message and
    its webhook away on 2026-03-27. """
    prompts: list[str] | Unset = UNSET
    """ Ice breakers offered for tapping. """
    commands: list[BotCommand] | Unset = UNSET
    """ Commands offered after a slash. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        enable_welcome_message = self.enable_welcome_message

        prompts: list[str] | Unset = UNSET
        if not isinstance(self.prompts, Unset):
            prompts = self.prompts

        commands: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.commands, Unset):
            commands = []
            for commands_item_data in self.commands:
                commands_item = commands_item_data.to_dict()
                commands.append(commands_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if enable_welcome_message is not UNSET:
            field_dict["enable_welcome_message"] = enable_welcome_message
        if prompts is not UNSET:
            field_dict["prompts"] = prompts
        if commands is not UNSET:
            field_dict["commands"] = commands

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bot_command import BotCommand  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id", UNSET)

        enable_welcome_message = d.pop("enable_welcome_message", UNSET)

        prompts = cast(list[str], d.pop("prompts", UNSET))

        _commands = d.pop("commands", UNSET)
        commands: list[BotCommand] | Unset = UNSET
        if _commands is not UNSET:
            commands = []
            for commands_item_data in _commands:
                commands_item = BotCommand.from_dict(commands_item_data)

                commands.append(commands_item)

        conversational_automation = cls(
            id=id,
            enable_welcome_message=enable_welcome_message,
            prompts=prompts,
            commands=commands,
        )

        conversational_automation.additional_properties = d
        return conversational_automation

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
