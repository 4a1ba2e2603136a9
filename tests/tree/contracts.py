"""What `make contracts` writes: every form of every version, which says what the package says."""

import json

import pytest
import yaml

from openapi.tools import contracts
from openapi.tools.yamltext import FASTEST
from tests.contract.document import CONTRACT as UNION
from tests.versions.forms import each_version
from wabakit import contract
from wabakit._made.versions import GRAPH_VERSIONS


@pytest.fixture(scope="module")
def folder() -> dict[str, str]:
    """The text of all that `make contracts` writes, by name."""
    return dict([*contracts.contracts(UNION), *contracts.shared()])


def test_folder_has_everything(folder: dict[str, str]) -> None:
    """Every form of every version is there, with what else the contract consists of."""
    forms = {f"{v}{o}{e}" for v in GRAPH_VERSIONS for o in ("", "-3.0") for e in ("", "-open")}
    others = {"phone_numbers", "errors", "states", "control"}
    expected = {f"{name}.{ending}" for name in forms | others for ending in ("json", "yaml")}
    workflows = {name for name in folder if name.startswith("workflows/")}
    assert workflows
    assert folder.keys() == expected | workflows


def test_references_hold_in_the_folder(folder: dict[str, str]) -> None:
    """What a workflow refers to lies where it says."""
    for name in folder:
        if name.startswith("workflows/"):
            for source in yaml.load(folder[name], FASTEST)["sourceDescriptions"]:
                assert source["url"].removeprefix("../") in folder


@each_version
def test_package_and_folder_say_the_same(version: str, folder: dict[str, str]) -> None:
    """`wabakit.contract` gives what `make contracts` writes."""
    assert json.loads(folder[f"{version}.json"]) == contract.document(version)
    assert json.loads(folder[f"{version}-3.0-open.json"]) == contract.document(
        version, openapi="3.0", enums="open"
    )


@each_version
@pytest.mark.parametrize("form", ["", "-3.0", "-open", "-3.0-open"])
def test_both_spellings_say_the_same(version: str, form: str, folder: dict[str, str]) -> None:
    """YAML and JSON of a contract are equal, for readers of YAML 1.1 and 1.2 alike."""
    text = folder[f"{version}{form}.yaml"]
    assert yaml.load(text, FASTEST) == json.loads(folder[f"{version}{form}.json"])
    assert "open_time: '0900'" in text
