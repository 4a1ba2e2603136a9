"""What answers teach: of quotas, of registrations, of numbers. Bounded in every part, and aged."""

import os
import sys
import threading
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import attrs

from wabakit._exception import Usage
from wabakit._json import JsonObject
from wabakit._ledger import LONGEST_WINDOW, MOST_KEPT, OwnMemory, SharedMemory, Shelf
from wabakit._made.effects import EFFECTS, FACTS, KINDS, LIMITS, SENDING, SETTLING, Sent
from wabakit._times import LONGEST_WAIT
from wabakit._wire import BEYOND, Call, Reply

FACTS_AGE = timedelta(minutes=10)
"""How long what was read of a number proves something about a later write.

It does so as long as nobody else changes the number. Ten minutes are one sitting; in a longer time
a review may end, or somebody in WhatsApp Manager act.
"""

Facts = Mapping[str, str]
"""What is known of a number, by wire name; empty text where it is known to have no value."""

_Known = tuple[int, datetime, str | None]
"""The turn in which a fact was known, the time, and its value; None where it has to be read."""


class _Seen(NamedTuple):
    """What an answer told of numbers."""

    turn: int
    now: datetime
    facts: Mapping[str, bool]
    """Whether it means something that there is no value, by wire name."""
    whose: list[str | None]
    """The ids; None where what was seen is to be forgotten."""
    columns: Mapping[str, list[Any]]
    """The values, by wire name."""


_LOCK = threading.RLock()
"""One for all, so that no thread holds it while the process forks: its copy would stay held."""
if sys.platform != "win32":
    os.register_at_fork(
        before=_LOCK.acquire, after_in_child=_LOCK.release, after_in_parent=_LOCK.release
    )


