"""The whole state as versioned JSON, and back."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from wabakit.emulator.wire.faults import Fault, read_fault
from wabakit.emulator.wire.json_text import DEEPEST_STATE, Json, check_depth
from wabakit.emulator.world.businesses import App, Business, PreverifiedNumber, SignupCode
from wabakit.emulator.world.lifecycle import age_all
from wabakit.emulator.world.nodes import Account, PhoneNumber
from wabakit.emulator.world.subscriptions import AppSubscription, Callback
from wabakit.emulator.world.world import SentCode, World

from .records import read, write

FORMAT, VERSION = "wabakit-emulator", 1

_ACCOUNT_APART = frozenset({"numbers", "changes", "meters", "journal"})
_NUMBER_APART = frozenset({"accounts"})


class State(NamedTuple):
    """What a snapshot holds."""

    world: World
    faults: list[Fault]
    clock: Mapping[str, Any] | None
    """How the clock is set, if it is one that can be set."""
    webhooks: Json
    """Webhooks that are still to be sent, as they are written."""


def write_state(state: State, now: datetime) -> Json:
    """Write everything but tokens and the counts of used quota.

    Numbers are written as they are by now. PINs, one-time codes and what apps keep secret are in
    it: without them nothing could go on where it was.
    """
    world = state.world
    age_all(world, now)
    return {
        "format": FORMAT,
        "version": VERSION,
        "chance": {"seed": world.chance.seed, "drawn": dict(world.chance.drawn)},
        "fictional": world.fictional,
        "businesses": [write(business) for business in world.all(Business)],
        "apps": [write(app) for app in world.all(App)],
        "accounts": [write_account(account) for account in world.accounts],
        "preverified_numbers": [write(number) for number in world.all(PreverifiedNumber)],
        "subscriptions": _write_subscriptions(world),
        "outbox": [write(sent) for sent in world.outbox],
        "signup_codes": [write(code) for code in world.signup_codes.values()],
        "usernames_elsewhere": dict(world.usernames_elsewhere),
        "faults": [fault.as_json() for fault in state.faults],
        "clock": state.clock,
        "webhooks": state.webhooks,
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
        return State(_read_world(owned), faults, owned.get("clock"), owned["webhooks"])
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the snapshot is damaged: {error!r}") from error


def write_account(account: Account) -> Json:
    """Write an account with its numbers, those of other accounts by their ids."""
    numbers = account.numbers
    return {
        **write(account, _ACCOUNT_APART),
        "max_numbers": account.max_numbers,
        "numbers": [write_number(number) for number in numbers if number.account is account],
        "lists_too": [number.id for number in numbers if number.account is not account],
    }


def write_number(number: PhoneNumber) -> Json:
    """Write a number."""
    return write(number, _NUMBER_APART)


def _write_subscriptions(world: World) -> Json:
    return {
        "apps": {
            app_id: {"callback": write(said.callback), "fields": sorted(said.fields)}
            for app_id, said in world.subscriptions.apps.items()
        },
        "accounts": {
            waba_id: {app_id: override and write(override) for app_id, override in apps.items()}
            for waba_id, apps in world.subscriptions.accounts.items()
        },
    }


def _read_world(written: dict[str, Any]) -> World:
    world = World(int(written["chance"]["seed"]))
    for business in written["businesses"]:
        state = read(Business, business, world)
        world.add_business(state.pop("id"), **state)
    for app in written["apps"]:
        state = read(App, app, world)
        world.add_app(state.pop("id"), state.pop("secret"), **state)
    for account in written["accounts"]:
        _read_account(world, account)
    for account in written["accounts"]:
        for number_id in account["lists_too"]:
            number = world.find(PhoneNumber, number_id)
            world.list_number(number, world.find(Account, account["id"]))
    for moving in world.numbers:
        source = moving.migrates_from
        if source is not None and world.holder(moving.digits) is not world.nodes[source]:
            raise ValueError("a number migrates from what is another number")
    for number in written["preverified_numbers"]:
        _read_preverified(world, number)
    _read_subscriptions(world, written["subscriptions"])
    world.outbox = [SentCode(**read(SentCode, sent, world)) for sent in written["outbox"]]
    codes = [SignupCode(**read(SignupCode, code, world)) for code in written["signup_codes"]]
    world.signup_codes = {code.code: code for code in codes}
    taken: dict[str, int] = written["usernames_elsewhere"]
    world.usernames_elsewhere = {str(name): int(code) for name, code in taken.items()}
    world.fictional = int(written["fictional"])
    drawn: dict[str, int] = written["chance"]["drawn"]
    world.chance.drawn = Counter({str(purpose): int(times) for purpose, times in drawn.items()})
    return world


def _read_account(world: World, written: dict[str, Any]) -> None:
    state = read(Account, written, world, _ACCOUNT_APART)
    account = world.add_account(state.pop("id"), state.pop("owner_business"), **state)
    for number in written["numbers"]:
        of_number = read(PhoneNumber, number, world, _NUMBER_APART)
        digits, dial_code = of_number.pop("digits"), of_number.pop("country_dial_code")
        national = digits.removeprefix(dial_code)
        created = of_number["creation_time"]
        world.add_number(account, dial_code, national, created, **of_number)


def _read_preverified(world: World, written: dict[str, Any]) -> None:
    state = read(PreverifiedNumber, written, world)
    digits, dial_code = state.pop("digits"), state.pop("country_dial_code")
    owner, added = state.pop("owner_business"), state.pop("added_at")
    national = digits.removeprefix(dial_code)
    world.add_preverified_number(owner, dial_code, national, added, **state)


def _read_subscriptions(world: World, written: dict[str, Any]) -> None:
    for app_id, said in written["apps"].items():
        world.find(App, app_id)
        callback = Callback(**read(Callback, said["callback"], world))
        state = read(AppSubscription, said, world, {"callback"})
        world.subscriptions.apps[app_id] = AppSubscription(callback, **state)
    for waba_id, apps in written["accounts"].items():
        world.find(Account, waba_id)
        for app_id, override in apps.items():
            world.find(App, app_id)
            own = None if override is None else Callback(**read(Callback, override, world))
            world.subscriptions.subscribe(waba_id, app_id, own)
