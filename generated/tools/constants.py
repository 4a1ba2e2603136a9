"""What the curated client knows of contract and catalogue, as constants; derive.py writes them."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from openapi.tools import made
from openapi.tools.versions import versions
from openapi.tools.vocabulary import lacking, refused, resolve

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says and the generator cannot see: versions, words, secrets, errors."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Repeat = Literal["safe", "settle-first", "never"]
"""How a call may be sent again: like a read, only after reading the state, or not at all."""


class ErrorEntry(NamedTuple):
    """What openapi/errors.yaml says of one error."""

    name: str
    kind: Literal[{kinds}]
    meaning: str
    fault: Literal[{faults}]
    repeat: Literal["yes", "after-wait", "after-fix", "never"]
    wait: float | None
    """Shortest sensible wait in seconds."""
    outcome: Literal["not_done", "unknown"]
    advice: str


GRAPH_VERSION: Final = {version!r}

GRAPH_VERSIONS: Final = {versions!r}
"""The Graph versions that the contract describes, oldest first."""

VERSIONS_HAVING: Final[Mapping[str, tuple[str, ...]]] = {having!r}
"""Versions that have what not all of GRAPH_VERSIONS have.

Keys: `call`, `call?parameter`, `call!member.of.body`, `call:field.of.answer`; a value behind `=`.
"""

REFUSED: Final[Mapping[str, str]] = {refused!r}
"""What to ask for in place of a field that Meta documents and every version refuses.

Keys: `call:field.of.answer`.
"""

ALIASES: Final[Mapping[str, Mapping[str, str]]] = {aliases!r}
"""By the name of an enum: other spellings that are documented or met, each with its value."""

VERSION_EXPIRY: Final[Mapping[str, str]] = {expiry!r}
"""Day on which a Graph version ends, where Meta announced it or the pattern of the others says."""

REPEAT: Final[Mapping[str, Repeat]] = {repeat!r}
"""By operationId."""

REPEAT_BY_PROPERTY: Final[Mapping[str, Mapping[str, Repeat]]] = {repeat_by_property!r}
"""By operationId and name of a body member, where the member differs from its operation."""

SECRET_MEMBERS: Final = frozenset({secrets!r})
"""Members of answers that nobody may see; what a request holds is a `Secret` already."""

ERRORS: Final[Mapping[tuple[int, int | None], ErrorEntry]] = {errors!r}
"""By code and subcode; the subcode None stands for any."""

ERRORS_AT: Final[Mapping[tuple[int, int | None, int | str], ErrorEntry]] = {errors_at!r}
"""By code, subcode and HTTP status or call, where that changes what the error means.

Calls: an operationId, or `operationId!member` where the body has the member.
"""

ERROR_RANGES: Final[tuple[tuple[int, int, ErrorEntry], ...]] = {ranges!r}
"""First and last code, both included, and the entry for those that ERRORS does not list."""

ERROR_STATUSES: Final[Mapping[int, ErrorEntry]] = {statuses!r}
"""By HTTP status, and by its hundred (4, 5), for a code that is unknown or unreadable."""

GENERIC_ERROR: Final = {generic!r}
"""When nothing else fits."""
'''


class ErrorEntry(NamedTuple):
    """One error as `_contract.py` has it; its repr is source code."""

    name: str
    kind: str
    meaning: str
    fault: str
    repeat: str
    wait: float | None
    outcome: str
    advice: str


def contract_module(contract: dict[str, Any], catalogue: dict[str, Any]) -> str:
    """Return the source of `_contract.py`."""
    source = TEMPLATE.format(**said_by_the_contract(contract), **said_by_the_catalogue(catalogue))
    return made.formatted(source)


def said_by_the_contract(contract: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of the module that come from phone_numbers.yaml."""
    return {
        "version": contract["servers"][0]["variables"]["version"]["default"],
        "expiry": {
            version: str(dates["expires"])
            for version, dates in contract["x-graph-versions"].items()
            if "expires" in dates
        },
        "repeat": {name: call["x-repeat"] for name, call in operations(contract)},
        "repeat_by_property": {
            name: repeats
            for name, call in operations(contract)
            if (repeats := property_repeats(contract, call))
        },
        "secrets": sorted(
            {
                name
                for _, call in operations(contract)
                for name in secret_members(contract, call["responses"], set())
            }
        ),
        "versions": tuple(versions(contract)),
        "having": lacking(contract),
        "refused": refused(contract),
        "aliases": {
            name: schema["x-aliases"]
            for name, schema in contract["components"]["schemas"].items()
            if "x-aliases" in schema
        },
    }


def said_by_the_catalogue(catalogue: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of the module that come from errors.yaml."""
    errors, ranges, statuses = (catalogue[key] for key in ("errors", "ranges", "statuses"))
    listed = [*errors, *ranges, *statuses, catalogue["generic"]]
    return {
        "kinds": literals(row["class"] for row in listed),
        "faults": literals(row["fault"] for row in listed),
        "errors": {(row["code"], row.get("subcode")): error_entry(row) for row in errors},
        "errors_at": {
            (row["code"], row.get("subcode"), place): error_entry({**row, **changes})
            for row in errors
            for key in ("at-status", "at-operation")
            for place, changes in row.get(key, {}).items()
        },
        "ranges": tuple((row["from"], row["to"], error_entry(row)) for row in ranges),
        "statuses": {int(str(row["status"]).rstrip("x")): error_entry(row) for row in statuses},
        "generic": error_entry(catalogue["generic"]),
    }


def operations(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every operation by its operationId, in the order of the contract."""
    for path in contract["paths"].values():
        for call in path.values():
            if isinstance(call, dict) and "operationId" in call:
                yield call["operationId"], call


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


def secret_members(contract: dict[str, Any], node: Any, seen: set[str]) -> Iterator[str]:
    """Yield the names of the members with `format: password` in a part of the contract."""
    if isinstance(node, list):
        for item in cast("list[object]", node):
            yield from secret_members(contract, item, seen)
    members = cast("dict[str, Any]", node if isinstance(node, dict) else {})
    if members.get("$ref") in seen:
        return
    if "$ref" in members:
        seen.add(members["$ref"])
    found = resolve(contract, members)
    for name, member in found.get("properties", {}).items():
        if member.get("format") == "password":
            yield name
    for member in found.values():
        yield from secret_members(contract, member, seen)


def error_entry(row: dict[str, Any]) -> ErrorEntry:
    """Return one row of the catalogue as `_contract.py` has it."""
    return ErrorEntry(
        name=row["name"],
        kind=row["class"],
        meaning=row["meaning"],
        fault=row["fault"],
        repeat=row["repeat"],
        wait=seconds(row["wait"]) if "wait" in row else None,
        outcome=row["outcome"].replace("-", "_"),
        advice=row["advice"],
    )


def seconds(duration: str) -> float:
    """Return an ISO 8601 duration of hours, minutes and seconds in seconds."""
    parts = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", duration)
    if parts is None:
        raise ValueError(f"not a duration such as PT1H30M: {duration}")
    hours, minutes, rest = (int(part or 0) for part in parts.groups())
    return float(hours * 3600 + minutes * 60 + rest)


def literals(values: Iterator[str]) -> str:
    """Return the distinct values as the members of a Literal, in alphabetical order."""
    return ", ".join(map(repr, sorted(set(values))))
