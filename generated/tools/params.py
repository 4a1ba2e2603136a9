"""The types of what users send as mappings or as words, made from the contract by derive.py."""

import textwrap
from typing import Any

from openapi.tools import made

SENT_AS_MAPPINGS = (
    "BotCommand",
    "CallingSettings",
    "PayloadEncryption",
    "StorageConfiguration",
    "UserIdentityChange",
)
SENT_AS_WORDS = ("PhoneNumberSort", "AccountSort")

SCALARS = {"string": "str", "integer": "int", "boolean": "bool"}

PARAMS_TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The shapes of what is sent as a mapping, and the words that are sent, for type checkers."""

from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from wabakit_graph import models
'''


def params_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/params.py`: a type for each schema, inner ones included."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    names: list[str] = list(SENT_AS_MAPPINGS)
    classes = [PARAMS_TEMPLATE, *(words(name, schemas[name]) for name in SENT_AS_WORDS)]
    for name in names:  # grows while it is walked
        lines = [f"class {name}Param(TypedDict, total=False):", class_docstring(schemas[name])]
        for member, schema in schemas[name]["properties"].items():
            if not schema.get("readOnly"):
                kind = annotation(schemas, schema, names)
                if member in schemas[name].get("x-required-in-requests", ()):
                    kind = f"Required[{kind}]"
                lines += [f"    {member}: {kind}", docstring(schema)]
        classes.append("\n".join(lines))
    return made.formatted("\n\n\n".join(classes) + "\n")


def words(name: str, schema: dict[str, Any]) -> str:
    """Return the alias for an enum whose values, and their other spellings, are given as text."""
    known = [*schema["enum"], *schema.get("x-aliases", ())]
    text = textwrap.dedent(docstring(schema))
    return f"{name}Param: TypeAlias = models.{name} | Literal{known!r}\n{text}"


def annotation(schemas: dict[str, Any], schema: dict[str, Any], names: list[str]) -> str:
    """Return the annotation for a schema; the object schemas that it needs are added to `names`."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = schemas[name]
        if "enum" in schema:
            words = [w for w in schema["enum"] if w not in schema.get("x-read-only-values", ())]
            return f"models.{name} | Literal{words!r}"
        if "properties" in schema:
            if name not in names:
                names.append(name)
            return f'"{name}Param"'
    if "x-json-kinds" in schema:
        return " | ".join(SCALARS[kind] for kind in schema["x-json-kinds"])
    kind = schema.get("type")
    if kind == "array":
        return f"Sequence[{annotation(schemas, schema['items'], names)}]"
    if kind == "object":
        return f"Mapping[str, {annotation(schemas, schema['additionalProperties'], names)}]"
    return SCALARS.get(str(kind), "object")


def class_docstring(schema: dict[str, Any]) -> str:
    """Return the description of an object: its first sentence, then the others."""
    first, _, others = " ".join(schema["description"].split()).partition(". ")
    if not others:
        return docstring(schema) + "\n"
    return "\n".join([f'    """{first}.', "", *indented(others), '    """', ""])


def docstring(schema: dict[str, Any]) -> str:
    """Return the description of a schema as an indented docstring."""
    text = " ".join(schema["description"].split())
    if len(text) <= 90:
        return f'    """{text}"""'
    first, *others = indented(f'"""{text}')
    return "\n".join([first, *others, '    """'])


def indented(text: str) -> list[str]:
    """Return a text as lines of a docstring."""
    return textwrap.wrap(text, 94, initial_indent="    ", subsequent_indent="    ")
