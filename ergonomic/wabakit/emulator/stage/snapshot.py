"""The whole state as versioned JSON, and back."""

from __future__ import annotations

import copy
import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, cast

from wabakit.emulator.calls.call import Json
from wabakit.emulator.wire.faults import read_fault
from wabakit.emulator.wire.json_text import DEEPEST_STATE, check_depth
from wabakit.emulator.world.clock import parse_time
from wabakit.emulator.world.lifecycle import age
from wabakit.emulator.world.nodes import PhoneNumber
from wabakit.emulator.world.world import Account, SentCode, World

FORMAT, VERSION = "wabakit-emulator", 1

_TIMES = (
    "creation_time",
    "last_onboarded_time",
    "code_expires_at",
    "code_verified_at",
    "signed_up_at",
    "new_name_approved_at",
)
_APART = frozenset({"account", "digits", "blocked_until", "counted", *_TIMES})
_KEPT = tuple(member.name for member in fields(PhoneNumber) if member.name not in _APART)
_KINDS: dict[str, type] = {"str": str, "bool": bool, "int": int, "dict": dict}
_ACCOUNT = ("id", "name", "is_verified", "cap", "may_have_usernames")


def write_state(world: World, now: datetime) -> Json:
    """Write everything but tokens and the counts of used quota.

    Numbers are written as they are by now. PINs and one-time codes are in it: without them a number
    could not go on where it was.
    """
    for number in world.numbers:
        age(number, now)
    return {
        "format": FORMAT,
        "version": VERSION,
        "chance": {"seed": world.chance.seed, "drawn": dict(world.chance.drawn)},
        "fictional": world.fictional,
        "accounts": [write_account(account) for account in world.accounts],
        "outbox": [write_code(sent) for sent in world.outbox],
        "usernames_elsewhere": dict(world.usernames_elsewhere),
        "faults": [fault.as_json() for fault in world.faults.active],
    }


def read_state(written: Mapping[str, Any]) -> World:
    """Build the world of a snapshot (ValueError if it is none, or of another version)."""
    is_ours = isinstance(written, dict) and written.get("format") == FORMAT
    if not is_ours or written.get("version") != VERSION:
        raise ValueError(f"not a snapshot of format {FORMAT}, version {VERSION}")
    check_depth(written, DEEPEST_STATE)
    try:
        return _read_world(copy.deepcopy(dict(written)))
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the snapshot is damaged: {error!r}") from error


def write_account(account: Account) -> Json:
    """Write an account with its numbers."""
    return {
        **{name: getattr(account, name) for name in _ACCOUNT},
        "max_numbers": account.max_numbers,
        "numbers": [write_number(number) for number in account.numbers],
    }


def write_number(number: PhoneNumber) -> Json:
    """Write a number as JSON that nothing else shares."""
    return {
        **{name: _apart(getattr(number, name)) for name in _KEPT},
        **{name: _written(getattr(number, name)) for name in _TIMES},
        "digits": number.digits,
        "blocked_until": {what: _written(at) for what, at in number.blocked_until.items()},
        "counted": {what: [_written(at) for at in times] for what, times in number.counted.items()},
    }


def write_code(sent: SentCode) -> Json:
    """Write a sent code."""
    times = {"sent_at": _written(sent.sent_at), "expires_at": _written(sent.expires_at)}
    return {**asdict(sent), **times}


def _read_world(written: dict[str, Any]) -> World:
    world = World(int(written["chance"]["seed"]))
    for account in written["accounts"]:
        numbers = account.pop("numbers")
        account.pop("max_numbers", None)
        _check_kinds(Account, _ACCOUNT, account)
        added = world.add_account(account.pop("id"), **account)
        for number in numbers:
            _read_number(world, added, number)
    for sent in written["outbox"]:
        times: Json = {at: parse_time(sent.pop(at)) for at in ("sent_at", "expires_at")}
        world.outbox.append(SentCode(**sent, **times))
    taken: dict[str, int] = written["usernames_elsewhere"]
    world.usernames_elsewhere = {str(name): int(code) for name, code in taken.items()}
    for fault in written["faults"]:
        world.faults.active.append(read_fault(fault))
    world.fictional = int(written["fictional"])
    drawn: dict[str, int] = written["chance"]["drawn"]
    world.chance.drawn = Counter({str(purpose): int(times) for purpose, times in drawn.items()})
    return world


def _read_number(world: World, account: Account, written: dict[str, Any]) -> None:
    _check_kinds(PhoneNumber, _KEPT, written)
    if not all(isinstance(stored, dict) for stored in written["settings"].values()):
        raise TypeError("settings are objects by their feature")
    digits, dial_code = written.pop("digits"), written.pop("country_dial_code")
    counted = written.pop("counted")
    blocked_until = {what: parse_time(at) for what, at in written.pop("blocked_until").items()}
    times = {at: parse_time(written[at]) if written[at] else None for at in _TIMES}
    created = times.pop("creation_time")
    if created is None:
        raise ValueError("a number without creation_time")
    state = {**written, **times, "creation_time": created, "blocked_until": blocked_until}
    national = digits.removeprefix(dial_code)
    number = world.add_number(account, dial_code, national, created, **state)
    for what, moments in counted.items():
        number.counted[what] = deque(map(parse_time, moments), maxlen=20)


def _check_kinds(of: type, names: Iterable[str], written: dict[str, Any]) -> None:
    """Refuse an account or a number of which an attribute is of the wrong kind (TypeError)."""
    for member in fields(of):
        kind = _KINDS.get(re.split(r"\W", str(member.type))[0])
        value = written.get(member.name)
        may_be_none = "None" in str(member.type) and value is None
        if member.name in names and kind and not may_be_none and not isinstance(value, kind):
            raise TypeError(f"{member.name} is of the wrong kind")


def _apart(value: Any) -> Any:
    """Copy what could change later; nearly all values cannot."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: _apart(member) for name, member in members.items()}
    if isinstance(value, list):
        return [_apart(item) for item in cast("list[object]", value)]
    return value


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
