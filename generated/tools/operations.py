"""A function for each operation, made from the contract; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import PythonIdentifier

from generated.tools.bounds import bound
from generated.tools.params import SCALARS, SENT_AS_MAPPINGS, docstring
from openapi.tools import made
from openapi.tools.vocabulary import METHODS, resolve

HEADING = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""Every operation of the contract: calling one makes the call, held against its bounds.

The first argument is the method that the caller was called by; what is None is not sent.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from wabakit_graph import models

from wabakit._bounds import Flag, Text, Whole
from wabakit._graph import Operation
from wabakit._made import bounds, params
from wabakit._wire import Asked, Call, Filter
'''
LISTED = '''
OPERATIONS: Final[Mapping[str, Operation[Any]]] = {{{}}}
"""By operationId."""
'''
VALUES = {"fields": "Asked", "filtering": "tuple[Filter, ...]"}
"""Parameters that are given as values of ours, which need no bound."""


def operations_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/operations.py`."""
    found = [
        (item, item[method])
        for item in contract["paths"].values()
        for method in METHODS
        if method in item
    ]
    parts = [HEADING, *(imports(call) for _, call in found)]
    parts += [function(contract, item, call) for item, call in found]
    named = [call["operationId"] for _, call in found]
    parts += [LISTED.format(", ".join(f"{n!r}: {python_name(n).upper()}" for n in named))]
    return made.formatted("\n".join(parts))


def imports(call: dict[str, Any]) -> str:
    """Return what imports the generated endpoint of a call."""
    name = python_name(call["operationId"])
    return f"from wabakit_graph.api.{call['tags'][0]} import {name} as _{name}"


def function(contract: dict[str, Any], item: dict[str, Any], call: dict[str, Any]) -> str:
    """Return the record of an operation, and the function that makes its calls."""
    name = python_name(call["operationId"])
    answer = answer_of(contract, call)
    given = [resolve(contract, p) for p in item["parameters"] + call.get("parameters", [])]
    (target,) = (parameter["name"] for parameter in given if parameter["in"] == "path")
    query = {p["name"]: p for p in given if p["in"] == "query"}
    body = body_of(call)
    members = dict(sendable(resolve(contract, body))) if body else {}
    required = resolve(contract, body).get("required", ()) if body else ()
    signature = [f"caller: str, {target}: str", *(["*"] if query or members else [])]
    signature += [argument(contract, n, p["schema"], p.get("required")) for n, p in query.items()]
    signature += [argument(contract, n, s, n in required) for n, s in members.items()]
    limited = {p["name"]: p["schema"] for p in given if p["name"] not in VALUES}
    sent = f", body={{{', '.join(f'{n!r}: {n}' for n in members)}}}" if body else ""
    values = "".join(f", {n}={n}" for n in query)
    repeats = {n: s["x-repeat"] for n, s in members.items() if "x-repeat" in s}
    bounds = ", ".join(f"{n!r}: {bound_of(contract, schema)}" for n, schema in limited.items())
    record = [
        f"{call['operationId']!r}, _{name}, models.{answer}, {call['x-repeat']!r}, {{{bounds}}}"
    ]
    record += [f"body={bound_of(contract, body)}"] if body else []
    record += [f"{repeats=}"] if repeats else []
    return f"""
{name.upper()} = Operation({", ".join(record)})


def {name}({", ".join(signature)}) -> Call[models.{answer}]:
{docstring({"description": call["summary"] + "."})}
    return {name.upper()}(caller, {target}{values}{sent})
"""


def body_of(call: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a call sends; empty where it sends nothing."""
    for media in call.get("requestBody", {}).get("content", {}).values():
        return dict(media["schema"])
    return {}


def answer_of(contract: dict[str, Any], call: dict[str, Any]) -> str:
    """Return the name of the model that a call is answered with."""
    success = resolve(contract, call["responses"]["200"])
    (media,) = success["content"].values()
    return str(media["schema"]["$ref"]).rpartition("/")[2]


def sendable(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the members of a body that may be sent."""
    for name, member in schema.get("properties", {}).items():
        if not member.get("readOnly"):
            yield name, member


def bound_of(contract: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return the expression for the bound of a schema, as `_made/bounds.py` has it."""
    expression = bound(contract, {}, schema)
    return f"bounds.{expression}" if "$ref" in schema else expression


def argument(
    contract: dict[str, Any], name: str, schema: dict[str, Any], required: bool | None
) -> str:
    """Return one argument of a function."""
    kind = VALUES.get(name) or annotation(contract, schema)
    return f"{name}: {kind}" if required else f"{name}: {kind} | None = None"


def annotation(contract: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return the annotation of what may be given for a schema."""
    target, name = resolve(contract, schema), str(schema.get("$ref", "")).rpartition("/")[2]
    if "enum" in target:
        return f"models.{name} | str"
    if name in SENT_AS_MAPPINGS:
        return f"params.{name}Param"
    if target.get("type") == "array":
        return f"Iterable[{annotation(contract, target['items'])}]"
    if target.get("type") == "object":
        return "Mapping[str, object]"
    return SCALARS[target["type"]]


def python_name(operation_id: str) -> str:
    """Return the name of an operation in Python, as the generator has it."""
    return str(PythonIdentifier(operation_id, "")).lower()
