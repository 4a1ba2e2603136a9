"""Webhooks go where they should, as Meta sends them, and come again until they are taken."""

import hashlib
import hmac
import json
from datetime import timedelta

import pytest

from tests.emulator.graph import WABA, Graph
from tests.emulator.told import HOOKS, Receiver, changes
from wabakit.emulator import WebhookRequest

SETTINGS = {"calling": {"status": "ENABLED"}}


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


def test_nobody_is_subscribed(graph: Graph) -> None:
    """Without a subscription nothing is told, nor later of what happened before."""
    number = graph.emulator.add_number(WABA, pin="314159")
    graph.post(number.id, pin="271828")
    graph.emulator.webhooks.subscribe(WABA)
    assert len(graph.emulator.webhooks) == 0


def test_an_address_that_is_none(graph: Graph, number_id: str) -> None:
    """What only looks like an address fails its verification."""
    webhook = {"override_callback_uri": "https://[::1", "verify_token": "x"}
    assert graph.refusal("POST", number_id, webhook_configuration=webhook)[:2] == (400, 2200)
