"""What Graph refuses, always or in the client's version, is refused here before it is asked for."""

import json
import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from wabakit._graph import Call
from wabakit._json import as_list, as_object
from wabakit._made.versions import GRAPH_VERSIONS, REFUSED, VERSIONS_HAVING
from wabakit._secret import MASK, Secret
from wabakit.errors import InvalidInputError, ViewError


def check_version(call: Call[Any], version: str) -> None:
    """Refuse a call that a version lacks, or that asks for or sends what the version lacks.

    Fields that every version refuses are refused as well. Versions that the contract does not
    describe are taken to be like the nearest one before them, those before the first like the
    first. What is asked for with `Field.raw` is not looked at.

    Raises:
        ViewError: it asks for such a field.
        InvalidInputError: it filters by, sends or is such a thing.
    """
    _check_fields(call, version)
    for word, name, value in _sent(call):
        if having := _lacking(word, version):
            rule = f"Graph API {version} does not have it, {having} have"
            raise InvalidInputError(name, value, f"{rule}: use with_options(api_version=)")


def _check_fields(call: Call[Any], version: str) -> None:
    fields = call.params.get("fields", "")
    raw: frozenset[str] = getattr(fields, "raw", frozenset())
    for name, reason in _refused_fields(call.operation, str(fields), version):
        if name not in raw:
            raise ViewError(f"{reason}. Nothing was sent.")


@lru_cache(maxsize=256)
def _refused_fields(operation: str, fields: str, version: str) -> list[tuple[str, str]]:
    """Return the fields that fail the whole call, each with the reason."""
    found = [(name, _refusal(f"{operation}:{name}", name, version)) for name in _names(fields)]
    return [(name, reason) for name, reason in found if reason]


def _refusal(word: str, name: str, version: str) -> str:
    if instead := REFUSED.get(word):
        return (
            f"Graph refuses the field {name} in every version, though Meta documents it: "
            f"ask for {instead}, or for Field.raw({name!r}) all the same"
        )
    if having := _lacking(word, version):
        return (
            f"Graph API {version} does not have the field {name}, {having} have: "
            "use with_options(api_version=)"
        )
    return ""


def _names(fields: str) -> tuple[str, ...]:
    """Return the names in a `fields` text, inner ones behind those of their holders."""
    names: list[str] = []
    holders: list[str] = []
    name = ""
    for part in re.findall(r"[^{},]+|[{}]", fields):
        if part == "{":
            holders.append(name)
        elif part == "}":
            holders.pop()
        else:
            name = part
            names.append(".".join([*holders, name]))
    return tuple(names)


def _sent(call: Call[Any]) -> Iterator[tuple[str, str, object]]:
    """Yield what a call sends: its key in the contract's table, its name, and its value."""
    yield call.operation, "api_version", call.operation
    for name, value in call.params.items():
        yield f"{call.operation}?{name}", name, value
        yield f"{call.operation}?{name}={value}", name, value
    for condition in json.loads(call.params.get("filtering", "[]")):
        name, value = condition["field"], condition["value"]
        yield f"{call.operation}:{name}", "where", name
        yield f"{call.operation}:{name}={value}", name, value
    for path, value in _members(call.body or {}):
        yield f"{call.operation}!{path}", path, value
        yield f"{call.operation}!{path}={value}", path, value


def _members(body: Mapping[str, Any], stem: str = "") -> Iterator[tuple[str, object]]:
    for name, value in body.items():
        for item in as_list(value) or [value]:
            inner = as_object(item)
            shown = MASK if isinstance(item, Secret) else type(item).__name__ if inner else item
            yield f"{stem}{name}", shown
            yield from _members(inner or {}, f"{stem}{name}.")


def _lacking(word: str, version: str) -> str:
    """Return the versions that have something which this version lacks; empty if it has it."""
    having = VERSIONS_HAVING.get(word)
    return "" if having is None or _nearest(version) in having else ", ".join(having)


@lru_cache(maxsize=64)
def _nearest(version: str) -> str:
    at = bisect(GRAPH_VERSIONS, _order(version), key=_order)
    return GRAPH_VERSIONS[max(at - 1, 0)]


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.removeprefix("v").split(".")))
