"""How the outcome of a write is found out, as the contract's `x-settle` says it."""

from typing import Any, NamedTuple

from generated.tools.nodes import answer, referred
from openapi.tools.vocabulary import operations

EXPRESSIONS = ("$request.body#/", "$request.query.")
"""What the contract writes before a member of body or query whose value it means."""


class Sent(NamedTuple):
    """A member of body or query as `_made/effects.py` has it; its repr is source code."""

    member: str


class Settling(dict[str, Any]):
    """A record of `_made/effects.py`, by the arguments that differ; its repr is source code."""

    def __repr__(self) -> str:
        return f"Settling({', '.join(f'{name}={value!r}' for name, value in self.items())})"


def settling(contract: dict[str, Any], name: str, said: dict[str, Any]) -> Settling:
    """Return how the outcome of a write is found out.

    Raises:
        KeyError: the contract does not say, or names what is not there.
    """
    mark = said["x-settle"]
    found = Settling(check=mark["check"])
    plain = ("read", "regardless", "new", "gone", "denial")
    found |= {key: mark[key] for key in plain if key in mark}
    if "read" not in mark:
        return found
    calls, schemas = dict(operations(contract)), contract["components"]["schemas"]
    own, _ = answer(contract, calls[name.partition("!")[0]])
    read, _ = answer(contract, calls[mark["read"]])
    told = {field: schemas[read]["properties"][field] for field in fields_of(mark)}
    if "id" in schemas[read].get("required", ()):  # of others all that is needed comes unasked
        found["asked"] = tuple(told) or ("id",)
    if "new" in mark:
        properties = schemas[read]["properties"].items()
        found["digits"] = next(member for member, said in properties if "x-one-form" in said)
    if "of" in mark:
        found["of"] = value(mark["of"])
    for key in ("listed", "unlisted"):
        if key in mark:
            found[key] = {field: value(word) for field, word in mark[key].items()}
    found |= {key: values(mark[key]) for key in ("done", "undone", "unchanged") if key in mark}
    if any("x-ignore-case" in schema for schema in told.values()):
        found["ignore_case"] = True
    holders = [n for n, s in schemas[own]["properties"].items() if referred(s) == read]
    if own == read or holders:
        found["place"] = "" if own == read else holders[0]
    return found


def values(said: dict[str, list[str | None]]) -> dict[str, tuple[str | Sent, ...]]:
    """Return the values that a mark lists, by field."""
    return {field: tuple(map(value, words)) for field, words in said.items()}


def value(word: str | None) -> str | Sent:
    """Return what a mark says of a value: a word, none, or what the call sends."""
    text = word or ""
    begin = next((expression for expression in EXPRESSIONS if text.startswith(expression)), "")
    return Sent(text.removeprefix(begin)) if begin else text


def fields_of(mark: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that tell of a write, in the order of its mark."""
    keys = ("done", "undone", "listed", "unlisted")
    return {field: said for key in keys for field, said in mark.get(key, {}).items()}
