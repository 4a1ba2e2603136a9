"""Calls fail on purpose."""

import json
from datetime import timedelta
from typing import Any

import anyio
import httpx
import pytest

from tests.emulator.graph import START, WABA, Graph
from wabakit.emulator import Emulator

LIST = f"{WABA}/phone_numbers"
DEREGISTERED: dict[str, Any] = {
    "status": "DISCONNECTED",
    "code_verification_status": "VERIFIED",
    "pin": "314159",
}
URL = "https://graph.facebook.com/v23.0/"


def status(graph: Graph, path: str = LIST) -> int:
    """Make a read; give its status."""
    return graph.send("GET", path).status


@pytest.mark.parametrize("error", ["two-step-pin-mismatch", 133005, (133005, None)])
def test_an_error_of_the_catalogue(graph: Graph, error: Any) -> None:
    """The next call of an operation fails as told, takes no effect, and the one after is fine."""
    number = graph.emulator.add_number(WABA, **DEREGISTERED)
    graph.emulator.fail_next("registerPhoneNumber", error=error)
    assert status(graph) == 200
    assert graph.registration_refusal(number.id) == 133005
    assert number.status == "DISCONNECTED"
    assert "fault" in (graph.emulator.requests[-1].note or "")
    assert graph.register(number.id) == {"success": True}
    assert graph.emulator.faults == []


def test_a_throttled_call(graph: Graph) -> None:
    """A throttling error comes with the header that says the account is at its limit."""
    graph.emulator.fail_next(error=80008)
    answer = graph.send("GET", LIST)
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (400, 80008)
    (usage,) = json.loads(answer.headers["X-Business-Use-Case-Usage"])[WABA]
    assert usage["call_count"] == 100
    assert usage["estimated_time_to_regain_access"] == 1


def test_which_calls_are_hit(graph: Graph) -> None:
    """A fault can wait, repeat, and hit one number only."""
    one, other = graph.emulator.add_number(WABA), graph.emulator.add_number(WABA)
    graph.emulator.fail_next("getPhoneNumber", number=one.id, status=503, after=1, times=2)
    assert [status(graph, other.id) for _ in range(3)] == [200, 200, 200]
    assert [status(graph, one.id) for _ in range(4)] == [200, 503, 503, 200]
    graph.emulator.fail_next(number=WABA, status=500, times=None)
    assert [status(graph, one.id), status(graph)] == [500, 500]
    graph.emulator.clear_faults()
    assert status(graph) == 200


def test_chance_repeats() -> None:
    """With a probability some calls fail, the same ones every time."""

    def story() -> list[int]:
        graph = Graph()
        graph.emulator.fail_next(status=500, probability=0.5, times=None)
        return [status(graph) for _ in range(40)]

    assert story() == story()
    assert set(story()) == {200, 500}


@pytest.mark.parametrize(("drop", "connected"), [("before", False), ("after", True)])
def test_a_dropped_connection(graph: Graph, drop: Any, connected: bool) -> None:
    """The connection ends before or after the call took effect, which the caller cannot tell."""
    number = graph.emulator.add_number(WABA, **DEREGISTERED)
    graph.emulator.fail_next("registerPhoneNumber", drop=drop)
    body = {"messaging_product": "whatsapp", "pin": "314159"}
    with (
        httpx.Client(transport=graph.emulator.transport(), headers=graph.headers) as http,
        pytest.raises(httpx.ReadError),
    ):
        http.post(f"{URL}{number.id}/register", json=body)
    assert number.is_registered == connected


def test_broken_bodies(graph: Graph) -> None:
    """A body can be HTML of a gateway, empty, or end in the middle."""
    with httpx.Client(transport=graph.emulator.transport(), headers=graph.headers) as http:
        graph.emulator.fail_next(body="html")
        answer = http.get(URL + LIST)
        assert answer.status_code == 502
        assert answer.headers["content-type"].startswith("text/html")
        graph.emulator.fail_next(body="html", status=503)
        assert http.get(URL + LIST).status_code == 503
        graph.emulator.fail_next(body="empty")
        assert (http.get(URL + LIST).content, http.get(URL + LIST).status_code) == (b"", 200)
        graph.emulator.fail_next(body="truncated")
        with pytest.raises(httpx.RemoteProtocolError):
            http.get(URL + LIST)


def test_a_late_answer(graph: Graph) -> None:
    """A delay moves a frozen clock on, and is a timeout for whoever does not wait so long."""
    graph.emulator.fail_next(delay=4, times=2)
    with httpx.Client(transport=graph.emulator.transport(), headers=graph.headers) as http:
        assert http.get(URL + LIST, timeout=5).status_code == 200
        assert graph.clock() == START + timedelta(seconds=4)
        with pytest.raises(httpx.ReadTimeout):
            http.get(URL + LIST, timeout=3)
    assert graph.clock() == START + timedelta(seconds=7)


def test_faults_reach_async_clients(graph: Graph) -> None:
    """An async client meets the same faults."""

    async def get() -> None:
        async with httpx.AsyncClient(
            transport=graph.emulator.transport(), headers=graph.headers
        ) as http:
            await http.get(URL + LIST)

    graph.emulator.fail_next(drop="after")
    with pytest.raises(httpx.ReadError):
        anyio.run(get)


def test_a_value_nobody_knows(graph: Graph) -> None:
    """A field of the answer can have a value that no list has."""
    graph.emulator.add_number(WABA)
    graph.emulator.fail_next("listPhoneNumbers", enum=("quality_rating", "PURPLE"))
    assert graph.get(LIST)["data"][0]["quality_rating"] == "PURPLE"
    assert graph.get(LIST)["data"][0]["quality_rating"] == "GREEN"


@pytest.mark.parametrize(
    "fault",
    [
        {},
        {"error": "no-such-error"},
        {"error": 99999},
        {"status": 200},
        {"delay": -1},
        {"status": 500, "times": 0},
        {"status": 500, "after": -1},
        {"status": 500, "probability": 2},
        {"drop": "sometimes"},
        {"body": "pdf"},
        {"operation": "sendMessage", "status": 500},
    ],
)
def test_faults_without_sense(graph: Graph, fault: dict[str, Any]) -> None:
    """A fault that could not do what it says is refused at once."""
    with pytest.raises(ValueError, match=r"\w"):
        graph.emulator.fail_next(**fault)
    assert graph.emulator.faults == []


@pytest.mark.parametrize("name", ["registerPhoneNumber", "register_phone_number", "register"])
def test_names_of_an_operation(name: str) -> None:
    """An operation is named by its operationId, by that in snake case, or by its edge."""
    assert Emulator().fail_next(name, status=500).operation == "registerPhoneNumber"


def test_name_of_two_operations() -> None:
    """An edge that is read and written names neither, and the error says which there are."""
    with pytest.raises(ValueError, match="listPhoneNumbers or createPhoneNumber"):
        Emulator().fail_next("phone_numbers", status=500)
