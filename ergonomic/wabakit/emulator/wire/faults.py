"""Faults that are asked for: which calls they hit, and what they do to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypedDict, cast

from wabakit.emulator.world.chance import Chance

from .answers import Answer
from .catalogue import Name, find_error, refuse

Drop = Literal["before", "after"]
Body = Literal["html", "truncated", "empty"]

_HTML = b"<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>"
_UNKNOWN_ERROR = 1
_LONGEST_DELAY = 3600.0


class Asked(TypedDict, total=False):
    """What `fail_next` takes beside an operation, as `Fault` says it."""

    number: str | None
    error: Name | None
    status: int | None
    delay: float
    drop: Drop | None
    body: Body | None
    enum: tuple[str, str] | None
    times: int | None
    after: int
    probability: float


@dataclass(kw_only=True)
class Fault:
    """One fault; ValueError if it makes no sense.

    It hits calls of an operation, or of all (None), on a node, a number or an account, or on all
    (None): `after` so many of them passed, `times` of them (None: for ever), each with
    `probability`. What it does is any of these: an `error` of the catalogue (by name) or an HTTP
    `status`, both in place of the effect; seconds of `delay`; the connection dropped before or
    after the effect; a `body` that is HTML (in place of the effect), truncated or empty (after
    it); an `enum` field of the answer changed to another value.
    """

    operation: str | None = None
    number: str | None = None
    error: str | None = None
    status: int | None = None
    delay: float = 0.0
    drop: Drop | None = None
    body: Body | None = None
    enum: tuple[str, str] | None = None
    times: int | None = 1
    after: int = 0
    probability: float = 1.0

    def __post_init__(self) -> None:
        if self.error is not None:
            find_error(self.error)
        if self.status is not None and not 400 <= self.status <= 599:
            raise ValueError("status must be from 400 to 599")
        if not 0 <= self.delay <= _LONGEST_DELAY or not 0 <= self.probability <= 1:
            raise ValueError("delay is 0 to 3600 seconds, probability 0 to 1")
        if self.after < 0 or (self.times is not None and self.times < 1):
            raise ValueError("times is 1 or more, after is 0 or more")
        if self.drop not in {None, "before", "after"}:
            raise ValueError("drop is before or after")
        if self.body not in {None, "html", "truncated", "empty"}:
            raise ValueError("body is html, truncated or empty")
        if not (self.error or self.status or self.delay or self.drop or self.body or self.enum):
            raise ValueError("a fault does something: error, status, delay, drop, body or enum")

    def interrupt(self) -> None:
        """Keep the call from taking effect, if that is what the fault does."""
        if self.drop == "before":
            raise Interruption(Answer(0, {}, b"", dropped=True))
        if self.body == "html":
            headers = {"Content-Type": "text/html; charset=UTF-8"}
            raise Interruption(Answer(self.status or 502, headers, _HTML))
        if self.error is not None:
            raise refuse(self.error, self.status)
        if self.status is not None:
            raise refuse(_UNKNOWN_ERROR, self.status)

    def spoil(self, answer: Answer) -> Answer:
        """Change an answer on its way back."""
        if self.drop == "after":
            answer = replace(answer, dropped=True)
        if self.body == "empty":
            answer = replace(answer, body=b"")
        if self.body == "truncated":
            answer = replace(answer, truncated=True)
        if self.enum is not None and answer.status == 200:
            raw = json.dumps(_with(json.loads(answer.body), *self.enum), separators=(",", ":"))
            answer = replace(answer, body=raw.encode("ascii"))
        return replace(answer, delay=self.delay) if self.delay else answer

    def as_json(self) -> dict[str, Any]:
        """Write the fault as the control routes do."""
        return {**asdict(self), "enum": None if self.enum is None else list(self.enum)}


class Interruption(Exception):
    """An answer that did not come from Graph."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Faults:
    """The faults that are in force, in the order in which they are tried.

    `called` finds an operation by what people call it (ValueError).
    """

    def __init__(self, called: Callable[[str], str]) -> None:
        self._called = called
        self.active: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Put a fault into force, behind those that are."""
        if fault.operation is not None:
            fault.operation = self._called(fault.operation)
        self.active.append(fault)

    def strike(self, operation: str, nodes: set[str], chance: Chance) -> Fault | None:
        """Find the fault that hits a call, and count it; the first that fits wins."""
        for fault in self.active:
            if fault.operation not in {None, operation}:
                continue
            if fault.number is not None and fault.number not in nodes:
                continue
            if fault.after:
                fault.after -= 1
                continue
            if fault.probability < 1 and chance.share("fault") >= fault.probability:
                continue
            if fault.times is not None:
                fault.times -= 1
                if not fault.times:
                    self.active = [other for other in self.active if other is not fault]
            return fault
        return None


def read_fault(given: Mapping[str, Any]) -> Fault:
    """Read a fault from JSON (ValueError); an error may be named by its numbers as well."""
    known: dict[str, tuple[type, ...]] = {
        "operation": (str,),
        "number": (str,),
        "error": (str, int, list, tuple),
        "status": (int,),
        "delay": (int, float),
        "drop": (str,),
        "body": (str,),
        "enum": (list, tuple),
        "times": (int,),
        "after": (int,),
        "probability": (int, float),
    }
    for name, value in given.items():
        if name not in known:
            raise ValueError(f"a fault has no member '{name}'")
        if isinstance(value, bool) or not isinstance(value, (*known[name], type(None))):
            raise ValueError(f"'{name}' is of the wrong kind")
    values: dict[str, Any] = {
        name: value for name, value in given.items() if value is not None or name == "times"
    }
    if "error" in values:
        values["error"] = error_name(values["error"])
    if "enum" in values:
        values["enum"] = _pair(values["enum"])
    return Fault(**values)


def error_name(error: object) -> str:
    """Name an error of the catalogue that is given by its name, its code, or code and subcode."""
    if isinstance(error, list | tuple):
        numbers = cast("tuple[int, int | None]", tuple(cast("list[object]", error)))
        return str(find_error(numbers)["name"])
    return str(find_error(cast("str | int", error))["name"])


def _pair(value: object) -> tuple[str, str]:
    listed = list(cast("list[object]", value))
    if len(listed) != 2 or not all(isinstance(item, str) for item in listed):
        raise ValueError("enum is a field and a value")
    return str(listed[0]), str(listed[1])


def _with(value: Any, name: str, changed: str) -> Any:
    """Copy JSON, with one member changed wherever it stands."""
    if isinstance(value, list):
        return [_with(item, name, changed) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {
            key: changed if key == name else _with(inner, name, changed)
            for key, inner in members.items()
        }
    return value
