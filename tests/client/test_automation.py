"""Welcome message, ice breakers and commands."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER
from wabakit import PhoneNumber

PARTS = {
    "enable_welcome_message": True,
    "prompts": ["Hello"],
    "commands": [{"command_name": "order", "command_description": "Order something"}],
}


def test_automation(number: wabakit.Number) -> None:
    """Welcome message, prompts and commands are read back as they were set, part by part."""
    number.set_automation(
        enable_welcome_message=True,
        prompts=["Where are you?", "Opening hours"],
        commands=[{"command_name": "order", "command_description": "Order something"}],
    )
    number.set_automation(prompts=["Hello"])
    found = number.automation()
    assert found.enable_welcome_message is True
    assert found.prompts == ["Hello"]
    assert found.commands is not None
    assert [command.command_name for command in found.commands] == ["order"]
    assert found.commands[0].command_description == "Order something"


def test_automation_can_be_emptied(number: wabakit.Number) -> None:
    """False and empty lists are sent: they switch off what was on."""
    number.set_automation(enable_welcome_message=True, prompts=["Hello"])
    number.set_automation(enable_welcome_message=False, prompts=[])
    found = number.automation()
    assert found.enable_welcome_message is False
    assert found.prompts == []


def test_no_automation(number: wabakit.Number) -> None:
    """A number without automation reads as one whose parts are all None."""
    found = number.automation()
    assert (found.enable_welcome_message, found.prompts, found.commands) == (None, None, None)


def test_automation_is_a_nested_field(number: wabakit.Number) -> None:
    """Automation can be read together with other fields of a number."""
    number.set_automation(prompts=["Hello"])
    fields = [PhoneNumber.verified_name, PhoneNumber.conversational_automation]
    found = number.get(fields=fields)
    assert found.verified_name == "Jasper's Market"
    assert found.conversational_automation is not None
    assert found.conversational_automation.prompts == ["Hello"]


@pytest.mark.parametrize(
    "answer",
    [
        {"id": NUMBER, "conversational_automation": {"id": "7", **PARTS}},
        {"id": NUMBER, **PARTS},
    ],
    ids=["nested", "flat"],
)
def test_nested_or_flat(answering: Answering, answer: dict[str, Any]) -> None:
    """Automation is read whether Graph nests it under its name or not."""
    server = answering(always(answer))
    found = server.number.automation()
    assert dict(server.last.url.params) == {"fields": "conversational_automation"}
    assert found.id == answer.get("conversational_automation", {}).get("id")
    assert found.enable_welcome_message is True
    assert found.prompts == ["Hello"]
    assert found.commands is not None
    assert found.commands[0].command_name == "order"
