"""Which fields an answer carries: `fields=`, defaults, versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias, cast

from wabakit.emulator.contract import Said, members, schema
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.versions import Version, is_in
from wabakit.emulator.world.clock import graph_time

Reader: TypeAlias = Callable[[Any], Any]
Plan: TypeAlias = "list[tuple[str, Reader, Plan | None]]"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The fields of one kind of object, and those that come unasked.

    Which there are, what is inside them, since and until when: that says the contract, in the
    schema named here. A field is the member or attribute of its name, and has no value where there
    is none; `readers` read the others, and what no schema has.
    """

    schema: str
    defaults: str
    readers: Mapping[str, Reader] = field(default_factory=dict[str, Reader], repr=False)


def select(catalogue: Catalogue, wanted: str | None, version: Version) -> Plan:
    """Turn a `fields` value into what `project` follows; without one the defaults apply.

    One unknown name fails the whole call with 400, code 100, and so does one that the version has
    not yet, or no longer (recorded). `id` always comes along (recorded). Members are chosen as
    `throughput{level}`.
    """
    return _select(catalogue, (wanted or "").strip() or catalogue.defaults, version)


def project(plan: Plan, source: Any) -> dict[str, Any]:
    """Read the planned fields; one without a value is left out (recorded)."""
    answer: dict[str, Any] = {}
    for name, read, inner in plan:
        value = read(source)
        if value is None:
            continue
        if inner is not None:
            value = _project_inside(inner, value)
        elif isinstance(value, datetime):
            value = graph_time(value)
        answer[name] = value
    return answer


def _project_inside(inner: Plan, value: Any) -> Any:
    """Read the planned members of an object, or of every object in a list."""
    if isinstance(value, list):
        return [_project_inside(inner, item) for item in cast("list[object]", value)]
    return project(inner, value) if isinstance(value, dict) else value


@lru_cache(maxsize=256)
def _select(catalogue: Catalogue, wanted: str, version: Version) -> Plan:
    tokens = re.findall(r"[^{},\s]+|[{},]", wanted)[::-1]
    known: dict[str, Said] = {name: {} for name in catalogue.readers}
    if catalogue.schema:
        known |= members(schema(catalogue.schema))
    plan = _selection(tokens, known, version, catalogue.readers)
    if tokens:
        raise GraphError(100, "(#100) The value of fields ends where it should not")
    return plan


def _selection(
    tokens: list[str], known: Mapping[str, Said], version: Version, readers: Mapping[str, Reader]
) -> Plan:
    plan: Plan = []
    while True:
        name = tokens.pop() if tokens else ""
        said = known.get(name)
        if said is None or "x-refused" in said or not is_in(version, said):
            raise GraphError(100, f"(#100) Tried accessing nonexisting field ({name})")
        inner: Plan | None = None
        if tokens and tokens[-1] == "{":
            tokens.pop()
            inner = _selection(tokens, members(said), version, {})
            if not tokens or tokens.pop() != "}":
                raise GraphError(100, f"(#100) The members of field '{name}' do not end")
        plan.append((name, readers.get(name) or _reader(name), inner))
        if not tokens or tokens[-1] != ",":
            break
        tokens.pop()
    if "id" in known and all(name != "id" for name, _, _ in plan):
        plan.append(("id", readers.get("id") or _reader("id"), None))
    return plan


def _reader(name: str) -> Reader:
    def read(source: object) -> Any:
        if isinstance(source, dict):
            return cast("dict[str, object]", source).get(name)
        return getattr(source, name, None)

    return read
