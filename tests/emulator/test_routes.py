"""Every operation of the contract is answered, and nothing else is."""

import json
from typing import Any

import pytest

from tests.contract.document import CONTRACT, Operation, operations, samples
from tests.emulator.graph import WABA, Graph, good
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract import document
from wabakit.emulator import OPERATIONS
from wabakit.emulator.wire.strict import ContractViolation

MISSING = "999000111222333"
PERMISSIONS = ["whatsapp_business_management", "whatsapp_business_messaging"]
EXAMPLES = [
    pytest.param(op, value, id=f"{op.name}-{name}")
    for op in operations()
    for name, value in samples(op.body).items()
]


def test_operations_are_those_of_the_contract() -> None:
    """The emulator answers exactly the operations of the contract, at the same places."""
    assert {op.name: (op.method.upper(), op.path) for op in operations()} == dict(OPERATIONS)
    assert CONTRACT["servers"][0]["variables"]["version"]["default"] == "v23.0"


@pytest.mark.parametrize("op", operations(), ids=lambda op: op.name)
def test_permissions_are_those_of_the_contract(graph: Graph, op: Operation) -> None:
    """Every operation needs each of the permissions that the contract names, and no other."""
    number = graph.emulator.add_number(WABA)
    path = op.path.format(waba_id=WABA, phone_number_id=number.id)[1:]
    needed = op.call["x-permissions"]
    graph.headers = {"Authorization": "Bearer partner"}
    for lacking in needed:
        graph.emulator.add_token("partner", permissions=set(PERMISSIONS) - {lacking})
        assert graph.refusal(op.method.upper(), path)[:2] == (403, 10)
    graph.emulator.add_token("partner", permissions=needed)
    assert graph.send(op.method.upper(), path).status in {200, 400}


@pytest.mark.parametrize(
    ("method", "path", "call"),
    [
        ("POST", "/v23.0/1/registr", "POST /{phone_number_id}/register (registerPhoneNumber)"),
        ("GET", "/1/phone_number", "GET /{waba_id}/phone_numbers (listPhoneNumbers)"),
        ("POST", "/v23.0/1/verify", "POST /{phone_number_id}/verify_code (verifyCode)"),
    ],
)
def test_the_nearest_call_is_named(graph: Graph, method: str, path: str, call: str) -> None:
    """For a call that nothing answers, the nearest one there is can be found in the log."""
    assert graph.emulator.nearest(method, path) == call
    graph.emulator.handle(method, path, "", graph.headers)
    assert call in (graph.emulator.requests[-1].note or "")


@pytest.mark.parametrize(("op", "body"), EXAMPLES)
def test_examples_of_the_contract_are_accepted(graph: Graph, op: Operation, body: Any) -> None:
    """Every request the contract shows is accepted, and the answer fits."""
    number_id = graph.verified() if op.name == "registerPhoneNumber" else ready(graph, op)
    code = {"code": graph.emulator.outbox[-1].code} if op.name == "verifyCode" else {}
    path = op.path.format(waba_id=WABA, phone_number_id=number_id)
    good(graph.send("POST", path[1:], None, {**body, **code}))


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
    graph.version = GRAPH_VERSIONS[-1]
    number = graph.emulator.add_number(WABA, pin="271828", is_official_business_account=True)
    graph.post(f"{number.id}/username", username="jaspers_market")
    graph.post(f"{number.id}/conversational_automation", prompts=["Hello"])
    graph.post(number.id, new_display_name="Jasper's Big Market")
    contract = document(graph.version)
    known = contract["components"]["schemas"]["PhoneNumber"]["properties"].items()
    fields = {"fields": ",".join(name for name, said in known if "x-refused" not in said)}
    wide = op.name in {"listPhoneNumbers", "getPhoneNumber"}
    path = op.path.format(waba_id=WABA, phone_number_id=number.id)
    assert graph.get(path[1:], **(fields if wide else {}))


@pytest.mark.parametrize("node", [MISSING, "me", ""])
@pytest.mark.parametrize(("method", "edge"), [("GET", ""), ("POST", "/register"), ("GET", "/x")])
def test_unknown_ids(graph: Graph, method: str, node: str, edge: str) -> None:
    """An id nobody has is refused with 400, code 100, subcode 33, never with 404."""
    answer = graph.send(method, f"{node}{edge}")
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["error_subcode"]) == (400, 100, 33)
    assert error["type"] == "GraphMethodException"


def test_wrong_verbs_and_edges(graph: Graph) -> None:
    """A wrong verb reads like an unknown id; an edge that no node has is code 2500."""
    number_id = graph.emulator.add_number(WABA).id
    for method, path in [
        ("POST", WABA),
        ("PUT", f"{WABA}/phone_numbers"),
        ("DELETE", number_id),
        ("GET", f"{number_id}/register"),
        ("GET", f"{number_id}/conversational_automation"),
    ]:
        assert graph.refusal(method, path) == (400, 100, 33), path
    for path in [f"{WABA}/register", f"{number_id}/settings/x"]:
        assert graph.refusal("GET", path) == (400, 2500, None), path
    error = json.loads(graph.send("GET", f"{number_id}/settings/x").body)["error"]
    assert error["message"] == "Unknown path components: /settings/x"
    assert error["type"] == "OAuthException"


def test_strict_finds_what_the_contract_does_not_allow(graph: Graph) -> None:
    """A strict emulator answers nothing that the contract does not have, seeds included."""
    number = graph.emulator.add_number(WABA, unknown_words=True, status="SLEEPING")
    assert graph.get(number.id)
    with pytest.raises(ContractViolation, match="getPhoneNumber: status: 'SLEEPING'"):
        graph.get(number.id, fields="status")