class Memory:
    """What a client and its copies learned from Graph's answers; safe to share by threads.

    Of numbers it keeps what reads have shown, and what writes have changed or may have changed. The
    turn, which each write moves on, tells which of the two came later.
    """

    def __init__(self, shared: SharedMemory | None = None) -> None:
        self._shared = OwnMemory() if shared is None else shared
        self._accounts: Shelf[str, str] = Shelf(LONGEST_WAIT)
        self._seen = deque[_Seen]()
        self._rows = 0  # in all that was seen
        self._written: Shelf[str, dict[str, _Known]] = Shelf(FACTS_AGE)
        self._taken: Shelf[str, int] = Shelf(FACTS_AGE)
        self.turn: int = 0
        self.throttled: bool = shared is not None
        """Whether an answer may ever have said so, of any account."""
        self._said: set[str] = set()
        self.refuses_batches = False  # whose reads Graph answered one by one

    def doubt(self, call: Call[Any], now: datetime) -> int:
        """Forget what a write may change; return the turn it is now.

        Called before a send and after it: what was read meanwhile may be older than the effect.
        """
        changed = dict[str, str | None]() if _makes(call) else _effects(call)
        with _LOCK:
            if changed:
                self.turn += 1
                # By hand it may be a write to an object of any kind, which only a name would tell.
                for name in [call.operation, *(KINDS if call.operation == BEYOND else ())]:
                    one = known_as(attrs.evolve(call, operation=name))
                    self._write(one, dict.fromkeys(changed), now)
                if taken := changed.get("username"):  # which another number may lose by it
                    self._taken.put(taken.lower(), self.turn, now)
            return self.turn

    def learn(self, call: Call[Any], reply: Reply, turn: int | None, now: datetime) -> None:
        """Keep what an answer says of quotas, and what a good one tells of numbers.

        `turn` is when its call was sent; None where nothing about numbers is to be learned.
        """
        told: dict[str | None, list[Usage]] = {}
        for use in reply.usage:
            told.setdefault(use.waba_id, []).append(use)
            if use.regain_access is not None:
                self.throttled = True
        accounts = [waba_id for waba_id in told if waba_id is not None]
        with _LOCK:
            if turn is not None:
                self.note(call, reply.body, turn, now)
            for waba_id, entries in told.items():
                self._shared.put_usage(waba_id, tuple(entries), now)
            if len(accounts) == 1 and call.object_id:
                self._accounts.put(call.object_id, accounts[0], now)

    def note(self, call: Call[Any], answer: JsonObject, turn: int, now: datetime) -> None:
        """Keep what a good answer tells of numbers."""
        with _LOCK:
            if new := answer.get("id") if _makes(call) else None:
                self._write(known_as(call, new), {"id": new, **_effects(call)}, now)
            elif not call.is_read:
                self._write(known_as(call), _effects(call), now)
            facts, asked = FACTS.get(call.operation, {}), call.asked.names
            rows: list[JsonObject] = answer["data"][-MOST_KEPT:] if call.is_list else [answer]
            names = [name for name in facts if name in asked or not asked]
            columns = {name: [row.get(name) for row in rows] for name in names}
            if columns and rows:
                whose: list[Any] = columns.get("id", [call.object_id] * len(rows))
                if call.operation in KINDS:
                    whose = [known_as(call, one) for one in whose]
                self._seen.append(_Seen(turn, now, facts, whose, columns))
                self._rows += len(rows)
            while self._rows > MOST_KEPT:
                self._rows -= len(self._seen.popleft().whose)

    def _write(self, object_id: str, facts: Mapping[str, str | None], now: datetime) -> None:
        kept = self._known(object_id, now)
        # What is forgotten of the number, for its age or for others, is forgotten as a whole.
        for seen in self._seen:
            if object_id in seen.whose:
                seen.whose[:] = [whose if whose != object_id else None for whose in seen.whose]
        new = {name: (self.turn, now, value) for name, value in facts.items()}
        self._written.put(object_id, kept | new, now)

    def recall(self, object_id: str, now: datetime) -> Facts:
        """Return what is known of a number and still proves something.

        What was seen in the future was seen by a wrong clock.
        """
        with _LOCK:
            known = self._known(object_id, now)
        return {
            name: value
            for name, (_, at, value) in known.items()
            if value is not None and timedelta(0) <= now - at <= FACTS_AGE
        }

    def _known(self, object_id: str, now: datetime) -> dict[str, _Known]:
        known = dict(self._written.get(object_id, now) or {})
        for turn, at, facts, whose, columns in self._seen:
            for row in [row for row, one in enumerate(whose) if one == object_id]:
                for name, values in columns.items():
                    value = values[row]
                    told = value if isinstance(value, str) else "" if facts[name] else None
                    if told is not None and (name not in known or known[name][0] <= turn):
                        known[name] = turn, at, told
        turn, at, username = known.get("username", (0, now, None))
        if username and (self._taken.get(username.lower(), now) or 0) > turn:
            known["username"] = turn, at, None
        return known

    def usage(self, now: datetime) -> Mapping[str | None, tuple[Usage, ...]]:
        """Return the latest use of each quota, by WABA id; None stands for the app."""
        with _LOCK:
            return self._shared.usage(now)

    def blocked_for(self, object_id: str, now: datetime) -> timedelta:
        """Return how long calls about an object would still be throttled; 0 when not known."""
        with _LOCK:
            known = self._shared.usage_of(self._accounts.get(object_id, now) or object_id, now)
        ends = [use.seen_at + use.regain_access for use in known if use.regain_access is not None]
        return max([end - now for end in ends], default=timedelta(0))

    def spend(self, call: Call[Any], now: datetime) -> timedelta | None:
        """Count a call; if its number has only so many, and none is left, return the wait."""
        limit = LIMITS.get(call.operation)
        most = limit and limit.calls
        window = timedelta(hours=limit.hours) if limit else LONGEST_WINDOW
        with _LOCK:
            return self._shared.spend(call.operation, call.object_id, now, most, window)

    def give_back(self, call: Call[Any], now: datetime) -> None:
        """Take back the latest count: the call had no effect."""
        with _LOCK:
            self._shared.give_back(call.operation, call.object_id, now)

    def code_asked_at(self, number_id: str, now: datetime) -> datetime | None:
        """Return when a code was asked for last, as far as that is known."""
        with _LOCK:
            asked = [self._shared.latest(name, number_id, now) for name in SENDING]
        return max((at for at in asked if at is not None), default=None)

    def account_of(self, number_id: str, now: datetime) -> str | None:
        """Return the account of a number, as quotas named it."""
        with _LOCK:
            return self._accounts.get(number_id, now)

    def first_time(self, matter: str) -> bool:
        """Tell whether a matter comes up for the first time."""
        with _LOCK:
            new = matter not in self._said
            self._said.add(matter)
            return new


def known_as(call: Call[Any], object_id: str | None = None) -> str:
    """Return what the object of a call, or what it makes, is known as: its id, and maybe kind."""
    kind, object_id = KINDS.get(call.operation, ""), object_id or call.object_id
    return f"{kind}:{object_id}" if kind else object_id


def _makes(call: Call[Any]) -> bool:
    return call.operation in SETTLING and bool(SETTLING[call.operation].new)


def _effects(call: Call[Any]) -> Mapping[str, str | None]:
    if call.operation == BEYOND:  # it may change whatever there is
        return dict.fromkeys(name for facts in FACTS.values() for name in facts)
    left = EFFECTS.get(next((name for name in call.names if name in EFFECTS), ""), {})
    return {name: value if value is None else sent(call, value) for name, value in left.items()}


def sent(call: Call[Any], value: str | Sent) -> str:
    """Return a value that the contract names: a word, or what the call sends."""
    given = {**call.params, **(call.body or {})}
    return str(given.get(value.member, "")) if isinstance(value, Sent) else value
