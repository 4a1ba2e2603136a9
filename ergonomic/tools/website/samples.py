"""What the samples of the contract show of each member of an object."""

from collections.abc import Iterator
from typing import Any, cast

from openapi.tools.vocabulary import operations, resolve


def samples(contract: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """Return the first value that a sample of an answer has, by schema and member."""
    found: dict[tuple[str, str], Any] = {}
    for _, call in operations(contract):
        success = resolve(contract, call["responses"]["200"])
        for media in success["content"].values():
            for example in media.get("examples", {}).values():
                value = resolve(contract, example).get("value")
                for where, shown in _walk(contract, media["schema"], value):
                    found.setdefault(where, shown)
    return found


def _walk(
    contract: dict[str, Any], schema: dict[str, Any], value: Any
) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield schema, member and value of everything in a sample."""
    name = schema.get("$ref", "").rpartition("/")[2]
    schema = resolve(contract, schema)
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _walk(contract, schema.get("items", {}), item)
    elif isinstance(value, dict):
        said = cast("dict[str, object]", value)
        for member, inner in schema.get("properties", {}).items():
            if member in said:
                yield (name, member), said[member]
                yield from _walk(contract, inner, said[member])
