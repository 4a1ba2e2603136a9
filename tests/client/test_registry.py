"""The fields that wabakit vouches for are those of the contract and of the generated client."""

import pydoc
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from tests.contract.document import SCHEMAS, operations, reachable
from wabakit import Field, PhoneNumber

OWN_NAMES = {
    "Business": "BusinessPortfolio",
    "PreverifiedNumber": "PreverifiedPhoneNumber",
    "OfficialBusinessAccountUpdateResponse": "OfficialBusinessAccountUpdate",
    "UsernameState": "Username",
}
PAGES = {name for name, said in SCHEMAS.items() if "data" in said.get("properties", ())}
ENVELOPES = {
    *(*PAGES, "CursorPaging", "Cursors", "UsernameSuggestions"),
    *("AppDataSync", "BusinessToken", "BatchItem", "BatchHeader"),
    *("SuccessResponse", "CodeVerification", "PhoneNumberCreateResponse"),
    "PreverifiedNumberAddResponse",
}


def answered() -> Iterator[str]:
    """Every object that an answer holds, maps and what the methods unwrap apart."""
    bodies = [op.responses["200"]["content"]["application/json"]["schema"] for op in operations()]
    for name in sorted(set[str]().union(*map(reachable, bodies))):
        is_map = "additionalProperties" in SCHEMAS[name]
        if "properties" in SCHEMAS[name] and not is_map and name not in ENVELOPES:
            yield name


def node_of(schema: str) -> Any:
    """The public class that reads a schema."""
    return getattr(import_module("wabakit"), OWN_NAMES.get(schema, schema))


NODES = {schema: node_of(schema) for schema in answered()}
each_node = pytest.mark.parametrize("schema", NODES)


@each_node
def test_a_node_has_every_field_of_its_schema(schema: str) -> None:
    """All that Graph can answer for a node is read, under its wire name, and nothing else is."""
    sent_only = {n for n, s in SCHEMAS[schema]["properties"].items() if s.get("writeOnly")}
    assert set(NODES[schema].fields) == set(SCHEMAS[schema]["properties"]) - sent_only - {"success"}


@each_node
def test_registry(schema: str) -> None:
    """The registry of a node gives its fields by their wire names."""
    node = NODES[schema]
    assert node.fields
    for name, field in node.fields.items():
        assert issubclass(type(field), Field)
        assert field.name == name
        assert getattr(node, name) is field
        assert repr(field) == f"{node.__name__}.{name}"


def test_every_node_is_compared() -> None:
    """No public class with fields is left out of these comparisons."""
    wabakit = import_module("wabakit")
    public = [getattr(wabakit, name) for name in wabakit.__all__]
    assert {item for item in public if getattr(item, "fields", None)} == set(NODES.values())


def test_every_word_of_a_node_is_public() -> None:
    """The vocabularies of what is read can be imported."""
    wabakit = import_module("wabakit")
    used = {
        name
        for schema in NODES
        for member in SCHEMAS[schema]["properties"].values()
        for name in reachable(member)
        if "enum" in SCHEMAS[name]
    }
    assert used
    assert used <= set(wabakit.__all__)


def test_a_field_says_what_it_is() -> None:
    """`help()` of a field shows its text from the contract."""
    for schema, node in NODES.items():
        for field in node.fields.values():
            text = " ".join(SCHEMAS[schema]["properties"][field.name]["description"].split())
            assert text in pydoc.plain(pydoc.render_doc(field)), (schema, field.name)


def test_fields_are_read_in_the_class_too() -> None:
    """`help(PhoneNumber)` shows the fields with their texts."""
    shown = pydoc.plain(pydoc.render_doc(PhoneNumber))
    assert "quality_rating = PhoneNumber.quality_rating" in shown
    assert "How recipients received recent messages" in shown


MAKERS = {
    "EQUAL": "equals",
    "IN": "is_in",
    "GREATER_THAN": "greater_than",
    "LESS_THAN": "less_than",
    "IN_RANGE": "in_range",
}


@each_node
def test_what_can_be_filtered_by_is_what_the_contract_marks(schema: str) -> None:
    """A field makes a filter exactly where the contract says that Graph filters by it, and how."""
    for name, said in SCHEMAS[schema]["properties"].items():
        field: Any = NODES[schema].fields.get(name)
        if field is not None:
            able = [word for word, maker in MAKERS.items() if hasattr(field, maker)]
            assert able == said.get("x-filterable", []), name


def test_what_can_be_filtered_by_is_said_in_words() -> None:
    """Who reads descriptions alone learns by what a list can be filtered."""
    said = [p for op in operations() for p in op.parameters if "x-filters" in p]
    described = " ".join(parameter["description"] for parameter in said)
    assert said
    assert all(f"`{name}`" in described for parameter in said for name in parameter["x-filters"])
