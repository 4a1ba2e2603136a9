"""A function for each operation, made from the contract; derive.py writes them."""

from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import PythonIdentifier

from generated.tools.bounds import bound
from generated.tools.nodes import NAMES, answer, referred, says_more, whole_answer
from generated.tools.params import SCALARS, SENT_AS_MAPPINGS, docstring
from openapi.tools import made
from openapi.tools.vocabulary import METHODS, resolve

HEADING = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""Every operation of the contract: calling one makes the call, held against its bounds.

The first argument is the method that the caller was called by; what is None is not sent. The
generated endpoint is loaded by the first call that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from wabakit_graph import models

from wabakit._bounds import Flag, Text, Whole
from wabakit._graph import Operation
from wabakit._made import bounds, nodes
from wabakit._node import Node

if TYPE_CHECKING:
    from wabakit._made import params
    from wabakit._wire import Call, Filter, Selection
'''
LISTED = '''
READS: Final[Mapping[str, tuple[Operation, Callable[..., Call[Any]]]]] = {{{}}}
"""Every operation that reads something, and what makes its calls, by operationId."""
'''
VALUES = {"fields": "Selection[{read}]", "filtering": "tuple[Filter, ...]"}
"""Parameters that are given as values of ours, which need no bound."""
SELECTED = "T"
"""What a call is answered with where its selection says so, which then has to be given."""


def operations_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/operations.py`."""
    found = [
        (item, item[method])
        for item in contract["paths"].values()
        for method in METHODS
        if method in item
    ]
    parts = [HEADING, f'{SELECTED} = TypeVar("{SELECTED}")']
    parts += [function(contract, item, call) for item, call in found]
    reads = [call["operationId"] for _, call in found if "x-settle" not in call]
    parts += [LISTED.format(", ".join(f"{name!r}: {pair(python_name(name))}" for name in reads))]
    return made.formatted("\n".join(parts))


def pair(name: str) -> str:
    """Return the record of an operation, and the function that makes its calls."""
    return f"({name.upper()}, {name})"


def function(contract: dict[str, Any], item: dict[str, Any], call: dict[str, Any]) -> str:
    """Return the record of an operation, and the function that makes its calls."""
    name = python_name(call["operationId"])
    listed = item.get("parameters", []) + call.get("parameters", [])
    given = [resolve(contract, parameter) for parameter in listed]
    target = next((p["name"] for p in given if p["in"] == "path"), "")
    query = {p["name"]: p for p in given if p["in"] == "query"}
    answer, is_list, has_id = answer_of(contract, call)
    read = SELECTED if "fields" in query and has_id else answer
    typed = f"list[{read}]" if is_list else read
    body = body_of(call)
    members = dict(sendable(resolve(contract, body))) if body else {}
    required = resolve(contract, body).get("required", ()) if body else ()
    signature = ["caller: str", *([f"{target}: str"] if target else [])]
    signature += ["*"] if query or members else []
    fixed = {n: word for n in required if (word := only_word(contract, members[n]))}
    asked = {n: s for n, s in members.items() if n not in fixed}
    needed = {n: p.get("required") or (n, read) == ("fields", SELECTED) for n, p in query.items()}
    kinds = {n: VALUES.get(n, "").format(read=read) for n in query}
    signature += [
        argument(n, kinds[n] or annotation(contract, query[n]["schema"]), needed[n]) for n in query
    ]
    signature += [argument(n, annotation(contract, s), n in required) for n, s in asked.items()]
    given_as = ", ".join(f"{n!r}: {repr(fixed[n]) if n in fixed else n}" for n in members)
    sent = f", body={{{given_as}}}" if body else ""
    values = "".join(f", {n}={n}" for n in query)
    return f"""
{name.upper()} = Operation({record(contract, call, given)})


def {name}({", ".join(signature)}) -> Call[{typed}]:
{docstring({"description": call["summary"] + "."})}
    from wabakit_graph.api.{call["tags"][0]} import {name} as endpoint

    return {name.upper()}(endpoint, caller, {target or '""'}{values}{sent})
"""


def record(contract: dict[str, Any], call: dict[str, Any], given: list[dict[str, Any]]) -> str:
    """Return the arguments of the record of an operation, to which these parameters are given."""
    answer, is_list, has_id = answer_of(contract, call)
    _, whole = whole_answer(contract, call)
    limited = {p["name"]: p["schema"] for p in given if p["name"] not in VALUES}
    bounds = ", ".join(f"{n!r}: {bound_of(contract, schema)}" for n, schema in limited.items())
    said = [f"{call['operationId']!r}, {answer}, {call['x-repeat']!r}, {{{bounds}}}"]
    if body := body_of(call):
        members = sendable(resolve(contract, body))
        repeats = {name: schema["x-repeat"] for name, schema in members if "x-repeat" in schema}
        said += [f"body={bound_of(contract, body)}", *([f"{repeats=}"] if repeats else [])]
    envelope = "" if is_list else referred(whole.get("properties", {}).get("data", {}))
    needed = () if is_list or has_id else tuple(whole.get("required", ()))
    filters = tuple(name for p in given for name in p.get("x-filters", ()))
    media = call.get("requestBody", {}).get("content", {})
    flags = {
        "is_about_none": all(parameter["in"] != "path" for parameter in given),
        "is_write": "x-settle" in call,
        "is_list": is_list,
        "is_open": call.get("security") == [],
        "is_form": bool(media) and "application/json" not in media,
        "is_enveloped": bool(envelope),
    }
    said += [f"{name}=True" for name, is_so in flags.items() if is_so]
    said += [f"{filters=}"] if filters else []
    return ", ".join([*said, *([f"{needed=}"] if needed else [])])


def body_of(call: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a call sends; empty where it sends nothing."""
    for media in call.get("requestBody", {}).get("content", {}).values():
        return dict(media["schema"])
    return {}


def answer_of(contract: dict[str, Any], call: dict[str, Any]) -> tuple[str, bool, bool]:
    """Return the node that a call answers, whether many of them, and whether it has an id."""
    name, is_list = answer(contract, call)
    schema = contract["components"]["schemas"][name]
    node = f"nodes.{NAMES.get(name, name)}" if says_more(schema) else "Node"
    return node, is_list, "id" in schema.get("required", ())


def sendable(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the members of a body that may be sent."""
    for name, member in schema.get("properties", {}).items():
        if not member.get("readOnly"):
            yield name, member


def only_word(contract: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return the word of a schema that has no other, which nobody needs to be asked for."""
    words: list[str] = resolve(contract, schema).get("enum", ())
    return words[0] if len(words) == 1 else ""


def bound_of(contract: dict[str, Any], schema: dict[str, Any]) -> str:
    """Return the expression for the bound of a schema, as `_made/bounds.py` has it."""
    expression = bound(contract, {}, schema)
    return f"bounds.{expression}" if "$ref" in schema else expression


def argument(name: str, kind: str, required: bool | None) -> str:
    """Return one argument of a function."""
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
