"""The whole state as versioned JSON, and back."""

from __future__ import annotations

import copy
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, cast, get_args, get_origin, get_type_hints

from wabakit.emulator.wire.faults import Fault, read_fault
from wabakit.emulator.wire.json_text import DEEPEST_STATE, Json, check_depth
from wabakit.emulator.world.clock import parse_time
from wabakit.emulator.world.lifecycle import age
from wabakit.emulator.world.nodes import Account, PhoneNumber
from wabakit.emulator.world.world import SentCode, World

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
_ACCOUNT = ("id", "name", "is_verified", "cap", "may_have_usernames")


class State(NamedTuple):
    """What a snapshot holds."""

    world: World
    faults: list[Fault]
    clock: Mapping[str, Any] | None
    """How the clock is set, if it is one that can be set."""


def write_state(state: State, now: datetime) -> Json:
    """Write everything but tokens and the counts of used quota.

    Numbers are written as they are by now. PINs and one-time codes are in it: without them a number
    could not go on where it was.
    """
    world = state.world
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
        "faults": [fault.as_json() for fault in state.faults],
        "clock": state.clock,
    }


def read_state(written: Mapping[str, Any]) -> State:
    """Build what a snapshot holds (ValueError if it is none, or of another version)."""
    is_ours = isinstance(written, dict) and written.get("format") == FORMAT
    if not is_ours or written.get("version") != VERSION:
        raise ValueError(f"not a snapshot of format {FORMAT}, version {VERSION}")
    check_depth(written, DEEPEST_STATE)
    try:
        owned = copy.deepcopy(dict(written))
        faults = [read_fault(fault) for fault in owned["faults"]]
        return State(_read_world(owned), faults, owned.get("clock"))
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


def _check_kinds(of: type, names: Iterable[str], written: Mapping[str, Any]) -> None:
    """Refuse an account or a number of which an attribute is of the wrong kind (TypeError)."""
    kinds = _kinds(of)
    for name in names:
        if not isinstance(written.get(name), kinds[name]):
            raise TypeError(f"{name} is of the wrong kind")


@cache
def _kinds(of: type) -> dict[str, tuple[type, ...]]:
    """Find of which classes the attributes of a node may be."""
    hints = get_type_hints(of)
    return {
        name: tuple(
            get_origin(kind) or kind
            for kind in (get_args(hint) if isinstance(hint, UnionType) else [hint])
        )
        for name, hint in hints.items()
    }


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
