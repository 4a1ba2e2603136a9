"""What Graph refuses, always or in the client's version, is refused here before it is asked for."""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from wabakit._json import as_list, as_object
from wabakit._made.versions import GRAPH_VERSIONS, REFUSED, VERSIONS_HAVING
from wabakit._secret import MASK, Secret
from wabakit._wire import Asked, Call
from wabakit.errors import InvalidInputError, ViewError

_MARKED = {re.split("[?!]", word)[0] for word in VERSIONS_HAVING if ":" not in word}
"""Operations of which some version lacks more than fields."""


def check_version(call: Call[Any], version: str) -> None:
    """Refuse a call that a version lacks, or that asks for or sends what the version lacks.

    Fields that every version refuses are refused as well. Versions that the contract does not
    describe are taken to be like the nearest one before them, those before the first like the
    first. What is asked for with `Field.raw` is not looked at.

    Raises:
        ViewError: it asks for such a field.
        InvalidInputError: it filters by, sends or is such a thing.
    """
    if refusal := _refused_field(call.operation, call.asked, version):
        raise ViewError(f"{refusal}. Nothing was sent.")
    for word, name, value in _sent(call) if call.where or call.operation in _MARKED else ():
        if rule := _lacking(word, version, "it"):
            raise InvalidInputError(name, value, rule)


@lru_cache(maxsize=256)
def _refused_field(operation: str, asked: Asked, version: str) -> str:
    """Say of the first field that fails the whole call why it does."""
    for name in (name for name in asked.names if name not in asked.raw):
        word = f"{operation}:{name}"
        if instead := REFUSED.get(word):
            return (
                f"Graph refuses the field {name} in every version, though Meta documents it: "
                f"ask for {instead}, or for Field.raw({name!r}) all the same"
            )
        if refusal := _lacking(word, version, f"the field {name}"):
            return refusal
    return ""


def _sent(call: Call[Any]) -> Iterator[tuple[str, str, object]]:
    """Yield what a call sends: its key in the contract's table, its name, and its value."""
    yield call.operation, "api_version", call.operation
    for condition in call.where:
        name, value = condition.field, condition.value
        yield f"{call.operation}:{name}", "where", name
        yield f"{call.operation}:{name}={value}", name, value
    # Fields were looked at by themselves, which their list need not be.
    sent = [("?", name, value) for name, value in call.params.items() if name != "fields"]
    sent += [("!", path, value) for path, value in _members(call.body or {})]
    for mark, path, value in sent:
        yield f"{call.operation}{mark}{path}", path, value
        yield f"{call.operation}{mark}{path}={value}", path, value


def _members(body: Mapping[str, Any], stem: str = "") -> Iterator[tuple[str, object]]:
    for name, value in body.items():
        for item in as_list(value) or [value]:
            inner = as_object(item)
            shown = MASK if isinstance(item, Secret) else type(item).__name__ if inner else item
            yield f"{stem}{name}", shown
            yield from _members(inner or {}, f"{stem}{name}.")


def _lacking(word: str, version: str, what: str) -> str:
    """Say that a version lacks something, and which have it; empty if it has it."""
    having = VERSIONS_HAVING.get(word)
    if having is None or _nearest(version) in having:
        return ""
    lacks = f"Graph API {version} does not have {what}, {', '.join(having)} have"
    return f"{lacks}: use with_options(api_version=)"


@lru_cache(maxsize=64)
def _nearest(version: str) -> str:
    return GRAPH_VERSIONS[max(bisect(GRAPH_VERSIONS, _order(version), key=_order) - 1, 0)]


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.removeprefix("v").split(".")))
