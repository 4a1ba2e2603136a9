"""Every operation: its name in the contract, its call, its handler."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

from .calls import (
    accounts,
    automation,
    numbers,
    official_business_account,
    registration,
    settings,
    usernames,
)
from .calls.call import Call, Json
from .wire.errors import GraphError, unsupported_request
from .wire.request import Request
from .wire.versions import parse_version
from .world.nodes import PhoneNumber
from .world.world import Account

Node: TypeAlias = Account | PhoneNumber
Handler: TypeAlias = Callable[[Call, Any], Json]


class Route(NamedTuple):
    """What answers one call: the operation, and its handler."""

    operation: str
    handler: Handler


_HANDLERS: Mapping[str, tuple[str, Handler]] = {
    "listPhoneNumbers": ("GET /{waba_id}/phone_numbers", numbers.list_phone_numbers),
    "createPhoneNumber": ("POST /{waba_id}/phone_numbers", numbers.create_phone_number),
    "getPhoneNumber": ("GET /{phone_number_id}", numbers.get_phone_number),
    "updatePhoneNumber": ("POST /{phone_number_id}", numbers.update_phone_number),
    "requestCode": ("POST /{phone_number_id}/request_code", registration.request_code),
    "verifyCode": ("POST /{phone_number_id}/verify_code", registration.verify_code),
    "registerPhoneNumber": ("POST /{phone_number_id}/register", registration.register),
    "deregisterPhoneNumber": ("POST /{phone_number_id}/deregister", registration.deregister),
    "getSettings": ("GET /{phone_number_id}/settings", settings.get_settings),
    "updateSettings": ("POST /{phone_number_id}/settings", settings.update_settings),
    "setConversationalAutomation": (
        "POST /{phone_number_id}/conversational_automation",
        automation.set_conversational_automation,
    ),
    "getOfficialBusinessAccount": (
        "GET /{phone_number_id}/official_business_account",
        official_business_account.get_official_business_account,
    ),
    "updateOfficialBusinessAccount": (
        "POST /{phone_number_id}/official_business_account",
        official_business_account.update_official_business_account,
    ),
    "getUsername": ("GET /{phone_number_id}/username", usernames.get_username),
    "setUsername": ("POST /{phone_number_id}/username", usernames.set_username),
    "deleteUsername": ("DELETE /{phone_number_id}/username", usernames.delete_username),
    "listUsernameSuggestions": (
        "GET /{phone_number_id}/username_suggestions",
        usernames.list_username_suggestions,
    ),
}


class Extra(NamedTuple):
    """A handler that the contract does not ask for: where it is known from, and why it is here."""

    call: str
    handler: Handler
    source: str
    reason: str


BEYOND_THE_CONTRACT: Mapping[str, Extra] = {
    "getAccount": Extra(
        "GET /{waba_id}",
        accounts.get_account,
        "Meta's rate limit page, which lists the call; recorded by a public client",
        "General Graph clients read an account before they list its numbers.",
    ),
}
"""Every handler that no operation of the contract stands behind."""


def _placed(call: str) -> tuple[str, str]:
    method, path = call.split()
    return method, path


OPERATIONS: Mapping[str, tuple[str, str]] = {
    operation: _placed(call) for operation, (call, _) in _HANDLERS.items()
}
"""Every operation of the contract: its method and path template."""

CALLS: Mapping[str, tuple[str, Handler]] = {
    **_HANDLERS,
    **{name: (extra.call, extra.handler) for name, extra in BEYOND_THE_CONTRACT.items()},
}
"""Everything that is answered, by operation."""

_CALLED: dict[str, list[str]] = {}
for _name, (_call, _handler) in CALLS.items():
    _snake = re.sub("([A-Z])", r"_\1", _name).lower()
    for _alias in {_name, _snake, _call.rpartition("/")[2]}:
        _CALLED.setdefault(_alias, []).append(_name)


def operation_called(name: str) -> str:
    """Find an operation by its operationId, the same in snake case, or an edge of one verb.

    Raises:
        ValueError: no operation, or more than one, is called so.
    """
    found = _CALLED.get(name, [])
    if len(found) != 1:
        choice = f"; it may be {' or '.join(found)}" if found else ""
        raise ValueError(f"there is no operation '{name}'{choice}")
    return found[0]


_SHAPES = {re.sub(r"\{\w+\}", "{id}", call): name for name, (call, _) in CALLS.items()}
_NODES = {"{waba_id}": Account, "{phone_number_id}": PhoneNumber}
_EDGES: dict[tuple[type[Node], str], dict[str, Route]] = {}
for _operation, (_call, _handler) in CALLS.items():
    _method, _path = _placed(_call)
    _parameter, *_edge = _path.split("/")[1:]
    _edge_routes = _EDGES.setdefault((_NODES[_parameter], "".join(_edge)), {})
    _edge_routes[_method] = Route(_operation, _handler)


def find_route(node: Node | None, edge: str, method: str) -> Route | None:
    """Find what answers, by the kind of node that has the id."""
    return None if node is None else _EDGES.get((type(node), edge), {}).get(method)


def no_route(node: Node | None, request: Request) -> GraphError:
    """Say why nothing answers.

    An unknown id and a wrong verb read alike (recorded); an edge the node does not have is 400,
    code 2500 (recorded). Reading several objects by `ids` is gone from every version, and answers
    500, code 100 (documented, recorded).
    """
    if request.method == "GET" and not request.node_id and "ids" in request.query:
        return GraphError(100, "The ids query parameter is deprecated in v26.0+", status=500)
    if node is None or (type(node), request.edge) in _EDGES:
        return unsupported_request(request.method, request.node_id)
    return GraphError(2500, f"Unknown path components: /{request.edge}")


def nearest(method: str, path: str) -> str:
    """Name the known call that is most like one that nothing answers: `POST /{waba_id}/... (name)`.

    The version may be left out of the path, and any id counts as good.
    """
    segments = [segment for segment in path.split("/") if segment]
    if segments and parse_version(segments[0]):
        del segments[0]
    shape = "/".join([f"{method.upper()} ", "{id}", *segments[1:]])
    found = _SHAPES[get_close_matches(shape, _SHAPES, n=1, cutoff=0.0)[0]]
    return f"{CALLS[found][0]} ({found})"
