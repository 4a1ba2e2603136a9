"""JSON from outside: parsed without surprises, looked at without trust."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, cast

from wabakit._made.words import SECRET_MEMBERS
from wabakit._secret import Secret

JsonObject = dict[str, Any]


def parse_json(text: str) -> Any:
    """Return what a JSON text says, without what is null, which keeps its place in a bare list.

    Raises:
        ValueError: it is not JSON, or nested too deeply.
    """
    try:
        value = _parser()(text)
        if text.rfind("null") < 0:  # looking from behind is six times as fast as `in`
            return value
        rows = as_list(value)
        return without_nulls(value) if rows is None else list(map(without_nulls, rows))
    except RecursionError:
        wrong = "JSON nested too deeply"
    except json.JSONDecodeError as error:
        wrong = str(error)
    raise ValueError(wrong)  # out here, for a JSONDecodeError holds the whole text


@cache
def _parser() -> Callable[[str], Any]:
    """Return what parses JSON: Python's own, and before it msgspec's where that is installed."""
    try:
        quick: Callable[[str], Any] = import_module("msgspec.json").decode
    except ImportError:
        return json.loads

    def parse(text: str) -> Any:
        with suppress(Exception):  # what it refuses, the other takes or explains
            return quick(text)
        return json.loads(text)

    return parse


def write_json(value: object) -> bytes:
    """Return a value as JSON, as compact as httpx writes it.

    Raises:
        ValueError: a number is not finite, or text is no Unicode.
        RecursionError: it is nested too deeply.
        TypeError: JSON has nothing for a value in it.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def as_object(value: object) -> JsonObject | None:
    """Return a JSON object as such, and None for any other value."""
    return cast(JsonObject, value) if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """Return a JSON array as such, and None for any other value."""
    return cast(Any, value) if isinstance(value, list) else None


def decode(text: str) -> JsonObject:
    """Return a JSON body as an object.

    A bare list, as some documents print it, is read as `{"data": [...]}`.

    Raises:
        ValueError: the body is empty, not JSON, or JSON of another kind.
    """
    value = parse_json(text)
    body = {"data": value} if as_list(value) is not None else as_object(value)
    if body is None:
        raise ValueError("a JSON object was expected")
    return body


def without_nulls(value: Any) -> Any:
    """Return a value of JSON without what is null, at any depth."""
    if (members := as_object(value)) is not None:
        return {name: without_nulls(v) for name, v in members.items() if v is not None}
    if (items := as_list(value)) is not None:
        return [without_nulls(item) for item in items if item is not None]
    return value


def secrets_in(value: object, name: str = "") -> list[Secret]:
    """Return the secrets in a value of JSON: those known as such, and members that always are."""
    if isinstance(value, Secret):
        return [value]
    if name in SECRET_MEMBERS and isinstance(value, (str, int, float)):
        return [Secret(value)]
    named = [*(as_object(value) or {}).items(), *(("", item) for item in as_list(value) or ())]
    return [secret for inner, member in named for secret in secrets_in(member, inner)]
