"""Which fields an answer carries: `fields=`, defaults, versions, lists inside a node."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from wabakit.emulator.contract import Said, members, schema
from wabakit.emulator.wire.errors import GraphError
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.versions import Version, is_in
from wabakit.emulator.world.clock import graph_time

if TYPE_CHECKING:
    from .call import Call


Reader: TypeAlias = Callable[[Any], Any]
Plan: TypeAlias = "list[Chosen]"
Asker: TypeAlias = "Callable[[Call, Any], Any]"
Page: TypeAlias = "Callable[[Call, Any, Chosen], Json]"

_NAME = re.compile(r"(\w*)((?:\.(?:limit|after|before)\([^()]*\))*)", re.ASCII)
_ARGUMENT = re.compile(r"\.(\w+)\(([^()]*)\)", re.ASCII)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The fields of one kind of object, and those that come unasked.

    Which there are, what is inside them, since and until when: that says the contract, in the
    schema named here. A field is the member or attribute of its name, and has no value where there
    is none; `readers` read the others, `callers` those that go with who asks. `edges` are the lists
    of other nodes among the fields; they come in as the modules that hold them are imported.
    """

    schema: str
    defaults: str
    readers: Mapping[str, Reader] = field(default_factory=dict[str, Reader], repr=False)
    callers: Mapping[str, Asker] = field(default_factory=dict[str, "Asker"], repr=False)
    edges: dict[str, Edge] = field(default_factory=dict[str, "Edge"], repr=False)

    def reader(self, name: str) -> Reader:
        """Find how a field is read: by its reader, or as the attribute of its name."""
        return self.readers.get(name) or _member(name)

    def edge(self, name: str, of: Catalogue) -> Callable[[Page], Page]:
        """Let a function list other nodes as a field of this kind of object."""

        def keep(page: Page) -> Page:
            self.edges[name] = Edge(of, page)
            return page

        return keep


class Edge(NamedTuple):
    """A list of other nodes that is read as a field: what is in it, and what lists it."""

    of: Catalogue
    page: Page


class Chosen(NamedTuple):
    """One field that was chosen, with what is chosen inside it."""

    name: str
    read: Reader
    inner: Plan | None
    edge: Edge | None = None
    arguments: Mapping[str, str] = {}
    """What was asked of an edge, as in `phone_numbers.limit(100)`."""
    ask: Asker | None = None
    """Reads it in place of `read` where it goes with who asks."""


def select(catalogue: Catalogue, wanted: str | None, version: Version) -> Plan:
    """Turn a `fields` value into what `project` follows; without one the defaults apply.

    One unknown name fails the whole call with 400, code 100, and so does one that the version has
    not yet, or no longer (recorded). `id` always comes along (recorded). Members are chosen as
    `throughput{level}`, an edge as `phone_numbers.limit(100){id,status}` (documented: general
    Graph).
    """
    return _select(catalogue, (wanted or "").strip() or catalogue.defaults, version)


def project(plan: Plan, source: Any, call: Call) -> dict[str, Any]:
    """Read the planned fields; one without a value is left out (recorded)."""
    answer: dict[str, Any] = {}
    for chosen in plan:
        if chosen.edge is not None:
            answer[chosen.name] = chosen.edge.page(call, source, chosen)
            continue
        value = chosen.ask(call, source) if chosen.ask else chosen.read(source)
        if value is None:
            continue
        if chosen.inner is not None:
            value = _project_inside(chosen.inner, value, call)
        elif isinstance(value, datetime):
            value = graph_time(value)
        answer[chosen.name] = value
    return answer


def written(plan: Plan) -> str:
    """Write a plan as a `fields` value."""
    return ",".join(
        chosen.name if chosen.inner is None else f"{chosen.name}{{{written(chosen.inner)}}}"
        for chosen in plan
    )


def _project_inside(inner: Plan, value: Any, call: Call) -> Any:
    """Read the planned members of an object, or of every object in a list."""
    if isinstance(value, list):
        return [_project_inside(inner, item, call) for item in cast("list[object]", value)]
    return project(inner, value, call) if isinstance(value, dict) else value


@lru_cache(maxsize=256)
def _select(catalogue: Catalogue, wanted: str, version: Version) -> Plan:
    tokens = re.findall(r"(?:\([^()]*\)|[^{},\s])+|[{},]", wanted)[::-1]
    known = members(schema(catalogue.schema))
    plan = _selection(tokens, known, version, catalogue)
    if tokens:
        raise GraphError(100, "(#100) The value of fields ends where it should not")
    return plan


def _selection(
    tokens: list[str], known: Mapping[str, Said], version: Version, of: Catalogue | None
) -> Plan:
    plan: Plan = []
    while True:
        plan.append(_chosen(tokens, known, version, of))
        if not tokens or tokens[-1] != ",":
            break
        tokens.pop()
    if "id" in known and all(chosen.name != "id" for chosen in plan):
        plan.append(Chosen("id", of.reader("id") if of else _member("id"), None))
    return plan


def _chosen(
    tokens: list[str], known: Mapping[str, Said], version: Version, of: Catalogue | None
) -> Chosen:
    token = tokens.pop() if tokens else ""
    match = _NAME.fullmatch(token)
    name, asked = match.groups() if match else (token, "")
    said, edge = known.get(name), of.edges.get(name) if of else None
    if said is None or "x-refused" in said or not is_in(version, said) or (asked and not edge):
        raise GraphError(100, f"(#100) Tried accessing nonexisting field ({token})")
    inner: Plan | None = None
    if tokens and tokens[-1] == "{":
        tokens.pop()
        inside = members(schema(edge.of.schema)) if edge else members(said)
        inner = _selection(tokens, inside, version, edge.of if edge else None)
        if not tokens or tokens.pop() != "}":
            raise GraphError(100, f"(#100) The members of field '{name}' do not end")
    elif edge:
        inner = _select(edge.of, edge.of.defaults, version)
    read, ask = (of.reader(name), of.callers.get(name)) if of else (_member(name), None)
    return Chosen(name, read, inner, edge, dict(_ARGUMENT.findall(asked)), ask)


def _member(name: str) -> Reader:
    def read(source: object) -> Any:
        if isinstance(source, dict):
            return cast("dict[str, object]", source).get(name)
        return getattr(source, name, None)

    return read
