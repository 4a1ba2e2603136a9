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
    """A thousand numbers take ten calls, and the rows of each are decoded once."""
    for _ in range(1_000):
        add_number()
    decoded: list[str] = []

    def counted(part: str) -> Any:
        decoded.append(part)
        return json.loads(part)

    emulator.requests.clear()
    monkeypatch.setattr("wabakit._json.parse_json", counted)
    assert sum(1 for _ in account.numbers()) == 1_000
    assert len(emulator.requests) == sum('"data"' in part for part in decoded) == 10
