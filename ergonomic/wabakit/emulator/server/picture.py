"""A start picture: a snapshot, or something that people write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from wabakit.emulator.emulator import Emulator


def load(emulator: Emulator, picture: object) -> None:
    """Bring an emulator into the state of a picture (ValueError, which names the place).

    A picture is a snapshot, or `{"accounts": [{"id": "1", "numbers": [{"status": "PENDING"}]}]}`:
    what the control routes take for an account and for a number, all of it optional.
    """
    members = _object(picture, "a picture")
    if "format" in members:
        emulator.restore(members)
        return
    if members.keys() != {"accounts"}:
        raise ValueError("a picture has one member, `accounts`")
    for at, account in enumerate(_list(members["accounts"], "accounts")):
        place = f"accounts[{at}]"
        given = dict(_object(account, place))
        numbers = _list(given.pop("numbers", []), f"{place}.numbers")
        waba_id = _add(emulator, "accounts", given, place)
        for number_at, number in enumerate(numbers):
            number_place = f"{place}.numbers[{number_at}]"
            seeded = {"waba_id": waba_id, **_object(number, number_place)}
            _add(emulator, "numbers", seeded, number_place)
    emulator.restore(emulator.snapshot())  # what `reset` goes back to


def _object(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{place} is a JSON object")
    return cast("dict[str, Any]", value)


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{place} is a list")
    return cast("list[object]", value)


def _add(emulator: Emulator, what: str, given: Mapping[str, Any], place: str) -> str:
    body = json.dumps(given).encode()
    answer = emulator.handle(
        "POST", f"/_emulator/{what}", headers={"Content-Type": "application/json"}, body=body
    )
    decoded = json.loads(answer.body)
    if answer.status != 200:
        raise ValueError(f"{place}: {decoded['error']['message']}")
    return str(decoded["id"])
