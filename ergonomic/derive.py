"""Make what the contract says and the generator cannot see; with `--check`, compare it instead.

From openapi/phone_numbers.yaml and openapi/errors.yaml come `wabakit/_contract.py`, which the
curated client imports, `wabakit/_made/nodes.py`, what it reads, `wabakit/_params.py`, the shapes of
what its users send as mappings, and openapi/errors.json and states.json, for those who read no
YAML. The emulator, which shares no code with the client, has contract and catalogue as JSON beside
it, and a README whose table comes from its docstrings.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import made
from behaviours import with_behaviours
from diagram import with_life
from nodes import nodes_module
from params import params_module
from readme import with_error_table
from versions import versions
from vocabulary import lacking, refused, resolve
from yamltext import read

OPENAPI = made.ROOT / "openapi"
MODULE = made.ROOT / "ergonomic/wabakit/_contract.py"
PARAMS = MODULE.with_name("_params.py")
NODES = MODULE.with_name("_made") / "nodes.py"
CATALOGUE = OPENAPI / "errors.json"
STATES = OPENAPI / "states.json"
README = made.ROOT / "README.md"
EMULATOR = MODULE.parent / "emulator"

TEMPLATE = '''\
# Made by ergonomic/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says and the generator cannot see: repeats, versions, words, secrets, errors."""

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
    errors, ranges, statuses = (catalogue[key] for key in ("errors", "ranges", "statuses"))
    listed = [*errors, *ranges, *statuses, catalogue["generic"]]
    source = TEMPLATE.format(
        kinds=literals(row["class"] for row in listed),
        faults=literals(row["fault"] for row in listed),
        version=contract["servers"][0]["variables"]["version"]["default"],
        expiry={
            version: str(dates["expires"])
            for version, dates in contract["x-graph-versions"].items()
            if "expires" in dates
        },
        repeat={name: call["x-repeat"] for name, call in operations(contract)},
        repeat_by_property={
            name: repeats
            for name, call in operations(contract)
            if (repeats := property_repeats(contract, call))
        },
        secrets=sorted(
            {
                name
                for _, call in operations(contract)
                for name in secret_members(contract, call["responses"], set())
            }
        ),
        versions=tuple(versions(contract)),
        having=lacking(contract),
        refused=refused(contract),
        aliases={
            name: schema["x-aliases"]
            for name, schema in contract["components"]["schemas"].items()
            if "x-aliases" in schema
        },
        errors={(row["code"], row.get("subcode")): error_entry(row) for row in errors},
        errors_at={
            (row["code"], row.get("subcode"), place): error_entry({**row, **changes})
            for row in errors
            for key in ("at-status", "at-operation")
            for place, changes in row.get(key, {}).items()
        },
        ranges=tuple((row["from"], row["to"], error_entry(row)) for row in ranges),
        statuses={int(str(row["status"]).rstrip("x")): error_entry(row) for row in statuses},
        generic=error_entry(catalogue["generic"]),
    )
    return made.formatted(source)


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


def derive() -> dict[Path, str]:
    """Return the text of the made files by their path."""
    contract, catalogue = read(OPENAPI / "phone_numbers.yaml"), read(OPENAPI / "errors.yaml")
    control, manual = read(EMULATOR / "control.yaml"), EMULATOR / "README.md"
    states, readme = read(OPENAPI / "states.yaml"), README.read_text("utf-8")
    return {
        MODULE: contract_module(contract, catalogue),
        PARAMS: params_module(contract),
        NODES: nodes_module(contract),
        CATALOGUE: as_json(catalogue),
        STATES: as_json(states),
        EMULATOR / "errors.json": as_json(catalogue),
        EMULATOR / "contract.json": as_json(contract),
        EMULATOR / "control.json": as_json(control),
        EMULATOR / "README.md": with_behaviours(manual.read_text("utf-8"), EMULATOR),
        README: with_life(with_error_table(readme, catalogue), states),
    }


def as_json(document: dict[str, Any]) -> str:
    """Return a document as JSON; dates become text."""
    return json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    made_files = derive()
    made.main(made_files, made_files, "make generate")
