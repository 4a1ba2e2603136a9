"""A start picture: a snapshot, or something that people write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from wabakit.emulator.emulator import Emulator


def load(emulator: Emulator, picture: object) -> None:
    """Bring an emulator into the state of a picture (ValueError).

    A picture is a snapshot, or `{"accounts": [{"id": "1", "numbers": [{"status": "PENDING"}]}]}`:
    what the control routes take for an account and for a number, all of it optional.
    """
    if not isinstance(picture, dict):
        raise ValueError("a picture is a JSON object")
    members = cast("dict[str, Any]", picture)
    if "format" in members:
        emulator.restore(members)
        return
    if members.keys() != {"accounts"} or not isinstance(members["accounts"], list):
        raise ValueError("a picture has one member, `accounts`, which is a list")
    for account in cast("list[dict[str, Any]]", members["accounts"]):
        given = dict(account)
        numbers: list[dict[str, Any]] = given.pop("numbers", [])
        waba_id = _add(emulator, "accounts", given)
        for number in numbers:
            _add(emulator, "numbers", {"waba_id": waba_id, **number})
    emulator.restore(emulator.snapshot())  # what `reset` goes back to


def _add(emulator: Emulator, what: str, given: Mapping[str, Any]) -> str:
    body = json.dumps(given).encode()
    answer = emulator.handle(
        "POST", f"/_emulator/{what}", headers={"Content-Type": "application/json"}, body=body
    )
    decoded = json.loads(answer.body)
    if answer.status != 200:
        raise ValueError(decoded["error"]["message"])
    return str(decoded["id"])
