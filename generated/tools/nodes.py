"""The nodes of the curated client, made from the contract; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from generated.tools.params import SCALARS, class_docstring, docstring
from openapi.tools import made
from openapi.tools.vocabulary import operations, resolve

NAMES = {
    "Business": "BusinessPortfolio",
    "OfficialBusinessAccountUpdateResponse": "OfficialBusinessAccountUpdate",
    "PreverifiedNumber": "PreverifiedPhoneNumber",
    "UsernameState": "Username",
}
"""Nodes that have another name than their schema."""

INNER = {
    "AppDataSync",
    "BatchHeader",
    "BatchItem",
    "BusinessToken",
    "CodeVerification",
    "PhoneNumberCreateResponse",
    "PreverifiedNumberAddResponse",
    "UsernameSuggestions",
}
"""Answers that the client does not hand out as nodes."""

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The nodes of the contract: every field that wabakit vouches for, under its wire name.

Vocabularies are loaded by the fields that are read.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from wabakit_graph import models

from wabakit._edge import EdgeField
from wabakit._either import Either
from wabakit._secret import Secret
from wabakit._filters import FilterableField, FilterableFlag, FilterableTime, FilterableWord
from wabakit._node import Field, IdField, Node
from wabakit._times import time_or_none

if TYPE_CHECKING:
    from wabakit_graph.models import {enums}
'''
FILTERABLE = {
    ("EQUAL",): "FilterableField",
    ("EQUAL", "IN"): "FilterableWord",
    ("GREATER_THAN", "LESS_THAN", "IN_RANGE"): "FilterableTime",
}
"""Operators that a field can be filtered by -> the class that has a method for each."""


def nodes_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/nodes.py`: a class for each object that an answer holds."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    enums = ", ".join(name for name, schema in schemas.items() if "enum" in schema)
    classes = [node_class(contract, name) for name in node_schemas(contract)]
    return made.formatted("\n\n".join([TEMPLATE.format(enums=enums), *classes]))


def node_schemas(contract: dict[str, Any]) -> list[str]:
    """Return the schemas that become nodes, each after those that it holds."""
    names: list[str] = []
    for root in answered(contract):
        collect(contract["components"]["schemas"], root, names)
    return names


def answered(contract: dict[str, Any]) -> Iterator[str]:
    """Yield the schemas of what calls answer, those of their items for pages."""
    for _, call in operations(contract):
        name, _ = answer(contract, call)
        if says_more(contract["components"]["schemas"][name]):
            yield name


def answer(contract: dict[str, Any], call: dict[str, Any]) -> tuple[str, bool]:
    """Return the schema of what a call answers, and whether it answers many, as page or list."""
    name, found = whole_answer(contract, call)
    if "items" in found:
        return referred(found["items"]), True
    data = found["properties"].get("data", {})
    return (referred(data["items"]), True) if "items" in data else (referred(data) or name, False)


def whole_answer(contract: dict[str, Any], call: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the schema of an answer with all that is around what is answered, and its name."""
    success = resolve(contract, call["responses"]["200"])
    name = referred(success["content"]["application/json"]["schema"])
    return name, contract["components"]["schemas"][name]


def says_more(schema: dict[str, Any]) -> bool:
    """Tell whether there is more to read in an answer than that a call succeeded."""
    return bool(schema["properties"].keys() - {"success"})


def collect(schemas: dict[str, Any], name: str, names: list[str]) -> None:
    """Add a node to `names`, after the nodes that it holds."""
    if name in names:
        return
    for _, schema in members(schemas, name):
        inner = row_of(schemas, schema) or referred(schema.get("items", schema))
        if inner and is_node(schemas[inner]):
            collect(schemas, inner, names)
    names.append(name)


