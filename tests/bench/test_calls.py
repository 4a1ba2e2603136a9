"""What the bench takes for granted."""

import json
from typing import Any

import pytest

import wabakit
from tests.client.wire import AddNumber
from wabakit.emulator import Emulator


def test_thousand_numbers_take_ten_calls(
    account: wabakit.Account,
    add_number: AddNumber,
    emulator: Emulator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thousand numbers take ten calls, and each answer is decoded once."""
    for _ in range(1_000):
        add_number()
    decoded: list[bytes] = []

    def counted(content: bytes) -> Any:
        decoded.append(content)
        return json.loads(content)

    emulator.requests.clear()
    monkeypatch.setattr("wabakit._json.parse_json", counted)
    assert sum(1 for _ in account.numbers()) == 1_000
    assert len(emulator.requests) == len(decoded) == 10
