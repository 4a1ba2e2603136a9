"""Webhooks go where they should, as Meta sends them, and in the manner that a test asks for."""

import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.emulator.control import Control
from tests.emulator.graph import WABA, Graph
from wabakit.emulator import Emulator, WebhookRequest

HOOKS = "https://hooks.example.com"
SETTINGS = {"calling": {"status": "ENABLED"}}


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


@pytest.fixture
def number_id(graph: Graph) -> str:
    """A number whose account an app is subscribed to."""
    graph.emulator.webhooks.subscribe(WABA, callback_url=f"{HOOKS}/app")
    return graph.emulator.add_number(WABA, pin="314159").id


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


def test_bytes_and_signature(graph: Graph, number_id: str) -> None:
    """The body is escaped ASCII, and signed as it is with the secret of the app."""
    graph.post(number_id, new_display_name="Bäckerei 1/2 😀")
    graph.emulator.approve_name(number_id)
    (hook,) = graph.emulator.webhooks
    assert rb'"requested_verified_name":"B\u00e4ckerei 1\/2 \ud83d\ude00"' in hook.body
    secret = graph.emulator.partners.apps[0].secret
    expected = hmac.new(secret.encode(), hook.body, hashlib.sha256).hexdigest()
    assert hook.headers["X-Hub-Signature-256"] == f"sha256={expected}"
    assert hook.headers["Content-Type"] == "application/json"
    assert (hook.url, hook.status) == (f"{HOOKS}/app", "delivered")
    assert secret not in repr(hook) + repr(hook.request)


def test_who_is_told(graph: Graph, number_id: str) -> None:
    """Only an app that is subscribed to the field and to the account; each at its own callback."""
    emulator = graph.emulator
    for app_id, fields in [("71", ["security"]), ("72", ["account_update"])]:
        emulator.partners.add_app(app_id, secret="other")
        emulator.webhooks.subscribe(
            WABA, app_id=app_id, fields=fields, callback_url=f"{HOOKS}/{app_id}"
        )
    other = emulator.add_account()
    graph.post(emulator.add_number(other.id).id, pin="161803")
    graph.post(number_id, pin="271828")
    assert [hook.url for hook in emulator.webhooks] == [f"{HOOKS}/app", f"{HOOKS}/71"]
    signatures = {hook.headers["X-Hub-Signature-256"] for hook in emulator.webhooks}
    assert len(signatures) == 2
    emulator.world.subscriptions.unsubscribe(WABA, "71")
    graph.post(number_id, pin="161803")
    assert len(emulator.webhooks) == 3


def test_the_callback_that_is_chosen(graph: Graph, number_id: str) -> None:
    """Number, account, app, in this order; what overrides do not apply to goes to the app."""
    emulator = graph.emulator
    number = emulator.number(number_id)
    graph.post(f"{number_id}/settings", **SETTINGS)
    emulator.webhooks.subscribe(WABA, callback_url=f"{HOOKS}/app", override_url=f"{HOOKS}/account")
    emulator.change_number(number_id, settings={})
    number.webhook_configuration = {"phone_number": f"{HOOKS}/number"}
    graph.post(f"{number_id}/settings", **SETTINGS)
    graph.post(number_id, pin="271828")
    chosen = [hook.url.removeprefix(HOOKS) for hook in emulator.webhooks]
    assert chosen == ["/app", "/account", "/number", "/app"]


def test_several_accounts_list_a_number(graph: Graph, number_id: str) -> None:
    """A number that several accounts list is told of under each, to its own subscribers."""
    emulator = graph.emulator
    other = emulator.add_account()
    emulator.partners.list_number(number_id, other.id)
    emulator.webhooks.subscribe(other.id, callback_url=f"{HOOKS}/app")
    graph.post(number_id, pin="271828")
    entries = [json.loads(hook.body)["entry"][0]["id"] for hook in emulator.webhooks]
    assert entries == [WABA, other.id]


def test_a_receiver(graph: Graph, number_id: str) -> None:
    """A receiver gets every POST at once, may call back, and ends with None."""
    emulator = graph.emulator
    seen: list[str] = []

    def receive(request: WebhookRequest) -> tuple[int, bytes]:
        seen.append(changes(request.body)[0]["value"]["event"])
        if len(seen) == 1:
            graph.post(number_id, pin="161803")
        return 200, b""

    emulator.webhooks.receive(receive)
    graph.post(number_id, pin="271828")
    assert seen == ["PIN_CHANGED", "PIN_CHANGED"]
    emulator.webhooks.receive(None)
    graph.post(number_id, pin="271828")
    assert (len(seen), len(emulator.webhooks)) == (2, 3)


