"""Every sample in the contract is one that the contract allows and the generated client reads."""

import copy
import functools
import importlib
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
import wabakit_graph.models
from jsonschema import Draft202012Validator

from tests.contract.document import (
    COMPONENTS,
    SCHEMAS,
    Operation,
    delivered,
    media,
    operations,
    properties,
    resolve,
    samples,
    webhooks,
)

HOLDERS = [
    *media(),
    *COMPONENTS["parameters"].items(),
    *COMPONENTS["headers"].items(),
]
SHOWN = [
    (op, status, sample, value)
    for op in operations()
    for status, answer in op.responses.items()
    for sample, value in samples(answer["content"]["application/json"]).items()
]
REQUESTS = [
    (body["schema"]["$ref"].rpartition("/")[2], value)
    for op in operations()
    for body in op.call.get("requestBody", {"content": {}})["content"].values()
    for value in samples(body).values()
]


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Refuse members that an object schema does not declare, and kinds that one does not name."""
    if "properties" not in schema:
        return schema
    kinds = {n: {**s, "type": s["x-json-kinds"]} for n, s in schema["properties"].items()
             if "x-json-kinds" in s}  # fmt: skip
    return {
        "additionalProperties": False,
        **schema,
        "properties": {**schema["properties"], **kinds},
    }


CLOSED = {"schemas": {name: closed(schema) for name, schema in SCHEMAS.items()}}


def test_everything_sent_or_answered_is_shown() -> None:
    """Every body, parameter and header of the contract comes with a sample."""
    assert [name for name, holder in HOLDERS if not samples(holder)] == []


@pytest.mark.parametrize(("name", "holder"), HOLDERS)
def test_samples_fit_their_schema(name: str, holder: dict[str, Any]) -> None:
    """A sample has only declared members, each with a value that its schema allows."""
    validator: Any = Draft202012Validator({**holder["schema"], "components": CLOSED})
    for sample, value in samples(holder).items():
        wrong = [error.message for error in validator.iter_errors(value)]
        assert wrong == [], (name, sample)


def test_every_json_kind_is_shown() -> None:
    """What comes in several JSON kinds is shown in each of them."""
    named = {(w, k) for w, member in properties() for k in member.get("x-json-kinds", ())}
    bodies = [(h["schema"], value) for _, h in HOLDERS for value in samples(h).values()]
    told = dict(webhooks())
    bodies += [
        (told[field]["x-webhook-value"], value)
        for call in told.values()
        for body in samples(call["requestBody"]["content"]["application/json"]).values()
        for field, value in delivered(body)
    ]
    assert named
    assert {shown for schema, value in bodies for shown in kinds_in(schema, value)} == named


def kinds_in(schema: dict[str, Any], value: Any) -> Iterator[tuple[str, str]]:
    """Yield where a value has something that comes in several JSON kinds, and in which it is."""
    name, schema = schema.get("$ref", "").rpartition("/")[2], resolve(schema)
    for item in value if "items" in schema else ():
        yield from kinds_in(schema["items"], item)
    for member, inner in schema.get("properties", {}).items():
        if member not in value:
            continue
        if "x-json-kinds" in inner:
            kind = {str: "string", int: "integer"}[type(value[member])]
            yield f"{name}.{member}", kind
        yield from kinds_in(inner, value[member])


def test_no_answer_shows_a_refused_field() -> None:
    """What Graph was seen to refuse stands in no sample of an answer."""
    refused = {where.rpartition(".")[2] for where, said in properties() if "x-refused" in said}
    assert refused
    for op, status, sample, value in SHOWN:
        assert refused.isdisjoint(re.findall(r"'(\w+)':", repr(value))), (op.name, status, sample)


@pytest.mark.parametrize("op", operations(), ids=lambda op: op.name)
def test_the_generated_client_reads_answers(op: Operation) -> None:
    """The generated client reads a sample answer without loss, as the type that was promised."""
    module = re.sub(r"(?=[A-Z])", "_", op.name).lower()
    endpoint: Any = importlib.import_module(f"wabakit_graph.api.{op.call['tags'][0]}.{module}")
    client = SimpleNamespace(raise_on_unexpected_status=True)
    for status, sample, value in ((s, n, v) for shown, s, n, v in SHOWN if shown == op):
        response = SimpleNamespace(
            status_code=500 if status == "default" else int(status),
            json=functools.partial(copy.deepcopy, value),
        )
        parsed = endpoint._parse_response(client=client, response=response)
        schema = op.responses[status]["content"]["application/json"]["schema"]
        if isinstance(parsed, list):
            assert [item.to_dict() for item in cast(Any, parsed)] == value, (status, sample)
        else:
            assert schema["$ref"].endswith(f"/{type(parsed).__name__}"), (status, sample)
            assert parsed.to_dict() == value, (status, sample)


def test_the_generated_client_writes_requests() -> None:
    """The generated client can hold a sample request, and sends it as it is."""
    for name, value in REQUESTS:
        model = getattr(wabakit_graph.models, name)
        assert model.from_dict(copy.deepcopy(value)).to_dict() == value, name
