"""A start picture: a snapshot, or something that people write."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from wabakit.emulator.control.partners import make_preverified_number
from wabakit.emulator.control.seeds import make_account, make_number
from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import DEEPEST, Json, check_depth
from wabakit.emulator.world.nodes import Node


def load(stage: Backstage, picture: object) -> None:
    """Bring an emulator into the state of a picture (ValueError, which names the place).

    A picture is a snapshot, or `{"accounts": [{"id": "1", "numbers": [{"status": "PENDING"}]}]}`:
    what the control routes take for an account and for a number, all of it optional. Beside
    `accounts` there may be `preverified_numbers`, a pool.
    """
    members = _object(picture, "a picture")
    if "format" in members:
        stage.restore(members)
        return
    if not {"accounts"} <= members.keys() <= {"accounts", "preverified_numbers"}:
        raise ValueError("a picture has `accounts`, and perhaps `preverified_numbers`")
    for at, account in enumerate(_list(members["accounts"], "accounts")):
        place = f"accounts[{at}]"
        given = dict(_object(account, place))
        numbers = _list(given.pop("numbers", []), f"{place}.numbers")
        waba_id = _add(make_account, stage, given, place)
        for number_at, number in enumerate(numbers):
            number_place = f"{place}.numbers[{number_at}]"
            seeded = {"waba_id": waba_id, **_object(number, number_place)}
            _add(make_number, stage, seeded, number_place)
    pool = _list(members.get("preverified_numbers", []), "preverified_numbers")
    for at, number in enumerate(pool):
        place = f"preverified_numbers[{at}]"
        _add(make_preverified_number, stage, _object(number, place), place)
    stage.restore(stage.snapshot())  # what `reset` goes back to


def _object(value: object, place: str) -> Json:
    if not isinstance(value, dict):
        raise ValueError(f"{place} is a JSON object")
    return cast("Json", value)


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{place} is a list")
    return cast("list[object]", value)


def _add(make: Callable[[Backstage, Json], Node], stage: Backstage, given: Json, place: str) -> str:
    try:
        check_depth(given, DEEPEST)
        return make(stage, given).id
    except KeyError as error:
        raise ValueError(f"{place}: nothing has the id {error}") from error
    except (GraphError, TypeError, ValueError) as error:
        raise ValueError(f"{place}: {error}") from error
