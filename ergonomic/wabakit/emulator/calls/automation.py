"""Conversational components: welcome message, ice breakers, commands."""

from __future__ import annotations

from wabakit.emulator.wire.answers import SUCCESS
from wabakit.emulator.wire.errors import GraphError, invalid_parameter
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.parameters import flag, items, record, text
from wabakit.emulator.world.nodes import PhoneNumber

from .call import Call, answers

_PROMPTS = items(text(1, 80), most=4)
_COMMANDS = items(
    record(
        "command_name",
        "command_description",
        command_name=text(1, 30, "[A-Za-z0-9_]+"),
        command_description=text(1, 256),
    ),
    most=30,
)


@answers("setConversationalAutomation")
def set_conversational_automation(call: Call, number: PhoneNumber) -> Json:
    """Answer POST /{phone_number_id}/conversational_automation: members not sent stay (assumed).

    At most 4 prompts of 80 characters, 30 commands with unique names of 30 letters, digits and
    underscores and descriptions of 256 (documented). The number must have been verified: code 100
    (Meta's v23.0 reference). Read it as a field of the number, nested, with an id of its own.
    """
    read = call.parameters.optional
    sent = {
        "enable_welcome_message": read("enable_welcome_message", flag),
        "prompts": read("prompts", _PROMPTS),
        "commands": (commands := read("commands", _COMMANDS)),
    }
    names = [command["command_name"] for command in commands or []]
    if len(set(names)) < len(names):
        raise invalid_parameter("commands", "two of them have one name")
    if number.code_verification_status not in {"VERIFIED", "EXPIRED"}:
        raise GraphError(100, "(#100) The phone number must be verified first")
    before = number.conversational_automation or {"id": call.world.chance.digits("bot", 15)}
    given = {name: value for name, value in sent.items() if value is not None}
    number.conversational_automation = {**before, **given}
    return SUCCESS
