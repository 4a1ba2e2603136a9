"""Everything that is answered: the handlers of all calls, found by node, edge and verb."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from urllib.parse import quote

from .calls import (
    accounts,
    app_data,
    apps,
    automation,
    batch,
    businesses,
    numbers,
    official_business_account,
    pool,
    registration,
    settings,
    tokens,
    usernames,
    verification,
)
from .calls.call import ROUTER, Answering
from .router import Route
from .wire.errors import GraphError, unsupported_request
from .wire.request import Request
from .wire.versions import parse_version
from .world.nodes import Node

MODULES = (
    accounts,
    app_data,
    apps,
    automation,
    batch,
    businesses,
    numbers,
    official_business_account,
    pool,
    registration,
    settings,
    tokens,
    usernames,
    verification,
)
"""Where the handlers are; each says itself what it answers, as soon as it is imported."""

CALLS: Mapping[str, Route[Answering]] = ROUTER.routes
"""Everything that is answered, by operation."""

OPERATIONS: Mapping[str, tuple[str, str]] = {
    name: (route.operation.method, route.operation.path) for name, route in CALLS.items()
}
"""Every operation of the contract: its method and path template."""


def operation_called(name: str) -> str:
    """Find an operation by its operationId, the same in snake case, or an edge of one verb.

    Raises:
        ValueError: no operation is called so, or it is an edge of several.
    """
    found = [operation for operation in CALLS if name in {operation, _snake(operation)}]
    found = found or [operation for operation in CALLS if name == _edge(operation)]
    if len(found) != 1:
        choice = f"; it may be {' or '.join(found)}" if found else ""
        raise ValueError(f"there is no operation '{name}'{choice}")
    return found[0]


def _snake(operation: str) -> str:
    return re.sub("([A-Z])", r"_\1", operation).lower()


def _edge(operation: str) -> str:
    return CALLS[operation].operation.path.rpartition("/")[2]


def find_route(node: Node | None, request: Request) -> Route[Answering] | None:
    """Find what answers, by the kind of node that has the id, or by the path where none has."""
    return ROUTER.at(_path(node, request)).get(request.method)


def no_route(node: Node | None, request: Request) -> GraphError:
    """Say why nothing answers.

    An unknown id and a wrong verb read alike (recorded); to read an edge that nodes of another kind
    have is 400, code 100, with the edge as a field that does not exist (recorded), and an edge that
    no node has is 400, code 2500 (recorded). Reading several objects by `ids` is gone from every
    version, and answers 500, code 100 (documented, recorded).
    """
    if request.method == "GET" and not request.node_id and "ids" in request.query:
        return GraphError(100, "The ids query parameter is deprecated in v26.0+", status=500)
    if node is None or ROUTER.at(_path(node, request)):
        return unsupported_request(request.method, request.node_id)
    if ("GET", request.edge) in _edges():
        return GraphError(100, f"(#100) Tried accessing nonexisting field ({request.edge})")
    return GraphError(2500, f"Unknown path components: /{request.edge}")


def _path(node: Node | None, request: Request) -> str:
    """Write a path as the contract does; braces that a caller sends are none of its."""
    name = quote(request.node_id) if node is None else f"{{{node.path_parameter}}}"
    return f"/{name}/{request.edge}".rstrip("/") or "/"


@cache
def _edges() -> set[tuple[str, str]]:
    """List what some kind of node has: verb and edge."""
    calls = [route.operation for route in CALLS.values()]
    return {(call.method, call.path.rpartition("/")[2]) for call in calls}


def nearest(method: str, path: str) -> str:
    """Name the known call that is most like one that nothing answers: `POST /{waba_id}/... (name)`.

    The version may be left out of the path, and any id counts as good.
    """
    segments = [segment for segment in path.split("/") if segment]
    if segments and parse_version(segments[0]):
        del segments[0]
    shape = "/".join([f"{method.upper()} ", "{id}", *segments[1:]])
    shapes = {_shape(route): route for route in [*CALLS.values()][::-1]}
    found = shapes[get_close_matches(shape, shapes, n=1, cutoff=0.0)[0]].operation
    return f"{found.method} {found.path} ({found.name})"


def _shape(route: Route[Answering]) -> str:
    return re.sub(r"\{\w+\}", "{id}", f"{route.operation.method} {route.operation.path}")
