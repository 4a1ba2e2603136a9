"""The contract can be read by the tools of other teams, whatever some of them lack."""

import re

import pytest
import yaml

from openapi.tools.yamltext import FASTEST
from tests.contract.document import (
    COMPONENTS,
    CONTRACT,
    SCHEMAS,
    TEXT,
    Operation,
    operations,
    schemas,
)

each_operation = pytest.mark.parametrize("op", operations(), ids=lambda op: op.name)


@each_operation
def test_failures_share_one_shape(op: Operation) -> None:
    """A call fails with 400 or any other status: not every tool reads ranges such as 4XX."""
    assert list(op.call["responses"]) == ["200", "400", "default"]
    failure = {"$ref": "#/components/responses/GraphError"}
    assert op.call["responses"]["400"] == op.call["responses"]["default"] == failure
    schema = op.responses["default"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/GraphAPIError"}


def test_a_server_variable_has_its_value_alone() -> None:
    """swagger-parser, and orval with it, refuses a description there in OpenAPI 3.1."""
    assert [server["variables"] for server in CONTRACT["servers"]] == [
        {"version": {"default": CONTRACT["x-graph-api-version"]}}
    ]


def test_ids_are_text_of_digits() -> None:
    """Every id of an object on the Graph, sent or answered, says that it is text of digits."""
    assert SCHEMAS["GraphId"]["pattern"] == "^[0-9]+$"
    ids = {where: schema for where, schema in schemas() if where.endswith(".id")}
    ids |= {name: p["schema"] for name, p in COMPONENTS["parameters"].items() if p["in"] == "path"}
    assert {"PhoneNumber.id", "HealthEntity.id", "WabaId"} <= ids.keys()
    assert [where for where, schema in ids.items() if "GraphId" not in schema.get("$ref", "")] == []


def test_a_map_has_no_members_of_its_own() -> None:
    """An object has members or takes any, since not every generator reads one that does both."""
    maps = {where: schema for where, schema in schemas() if "additionalProperties" in schema}
    assert "WebhookConfiguration" in maps
    assert [where for where, schema in maps.items() if "properties" in schema] == []


def test_groups_have_names_and_pages() -> None:
    """Documentation shows a group under a name for people, and leads on to Meta's pages."""
    pages = [
        CONTRACT["externalDocs"],
        *(t["externalDocs"] for t in CONTRACT["tags"] if "externalDocs" in t),
    ]
    assert all(tag["x-displayName"][0].isupper() for tag in CONTRACT["tags"])
    assert all(page["url"].startswith("https://developers.facebook.com/doc") for page in pages)


def test_no_words_that_break_generators() -> None:
    """No schema uses what clients in other languages cannot be made from."""
    words = {"oneOf", "anyOf", "allOf", "not", "const", "prefixItems", "nullable"}
    assert [where for where, schema in schemas() if words & set(schema)] == []
    assert [where for where, schema in schemas() if isinstance(schema.get("type"), list)] == []


def test_no_aliases_and_no_bare_status_codes() -> None:
    """Tools that read YAML in their own way see the same document as everybody else."""
    aliases = (yaml.AliasToken, yaml.AnchorToken)
    assert [token for token in yaml.scan(TEXT) if isinstance(token, aliases)] == []
    assert re.findall(r"^ +[1-5]\d\d:", TEXT, re.MULTILINE) == []


def test_old_and_new_readers_of_yaml_see_the_same() -> None:
    """No bare word means one thing in YAML 1.1 and another in YAML 1.2."""
    assert yaml.load(TEXT, FASTEST) == CONTRACT


def test_error_data_is_left_open() -> None:
    """Error details of any shape can be read, since no type is stated for them."""
    assert set(SCHEMAS["GraphAPIErrorDetail"]["properties"]["error_data"]) == {"description"}
