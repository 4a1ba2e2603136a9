"""What can be asked for, call by call, and which of it some Graph versions lack or all refuse."""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from wabakit.contract._marks import for_version, versions

METHODS = ("get", "post", "put", "patch", "delete")
Word: TypeAlias = tuple[str, dict[str, Any]]
"""Something that can be asked for, and what the contract says of it."""


def lacking(union: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the versions that have it for everything that not all of them have.

    The keys are `call`, `call?parameter`, `call!member.of.body` and `call:field.of.answer`; with
    `=VALUE` behind it, one value of any of these. What its holder lacks as well is not repeated.
    """
    known = versions(union)
    words = {version: dict(vocabulary(for_version(union, version))) for version in known}
    having = {
        word: tuple(version for version in known if word in words[version])
        for word, _ in vocabulary(json.loads(json.dumps(union, default=str)))
    }
    return {
        word: those
        for word, those in having.items()
        if len(those) < len(known) and (holder(word) == word or those != having.get(holder(word)))
    }


def refused(union: dict[str, Any]) -> dict[str, str]:
    """Return every field that is documented and refused, with the one to ask for instead."""
    return {
        word: said["x-refused"]["instead"]
        for word, said in vocabulary(union)
        if "x-refused" in said
    }


def holder(word: str) -> str:
    """Return what a value or an inner member belongs to, which tells its versions too."""
    return re.sub("(=[^=]*|[.][^.]*)$", "", word)


def vocabulary(contract: dict[str, Any]) -> Iterator[Word]:
    """Yield everything that can be asked for in a contract, in its order."""
    for name, call in operations(contract):
        yield from call_words(contract, name, call)


def operations(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every operation by its operationId, in the order of the contract."""
    for item in contract["paths"].values():
        yield from ((item[m]["operationId"], item[m]) for m in METHODS if m in item)


def call_words(contract: dict[str, Any], name: str, call: dict[str, Any]) -> Iterator[Word]:
    """Yield what one call can be asked for."""
    yield name, call
    for parameter in call.get("parameters", ()):
        found = resolve(contract, parameter)
        yield f"{name}?{found['name']}", found
        yield from values(contract, found["schema"], f"{name}?{found['name']}")
    for media in call.get("requestBody", {}).get("content", {}).values():
        yield from members(contract, media["schema"], f"{name}!", ())
    success = resolve(contract, call["responses"]["200"])
    for media in success["content"].values():
        schema = resolve(contract, media["schema"])
        rows = schema.get("properties", {}).get("data", {}).get("items")
        yield from members(contract, rows or schema, f"{name}:", ())


def members(
    contract: dict[str, Any], schema: dict[str, Any], stem: str, inside: tuple[str, ...]
) -> Iterator[Word]:
    """Yield the members of an object, what is inside them, and the values they may have."""
    ref = schema.get("$ref", "")
    if ref and ref in inside:
        return
    schema = resolve(contract, schema)
    if "items" in schema:
        yield from members(contract, schema["items"], stem, (*inside, ref))
        return
    for name, member in schema.get("properties", {}).items():
        yield f"{stem}{name}", member
        yield from values(contract, member, f"{stem}{name}")
        yield from members(contract, row_of(contract, member), f"{stem}{name}.", (*inside, ref))


def row_of(contract: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return what is asked for inside a member: of a page the rows, else the member itself."""
    if "x-edge" not in schema:
        return schema
    rows: dict[str, Any] = resolve(contract, schema)["properties"]["data"]["items"]
    return rows


def values(contract: dict[str, Any], schema: dict[str, Any], stem: str) -> Iterator[Word]:
    """Yield the values of a schema that lists them."""
    for value in resolve(contract, schema).get("enum", ()):
        yield f"{stem}={value}", {}


def resolve(contract: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Return the component that a node refers to, or the node itself."""
    while "$ref" in node:
        target: Any = contract
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node
