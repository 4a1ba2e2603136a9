"""Every Graph version has a contract of its own, made from the union by its marks."""

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from openapi.tools import contracts
from openapi.tools.vocabulary import lacking
from tests.contract.document import CONTRACT as UNION
from tests.contract.test_examples import closed
from tests.versions.forms import contract_of, each_version
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract import _marks
from wabakit.contract._yaml import as_yaml

NUMBER, NAMES = "/{phone_number_id}", "/{phone_number_id}/username_suggestions"
LIMIT = "whatsapp_business_manager_messaging_limit"


def union_of(*paths: str) -> dict[str, Any]:
    """Return a copy of the union with these addresses alone, which is soon made into contracts."""
    union = {**UNION, "paths": {path: UNION["paths"][path] for path in paths}, "webhooks": {}}
    small = copy.deepcopy(union)
    _marks.drop_unused(small)
    return small


def planted(**marks: str) -> dict[str, Any]:
    """Return the union of reading a number, with marks on a field that it has in all versions."""
    union = union_of(NUMBER)
    union["components"]["schemas"]["PhoneNumber"]["properties"]["username"] |= {
        f"x-graph-{name}": version for name, version in marks.items()
    }
    return union


def fields(document: dict[str, Any]) -> set[str]:
    """Return the fields of a phone number."""
    return set(document["components"]["schemas"]["PhoneNumber"]["properties"])


@each_version
@pytest.mark.one_in(3)
def test_contract_of_a_version(version: str) -> None:
    """A contract names its version, holds no mark, and has what begins with v24.0 from there on."""
    document = contract_of(version)
    assert document["x-graph-api-version"] == version
    assert document["servers"][0]["variables"]["version"]["default"] == version
    assert list(document["x-graph-versions"]) == [version]
    text = as_yaml(document)
    assert [mark for mark in _marks.MARKS if f"{mark}:" in text] == []
    later = version >= "v24.0"
    assert (LIMIT in fields(document)) is later
    assert (f"{LIMIT}: TIER_2K" in text) is later
    limits = document["components"]["schemas"]["MessagingLimitTier"]["enum"]
    assert ("UNTIERED" in limits) is later
    assert {"certificate", "new_certificate", "messaging_limit_tier"} <= fields(document)


@each_version
def test_samples_fit_their_version(version: str) -> None:
    """No sample of a contract shows what its version lacks."""
    document = contract_of(version)
    schemas = document["components"]["schemas"]
    whole = {"schemas": {name: closed(schema) for name, schema in schemas.items()}}
    for answer in document["components"]["responses"].values():
        media = answer["content"]["application/json"]
        validator: Any = Draft202012Validator({**media["schema"], "components": whole})
        for sample in media["examples"].values():
            if "value" in sample:
                validator.validate(sample["value"])


def test_since_and_until() -> None:
    """What begins or ends with a version is in the contracts from or up to it, it included."""
    union = planted(since="v22.0", until="v24.0")
    having = [v for v in GRAPH_VERSIONS if "username" in fields(_marks.for_version(union, v))]
    assert having == ["v22.0", "v23.0", "v24.0"]
    assert lacking(union)["getPhoneNumber:username"] == ("v22.0", "v23.0", "v24.0")


@pytest.mark.parametrize(
    "marks", [{"since": GRAPH_VERSIONS[0]}, {"until": GRAPH_VERSIONS[-1]}, {"since": "v9.0"}]
)
def test_dead_mark(marks: dict[str, str]) -> None:
    """A mark that changes no contract stops the making and is named."""
    with pytest.raises(SystemExit, match=r"PhoneNumber/properties/username/x-graph-.*no version"):
        list(contracts.contracts(planted(**marks)))


def test_mark_on_a_value_that_is_not_there() -> None:
    """A mark on a value that its enum does not have stops the making."""
    union = union_of(NUMBER)
    tier = union["components"]["schemas"]["MessagingLimitTier"]
    tier["x-graph-since-values"]["TIER_9K"] = "v25.0"
    with pytest.raises(SystemExit, match="TIER_9K"):
        list(contracts.contracts(union))


def test_call_and_parameter_of_later_versions() -> None:
    """With a call or a parameter goes all that only it used, and nothing refers to what is gone."""
    union = union_of(NUMBER, NAMES, "/{waba_id}/phone_numbers")
    union["paths"][NAMES]["get"]["x-graph-since"] = "v25.0"
    union["components"]["parameters"]["Sort"]["x-graph-since"] = GRAPH_VERSIONS[-1]
    assert contracts.dead_marks(union) == []
    older, newer = (_marks.for_version(union, v) for v in ("v24.0", GRAPH_VERSIONS[-1]))
    assert NAMES not in older["paths"]
    assert NAMES in newer["paths"]
    gone = {"UsernameSuggestions", "UsernameSuggestionsPage", "PhoneNumberSort"}
    assert gone.isdisjoint(older["components"]["schemas"])
    assert gone <= newer["components"]["schemas"].keys()
    assert "Sort" not in as_yaml(older["paths"])
    having = lacking(union)
    assert having["listUsernameSuggestions"] == GRAPH_VERSIONS[GRAPH_VERSIONS.index("v25.0") :]
    assert having["listPhoneNumbers?sort"] == GRAPH_VERSIONS[-1:]
