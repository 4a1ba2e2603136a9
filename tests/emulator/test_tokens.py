"""Tokens may do more or less."""

import json
from datetime import timedelta

import pytest

from tests.emulator.graph import START, WABA, Graph
from wabakit.emulator import Emulator

MANAGE = "whatsapp_business_management"


def test_a_missing_permission(graph: Graph) -> None:
    """Without the permission to manage, nothing goes; without the one to message, no register."""
    number = graph.emulator.add_number(WABA, pin="314159")
    register = {"messaging_product": "whatsapp", "pin": "314159"}
    graph.emulator.add_token("manager", permissions=[MANAGE])
    graph.emulator.add_token("nobody", permissions=[])
    graph.headers = {"Authorization": "Bearer manager"}
    assert graph.get(number.id)["id"] == number.id
    assert graph.refusal("POST", f"{number.id}/register", **register) == (403, 10, None)
    graph.headers = {"Authorization": "Bearer nobody"}
    assert graph.refusal("GET", number.id) == (403, 10, None)


def test_an_account_out_of_sight(graph: Graph) -> None:
    """An account the token was not given cannot be listed, and its numbers do not exist."""
    number = graph.emulator.add_number(WABA)
    other = graph.emulator.add_account()
    graph.emulator.add_token("partner", accounts=[other.id])
    graph.headers = {"Authorization": "Bearer partner"}
    assert graph.get(f"{other.id}/phone_numbers") == {"data": []}
    assert graph.refusal("GET", f"{WABA}/phone_numbers") == (403, 200, None)
    assert graph.refusal("GET", number.id) == (400, 100, 33)
    answer = graph.send("GET", number.id)
    assert WABA not in str(answer.headers)


def test_a_token_ends(graph: Graph) -> None:
    """An expired token is 190 with the subcode that says so."""
    graph.emulator.add_token("short", expires_at=START + timedelta(hours=1))
    graph.headers = {"Authorization": "Bearer short"}
    graph.get(f"{WABA}/phone_numbers")
    graph.clock.advance("PT1H")
    assert graph.refusal("GET", f"{WABA}/phone_numbers") == (401, 190, 463)


def test_real_tokens_are_refused(graph: Graph) -> None:
    """A token that looks real is refused, with an explanation that does not repeat it."""
    graph.headers = {"Authorization": "Bearer EAAB0123456789"}
    answer = graph.send("GET", f"{WABA}/phone_numbers")
    message = json.loads(answer.body)["error"]["message"]
    assert answer.status == 401
    assert "emulator" in message
    assert "EAAB0123456789" not in answer.body.decode()


@pytest.mark.parametrize("token", ["EAAB0123456789", "anything"])
def test_any_token(token: str) -> None:
    """Told so, an emulator takes every token, but not none."""
    graph = Graph(options={"any_token": True})
    graph.headers = {"Authorization": f"Bearer {token}"}
    assert graph.get(f"{WABA}/phone_numbers") == {"data": []}
    graph.headers = {}
    assert graph.refusal("GET", f"{WABA}/phone_numbers") == (401, 104, None)


def test_a_token_of_ones_own() -> None:
    """The token an emulator was made with is good, whatever it looks like."""
    emulator = Emulator(token="EAAmine", strict=True)
    emulator.add_account(WABA)
    path = f"/v23.0/{WABA}/phone_numbers"
    assert emulator.handle("GET", path, "access_token=EAAmine").status == 200
