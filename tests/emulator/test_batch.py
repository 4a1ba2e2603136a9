"""Many calls in one."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.emulator.graph import WABA, Graph, good

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def send(graph: Graph, items: Any, **more: str) -> Any:
    """Send a batch as a form; give what it answers."""
    raw = urlencode({"batch": items if isinstance(items, str) else json.dumps(items), **more})
    headers = {**graph.headers, **FORM}
    answer = graph.emulator.handle("POST", "/v24.0/", "", headers, raw.encode())
    decoded = json.loads(answer.body)
    return decoded if answer.status == 200 else (answer.status, decoded["error"])


def read(*places: str) -> list[dict[str, str]]:
    return [{"method": "GET", "relative_url": place} for place in places]


def bodies(answers: list[Any]) -> list[Any]:
    return [answer and json.loads(answer["body"]) for answer in answers]


def test_order_and_text(graph: Graph) -> None:
    """Answers stand in the order of the items, each with its status, its body JSON as text."""
    numbers = [graph.emulator.add_number(WABA).id for _ in range(3)]
    places = [f"{number}?fields=id%2Cstatus" for number in reversed(numbers)]
    answers = send(graph, read(*places[:1], "5", *places[1:]))
    assert [answer["code"] for answer in answers] == [200, 400, 200, 200]
    assert [type(answer["body"]) for answer in answers] == [str] * 4
    found = bodies(answers)
    assert [body.get("id") for body in found] == [numbers[2], None, numbers[1], numbers[0]]
    assert (found[1]["error"]["code"], found[1]["error"]["error_subcode"]) == (100, 33)
    traces = {answer["headers"][1]["value"] for answer in answers}
    assert len(traces) == 4
    assert {"Content-Type", "WWW-Authenticate"} <= {
        header["name"] for header in answers[1]["headers"]
    }


def test_without_headers(graph: Graph) -> None:
    """Headers of the items are left out where they are not wanted."""
    number = graph.emulator.add_number(WABA)
    (answer,) = send(graph, read(number.id), include_headers="false")
    assert answer.keys() == {"code", "body"}


def test_fifty_items(graph: Graph) -> None:
    """Fifty items are answered; one more refuses the whole."""
    number = graph.emulator.add_number(WABA)
    assert len(send(graph, read(*[number.id] * 50))) == 50
    status, error = send(graph, read(*[number.id] * 51))
    assert (status, error["type"]) == (400, "GraphBatchException")
    assert error["message"] == "Too many requests in batch message. Maximum batch size is 50"


@pytest.mark.parametrize(
    "items",
    ["", "{", "{}", "[]", [{"method": "GET"}], [5], read(""), read("v24.0"), read("?batch=[]")],
)
def test_what_is_no_batch(graph: Graph, items: Any) -> None:
    """What is no list of calls, and a batch inside a batch, is refused as a whole."""
    status, error = send(graph, items)
    assert (status, error["code"]) == (400, 100)


def test_a_bad_token(graph: Graph) -> None:
    """A bad token outside refuses the whole; an item may have one of its own, good or bad."""
    number = graph.emulator.add_number(WABA)
    graph.emulator.add_token("narrow", accounts=[])
    answers = send(
        graph,
        read(f"{number.id}?access_token=bad", number.id, f"{number.id}?access_token=narrow"),
    )
    assert [answer["code"] for answer in answers] == [401, 200, 400]
    graph.headers = {"Authorization": "Bearer bad"}
    status, error = send(graph, read(number.id))
    assert (status, error["code"]) == (401, 190)


def test_a_token_in_the_form(graph: Graph) -> None:
    """The token may stand beside the batch, and is that of the items."""
    number = graph.emulator.add_number(WABA)
    token, graph.headers = graph.emulator.token, {}
    (answer,) = send(graph, read(number.id), access_token=token)
    assert answer["code"] == 200


def test_versions_of_items(graph: Graph) -> None:
    """An item has the version of the batch, unless it names one."""
    field = "whatsapp_business_manager_messaging_limit"
    old, new = send(graph, read(f"v23.0/{WABA}?fields={field}", f"{WABA}?fields={field}"))
    assert (old["code"], new["code"]) == (400, 200)


def test_items_that_write(graph: Graph) -> None:
    """An item may write, its body a form; later items see it."""
    number = graph.emulator.add_number(WABA)
    write = {"method": "POST", "relative_url": number.id, "body": "pin=271828"}
    done, seen = bodies(send(graph, [write, *read(f"{number.id}?fields=is_pin_enabled")]))
    assert (done, seen["is_pin_enabled"]) == ({"success": True}, True)
    assert number.pin == "271828"


@pytest.mark.parametrize(("drop", "pin"), [("before", None), ("after", "271828")])
def test_items_without_an_answer(graph: Graph, drop: Any, pin: str | None) -> None:
    """An item that Graph had no time for is null, before or after its effect; others go on."""
    number = graph.emulator.add_number(WABA)
    graph.emulator.fail_next("updatePhoneNumber", drop=drop)
    write = {"method": "POST", "relative_url": number.id, "body": "pin=271828"}
    answers = send(graph, [*read(number.id), write, *read(number.id)])
    assert [answer and answer["code"] for answer in answers] == [200, None, 200]
    assert number.pin == pin


def test_faults_of_items(graph: Graph) -> None:
    """A fault on a call hits an item of a batch; one on the batch hits the whole."""
    number = graph.emulator.add_number(WABA)
    graph.emulator.fail_next("getPhoneNumber", status=500)
    graph.emulator.fail_next("getPhoneNumber", body="empty")
    broken, empty, fine = send(graph, read(*[number.id] * 3))
    assert (broken["code"], fine["code"]) == (500, 200)
    assert "body" not in empty
    graph.emulator.fail_next("sendBatch", status=503)
    assert send(graph, read(number.id))[0] == 503


def test_every_item_counts(graph: Graph) -> None:
    """Each item counts as one call, and the batch tells of the quota of every account."""
    other = graph.emulator.add_account()
    numbers = [graph.emulator.add_number(waba).id for waba in (WABA, other.id)]
    raw = urlencode({"batch": json.dumps(read(*numbers * 25))}).encode()
    answer = graph.emulator.handle("POST", "/", "", {**graph.headers, **FORM}, raw)
    usage = json.loads(answer.headers["X-Business-Use-Case-Usage"])
    assert usage.keys() == {WABA, other.id}
    assert graph.account.meters["whatsapp_business_management"].count(graph.clock()) == 26


def test_a_quota_in_the_middle() -> None:
    """Where limits are on, the items beyond the quota are throttled one by one."""
    graph = Graph(options={"limits": True})
    number = graph.emulator.add_number(WABA, status="PENDING")
    for _ in range(195):
        graph.get(number.id)
    answers = send(graph, read(*[number.id] * 10))
    assert [answer["code"] for answer in answers] == [200] * 5 + [400] * 5
    assert bodies(answers)[-1]["error"]["code"] == 80008


def test_items_are_in_the_log(graph: Graph) -> None:
    """The log has the items, marked as such, and then the batch, without what is in it."""
    number = graph.emulator.add_number(WABA)
    send(graph, read(number.id))
    item, batch = graph.emulator.requests[-2:]
    assert (item.operation, item.note) == ("getPhoneNumber", "An item of a batch.")
    assert (batch.operation, batch.note, batch.query) == ("sendBatch", None, {})


def test_reading_by_ids_is_gone(graph: Graph) -> None:
    """What a batch replaces answers 500 with Graph's words."""
    answer = graph.send("GET", "", {"ids": "1,2"})
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"]) == (500, 100)
    assert error["message"] == "The ids query parameter is deprecated in v26.0+"
    assert good(graph.send("GET", WABA))
