"""What is read of an answer is what the low-level client reads of it."""

import copy
import json
import pickle
from datetime import datetime
from enum import StrEnum
from random import Random
from typing import Any, cast, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_python_client.strings import PythonIdentifier
from wabakit_graph import models
from wabakit_graph.types import UNSET

from generated.tools.nodes import NAMES, node_schemas
from tests.contract.document import CONTRACT, SCHEMAS
from wabakit._edge import Edge
from wabakit._json import secrets_in
from wabakit._made import nodes
from wabakit._made.words import ALIASES
from wabakit._node import Node
from wabakit._times import read_time, time_or_none

NODES: dict[str, type[Node]] = {
    name: getattr(nodes, NAMES.get(name, name)) for name in node_schemas(CONTRACT)
}


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Make values of a schema of the contract, unlisted enum values and members among them."""
    if "$ref" in schema:
        return st.deferred(lambda: values(SCHEMAS[schema["$ref"].rpartition("/")[2]]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"]) | st.just("NEVER_SEEN")
    if "properties" in schema:
        members = {name: values(member) for name, member in schema["properties"].items()}
        needed = {name: members.pop(name) for name in schema.get("required", ())}
        extras: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
            [{}, {"brand_new": {"member": 1}}]
        )
        whole = st.fixed_dictionaries(needed, optional=members)
        return st.tuples(whole, extras).map(lambda parts: {**parts[0], **parts[1]})
    if schema.get("type") == "array":
        return st.lists(values(schema["items"]), max_size=3)
    if schema.get("type") == "object":
        return st.dictionaries(st.text(max_size=3), values(schema["additionalProperties"]))
    plain: dict[str, st.SearchStrategy[Any]]
    plain = {"integer": st.integers(), "boolean": st.booleans()}
    kinds = schema.get("x-json-kinds", [schema.get("type")])
    return st.one_of([plain.get(str(kind), st.text(max_size=5)) for kind in kinds])


VALUES = {name: values(SCHEMAS[name]) for name in NODES}


def as_read(node: Node) -> dict[str, Any]:
    """Return every value of a node that is there, as the curated client gives it."""
    shown = {name: node[field] for name, field in node.fields.items() if node.was_asked(name)}
    return {name: plain(value) for name, value in shown.items() if value is not None}


def plain(value: Any) -> Any:
    """Return a value with nodes as mappings."""
    if isinstance(value, Node):
        return as_read(value)
    if isinstance(value, list):
        return [plain(item) for item in cast(Any, value)]
    return value


def as_parsed(model: Any, node: type[Node]) -> dict[str, Any]:
    """Return every value of a low-level model that is there, in the types of a node's fields."""
    parsed = {
        name: value
        for name, field in node.fields.items()
        if (value := getattr(model, PythonIdentifier(name, ""))) or field.convert != time_or_none
    }
    return {
        name: found
        for name, value in parsed.items()
        if value is not UNSET and (found := typed(value, node.fields[name].type)) is not None
    }


def typed(value: Any, type_: Any) -> Any:
    """Return a low-level value in the type of a field."""
    if isinstance(value, list):
        (item,) = get_args(type_)
        return [typed(one, item) for one in cast(Any, value)]
    if get_origin(type_) is Edge:
        return inner_rows(value, *get_args(type_))
    if isinstance(type_, type) and issubclass(type_, Node):
        return as_parsed(value, type_)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return type_(ALIASES.get(type_.__name__, {}).get(value, value))
    if type_ in (datetime, str):
        return read_time(value) if type_ is datetime else str(value)
    return value.to_dict() if get_origin(type_) is dict else value


def inner_rows(page: Any, node: type[Node]) -> list[dict[str, Any]]:
    """Return the rows of a page inside of an object, of which the default fields are asked for."""
    known = {field.name for field in node.default_fields}
    rows = [as_parsed(row, node) for row in page.data]
    return [{name: row[name] for name in row if name in known} for row in rows]


@given(st.sampled_from(sorted(NODES)).flatmap(lambda name: st.tuples(st.just(name), VALUES[name])))
def test_nodes_read_what_the_low_level_client_reads(drawn: tuple[str, dict[str, Any]]) -> None:
    """Whatever the contract allows, unlisted words and members too, reads the same either way."""
    name, row = drawn
    node = NODES[name]
    model = getattr(models, name).from_dict(row)
    assert as_read(node.read(row)) == as_parsed(model, node)
    if not secrets_in(row):  # what holds a secret refuses to travel
        assert pickle.loads(pickle.dumps(node(row))) == node(row)


@given(
    st.sampled_from(sorted(NODES)).flatmap(lambda name: st.tuples(st.just(name), VALUES[name])),
    st.sampled_from([1, "text", [1], {"a": 1}, [[1]], True]),
    st.randoms(use_true_random=False),
)
def test_nodes_refuse_what_the_low_level_client_refuses(
    drawn: tuple[str, dict[str, Any]], wrong: object, chance: Random
) -> None:
    """A member of a wrong kind that the generated parser refuses is refused, and says which."""
    name, row = drawn
    node = NODES[name]
    member = chance.choice(sorted(node.fields))
    row = {**row, member: wrong}
    try:
        getattr(models, name).from_dict(row)
    except (AttributeError, KeyError, TypeError, ValueError):
        with pytest.raises(ValueError, match=member):
            node.read(row)


def test_deep_data() -> None:
    """What Graph nests as deeply as JSON is read can be looked at and copied."""
    row: dict[str, Any] = {"id": "1", "x": 1}
    for _ in range(900):
        row = {"id": "1", "x": row}
    node = nodes.PhoneNumber(row)
    assert json.dumps(node.to_dict()) == json.dumps(copy.deepcopy(node).source)