def members(schemas: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what can be read from a node: not what is only sent, nor what the client judges."""
    for member, schema in schemas[name]["properties"].items():
        if member != "success" and not schema.get("writeOnly"):
            yield member, schema


def node_name(schema: str) -> str:
    """Return the name of the node that a schema becomes."""
    return NAMES.get(schema, schema)


def row_of(schemas: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return what a page holds that is read with the object that it belongs to, or nothing."""
    if "x-edge" not in schema:
        return ""
    return referred(schemas[referred(schema)]["properties"]["data"]["items"])


def node_class(contract: dict[str, Any], name: str) -> str:
    """Return the source of one node."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    lines = [f"class {node_name(name)}(Node):", class_docstring(schemas[name])]
    lines += ["    __slots__ = ()", ""]
    for member, schema in members(schemas, name):
        required = member in schemas[name].get("required", ())
        lines += [f"    {member}: {field(contract, member, schema, required)}", docstring(schema)]
    asked = [member for member, s in members(schemas, name) if "x-asked-by-default" in s]
    declared = "    default_fields: ClassVar[tuple[Field[Any], ...]]"
    default = [f"{declared} = ({', '.join(asked)},)"] if asked else []
    return "\n".join([*lines, *eithers(schemas, name), *default])


def eithers(schemas: dict[str, Any], name: str) -> Iterator[str]:
    """Yield what reads the values of a node that have several names, deprecated ones last."""
    marked = [(member, s) for member, s in members(schemas, name) if "x-either" in s]
    for value in dict.fromkeys(s["x-either"] for _, s in marked):
        named = sorted(
            (
                (s.get("deprecated", False), member, s)
                for member, s in marked
                if s["x-either"] == value
            ),
            key=lambda found: found[0],
        )
        said = f"The {value.replace('_', ' ')}, under whichever of its names is there."
        read_as, fields = python_type(schemas, named[0][2]), ", ".join(m for _, m, _ in named)
        yield f"    {value}: Either[{read_as}] = Either({said!r}, {fields})"
        yield docstring({"description": said})


def field(contract: dict[str, Any], member: str, schema: dict[str, Any], required: bool) -> str:
    """Return annotation and value of one field."""
    schemas = contract["components"]["schemas"]
    if row := row_of(schemas, schema):
        doc = repr(" ".join(schema["description"].split()))
        return f"EdgeField[{row}] = EdgeField({row}, {most(contract, schema['x-edge'])}, {doc})"
    read_as, kind = (python_type(schemas, schema, room) for room in ("", "models."))
    given = repr(read_as) if kind == f"models.{read_as}" else f"lambda: {kind}"
    arguments = [given, repr(" ".join(schema["description"].split()))]
    if read_as == "str" and "x-json-kinds" in schema:
        arguments.append("convert=str")
    if "x-zero-is-none" in schema:
        arguments.append("convert=time_or_none")
    if member == "id" and required:
        unquoted = ", unquoted=True" if "x-unquoted" in schema else ""
        return f"IdField = IdField({arguments[1]}{unquoted})"
    kind = FILTERABLE[tuple(schema["x-filterable"])] if "x-filterable" in schema else "Field"
    if kind == "FilterableField" and read_as == "bool":
        kind = "FilterableFlag"
    annotation = kind if kind in ("FilterableFlag", "FilterableTime") else f"{kind}[{read_as}]"
    return f"{annotation} = {kind}({', '.join(arguments)})"


def most(contract: dict[str, Any], list_: str) -> int:
    """Return how many items a list answers at most on a page."""
    given = (resolve(contract, p) for p in dict(operations(contract))[list_]["parameters"])
    return next(int(p["schema"]["maximum"]) for p in given if p["name"] == "limit")


def python_type(schemas: dict[str, Any], schema: dict[str, Any], room: str = "") -> str:
    """Return what a value of a schema is read as; an enum is taken from a room.

    Raises:
        KeyError: the contract does not say.
    """
    if schema.get("x-graph-timestamp") or schema.get("x-epoch-seconds"):
        return "datetime"
    if row := row_of(schemas, schema):
        return f"Edge[{row}]"
    name = referred(schema)
    if name and ("enum" in schemas[name] or schemas[name]["type"] == "object"):
        named = node_name(name) if is_node(schemas[name]) else "dict[str, str]"
        return room + name if "enum" in schemas[name] else named
    schema = schemas[name] if name else schema
    if schema.get("type") == "array":
        return f"list[{python_type(schemas, schema['items'], room)}]"
    if schema.get("format") == "password":
        return "Secret"
    return SCALARS[schema["x-json-kinds"][0] if "x-json-kinds" in schema else schema["type"]]


def is_node(schema: dict[str, Any]) -> bool:
    """Tell whether an object has fields, and is no map from any name to a text."""
    return "properties" in schema and "additionalProperties" not in schema


def referred(schema: dict[str, Any]) -> str:
    """Return the name of the component that a schema refers to, or the empty text."""
    return str(schema.get("$ref", "")).rpartition("/")[2]
