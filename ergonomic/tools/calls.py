"""The table of docs/calls.md: which method makes which call, and how that may be repeated.

The contract has the calls; in the package every call is made under the name of its method:
`graph.get_username("username", …)`, `partial(graph.list_phone_numbers, "find", …)`.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from generated.tools.operations import body_of, python_name
from openapi.tools import made
from openapi.tools.vocabulary import METHODS, resolve

PACKAGE = made.ROOT / "ergonomic/wabakit"
ROOM = PACKAGE / "onboarding"


class Method(NamedTuple):
    """A method of a handle, and the call that it makes."""

    handle: str
    name: str
    operation: str
    repeat: str


def call_table(
    contract: dict[str, Any], place: Callable[[str, str], str] | None = None
) -> Iterator[str]:
    """Yield the lines of the table: a row for each operation and way of repeating it.

    `place` says of a handle and a method where that is described, and the row leads there.
    """
    yield from ("| Python | what it does | Graph | repeat |", "|---|---|---|---|")
    found = methods(contract)
    for path, verb, call in operations(contract):
        mine = [method for method in found if method.operation == call["operationId"]]
        for repeat in dict.fromkeys(method.repeat for method in mine):
            handle, names = mine[0].handle, [x.name for x in mine if x.repeat == repeat]
            shown = [f"`{'' if at else handle}.{name}()`" for at, name in enumerate(names)]
            if place:
                led = zip(shown, names, strict=True)
                shown = [f"[{text}]({place(handle, name)})" for text, name in led]
            python = ", ".join(shown)
            edge = path.replace("/{phone_number_id}/", "…/")
            graph = f"{call['operationId']} `{verb.upper()} {edge}`"
            yield f"| {python} | {call['summary']} | {graph} | {repeat} |"


def methods(contract: dict[str, Any]) -> list[Method]:
    """Return every method that makes a call of the contract, those of the handles first."""
    files = [
        *PACKAGE.glob("_made/_async/*.py"),
        *sorted(PACKAGE.glob("_async/*.py")),
        *sorted(PACKAGE.glob("*.py")),
        *ROOM.glob("*.py"),
    ]
    named = [found for path in files for found in calls_in(path)]
    return [
        Method(handle_of(contract, path, call), name, call["operationId"], repeat)
        for path, _, call in operations(contract)
        for name, function, members in named
        if function == python_name(call["operationId"])
        for repeat in [repeat_of(contract, call, members)]
    ]


def handle_of(contract: dict[str, Any], path: str, call: dict[str, Any]) -> str:
    """Return what is called: the handle of the object in the path, else client or package."""
    for parameter in contract["paths"][path].get("parameters", ()):
        return str(resolve(contract, parameter)["x-handle"])
    return "client" if call.get("security") != [] else "wabakit"


def operations(contract: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, verb and call of every operation, in the order of the contract."""
    for path, item in contract["paths"].items():
        yield from ((path, verb, item[verb]) for verb in METHODS if verb in item)


def repeat_of(contract: dict[str, Any], call: dict[str, Any], members: set[str]) -> str:
    """Return how a call may be repeated that sends some members of its body."""
    declared = resolve(contract, body_of(call)).get("properties", {})
    special = [
        said["x-repeat"] for name in members if "x-repeat" in (said := declared.get(name, {}))
    ]
    return str(special[0] if special else call["x-repeat"])


class Found(NamedTuple):
    """A call in the source: its operation, the argument that names the method, what it sends."""

    operation: str
    method: ast.expr
    members: set[str]


def calls_in(path: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Yield method, operation and the members named for every call that a file makes."""
    text = path.read_text("utf-8")
    tree = ast.parse(text if "graph." in text else "")
    helpers = {
        function.name: sent.operation
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for sent in map(call_of, ast.walk(function))
        if sent and isinstance(sent.method, ast.Name)
    }
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(nodes, key=lambda node: node.lineno):
        found = call_of(node, helpers)
        if found and isinstance(found.method, ast.Constant):
            yield str(found.method.value), found.operation, found.members


def call_of(node: ast.AST, helpers: Mapping[str, str] = MappingProxyType({})) -> Found | None:
    """Return the call that an expression makes, itself or by a helper that is given the method."""
    if not isinstance(node, ast.Call):
        return None
    for part, method in pairwise([node.func, *node.args]):
        match part:
            case ast.Attribute(ast.Name("graph"), operation):
                return Found(operation, method, {str(given.arg) for given in node.keywords})
            case ast.Attribute(ast.Name("self"), helper) if helper in helpers:
                return Found(helpers[helper], method, set())
            case _:
                pass
    return None
