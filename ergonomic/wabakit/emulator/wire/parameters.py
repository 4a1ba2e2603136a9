"""What a caller sent, and the checks it must pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

from wabakit.emulator.world.clock import parse_time

from .errors import GraphError, invalid_parameter
from .json_text import DEEPEST, read_json

T = TypeVar("T")
Check: TypeAlias = Callable[[Any, str], T]
"""Turns a raw value into a good one, or raises; the text names the parameter."""


class Parameters:
    """Named values of a request, wherever they stood.

    Names nobody asks for are ignored, and null counts as not sent (assumed), as Graph ignores
    unknown POST parameters (recorded).
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def optional(self, name: str, check: Check[T]) -> T | None:
        """Read a parameter that may be missing (None)."""
        return check(self._values[name], name) if name in self._values else None

    def required(self, name: str, check: Check[T]) -> T:
        """Read a parameter that must be there."""
        if name not in self._values:
            raise invalid_parameter(name, "is required")
        return check(self._values[name], name)


def text(least: int = 1, most: int = 1000, pattern: str = "", rule: str = "") -> Check[str]:
    """Accept text of `least` to `most` characters that fits the pattern; a number becomes text."""
    shape = re.compile(pattern, re.ASCII) if pattern else None

    def check(value: Any, name: str) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise invalid_parameter(name, "must be text")
        if not least <= len(value) <= most:
            raise invalid_parameter(name, rule or f"must have {least} to {most} characters")
        if shape and not shape.fullmatch(value):
            raise invalid_parameter(name, rule or "is not written as it must be")
        return value

    return check


any_text: Check[str] = text(0, 1 << 30)
"""Accepts any text, also an empty one."""


CALLBACK = r"https://\S+|http://(localhost|127(\.[0-9]+){3}|\[::1\])(:[0-9]+)?(/\S*)?"
"""Where webhooks may go: to https (documented), here also to this machine without it."""


six_digits: Check[str] = text(6, 6, "[0-9]{6}", "must be 6 digits")
"""Accepts a two-step verification PIN, or a one-time code (documented)."""


def choice(*values: str) -> Check[str]:
    """Accept one of the given words, written exactly so."""

    def check(value: Any, name: str) -> str:
        if value not in values:
            raise invalid_parameter(name, f"must be one of {', '.join(values)}")
        return str(value)

    return check


def flag(value: Any, name: str) -> bool:
    """Accept true or false, also as the text that forms and queries carry."""
    if isinstance(value, str):
        value = {"true": True, "1": True, "false": False, "0": False}.get(value.lower())
    if not isinstance(value, bool):
        raise invalid_parameter(name, "must be true or false")
    return value


def integer(least: int, most: int) -> Check[int]:
    """Accept a whole number within bounds, also as text."""

    def check(value: Any, name: str) -> int:
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise invalid_parameter(name, f"must be a number from {least} to {most}")
        return value

    return check


def time_with_zone(value: Any, name: str) -> datetime:
    """Accept an ISO 8601 time that names its zone."""
    try:
        return parse_time(any_text(value, name))
    except ValueError:
        raise invalid_parameter(name, "must be an ISO 8601 time with its zone") from None


def items(check_item: Check[T], *, least: int = 0, most: int) -> Check[list[T]]:
    """Accept a list, also as JSON text, of which every item passes."""

    def check(value: Any, name: str) -> list[T]:
        value = _decoded(value, name)
        if not isinstance(value, list):
            raise invalid_parameter(name, "must be a list")
        listed = cast("list[object]", value)
        if not least <= len(listed) <= most:
            raise invalid_parameter(name, f"must have {least} to {most} items")
        return [check_item(item, f"{name}[{at}]") for at, item in enumerate(listed)]

    return check


def json_object(value: Any, name: str) -> dict[str, Any]:
    """Accept an object, also as JSON text, whatever its members."""
    value = _decoded(value, name)
    if not isinstance(value, dict):
        raise invalid_parameter(name, "must be an object")
    return cast("dict[str, Any]", value)


def record(*needed: str, **members: Check[Any]) -> Check[dict[str, Any]]:
    """Accept an object, keeping the members known here; the `needed` ones must be there."""

    def check(value: Any, name: str) -> dict[str, Any]:
        sent = json_object(value, name)
        for member in needed:
            if sent.get(member) is None:
                raise invalid_parameter(f"{name}.{member}", "is required")
        return {
            member: check_member(sent[member], f"{name}.{member}")
            for member, check_member in members.items()
            if sent.get(member) is not None
        }

    return check


def decode_json(raw: str | bytes, deepest: int = DEEPEST) -> Any:
    """Decode strict JSON; anything else is refused with code 100 (documented)."""
    try:
        return read_json(raw, deepest)
    except ValueError:
        raise GraphError(100, "(#100) A value is not valid JSON") from None


def _decoded(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return decode_json(value)
    except GraphError:
        raise invalid_parameter(name, "is not valid JSON") from None
