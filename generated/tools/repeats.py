"""How calls may be sent again, as the curated client knows it; derive.py writes it."""

from typing import Any

from openapi.tools import made
from openapi.tools.vocabulary import operations, resolve

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""How each call of the contract may be sent again."""

from collections.abc import Mapping
from typing import Final, Literal

Repeat = Literal["safe", "settle-first", "never"]
"""How a call may be sent again: like a read, only after reading the state, or not at all."""

REPEAT: Final[Mapping[str, Repeat]] = {repeat!r}
"""By operationId."""

REPEAT_BY_PROPERTY: Final[Mapping[str, Mapping[str, Repeat]]] = {repeat_by_property!r}
"""By operationId and name of a body member, where the member differs from its operation."""
'''


def repeats_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/repeats.py`."""
    calls = dict(operations(contract))
    by_property = {name: property_repeats(contract, call) for name, call in calls.items()}
    said = {
        "repeat": {name: call["x-repeat"] for name, call in calls.items()},
        "repeat_by_property": {name: repeats for name, repeats in by_property.items() if repeats},
    }
    return made.formatted(TEMPLATE.format(**said))


def property_repeats(contract: dict[str, Any], call: dict[str, Any]) -> dict[str, str]:
    """Return the repeat class of each body member that has one of its own."""
    body = resolve(contract, call.get("requestBody", {}))
    schemas = [resolve(contract, media["schema"]) for media in body.get("content", {}).values()]
    return {
        name: member["x-repeat"]
        for schema in schemas
        for name, member in schema.get("properties", {}).items()
        if "x-repeat" in member
    }
