"""Every Graph version has a contract of its own, made from the union by its marks."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from openapi.tools import made, versions
from openapi.tools.openapi30 import as_openapi_30
from openapi.tools.vocabulary import lacking
from openapi.tools.yamltext import as_yaml, read
from tests.contract.test_examples import closed
from wabakit import InvalidInputError, contract
from wabakit._made.versions import GRAPH_VERSIONS

UNION = read(versions.UNION)
LIMIT = "whatsapp_business_manager_messaging_limit"
CONTRACTS = {version: read(contract.path(version)) for version in GRAPH_VERSIONS}
each_version = pytest.mark.parametrize("version", GRAPH_VERSIONS)


def planted(**marks: str) -> dict[str, Any]:
    """Return the union with marks on a field that it has in all versions."""
    union = copy.deepcopy(UNION)
    union["components"]["schemas"]["PhoneNumber"]["properties"]["username"] |= {
        f"x-graph-{name}": version for name, version in marks.items()
    }
    return union


def fields(document: dict[str, Any]) -> set[str]:
    """Return the fields of a phone number."""
    return set(document["components"]["schemas"]["PhoneNumber"]["properties"])


def test_derived_contracts_are_what_the_union_makes() -> None:
    """The committed contracts are those that would be made now, and there are no others."""
    files = versions.contract_files(UNION)
    assert len(files) > 4 * len(GRAPH_VERSIONS)
    assert made.differences(files, versions.contract_paths()) == []


@each_version
def test_contract_of_a_version(version: str) -> None:
    """A contract names its version, holds no mark, and has what begins with v24.0 from there on."""
    document = CONTRACTS[version]
    assert document["x-graph-api-version"] == version
    assert document["servers"][0]["variables"]["version"]["default"] == version
    assert list(document["x-graph-versions"]) == [version]
    text = contract.path(version).read_text("utf-8")
    assert [mark for mark in versions.MARKS if f"{mark}:" in text] == []
    later = version >= "v24.0"
    assert (LIMIT in fields(document)) is later
    assert (f"{LIMIT}: TIER_2K" in text) is later
    limits = document["components"]["schemas"]["MessagingLimitTier"]["enum"]
    assert ("UNTIERED" in limits) is later
    assert {"certificate", "new_certificate", "messaging_limit_tier"} <= fields(document)


@each_version
@pytest.mark.parametrize("suffix", ["", "-3.0"])
def test_both_spellings_say_the_same(version: str, suffix: str) -> None:
    """YAML and JSON of a contract are equal, for readers of YAML 1.1 and 1.2 alike."""
    text = contract.path(version + suffix).read_text("utf-8")
    assert yaml.safe_load(text) == json.loads(
        contract.path(version + suffix, "json").read_text("utf-8")
    )
    assert "open_time: '0900'" in text


@each_version
def test_samples_fit_their_version(version: str) -> None:
    """No sample of a contract shows what its version lacks."""
    document = CONTRACTS[version]
    schemas = document["components"]["schemas"]
    whole = {"schemas": {name: closed(schema) for name, schema in schemas.items()}}
    for answer in document["components"]["responses"].values():
        media = answer["content"]["application/json"]
        validator: Any = Draft202012Validator({**media["schema"], "components": whole})
        for sample in media["examples"].values():
            if "value" in sample:
                validator.validate(sample["value"])


@each_version
def test_older_openapi(version: str) -> None:
    """The 3.0.3 form has references that stand alone, and every call of the contract."""
    document = read(contract.path(f"{version}-3.0"))
    assert document["openapi"] == "3.0.3"
    assert all(len(node) == 1 for node in versions.nodes(document) if "$ref" in node)
    assert document["paths"].keys() == CONTRACTS[version]["paths"].keys()


def test_what_older_openapi_cannot_say() -> None:
    """A word that 3.0.3 lacks stops the making."""
    with pytest.raises(ValueError, match="const"):
        as_openapi_30({**CONTRACTS["v23.0"], "x-thing": {"const": 1}})
    with pytest.raises(ValueError, match="lists of types"):
        as_openapi_30({**CONTRACTS["v23.0"], "x-thing": {"type": ["string", "null"]}})


def test_since_and_until() -> None:
    """What begins or ends with a version is in the contracts from or up to it, it included."""
    union = planted(since="v22.0", until="v24.0")
    having = [v for v in GRAPH_VERSIONS if "username" in fields(versions.for_version(union, v))]
    assert having == ["v22.0", "v23.0", "v24.0"]
    assert lacking(union)["getPhoneNumber:username"] == ("v22.0", "v23.0", "v24.0")


@pytest.mark.parametrize(
    "marks", [{"since": GRAPH_VERSIONS[0]}, {"until": GRAPH_VERSIONS[-1]}, {"since": "v9.0"}]
)
def test_dead_mark(marks: dict[str, str]) -> None:
    """A mark that changes no contract stops the making and is named."""
    with pytest.raises(SystemExit, match=r"PhoneNumber/properties/username/x-graph-.*no version"):
        versions.contract_files(planted(**marks))


def test_mark_on_a_value_that_is_not_there() -> None:
    """A mark on a value that its enum does not have stops the making."""
    union = copy.deepcopy(UNION)
    tier = union["components"]["schemas"]["MessagingLimitTier"]
    tier["x-graph-since-values"]["TIER_9K"] = "v25.0"
    with pytest.raises(SystemExit, match="TIER_9K"):
        versions.contract_files(union)


def test_call_and_parameter_of_later_versions() -> None:
    """With a call or a parameter goes all that only it used, and nothing refers to what is gone."""
    union = copy.deepcopy(UNION)
    union["paths"]["/{phone_number_id}/username_suggestions"]["get"]["x-graph-since"] = "v25.0"
    union["components"]["parameters"]["Sort"]["x-graph-since"] = GRAPH_VERSIONS[-1]
    assert versions.dead_marks(union) == []
    older, newer = (versions.for_version(union, v) for v in ("v24.0", GRAPH_VERSIONS[-1]))
    assert "/{phone_number_id}/username_suggestions" not in older["paths"]
    assert "/{phone_number_id}/username_suggestions" in newer["paths"]
    gone = {"UsernameSuggestions", "UsernameSuggestionsPage", "PhoneNumberSort"}
    assert gone.isdisjoint(older["components"]["schemas"])
    assert gone <= newer["components"]["schemas"].keys()
    assert "Sort" not in as_yaml(older["paths"])
    having = lacking(union)
    assert having["listUsernameSuggestions"] == GRAPH_VERSIONS[GRAPH_VERSIONS.index("v25.0") :]
    assert having["listPhoneNumbers?sort"] == GRAPH_VERSIONS[-1:]


def test_paths() -> None:
    """Every shared file is found by name; for a name that is none, the message says which are."""
    assert contract.path("v24.0").name == "v24.0.yaml"
    assert json.loads(contract.path("errors", "json").read_text("utf-8"))["errors"]
    assert isinstance(contract.path("v26.0-3.0", "json"), Path)
    with pytest.raises(InvalidInputError, match=r"v9\.0.*errors.*v24\.0"):
        contract.path("v9.0")


def test_path_first(run_python: Any) -> None:
    """`wabakit.contract` can be imported by itself, before anything of wabakit was used."""
    code = "import wabakit.contract; print(wabakit.contract.path('v24.0').is_file())"
    assert run_python(code).strip() == "True"
