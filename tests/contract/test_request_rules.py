"""Requests of the contract keep the rules of form that openapi/README.md lists."""

import pytest

from tests.contract.document import (
    COMPONENTS,
    CONTRACT,
    Operation,
    operations,
    reachable,
    resolve,
    schemas,
)

OPERATIONS = operations()
each_operation = pytest.mark.parametrize("op", OPERATIONS, ids=lambda op: op.name)


@each_operation
def test_parameters_stay_in_path_and_query(op: Operation) -> None:
    """A call has no header parameters, and `fields` and `filtering` are plain text."""
    assert {p["in"] for p in op.parameters} <= {"path", "query"}
    kinds = {p["name"]: resolve(p["schema"])["type"] for p in op.parameters}
    assert "array" not in kinds.values()
    assert {kinds.get(name, "string") for name in ("fields", "filtering")} == {"string"}


@each_operation
def test_a_call_has_one_json_body_and_bearer_security(op: Operation) -> None:
    """A call sends at most one body, in JSON, and is authorized by a bearer token.

    A batch goes as a form, and what gives a token out has none to go with.
    """
    if op.body:
        form = ["application/x-www-form-urlencoded"] if op.name == "sendBatch" else []
        assert list(op.call["requestBody"]["content"]) == (form or ["application/json"])
    security = op.call.get("security", CONTRACT["security"])
    assert len(security) == (op.name != "exchangeCode")
    for requirement in security:
        (scheme,) = (COMPONENTS["securitySchemes"][name] for name in requirement)
        assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


def test_bounds_of_requests_can_be_explained() -> None:
    """A pattern is anchored, what is sent with one says it in words, and marks name members."""
    asked = set[str]().union(*(reachable(op.body["schema"]) for op in OPERATIONS if op.body))
    found = dict(schemas())
    for where, schema in found.items():
        pattern = schema.get("pattern", "^$")
        assert pattern.startswith("^"), where
        assert pattern.endswith("$"), where
        if "pattern" in schema and where.partition(".")[0] in asked:
            assert schema["x-rule"], where
        for name in schema.get("x-required-in-requests", ()):
            assert name in schema["properties"], where
        if "x-unique-member" in schema:
            assert schema["x-unique-member"] in resolve(schema["items"])["properties"], where
