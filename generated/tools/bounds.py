"""The bounds of requests as Python values, made from the contract; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from openapi.tools import made
from openapi.tools.vocabulary import METHODS, resolve

BOUNDS_TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What requests may hold, by the contract."""

from wabakit._bounds import AnyOf, Bound, Flag, Listed, Members, Text, Whole, Words

'''
KINDS = {"string": "Text", "integer": "Whole", "boolean": "Flag"}
KEYWORDS = {
    "string": {
        "minLength": "least",
        "maxLength": "most",
        "pattern": "pattern",
    },
    "integer": {"minimum": "least", "maximum": "most"},
    "array": {"minItems": "least", "maxItems": "most", "x-unique-member": "unique"},
    "object": {"minProperties": "least", "maxProperties": "most"},
}
"""Bound in the contract -> argument of the class in `_bounds.py` that checks it."""
CHECKED = {"$ref", "type", "enum", "format", "items", "properties", "additionalProperties"} | {
    "x-rule", "x-together", "required", "x-required-in-requests", "readOnly", "writeOnly",
}  # fmt: skip
SILENT = {"description", "deprecated", "x-assumption", "x-extensible-enum", "x-repeat"} | {
    "x-argument", "x-calling-codes", "x-digits", "x-effect", "x-ignore-case", "x-method",
    "x-settle",
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
    given = item.get("parameters", []) + call.get("parameters", [])
    parameters = [resolve(contract, p) for p in given]
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
    said = f"words={rule(contract, schema)!r}"
    if "x-json-kinds" in schema:
        kinds = [bound(contract, schemas, {"type": kind}) for kind in schema["x-json-kinds"]]
        return f"AnyOf(({', '.join(kinds)}), {said})"
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
    arguments += [said] if kind in ("string", "integer", "array", "object") else []
    if kind == "array":
        arguments.insert(0, bound(contract, schemas, schema["items"]))
        return f"Listed({', '.join(arguments)})"
    if kind == "object":
        return f"Members({', '.join(inside(contract, schemas, schema) + arguments)})"
    return f"{KINDS.get(kind, 'Bound')}({', '.join(arguments)})"


def words(name: str, schema: dict[str, Any]) -> str:
    """Return the bound of an enum."""
    arguments = [repr(name), f"words={rule({}, schema, name)!r}"]
    if answered := tuple(schema.get("x-read-only-values", ())):
        arguments.append(f"{answered=}")
    return f"Words({', '.join(arguments)})"


def rule(contract: dict[str, Any], schema: dict[str, Any], name: str = "") -> str:
    """Say in words what a schema accepts."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return rule(contract, resolve(contract, schema), name)
    if "x-json-kinds" in schema:
        return " or ".join(rule(contract, {"type": kind}) for kind in schema["x-json-kinds"])
    if "enum" in schema:
        answered = schema.get("x-read-only-values", ())
        words = ", ".join(word for word in schema["enum"] if word not in answered)
        return f"one of {words}; a word that is new at Meta as {name}(...)"
    return str(schema.get("x-rule", rule_of_kind(contract, schema)))


def rule_of_kind(contract: dict[str, Any], schema: dict[str, Any]) -> str:
    """Say in words what the keywords of a schema allow."""
    kind, said = schema.get("type", ""), "anything"
    if kind == "string":
        said = f"text{span(schema.get('minLength'), schema.get('maxLength'), 'characters')}"
    elif kind == "integer":
        least, most = (schema.get(bound) for bound in ("minimum", "maximum"))
        said = "a whole number" + ("" if least is None else f" from {least}")
        said += "" if most is None else f" to {most}"
    elif kind == "array":
        count = span(schema.get("minItems"), schema.get("maxItems"), "items") or " of items"
        said = f"a list{count}, each {rule(contract, schema['items'])}"
    elif kind == "object":
        found = schema.get("properties", {}).items()
        names = [n for n, one in found if not (one.get("readOnly") or one.get("deprecated"))]
        said = f"a mapping of {', '.join(names) or 'names and values'}"
    return said


def span(least: int | None, most: int | None, what: str) -> str:
    """Say in words how many there may be; nothing where there is no bound."""
    if most is not None:
        return f" of {least} to {most} {what}" if least else f" of at most {most} {what}"
    return f" of at least {least} {what}" if least else ""


def inside(contract: dict[str, Any], schemas: dict[str, str], schema: dict[str, Any]) -> list[str]:
    """Return the arguments that say which members an object has."""
    found: dict[str, dict[str, Any]] = schema.get("properties", {})
    answered = tuple(name for name in found if found[name].get("readOnly"))
    former = tuple(name for name in found if found[name].get("deprecated"))
    sent = {name: found[name] for name in found if name not in answered}
    required = tuple(schema.get("required", schema.get("x-required-in-requests", ())))
    arguments = [f"{{{members(contract, schemas, sent)}}}"]
    arguments += [f"{required=}"] if required else []
    if "x-together" in schema:
        arguments.append(f"together={tuple(schema['x-together'])!r}")
    arguments += [f"{answered=}"] if answered else []
    arguments += [f"{former=}"] if former else []
    if "additionalProperties" in schema:
        arguments.append(f"others={bound(contract, schemas, schema['additionalProperties'])}")
    return arguments
