"""Many reads in few calls: what a batch asks, and what each of its items is answered."""

import json
from collections import Counter, deque
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any, Generic, TypeAlias
from urllib.parse import urlencode

import attrs

from wabakit._checks import check_version
from wabakit._exception import Head
from wabakit._flow import Flow, answer_of, converse, perform
from wabakit._json import JsonObject, as_list, as_object, decode
from wabakit._made import operations as graph
from wabakit._node import Node
from wabakit._retry import wait_before_repeat
from wabakit._session import Session
from wabakit._typevars import T
from wabakit._usage import parse_usage
from wabakit._wire import Call, Reply, Selection, Unreadable, Wait
from wabakit.errors import (
    AuthenticationError,
    ConnectionFailedError,
    GraphError,
    PolicyError,
    RateLimitError,
    TimedOutError,
    UnavailableError,
    WabakitError,
)

Value: TypeAlias = T | WabakitError

MOST_ITEMS = 50
"""Source: Meta, Batch requests."""
_NO_MATTER_OF_BATCHES = (AuthenticationError, PolicyError, RateLimitError, UnavailableError)
"""What a batch fails with that its reads would fail with as well, made one by one."""


class Batches(Generic[T]):
    """Reads of numbers, 50 in a call; each gives the value or the error that its own call would.

    Items that Graph had no time for, and those whose fault may pass, are asked again: as long as
    some item of theirs is answered, and then as often as `Retry` lets a call be sent. Where Graph
    refuses batches, the numbers are read one by one, which is remembered.
    """

    _caller = "numbers"

    def __init__(self, session: Session, selection: Selection[T], ids: Iterable[str]) -> None:
        self._session, self._selection = session, selection
        self._ids = deque(ids)
        self._times = Counter(self._ids)
        self._new = iter(tuple(self._times))  # each once, in their order
        self._known: dict[str, Value[T]] = {}
        self._any = self._call("0")
        check_version(self._any, session.options.api_version)

    @property
    def done(self) -> bool:
        """Whether every number was handed out."""
        return not self._ids

    def turn(self) -> Flow[list[tuple[str, Value[T]]]]:
        """Read the next numbers; return them with those that come again meanwhile.

        Raises:
            WabakitError: none of them was answered, and all would fail alike.
        """
        ids, one_by_one = list(islice(self._new, MOST_ITEMS)), self._session.memory.refuses_batches
        self._known |= yield from self._singly(ids) if one_by_one else self._together(ids)
        pairs: list[tuple[str, Value[T]]] = []
        while self._ids and self._ids[0] in self._known:
            name = self._ids.popleft()
            self._times[name] -= 1
            pairs.append((name, self._known[name] if self._times[name] else self._known.pop(name)))
        return pairs

    def _call(self, name: str) -> Call[T]:
        return graph.get_phone_number(self._caller, name, fields=self._selection)

    def _together(self, ids: list[str]) -> Flow[dict[str, Value[T]]]:
        found: dict[str, Value[T]] = {}
        left: list[str] = ids
        attempt = 1
        while left:
            try:
                values = yield from self._batch(left)
            except WabakitError as error:
                if found:  # what was asked again keeps the error that it had
                    break
                if not isinstance(error, GraphError) or isinstance(error, _NO_MATTER_OF_BATCHES):
                    raise
                return (yield from self._singly(ids))
            found.update(zip(left, values, strict=True))
            waits = {name: self._wait(found[name], attempt) for name in left}
            again = {name: seconds for name, seconds in waits.items() if seconds is not None}
            if again and not (yield Wait(max(again.values()))):
                break
            attempt += len(again) == len(left)
            left = list(again)
        return found

    def _wait(self, value: Value[T], attempt: int) -> float | None:
        """Return the seconds to wait before a number is asked for again, None where it is not."""
        if not isinstance(value, (ConnectionFailedError, GraphError)):
            return None
        session, retry = self._session, self._session.options.retry
        now, chance = session.now(), session.chance()
        seconds = wait_before_repeat(retry.attempts, self._any, value, attempt, now, chance)
        return None if seconds is None or seconds > retry.patience else seconds

    def _singly(self, ids: list[str]) -> Flow[dict[str, Value[T]]]:
        found: dict[str, Value[T]] = {}
        for at, name in enumerate(ids):
            try:
                found[name] = yield from perform(self._session, self._call(name))
                self._session.memory.refuses_batches = True
            except AuthenticationError as error:
                if not at:
                    raise
                return found | dict.fromkeys(ids[at:], error)
            except WabakitError as error:
                found[name] = error
        return found

    def _batch(self, ids: list[str]) -> Flow[list[Value[T]]]:
        memory, asked = self._session.memory, urlencode(self._any.params)
        items = [{"method": "GET", "relative_url": f"{name}?{asked}"} for name in ids]
        call = graph.send_batch("numbers", batch=json.dumps(items, separators=(",", ":")))
        turn = memory.turn
        call = attrs.evolve(call, parse=partial(_slots, len(ids)))
        slots, reply = yield from converse(self._session, call)
        rows = list(map(_row, ids, slots))
        good = [row for row in rows if row is not None]
        with suppress(Unreadable):  # one of them is: each is looked at by itself
            made = iter(self._selection.each(good))
            listed = attrs.evolve(self._any, is_list=True)
            memory.note(listed, {"data": good}, turn, self._session.now())
            if b"sage" in reply.content:
                self._count(ids, slots)
            return [
                self._read(name, slot, reply, turn) if row is None else _answered(next(made), slot)
                for name, slot, row in zip(ids, slots, rows, strict=True)
            ]
        return [self._read(*item, reply, turn) for item in zip(ids, slots, strict=True)]

    def _count(self, ids: list[str], slots: list[Any]) -> None:
        """Learn what items say of quotas."""
        now = self._session.now()
        for name, slot in zip(ids, slots, strict=True):
            reply = Reply(0, _headers(slot), b"")
            if usage := parse_usage(reply.headers, now):
                reply.usage = usage
                self._session.memory.learn(self._call(name), reply, None, now)

    def _read(self, name: str, slot: Any, batch: Reply, turn: int) -> Value[T]:
        """Return what an item was answered, as if it had been a call of its own."""
        call, item = self._call(name), as_object(slot) or {}
        if slot is None:
            said = f"{call.subject} failed: Graph had no time left for it in its batch."
            return TimedOutError(*call.about, said, "maybe")
        code, body = str(item.get("code")), item.get("body")
        text = body if isinstance(body, str) else json.dumps(body)
        reply = Reply(int(code) if code.isdecimal() else 200, _headers(slot), text.encode())
        reply.secrets = batch.secrets
        try:
            return answer_of(self._session, call, reply, turn)
        except WabakitError as error:
            return error.with_traceback(None)


def _slots(count: int, body: JsonObject) -> list[Any]:
    slots = as_list(body.get("data"))
    if slots is None or len(slots) != count:
        raise Unreadable(f"it does not answer {count} items")
    return slots


def _row(name: str, slot: Any) -> JsonObject | None:
    """Return what an item was answered where that is plainly good, and None otherwise."""
    item = as_object(slot)
    if item is not None and item.get("code") == 200 and isinstance(item.get("body"), str):
        with suppress(ValueError):
            row = decode(item["body"])
            return row if row.get("id") == name and not row.keys() & {"error", "success"} else None
    return None


def _headers(slot: Any) -> dict[str, str]:
    listed = map(as_object, as_list((as_object(slot) or {}).get("headers")) or ())
    return {str(h.get("name")).lower(): str(h.get("value")) for h in listed if h}


def _answered(value: T, slot: Any) -> T:
    if isinstance(value, Node):
        value.head = Head(200, _headers(slot))
    return value
