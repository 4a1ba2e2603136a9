"""The quick reader of long lists makes what the generated parser makes."""

import pickle
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from wabakit_graph import models

from openapi.tools.yamltext import read
from wabakit._decode import decoder

CONTRACT = Path(__file__).parents[2] / "openapi/phone_numbers.yaml"
SCHEMAS: dict[str, Any] = read(CONTRACT)["components"]["schemas"]


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


@given(values(SCHEMAS["PhoneNumberPage"]))
def test_quick_reader_agrees_with_the_generated_parser(page: dict[str, Any]) -> None:
    """A page reads the same either way, or is left to the generated parser."""
    try:
        quick = decoder(models.PhoneNumberPage)(page)
    except KeyError:  # an enum value that the contract does not list
        assert "NEVER_SEEN" in str(page)
        return
    assert quick == models.PhoneNumberPage.from_dict(page)
    assert pickle.loads(pickle.dumps(quick)) == quick


@given(values(SCHEMAS["PhoneNumber"]), st.sampled_from([None, 1, "text", [], {}, [[]]]))
def test_quick_reader_never_accepts_what_the_parser_refuses(
    number: dict[str, Any], wrong: object
) -> None:
    """Where the generated parser refuses a nested value, so does the quick reader."""
    number = {**number, "health_status": wrong, "throughput": wrong}
    try:
        models.PhoneNumber.from_dict(number)
    except (AttributeError, KeyError, TypeError, ValueError):
        try:
            decoder(models.PhoneNumber)(number)
        except (AttributeError, KeyError, TypeError, ValueError):
            return
        raise AssertionError(f"only the generated parser refused {number}") from None
