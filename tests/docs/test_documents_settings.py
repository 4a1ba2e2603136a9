"""PIN, name, automation and speed in the documents: one test for each row of the page's table."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import AddNumber
from wabakit import Field, NameStatus, PhoneNumber, ThroughputLevel
from wabakit.emulator import Emulator

NAMES: list[Field[Any]] = [
    PhoneNumber.verified_name,
    PhoneNumber.name_status,
    PhoneNumber.new_name_status,
]


def test_two_step_setup(add_number: AddNumber, emulator: Emulator) -> None:
    """Setting a PIN switches two-step verification on."""
    number = add_number(pin=None)
    assert number.get(fields=[PhoneNumber.is_pin_enabled]).is_pin_enabled is False
    number.set_pin("123456")
    assert number.get(fields=[PhoneNumber.is_pin_enabled]).is_pin_enabled is True
    assert emulator.number(number.id).pin == "123456"


def test_two_step_update(add_number: AddNumber, emulator: Emulator) -> None:
    """Setting a PIN again replaces it, without the old one."""
    number = add_number(pin="123456")
    number.set_pin("654321")
    assert emulator.number(number.id).pin == "654321"


def test_update_display_name(number: wabakit.Number) -> None:
    """Asking for another name starts a review, and leaves the name in effect as it is."""
    number.request_display_name("My Business")
    card = number.get(fields=NAMES)
    assert card.verified_name == "Jasper's Market"
    assert card.new_name_status is NameStatus.PENDING_REVIEW


def test_name_review(number: wabakit.Number, emulator: Emulator) -> None:
    """An approved name takes effect once the number is registered again."""
    number.request_display_name("My Business")
    emulator.approve_name(number.id)
    assert number.get(fields=NAMES).new_name_status is NameStatus.APPROVED
    number.register("314159")
    assert number.get(fields=NAMES).verified_name == "My Business"


def test_automation(number: wabakit.Number) -> None:
    """Welcome message and ice breakers are set together."""
    prompts = ["View menu", "Place an order", "Track my order", "Talk to support"]
    number.set_automation(enable_welcome_message=True, prompts=prompts)
    automation = number.automation()
    assert automation.enable_welcome_message is True
    assert automation.prompts == prompts


def test_automation_commands(number: wabakit.Number) -> None:
    """Commands are set with what they do."""
    number.set_automation(
        commands=[
            {"command_name": "order_food", "command_description": "Browse the menu and order"},
            {"command_name": "help", "command_description": "Ask for help"},
        ]
    )
    commands = number.automation().commands or []
    assert [command.command_name for command in commands] == ["order_food", "help"]
    assert commands[0].command_description == "Browse the menu and order"


def test_automation_off(number: wabakit.Number) -> None:
    """Switching the welcome message off leaves the ice breakers alone."""
    number.set_automation(enable_welcome_message=True, prompts=["View menu"])
    number.set_automation(enable_welcome_message=False)
    automation = number.automation()
    assert automation.enable_welcome_message is False
    assert automation.prompts == ["View menu"]


def test_automation_read(add_number: AddNumber) -> None:
    """The automation in force is read from the number."""
    number = add_number(conversational_automation={"id": "1", "prompts": ["Book a flight"]})
    assert number.automation().prompts == ["Book a flight"]


def test_automation_limits(number: wabakit.Number, emulator: Emulator) -> None:
    """A fifth ice breaker is refused before anything is sent."""
    calls = len(emulator.requests)
    with pytest.raises(wabakit.InvalidInputError, match="at most 4"):
        number.set_automation(prompts=["1", "2", "3", "4", "5"])
    assert len(emulator.requests) == calls


def test_conversational_components(number: wabakit.Number) -> None:
    """Each conversational component is enabled by setting it."""
    number.set_automation(
        enable_welcome_message=True,
        prompts=["View menu"],
        commands=[{"command_name": "help", "command_description": "Ask for help"}],
    )
    automation = number.automation()
    assert (automation.enable_welcome_message, automation.prompts) == (True, ["View menu"])
    assert [command.command_name for command in automation.commands or []] == ["help"]


def test_throughput(add_number: AddNumber) -> None:
    """The sending speed is read as its level."""
    number = add_number(throughput={"level": "HIGH"})
    assert number.throughput().level is ThroughputLevel.HIGH
