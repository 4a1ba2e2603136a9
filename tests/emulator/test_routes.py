"""Every operation of the contract is answered, and nothing else is."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.contract.document import CONTRACT, SCHEMAS, Operation, operations, resolve, samples
from tests.emulator.graph import WABA, Graph, good
from wabakit.emulator import OPERATIONS

MISSING = "999000111222333"
EXAMPLES = [
    pytest.param(op, value, id=f"{op.name}-{name}")
    for op in operations()
    if "requestBody" in op.call
    for name, value in samples(op.call["requestBody"]["content"]["application/json"]).items()
]


def check(op: Operation, answer: dict[str, Any]) -> None:
    schema = resolve(op.call["responses"]["200"])["content"]["application/json"]["schema"]
    document = {**schema, "components": {"schemas": SCHEMAS}}
    validator: Any = Draft202012Validator(document)
    assert [error.message for error in validator.iter_errors(answer)] == []


def test_operations_are_those_of_the_contract() -> None:
    """The emulator answers exactly the operations of the contract, at the same places."""
    assert {op.name: (op.method.upper(), op.path) for op in operations()} == dict(OPERATIONS)
    assert CONTRACT["servers"][0]["variables"]["version"]["default"] == "v23.0"


@pytest.mark.parametrize(("op", "body"), EXAMPLES)
def test_examples_of_the_contract_are_accepted(graph: Graph, op: Operation, body: Any) -> None:
    """Every request the contract shows is accepted, and answered as the contract says."""
    number_id = graph.verified() if op.name == "registerPhoneNumber" else ready(graph, op)
    code = {"code": graph.emulator.outbox[-1].code} if op.name == "verifyCode" else {}
    path = op.path.format(waba_id=WABA, phone_number_id=number_id)
    check(op, good(graph.send("POST", path[1:], None, {**body, **code})))


def ready(graph: Graph, op: Operation) -> str:
    if op.name == "requestCode":
        return graph.create("2015550100")
    if op.name == "verifyCode":
        number_id = graph.create("2015550100")
        graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
        return number_id
    return graph.emulator.add_number(WABA).id


@pytest.mark.parametrize(
    "op", [op for op in operations() if op.method == "get"], ids=lambda op: op.name
)
def test_reads_answer_as_the_contract_says(graph: Graph, op: Operation) -> None:
    """Every read of a number that has everything is answered as the contract says."""
    number = graph.emulator.add_number(WABA, pin="271828", is_official_business_account=True)
    graph.post(f"{number.id}/username", username="jaspers_market")
    graph.post(f"{number.id}/conversational_automation", prompts=["Hello"])
    graph.post(number.id, new_display_name="Jasper's Big Market")
    fields = {"fields": ",".join(SCHEMAS["PhoneNumber"]["properties"])}
    wide = op.name in {"listPhoneNumbers", "getPhoneNumber"}
    path = op.path.format(waba_id=WABA, phone_number_id=number.id)
    check(op, graph.get(path[1:], **(fields if wide else {})))


@pytest.mark.parametrize("node", [MISSING, "me", ""])
@pytest.mark.parametrize(("method", "edge"), [("GET", ""), ("POST", "/register"), ("GET", "/x")])
def test_unknown_ids(graph: Graph, method: str, node: str, edge: str) -> None:
    """An id nobody has is refused with 400, code 100, subcode 33, never with 404."""
    answer = graph.send(method, f"{node}{edge}")
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["error_subcode"]) == (400, 100, 33)
    assert error["type"] == "GraphMethodException"


def test_wrong_verbs_and_edges(graph: Graph) -> None:
    """A wrong verb reads like an unknown id; an edge the node does not have is code 100."""
    number_id = graph.emulator.add_number(WABA).id
    for method, path in [
        ("GET", WABA),
        ("PUT", f"{WABA}/phone_numbers"),
        ("DELETE", number_id),
        ("GET", f"{number_id}/register"),
        ("GET", f"{number_id}/conversational_automation"),
    ]:
        assert graph.refusal(method, path) == (400, 100, 33), path
    for path in [f"{WABA}/register", f"{number_id}/phone_numbers", f"{number_id}/settings/x"]:
        assert graph.refusal("GET", path) == (400, 100, None), path
