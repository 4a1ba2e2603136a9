"""The control routes do what people and time would."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulator.control import CALLS, DESCRIBED, Control
from tests.emulator.graph import START, WABA, Graph
from wabakit.emulator.control.router import ROUTER

FIELDS = "health_status{entities{id,errors{error_code}}},quality_score{score},throughput{level}"
MEMBERS = sorted(
    {
        name
        for schema in DESCRIBED["components"]["schemas"].values()
        for name in schema.get("properties", {})
    }
)
WORDS = [
    "9999-12-31T23:59:59-05:00",
    "0001-01-01T00:00:00+14:00",
    "P1D",
    "2026-01-01T00:00:00Z",
    "requestCode",
    "123456",
    "before",
    "wabakit-emulator",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(MEMBERS), inner, max_size=2)
    ),
    max_leaves=4,
)


def nested(depth: int) -> Any:
    """So many objects, each in the one before."""
    return {"a": nested(depth - 1)} if depth else None


DEEP = nested(400)


@pytest.fixture
def control(graph: Graph) -> Control:
    """The control routes of an emulator with one account."""
    return Control(graph)


def test_all_routes_are_described() -> None:
    """The description names exactly the routes there are."""
    assert CALLS.keys() == {f"{at.method} {at.path}" for at, _ in ROUTER.routes.values()}


def test_a_number_walks(graph: Graph, control: Control) -> None:
    """A code is read, a name approved, 14 days are skipped, without Python."""
    number_id = graph.create()
    graph.post(f"{number_id}/request_code", code_method="SMS", language="en_US")
    (sent,) = control("GET /codes")["codes"]
    assert (sent["phone_number_id"], sent["is_usable"]) == (number_id, True)
    graph.post(f"{number_id}/verify_code", code=sent["code"])
    (sent,) = control("GET /codes", query=f"phone_number_id={number_id}")["codes"]
    assert not sent["is_usable"]
    assert control("GET /codes", query="phone_number_id=1") == {"codes": []}
    (review,) = control("GET /reviews")["reviews"]
    assert review["name_under_review"] == "Lucky Shrub"
    control(f"POST /reviews/{number_id}/approve")
    assert graph.get(number_id, fields="name_status")["name_status"] == "APPROVED"
    assert control("GET /reviews") == {"reviews": []}
    assert control.send(f"POST /reviews/{number_id}/decline")[0] == 400
    graph.post(number_id, new_display_name="Lucky Tree")
    control(f"POST /reviews/{number_id}/decline")
    assert graph.emulator.number(number_id).new_name_status == "DECLINED"
    assert control("POST /clock", {"advance": "P14D"})["now"].startswith("2026-03-15T12:00")


def test_the_clock(graph: Graph, control: Control) -> None:
    """The clock is read, frozen, run and moved on."""
    assert control("GET /clock") == {"now": START.isoformat(), "is_frozen": True}
    assert not control("POST /clock", {"run": True})["is_frozen"]
    assert control("POST /clock", {"freeze": True})["is_frozen"]
    moved = control("POST /clock", {"freeze": "2027-01-01T00:00:00Z", "advance": "PT10M"})
    assert moved["now"] == "2027-01-01T00:10:00+00:00"
    for end in ["9999-12-30T00:00:00Z", "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+14:00"]:
        status, answer = control.send("POST /clock", {"freeze": end})
        assert status == 400, answer
    for bad in [{}, {"freeze": "2027-01-01"}, {"advance": "soon"}, {"speed": 2}, {"run": "yes"}]:
        assert control.send("POST /clock", bad)[0] == 400
    assert graph.clock().year == 2027


def test_state_and_reset(graph: Graph, control: Control) -> None:
    """The state is taken, put back and reset."""
    saved = control("GET /state")
    graph.create()
    after = control("GET /state")
    assert len(after["accounts"][0]["numbers"]) == 1
    control("POST /reset")
    assert control("GET /state") == saved
    control("PUT /state", after)
    assert control("GET /state")["accounts"] == after["accounts"]
    assert control.send("POST /state", {"version": 2})[0] == 400


def test_faults(graph: Graph, control: Control) -> None:
    """A fault is put into force, seen and ended."""
    made = control("POST /faults", {"operation": "listPhoneNumbers", "error": [136024, 2388091]})
    assert made["error"] == "code-not-sent"
    control("POST /faults", {"status": 503, "enum": ["status", "NEW"], "times": None})
    assert graph.refusal("GET", f"{WABA}/phone_numbers") == (400, 136024, 2388091)
    assert [fault["status"] for fault in control("GET /faults")["faults"]] == [503]
    control("DELETE /faults")
    assert graph.get(f"{WABA}/phone_numbers") == {"data": []}
    for name in ["registerPhoneNumber", "register_phone_number", "register"]:
        assert control("POST /faults", {"operation": name, "status": 500})["operation"] == (
            "registerPhoneNumber"
        )
    named = control("POST /faults", {"operation": "request_code", "status": 500})
    assert named["operation"] == "requestCode"
    for bad in [
        {},
        {"operation": "phone_numbers", "status": 500},
        {"operation": "sing", "status": 500},
        {"colour": 1},
        {"error": "x"},
        {"status": True},
        {"enum": ["a"]},
        {"delay": "1"},
    ]:
        assert control.send("POST /faults", bad)[0] == 400


def test_requests_are_shown(graph: Graph, control: Control) -> None:
    """The last Graph calls can be read, control calls not among them."""
    graph.send("GET", "nowhere")
    graph.create()
    unknown, created = control("GET /requests")["requests"]
    assert (unknown["status"], unknown["error"]) == (400, [100, 33])
    assert "Nearest" in unknown["note"]
    assert (created["operation"], created["error"]) == ("createPhoneNumber", None)


def test_seeds(graph: Graph, control: Control) -> None:
    """Accounts, numbers and tokens are made and changed."""
    account = control("POST /accounts", {"is_verified": False, "may_have_usernames": False})
    assert account["max_numbers"] == 2
    changed = control(f"PATCH /accounts/{account['id']}", {"max_numbers": 7})
    assert changed["max_numbers"] == 7
    body = {"waba_id": WABA, "cc": "44", "phone_number": "2079460123", "status": "PENDING"}
    number = control("POST /numbers", body)
    assert (number["digits"], number["status"]) == ("442079460123", "PENDING")
    patch = {"quality_rating": "RED", "quality_score": None, "signed_up_at": "2026-01-01T00:00:00Z"}
    control(f"PATCH /numbers/{number['id']}", patch)
    assert graph.get(number["id"])["quality_rating"] == "RED"
    control("POST /tokens", {"token": "reader", "permissions": []})
    graph.headers = {"Authorization": "Bearer reader"}
    assert graph.refusal("GET", number["id"])[:2] == (403, 10)


@pytest.mark.parametrize(
    ("call", "body", "status"),
    [
        ("POST /numbers", {"waba_id": "999"}, 404),
        ("POST /numbers", {"colour": "blue"}, 400),
        ("POST /numbers", {"waba_id": WABA, "id": WABA}, 400),
        ("PATCH /numbers/999", {"status": "CONNECTED"}, 404),
        ("PATCH /accounts/999", {"max_numbers": 3}, 404),
        ("POST /accounts", {"is_verified": None}, 400),
        ("POST /numbers", {"status": "CONECTED"}, 400),
        ("POST /numbers", {"signed_up_at": "9999-12-31T23:59:59-05:00"}, 400),
        ("POST /numbers", {"code_verified_at": "9999-12-31T00:00:00Z"}, 400),
        ("POST /numbers", {"throughput": DEEP}, 400),
        ("PATCH /accounts/102290129340398", {"name": DEEP}, 400),
        ("POST /accounts", [1], 400),
        ("POST /tokens", {"permissions": []}, 400),
        ("POST /reviews/999/approve", None, 404),
        ("GET /nothing", None, 404),
        ("DELETE /clock", None, 404),
    ],
)
def test_mistakes(control: Control, call: str, body: Any, status: int) -> None:
    """What is not there is 404, what makes no sense 400, both with a sentence."""
    found, answer = control.send(call, body)
    assert found == status
    assert answer["error"]["message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:8791"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Origin": "http://localhost:8791"},
        {"Origin": "null"},
    ],
)
def test_strangers_are_kept_out(control: Control, headers: dict[str, str]) -> None:
    """A name that is not this machine's, or a page from elsewhere, is refused with 403."""
    assert control.send("POST /reset", **headers)[0] == 403


