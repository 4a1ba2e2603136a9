"""A contract comes in the forms that tools of other languages need."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.versions.forms import contract_of, each_version
from wabakit import InvalidInputError, contract
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract import _marks
from wabakit.contract._forms import as_openapi_30


def enums(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return the words of every enum, by its name."""
    schemas = document["components"]["schemas"]
    return {name: schema["enum"] for name, schema in schemas.items() if "enum" in schema}


@each_version
def test_older_openapi(version: str) -> None:
    """The 3.0.3 form has references that stand alone, and every call of the contract."""
    document = contract_of(version, "3.0")
    assert document["openapi"] == "3.0.3"
    assert all(len(node) == 1 for node in _marks.nodes(document) if "$ref" in node)
    assert document["paths"].keys() == contract_of(version)["paths"].keys()


def test_what_older_openapi_cannot_say() -> None:
    """A word that 3.0.3 lacks stops the making."""
    document = contract.document("v23.0")
    with pytest.raises(ValueError, match="const"):
        as_openapi_30({**document, "x-thing": {"const": 1}})
    with pytest.raises(ValueError, match="lists of types"):
        as_openapi_30({**document, "x-thing": {"type": ["string", "null"]}})


@pytest.mark.one_in(3)
@each_version
@pytest.mark.parametrize("openapi", ["3.1", "3.0"])
def test_open_enums(version: str, openapi: Any) -> None:
    """The open form takes any word, and tells in the description which ones its version has."""
    closed = contract_of(version, openapi)
    opened = contract_of(version, openapi, "open")
    assert enums(closed)
    assert enums(opened) == {}
    schemas = opened["components"]["schemas"]
    for name, words in enums(closed).items():
        assert schemas[name]["type"] == "string"
        assert all(f"`{word}`" in schemas[name]["description"] for word in words)
    known = schemas["MessagingLimitTier"]["description"].rpartition("Known words: ")[2]
    assert ("`UNTIERED`" in known) is (version >= "v24.0")


def test_open_form_is_else_the_same() -> None:
    """What is no enum does not differ from the closed form."""
    closed, opened = contract.document("v24.0"), contract.document("v24.0", enums="open")
    for name in enums(closed):
        del closed["components"]["schemas"][name], opened["components"]["schemas"][name]
    assert opened == closed


def test_unknown_word_fits_the_open_form_only() -> None:
    """A rating that no contract lists fits the open form, and not the closed one."""
    for form, fits in (("closed", False), ("open", True)):
        document = contract.document("v24.0", enums=form)  # type: ignore[arg-type]
        rating: Any = Draft202012Validator(document["components"]["schemas"]["QualityRating"])
        assert rating.is_valid("PURPLE") is fits


def test_document_is_your_own() -> None:
    """What you change in a document is not in the next one."""
    contract.document("v24.0")["paths"].clear()
    assert contract.document("v24.0")["paths"]


def test_names() -> None:
    """Versions, oldest first, and what is shared by all are documents of the contract."""
    assert contract.versions() == GRAPH_VERSIONS
    assert contract.document("errors")["errors"]
    assert contract.document("states")["calls"]


@pytest.mark.parametrize(
    ("name", "options", "possible"),
    [
        ("v9.0", {}, r"v9\.0.*v24\.0.*errors"),
        (None, {}, r"name=.*v24\.0"),
        ("v24.0", {"openapi": "2.0"}, r"openapi='2\.0'.*3\.1, 3\.0"),
        ("v24.0", {"openapi": 3.0}, r"openapi=3\.0.*3\.1, 3\.0"),
        ("v24.0", {"enums": "ajar"}, r"enums='ajar'.*closed, open"),
        ("errors", {"openapi": "3.0"}, r"openapi='3\.0'.*possible: 3\.1"),
        ("states", {"enums": "open"}, r"enums='open'.*possible: closed"),
    ],
)
def test_document_that_is_not_there(name: Any, options: Any, possible: str) -> None:
    """What there is none of is refused, by `document` and by `path`, with what there is."""
    with pytest.raises(InvalidInputError, match=possible):
        contract.document(name, **options)
    with pytest.raises(InvalidInputError, match=possible):
        contract.path(name, **options)
