"""Every operation of the contract is answered, and nothing else is."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.contract.document import CONTRACT, Operation, operations, samples
from tests.emulator.graph import WABA, Graph, good
from wabakit._made.versions import GRAPH_VERSIONS
from wabakit.contract import document
from wabakit.emulator import OPERATIONS
from wabakit.emulator.wire.strict import ContractViolation
from wabakit.emulator.world.subscriptions import Callback

MISSING = "999000111222333"
PERMISSIONS = {name for op in operations() for name in op.call["x-permissions"]}
EXAMPLES = [
    pytest.param(op, kind, value, id=f"{op.name}-{name}")
    for op in operations()
    for kind, content in op.call.get("requestBody", {}).get("content", {}).items()
    for name, value in samples(content).items()
]


def test_operations_are_those_of_the_contract() -> None:
    """The emulator answers exactly the operations of the contract, at the same places."""
    assert {op.name: (op.method.upper(), op.path) for op in operations()} == dict(OPERATIONS)
    assert CONTRACT["servers"][0]["variables"]["version"]["default"] == "v23.0"


@pytest.mark.parametrize("op", operations(), ids=lambda op: op.name)
def test_permissions_are_those_of_the_contract(graph: Graph, op: Operation) -> None:
    """Every operation needs each of the permissions that the contract names, and no other."""
    path, needed = graph.place(op.path), op.call["x-permissions"]
    graph.headers = {"Authorization": "Bearer partner"}
    for lacking in needed:
        graph.emulator.add_token("partner", permissions=PERMISSIONS - {lacking})
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


@pytest.mark.parametrize(("op", "kind", "body"), EXAMPLES)
def test_examples_of_the_contract_are_accepted(
    graph: Graph, op: Operation, kind: str, body: Any
) -> None:
    """Every request the contract shows is accepted, and the answer fits."""
    graph.emulator.partners.add_business("1")
    body = deepcopy(body)  # which is the contract's own, as other tests see it
    ready = READY[op.name](graph, body) or {} if op.name in READY else {}
    path = graph.place(op.path, ready.pop("node", ""))
    headers = {**graph.headers, "Content-Type": kind}
    if "appToken" in str(op.call.get("security")):
        app = graph.emulator.partners.apps[0]
        headers["Authorization"] = f"Bearer {app.id}|{app.secret}"
    sent = {**body, **ready}
    raw = json.dumps(sent) if kind == "application/json" else urlencode(sent)
    good(graph.emulator.handle(op.method, f"/v23.0/{path}", "", headers, raw.encode()))


def verified(graph: Graph, _: Any) -> dict[str, Any]:
    return {"node": graph.verified()}


def created(graph: Graph, _: Any) -> dict[str, Any]:
    return {"node": graph.create("2015550100")}


def asked(graph: Graph, _: Any) -> dict[str, Any]:
    number_id = graph.create("2015550100")
    graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
    return {"node": number_id, "code": graph.emulator.outbox[-1].code}


def in_pool(graph: Graph, _: Any) -> dict[str, Any]:
    partners = graph.emulator.partners
    return {"node": partners.add_preverified_number(code_verification_status="NOT_VERIFIED").id}


def asked_in_pool(graph: Graph, _: Any) -> dict[str, Any]:
    number_id = in_pool(graph, _)["node"]
    graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
    return {"node": number_id, "code": graph.emulator.outbox[-1].code}


def shareable(graph: Graph, body: Any) -> None:
    partners = graph.emulator.partners
    partners.add_preverified_number(id=body["preverified_id"])
    if body["partner_business_id"] == partners.business().id:
        body["partner_business_id"] = partners.add_business().id


def claimable(graph: Graph, body: Any) -> None:
    if "preverified_id" in body:
        digits = body.get("cc", "") + body["phone_number"]
        graph.emulator.partners.add_preverified_number(
            id=body["preverified_id"], phone_number=digits
        )


def subscribed(graph: Graph, _: Any) -> None:
    app = graph.emulator.partners.apps[0]
    callback = Callback("https://hooks.example.com/wa", "a-token")
    graph.emulator.world.subscriptions.subscribe_app(app.id, callback, ["messages"])


def in_both(graph: Graph, _: Any) -> dict[str, Any]:
    return {"node": graph.emulator.add_number(WABA, is_on_biz_app=True).id}


READY: dict[str, Callable[[Graph, Any], dict[str, Any] | None]] = {
    "registerPhoneNumber": verified,
    "requestCode": created,
    "verifyCode": asked,
    "requestPreverifiedCode": in_pool,
    "verifyPreverifiedCode": asked_in_pool,
    "sharePreverifiedNumber": shareable,
    "createPhoneNumber": claimable,
    "subscribeApp": subscribed,
    "syncAppData": in_both,
}
"""What has to be there for a request to succeed: a node, a code, what it names."""


@pytest.mark.parametrize(
    "op", [op for op in operations() if op.method == "get"], ids=lambda op: op.name
)
def test_reads_answer_as_the_contract_says(graph: Graph, op: Operation) -> None:
    """Every read of what has everything is answered as the contract says."""
    graph.version = GRAPH_VERSIONS[-1]
    number = graph.emulator.add_number(WABA, pin="271828", is_official_business_account=True)
    graph.post(f"{number.id}/username", username="jaspers_market")
    graph.post(f"{number.id}/conversational_automation", prompts=["Hello"])
    graph.post(number.id, new_display_name="Jasper's Big Market")
    graph.post(f"{WABA}/subscribed_apps")
    partners = graph.emulator.partners
    partners.share_account(graph.emulator.add_account(business_id=partners.add_business().id).id)
    app = partners.apps[0]
    asked = {"input_token": graph.emulator.token, "client_id": app.id, "client_secret": app.secret}
    asked["code"] = partners.issue_code()
    in_pool = "{preverified_id}" in op.path
    path = graph.place(op.path, "" if in_pool else number.id)
    everything = FIELDS.get(op.name)
    fields = {} if everything is None else {"fields": ",".join(fields_of(everything, graph))}
    known = {p["name"] for p in op.parameters}
    assert graph.get(path, **fields, **{n: value for n, value in asked.items() if n in known})


FIELDS = {
    "listPhoneNumbers": "PhoneNumber",
    "getPhoneNumber": "PhoneNumber",
    "getAccount": "WhatsAppBusinessAccount",
    "listOwnedAccounts": "WhatsAppBusinessAccount",
    "listClientAccounts": "WhatsAppBusinessAccount",
    "getBusiness": "Business",
    "getPreverifiedNumber": "PreverifiedNumber",
    "listPreverifiedNumbers": "PreverifiedNumber",
}


def fields_of(schema: str, graph: Graph) -> list[str]:
    known = document(graph.version)["components"]["schemas"][schema]["properties"]
    return [name for name, said in known.items() if "x-refused" not in said]


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
    business_id = graph.emulator.partners.business().id
    for path in [f"{number_id}/phone_numbers", f"{business_id}/subscribed_apps"]:
        assert graph.refusal("GET", path) == (400, 100, None), path
    error = json.loads(graph.send("GET", f"{business_id}/subscribed_apps").body)["error"]
    assert error["message"] == "(#100) Tried accessing nonexisting field (subscribed_apps)"
    assert graph.refusal("POST", f"{business_id}/subscribed_apps") == (400, 100, None)
    assert graph.refusal("POST", "%7Bwaba_id%7D/phone_numbers") == (400, 100, 33)
    error = json.loads(graph.send("GET", f"{number_id}/settings/x").body)["error"]
    assert error["message"] == "Unknown path components: /settings/x"
    assert error["type"] == "OAuthException"


def test_strict_finds_what_the_contract_does_not_allow(graph: Graph) -> None:
    """A strict emulator answers nothing that the contract does not have, seeds included."""
    number = graph.emulator.add_number(WABA, unknown_words=True, status="SLEEPING")
    assert graph.get(number.id)
    with pytest.raises(ContractViolation, match="getPhoneNumber: status: 'SLEEPING'"):
        graph.get(number.id, fields="status")