def test_a_receiver_that_raises(graph: Graph, number_id: str) -> None:
    """What a receiver raises comes out of the call; the POST counts as failed and comes again."""

    def refuse(_: WebhookRequest) -> tuple[int, bytes]:
        raise RuntimeError("a bug of the test")

    graph.emulator.webhooks.receive(refuse)
    with pytest.raises(RuntimeError, match="a bug of the test"):
        graph.post(number_id, pin="271828")
    graph.emulator.webhooks.receive(receiver := Receiver())
    assert graph.emulator.webhooks[0].status == "failing"
    graph.clock.advance("PT1M")
    assert [hook.status for hook in graph.emulator.webhooks] == ["delivered"]
    assert len(receiver.got) == 1


def test_it_is_tried_again(graph: Graph, number_id: str) -> None:
    """What is not answered with 200 comes again, the same bytes, after pauses that grow."""
    graph.emulator.webhooks.receive(receiver := Receiver(500, 302, 0, 201))
    graph.post(number_id, pin="271828")
    (hook,) = graph.emulator.webhooks
    pauses: list[timedelta] = []
    while hook.status == "failing":
        assert hook.due_at is not None
        pauses.append(hook.due_at - graph.clock())
        graph.clock.freeze(hook.due_at - timedelta(seconds=1))
        assert len(graph.emulator.webhooks[0].tries) == len(pauses)
        graph.clock.advance("PT1S")
        graph.emulator.webhooks.deliver()
    assert [tried.status for tried in hook.tries] == [500, 302, 0, 201, 200]
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[-1]
    assert len({request.body for request in receiver.got}) == 1
    assert hook.status == "delivered"


def test_it_is_given_up(graph: Graph, number_id: str) -> None:
    """After 7 days nobody is asked any more."""
    graph.emulator.webhooks.receive(receiver := Receiver(*[500] * 100))
    graph.post(number_id, pin="271828")
    start = graph.clock()
    while (hook := graph.emulator.webhooks[0]).due_at is not None:
        graph.clock.freeze(hook.due_at)
    assert hook.status == "given up"
    assert timedelta(days=6) < graph.clock() - start <= timedelta(days=7)
    graph.clock.advance("P30D")
    graph.emulator.webhooks.deliver()
    assert len(receiver.got) == len(hook.tries)


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


def test_nobody_is_subscribed(graph: Graph) -> None:
    """Without a subscription nothing is told, nor later of what happened before."""
    number = graph.emulator.add_number(WABA, pin="314159")
    graph.post(number.id, pin="271828")
    graph.emulator.webhooks.subscribe(WABA)
    assert len(graph.emulator.webhooks) == 0


def test_a_snapshot_holds_what_is_pending(graph: Graph, number_id: str) -> None:
    """What waits and what failed goes on from a snapshot, with the same bytes and signature."""
    graph.emulator.webhooks.receive(Receiver(500))
    graph.post(number_id, pin="271828")
    graph.emulator.webhooks.shape(delay=3600)
    graph.post(number_id, pin="161803")
    saved = json.loads(json.dumps(graph.emulator.snapshot()))
    (failed,) = graph.emulator.webhooks
    graph.emulator.restore(saved)
    assert graph.emulator.snapshot() == saved
    graph.emulator.webhooks.receive(receiver := Receiver())
    graph.clock.advance("PT1H")
    again, waited = graph.emulator.webhooks
    assert (again.body, again.headers) == (failed.body, failed.headers)
    assert [hook.status for hook in (again, waited)] == ["delivered", "delivered"]
    assert len(receiver.got) == 2
    graph.emulator.reset()
    assert [hook.status for hook in graph.emulator.webhooks] == ["failing"]


DAMAGES: list[dict[str, Any]] = [
    {"manner": {"delay": -1}},
    {"manner": {"speed": 1}},
    {"waiting": [{}]},
    {"failing": [{"app_id": "1"}]},
    {"failing": 5},
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_webhooks(graph: Graph, number_id: str, damage: dict[str, Any]) -> None:
    """A snapshot with other webhooks than it should have is refused, and changes nothing."""
    saved = graph.emulator.snapshot()
    saved["webhooks"] = {**saved["webhooks"], **damage}
    with pytest.raises(ValueError, match="damaged"):
        graph.emulator.restore(saved)
    assert graph.emulator.number(number_id).pin == "314159"


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
