"""The TypedDicts of what users send as mappings, made from the contract; derive.py writes them."""

import textwrap
from typing import Any

import made

SENT_AS_MAPPINGS = (
    "BotCommand",
    "CallingSettings",
    "PayloadEncryption",
    "StorageConfiguration",
    "UserIdentityChange",
)

PARAMS_TEMPLATE = '''\
# Made by ergonomic/derive.py from openapi/; do not edit. Remake: make generate
"""The shapes of what is sent as a mapping, for type checkers and editors."""

from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypedDict

from wabakit_graph import models
'''


def params_module(contract: dict[str, Any]) -> str:
    """Return the source of `_params.py`: a TypedDict for each schema, inner ones included."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    names: list[str] = list(SENT_AS_MAPPINGS)
    classes = [PARAMS_TEMPLATE]
    for name in names:  # grows while it is walked
        lines = [f"class {name}Param(TypedDict, total=False):", docstring(schemas[name]), ""]
        for member, schema in schemas[name]["properties"].items():
            if not schema.get("readOnly"):
                kind = annotation(schemas, schema, names)
                if member in schemas[name].get("x-required-in-requests", ()):
                    kind = f"Required[{kind}]"
                lines += [f"    {member}: {kind}", docstring(schema)]
        classes.append("\n".join(lines))
    return made.formatted("\n\n\n".join(classes) + "\n")


def annotation(schemas: dict[str, Any], schema: dict[str, Any], names: list[str]) -> str:
    """Return the annotation for a schema; the object schemas that it needs are added to `names`."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = schemas[name]
        if "enum" in schema:
            return f"models.{name} | Literal{schema['enum']!r}"
        if "properties" in schema:
            if name not in names:
                names.append(name)
            return f'"{name}Param"'
    kind = schema.get("type")
    if kind == "array":
        return f"Sequence[{annotation(schemas, schema['items'], names)}]"
    if kind == "object":
        return f"Mapping[str, {annotation(schemas, schema['additionalProperties'], names)}]"
    return {"string": "str", "integer": "int", "boolean": "bool"}.get(str(kind), "object")


def docstring(schema: dict[str, Any]) -> str:
    """Return the description of a schema as an indented docstring."""
    text = " ".join(schema["description"].split())
    lines = textwrap.wrap(text, 90) if len(text) > 90 else [text]
    if len(lines) == 1:
        return f'    """{lines[0]}"""'
    return "\n".join([f'    """{lines[0]}', *(f"    {line}" for line in lines[1:]), '    """'])
