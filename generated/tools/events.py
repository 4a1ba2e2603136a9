"""What webhooks tell, made from the contract: a class for each field; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from generated.tools.nodes import (
    collect,
    eithers,
    members,
    node_name,
    node_schemas,
    python_type,
    referred,
)
from generated.tools.params import SCALARS, class_docstring, docstring
from openapi.tools import made

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The webhooks of the contract: what each tells, under Meta's names."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Final

from wabakit_graph.models import {enums}

from wabakit._either import Either
from wabakit._event import Event, Member
from wabakit._made.nodes import {nodes}
from wabakit._node import Node

__all__ = {names}
'''
ID_KINDS = ["string", "integer"]
"""How ids are read: the test button of the app dashboard writes some as numbers."""

FIELDS = '''

EVENTS: Final[Mapping[str, type[Event]]] = {{{fields}}}
"""The class of the events of each field."""
'''


def events_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/events.py`: a class for each webhook, and for what it holds."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    enums = ", ".join(name for name, schema in schemas.items() if "enum" in schema)
    told = dict(webhooks(contract))
    known, names = node_schemas(contract), node_schemas(contract)
    for name in told.values():
        collect(schemas, name, names)
    own = [name for name in names[len(known) :] if name not in inlined(schemas)]
    head = TEMPLATE.format(enums=enums, nodes=", ".join(map(node_name, known)), names=sorted(own))
    classes = [event_class(schemas, name, name in told.values()) for name in own]
    fields = ", ".join(f"{field!r}: {name}" for field, name in told.items())
    return made.formatted("\n\n".join([head, *classes, FIELDS.format(fields=fields)]))


def webhooks(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each webhook by its field, with the schema of its value."""
    for field, item in contract["webhooks"].items():
        yield field, item["post"]["x-webhook-value"]["$ref"].rpartition("/")[2]


def inlined(schemas: dict[str, Any]) -> set[str]:
    """Name what is read as a part of its holder."""
    said = (member for name in schemas for member in schemas[name].get("properties", {}).values())
    return {referred(member) for member in said if "x-inline" in member}


def event_class(schemas: dict[str, Any], name: str, is_event: bool) -> str:
    """Return the source of one event, or of an object inside of one."""
    lines = [f"class {name}({'Event' if is_event else 'Node'}):", class_docstring(schemas[name])]
    shown = dict(members(schemas, name))
    inside = [member for member, schema in shown.items() if "x-inline" in schema]
    inline = [f"    INLINE: ClassVar[str] = {member!r}" for member in inside]
    lines += ["    __slots__ = ()", *inline, ""]
    for member, said in shown.items():
        if member in inside:
            continue
        lines += [f"    {member}: {event_member(schemas, said)}", docstring(said)]
    return "\n".join([*lines, *eithers(schemas, name)])


def event_member(schemas: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return annotation and value of one member."""
    read_as = annotation = python_type(schemas, schema)
    arguments = [read_as, repr(" ".join(schema["description"].split()))]
    met = schema.get("x-json-kinds", ID_KINDS if referred(schema) == "GraphId" else [])
    if met and read_as in SCALARS.values():
        kinds = [SCALARS[kind] for kind in met]
        arguments.append(f"kinds=({', '.join(kinds)})")
        if read_as == "str":
            arguments.append("convert=str")
        else:
            annotation = " | ".join(kinds)
    if schema.get("x-listed"):
        arguments.append("listed=True")
    return f"Member[{annotation}] = Member({', '.join(arguments)})"
