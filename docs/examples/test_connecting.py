"""Test a program with pytest: codes, wrong PINs, lost answers and Meta's limits, without Meta.

The fixtures are there as soon as wabakit is installed. The client is the real one; behind it is an
emulator of Graph in memory, on a clock that does not wait. `connect` stands for your program.

    pytest test_connecting.py
"""

import pytest

import wabakit
from wabakit.emulator import AnyEmulator


def connect(client: wabakit.Client, number_id: str, pin: str) -> str:
    """Register a number, and say to a person how that went."""
    try:
        client.number(number_id).register(pin=pin)
    except wabakit.RegistrationLimitError as error:
        return f"Try again in {error.retry_after}."
    except wabakit.GraphError as error:
        return f"{error.name}: {error.advice}"
    return "It is connected."


@pytest.fixture
def number_id(whatsapp_emulator: AnyEmulator) -> str:
    """A number that somebody verified, and that had a PIN before."""
    account = whatsapp_emulator.add_account()
    number = whatsapp_emulator.add_number(account.id, status="PENDING", pin="314159")
    number.code_verification_status = "VERIFIED"
    return number.id


def test_right_pin(whatsapp_client: wabakit.Client, number_id: str) -> None:
    assert connect(whatsapp_client, number_id, "314159") == "It is connected."
    assert whatsapp_client.number(number_id).get().status == "CONNECTED"


def test_wrong_pin_is_tried_once(
    whatsapp_client: wabakit.Client, whatsapp_emulator: AnyEmulator, number_id: str
) -> None:
    assert connect(whatsapp_client, number_id, "271828").startswith("two-step-pin-mismatch")
    tried = [one.operation for one in whatsapp_emulator.requests]
    assert tried == ["registerPhoneNumber"]


def test_lost_answer(
    whatsapp_client: wabakit.Client, whatsapp_emulator: AnyEmulator, number_id: str
) -> None:
    whatsapp_emulator.fail_next("registerPhoneNumber", drop="after")
    assert connect(whatsapp_client, number_id, "314159") == "It is connected."


def test_limit(
    whatsapp_client: wabakit.Client, whatsapp_emulator: AnyEmulator, number_id: str
) -> None:
    whatsapp_emulator.fail_next("registerPhoneNumber", error="registration-limit")
    assert connect(whatsapp_client, number_id, "314159").startswith("Try again in")
