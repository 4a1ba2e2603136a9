"""What the contract says, so that the emulator need not say it a second time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

Said: TypeAlias = Mapping[str, Any]


@cache
def document(*place: str) -> dict[str, Any]:
    """Read a document made into JSON, by its place in the package: data, and no code."""
    raw = files("wabakit").joinpath(*place).read_bytes()
    read: dict[str, Any] = json.loads(raw)
    return read


def contract() -> dict[str, Any]:
    """Read the contract of the emulated Graph, which is data that `wabakit.contract` has too."""
    return document("contract", "phone_numbers.json")


@cache
def token_parameters() -> frozenset[str]:
    """List the parameters of any call that carry the token, or are made from it."""
    ways = contract()["components"]["securitySchemes"].values()
    return frozenset(name for way in ways for name in way.get("x-token-parameters", ()))


@cache
def secrets() -> frozenset[str]:
    """List the parameters and members that nobody may see, by their names."""
    parts = contract()["components"]
    named = [(said["name"], said["schema"]) for said in parts["parameters"].values()]
    for of in parts["schemas"].values():
        named += of.get("properties", {}).items()
    return token_parameters() | {name for name, said in named if said.get("format") == "password"}


class Operation(NamedTuple):
    """One operation of a document: its operationId, where it is, and what else is said of it."""

    name: str
    method: str
    path: str
    said: Said


def operations(of: Said) -> Iterator[Operation]:
    """List the operations of a document, in its order."""
    for path, item in of["paths"].items():
        for method, said in item.items():
            if method != "parameters":
                yield Operation(said["operationId"], method.upper(), path, said)


def schema(name: str) -> Said:
    """Find a schema of the contract by its name."""
    found: Said = contract()["components"]["schemas"][name]
    return found


def resolved(said: Said) -> Said:
    """Follow a reference to the schema that it names."""
    while "$ref" in said:
        said = schema(said["$ref"].rpartition("/")[2])
    return said


def members(of: Said) -> Mapping[str, Said]:
    """Find the members of an object, or of the objects in a list; anything else has none."""
    of = resolved(of)
    while "items" in of:
        of = resolved(of["items"])
    found: Mapping[str, Said] = of.get("properties", {})
    return found