@pytest.mark.parametrize("host", ["localhost:8791", "127.0.0.1", "[::1]:8791", "LOCALHOST"])
def test_this_machine_gets_in(control: Control, host: str) -> None:
    """Every name of this machine is good, with its own pages."""
    status, health = control.send("GET /health", Host=host, Origin=f"http://{host}")
    assert status == 200
    assert health["token"] == control.graph.emulator.token


@settings(database=None)
@given(st.sampled_from(sorted(CALLS)), st.dictionaries(st.sampled_from(MEMBERS), JSON, max_size=4))
def test_nothing_breaks_them(call: str, body: dict[str, Any]) -> None:
    """Whatever is sent, the answer is one that is described, and Graph goes on answering."""
    graph = Graph(options={"strict": False})
    number = graph.emulator.add_number(WABA)
    path = call.replace("{phone_number_id}", number.id).replace("{waba_id}", WABA)
    status, _ = Control(graph, checks_bodies=False).send(path, body)
    assert status in {200, 400, 404}
    graph.emulator.clear_faults()
    assert graph.send("GET", number.id, {"fields": FIELDS}).status in {200, 400}


def test_documents(control: Control) -> None:
    """The contract and the description of these routes name this server."""
    assert control("GET /openapi.json")["servers"][0]["url"] == "http://127.0.0.1:8791/{version}"
    servers = control("GET /control.json")["servers"]
    assert servers == [{"url": "http://127.0.0.1:8791/_emulator"}]
