"""What subscribers were told, as tests of the emulator's webhooks read it."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft202012Validator

from tests.emulator.graph import WABA, Graph
from wabakit.emulator import Emulator, WebhookRequest
from wabakit.emulator.contract import contract

HOOKS = "https://hooks.example.com"
DIGITS = {"display_phone_number": "12025550142"}
DESCRIBED = contract()


class Receiver:
    """Answers for callbacks: with what it is told to, else as it should."""

    def __init__(self, *statuses: int, challenge: bytes | None = None) -> None:
        self.got: list[WebhookRequest] = []
        self._statuses, self._challenge = list(statuses), challenge

    def __call__(self, request: WebhookRequest) -> tuple[int, bytes]:
        self.got.append(request)
        status = self._statuses.pop(0) if self._statuses else 200
        asked = parse_qs(urlsplit(request.url).query).get("hub.challenge", [""])[0].encode()
        return status, asked if self._challenge is None else self._challenge


def events(emulator: Emulator) -> list[list[str]]:
    """The PIN events in each POST that was sent."""
    return [
        [change["value"]["display_phone_number"] for change in changes(hook.body)]
        for hook in emulator.webhooks
    ]


def changes(body: bytes) -> list[dict[str, Any]]:
    """Every change in a body."""
    return [change for entry in json.loads(body)["entry"] for change in entry["changes"]]


def change_pins(graph: Graph, times: int) -> list[str]:
    """Change the PINs of so many numbers; give their digits."""
    numbers = [graph.emulator.add_number(WABA, pin="314159") for _ in range(times)]
    for number in numbers:
        graph.post(number.id, pin="271828")
    return [number.digits for number in numbers]


def told(graph: Graph) -> list[tuple[str, dict[str, Any]]]:
    """Field and value of everything that was sent; the account stands in each envelope."""
    bodies = [json.loads(hook.body) for hook in graph.emulator.webhooks]
    for body in bodies:
        fits_the_contract(body)
    entries = [entry for body in bodies for entry in body["entry"]]
    assert {body["object"] for body in bodies} <= {"whatsapp_business_account"}
    assert all(entry["id"] == WABA for entry in entries)
    assert all(entry["time"] == int(graph.clock().timestamp()) for entry in entries)
    return [(change["field"], change["value"]) for entry in entries for change in entry["changes"]]


def fits_the_contract(body: dict[str, Any]) -> None:
    """Hold a body against the schema of webhooks, and each value against that of its field.

    A member that may be null (`x-null`) counts as missing then.
    """
    fits({"$ref": "#/components/schemas/Webhook"}, body)
    for entry in body["entry"]:
        for change in entry["changes"]:
            schema = DESCRIBED["webhooks"][change["field"]]["post"]["x-webhook-value"]
            fits(schema, without_nulls(schema, change["value"]))


def without_nulls(schema: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a value what is null and may be."""
    members = DESCRIBED["components"]["schemas"][schema["$ref"].rpartition("/")[2]]["properties"]
    return {n: v for n, v in value.items() if v is not None or "x-null" not in members.get(n, {})}


def fits(schema: dict[str, Any], value: dict[str, Any]) -> None:
    """Hold a value against a schema of the contract."""
    validator: Any = Draft202012Validator({**schema, "components": DESCRIBED["components"]})
    assert [error.message for error in validator.iter_errors(value)] == []


def quality(event: str, now: str, **old: str) -> dict[str, Any]:
    """Build the value of a phone_number_quality_update."""
    limits = {"current_limit": now, "max_daily_conversations_per_business": now}
    return {**DIGITS, "event": event, **old, **limits}
