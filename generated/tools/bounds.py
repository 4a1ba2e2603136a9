"""The bounds of requests as Python values, made from the contract; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from openapi.tools import made
from openapi.tools.vocabulary import METHODS, resolve

BOUNDS_TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What requests may hold, by the contract."""

from wabakit_graph import models

from wabakit._bounds import AnyOf, Bound, Flag, Listed, Members, Text, Whole, Words

'''
KINDS = {"string": "Text", "integer": "Whole", "boolean": "Flag"}
KEYWORDS = {
    "string": {
        "minLength": "least",
        "maxLength": "most",
        "pattern": "pattern",
        "x-rule": "words",
    },
    "integer": {"minimum": "least", "maximum": "most"},
    "array": {"minItems": "least", "maxItems": "most", "x-unique-member": "unique"},
    "object": {"minProperties": "least", "maxProperties": "most"},
}
"""Bound in the contract -> argument of the class in `_bounds.py` that checks it."""
CHECKED = {"$ref", "type", "enum", "format", "items", "properties", "additionalProperties"} | {
    "required", "x-required-in-requests", "readOnly", "writeOnly",
}  # fmt: skip
SILENT = {"description", "deprecated", "x-assumption", "x-extensible-enum", "x-repeat"} | {
    "x-argument", "x-calling-codes", "x-effect", "x-ignore-case", "x-settle",
}  # fmt: skip
"""What bounds nothing."""


def bounds_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/bounds.py`: a constant for each schema that is sent."""
    schemas: dict[str, str] = {}
    for item in contract["paths"].values():
        for method in METHODS:
            for schema in sent(contract, item, item.get(method, {})):
                bound(contract, schemas, schema)
    constants = [f"{name} = {source}\n" for name, source in schemas.items()]
    return made.formatted("".join([BOUNDS_TEMPLATE, *constants]))


def sent(
    contract: dict[str, Any], item: dict[str, Any], call: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the schemas of what a call sends."""
    parameters = [resolve(contract, p) for p in item["parameters"] + call.get("parameters", [])]
    yield from (parameter["schema"] for parameter in parameters)
    yield from (
        media["schema"] for media in call.get("requestBody", {}).get("content", {}).values()
    )


def members(
    contract: dict[str, Any], schemas: dict[str, str], found: dict[str, dict[str, Any]]
) -> str:
    """Return the items of a dict that has a bound for each schema."""
    return ", ".join(f"{name!r}: {bound(contract, schemas, found[name])}" for name in found)


def bound(contract: dict[str, Any], schemas: dict[str, str], schema: dict[str, Any]) -> str:
    """Return a bound as an expression; what it refers to is added to `schemas` before.

    Raises:
        ValueError: the schema has a keyword that no bound checks.
    """
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        if name not in schemas:
            target = resolve(contract, schema)
            schemas[name] = (
                words(name, target) if "enum" in target else bound(contract, schemas, target)
            )
        return name
    if "x-json-kinds" in schema:
        kinds = [bound(contract, schemas, {"type": kind}) for kind in schema["x-json-kinds"]]
        return f"AnyOf({', '.join(kinds)})"
    kind = schema.get("type", "")
    arguments = [
        f"{argument}={schema[keyword]!r}"
        for keyword, argument in KEYWORDS.get(kind, {}).items()
        if keyword in schema
    ]
    unchecked = schema.keys() - KEYWORDS.get(kind, {}).keys() - CHECKED - SILENT
    if unchecked or schema.get("format", "password") not in ("password", "int64"):
        raise ValueError(f"no bound checks {', '.join(unchecked) or schema['format']} of {schema}")
    if schema.get("format") == "password":
        arguments.append("secret=True")
    if kind == "array":
        arguments.insert(0, bound(contract, schemas, schema["items"]))
        return f"Listed({', '.join(arguments)})"
    if kind == "object":
        return f"Members({', '.join(inside(contract, schemas, schema) + arguments)})"
    return f"{KINDS.get(kind, 'Bound')}({', '.join(arguments)})"


def words(name: str, schema: dict[str, Any]) -> str:
    """Return the bound of an enum."""
    arguments = [f"models.{name}"]
    if answered := tuple(schema.get("x-read-only-values", ())):
        arguments.append(f"{answered=}")
    return f"Words({', '.join(arguments)})"


def inside(contract: dict[str, Any], schemas: dict[str, str], schema: dict[str, Any]) -> list[str]:
    """Return the arguments that say which members an object has."""
    found: dict[str, dict[str, Any]] = schema.get("properties", {})
    answered = tuple(name for name in found if found[name].get("readOnly"))
    former = tuple(name for name in found if found[name].get("deprecated"))
    sent = {name: found[name] for name in found if name not in answered}
    required = tuple(schema.get("required", schema.get("x-required-in-requests", ())))
    arguments = [f"{{{members(contract, schemas, sent)}}}"]
    arguments += [f"{required=}"] if required else []
    arguments += [f"{answered=}"] if answered else []
    arguments += [f"{former=}"] if former else []
    if "additionalProperties" in schema:
        arguments.append(f"others={bound(contract, schemas, schema['additionalProperties'])}")
    return arguments
