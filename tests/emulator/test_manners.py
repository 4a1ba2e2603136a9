"""Webhooks come late, twice, bundled and in any order, when a test asks for it."""

import json
from typing import Any

import pytest

from tests.emulator.control import Control
from tests.emulator.graph import WABA, Graph
from tests.emulator.told import HOOKS, change_pins, changes, events


def test_delay(graph: Graph, number_id: str) -> None:
    """A delay is one on the emulator's clock, and the event keeps the time it happened at."""
    happened = int(graph.clock().timestamp())
    graph.emulator.webhooks.shape(delay=3600)
    graph.post(number_id, pin="271828")
    assert len(graph.emulator.webhooks) == 0
    graph.clock.advance("PT1H")
    (hook,) = graph.emulator.webhooks
    assert json.loads(hook.body)["entry"][0]["time"] == happened


def test_copies(graph: Graph, number_id: str) -> None:
    """Duplicates are the same bytes with the same signature."""
    graph.emulator.webhooks.shape(copies=3)
    graph.post(number_id, pin="271828")
    sent = [(hook.body, hook.headers["X-Hub-Signature-256"]) for hook in graph.emulator.webhooks]
    assert len(sent) == 3
    assert len(set(sent)) == 1


def test_disorder(graph: Graph, number_id: str) -> None:
    """What was held back comes in another order, the same for the same seed; nothing is lost."""
    graph.emulator.webhooks.shape(held=True)
    happened = change_pins(graph, 8)
    assert events(graph.emulator) == []
    graph.emulator.webhooks.shape(held=False, shuffled=True)
    came = [digits for (digits,) in events(graph.emulator)]
    assert came != happened
    assert sorted(came) == sorted(happened)
    assert number_id


def test_together(graph: Graph, number_id: str) -> None:
    """One POST holds several changes, in an entry for each account and second."""
    graph.emulator.webhooks.shape(held=True, together=3)
    happened = change_pins(graph, 2)
    graph.clock.advance("PT1S")
    happened += change_pins(graph, 2)
    graph.emulator.webhooks.shape(held=False)
    assert events(graph.emulator) == [happened[:3], happened[3:]]
    entries = json.loads(graph.emulator.webhooks[0].body)["entry"]
    assert [len(entry["changes"]) for entry in entries] == [2, 1]
    assert entries[1]["time"] == entries[0]["time"] + 1
    assert number_id


@pytest.mark.parametrize(
    "manner", [{"delay": -1}, {"delay": 604_801}, {"copies": 0}, {"copies": 11}, {"together": 0}]
)
def test_manners_that_make_no_sense(graph: Graph, manner: dict[str, Any]) -> None:
    """A manner without sense is refused, and the one before stays."""
    before = graph.emulator.webhooks.manner
    with pytest.raises(ValueError, match=next(iter(manner))):
        graph.emulator.webhooks.shape(**manner)
    assert graph.emulator.webhooks.manner == before


def test_an_account_is_restricted_over_http(graph: Graph, number_id: str) -> None:
    """What happens to an account over the control routes is told as well."""
    control = Control(graph)
    restricted = {"restriction_type": "RESTRICTED_UTILITY_TEMPLATES", "expiration": 1796000000}
    control(f"PATCH /accounts/{WABA}", {"restriction_info": [restricted]})
    control(f"PATCH /accounts/{WABA}", {"waba_ban_state": "DISABLE"})
    control(f"PATCH /accounts/{WABA}", {"waba_ban_state": None, "restriction_info": []})
    control.send(f"POST /reviews/{number_id}/decline", {"reason": "UNKNOWN"})
    told = [
        change["value"]["event"]
        for hook in graph.emulator.webhooks
        for change in changes(hook.body)
    ]
    assert told == ["ACCOUNT_RESTRICTION", "DISABLED_UPDATE"]


MISTAKES: list[tuple[str, dict[str, Any]]] = [
    ("POST /webhooks", {"waba_id": "999", "field": "security", "value": {}}),
    ("POST /webhooks", {"field": "security", "value": {}}),
    ("POST /webhooks", {"waba_id": WABA, "field": "security", "value": None}),
    ("POST /subscriptions", {"waba_id": "999"}),
    ("POST /subscriptions", {"waba_id": WABA, "callback_url": "http://shop.example"}),
    ("POST /subscriptions", {"fields": ["security"]}),
    ("PATCH /webhooks", {"copies": 0}),
    ("PATCH /webhooks", {"copies": None}),
    ("PATCH /webhooks", {"speed": 2}),
]


def test_the_control_routes(graph: Graph, number_id: str) -> None:
    """Webhooks are read, sent and shaped without Python; no secret is shown."""
    control = Control(graph)
    control("POST /subscriptions", {"waba_id": WABA, "callback_url": f"{HOOKS}/app?key=hidden"})
    assert control("PATCH /webhooks", {"copies": 2, "held": True})["copies"] == 2
    value = {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SCAM"}}
    control("POST /webhooks", {"waba_id": WABA, "field": "account_update", "value": value})
    shown = control("GET /webhooks")
    assert [waiting["value"] for waiting in shown["waiting"]] == [value]
    assert shown["sent"] == []
    control("PATCH /webhooks", {"held": False})
    shown = control("GET /webhooks")
    assert [sent["status"] for sent in shown["sent"]] == ["delivered", "delivered"]
    assert changes(shown["sent"][0]["body"])[0]["value"] == value
    assert shown["sent"][0]["url"] == f"{HOOKS}/app"
    secret = graph.emulator.partners.apps[0].secret
    assert "hidden" not in json.dumps(shown)
    assert secret not in json.dumps(shown)
    assert number_id
    for call, body in MISTAKES:
        assert control.send(call, body)[0] in {400, 404}, body
