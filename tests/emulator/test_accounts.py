"""The account itself, and the apps that are told of it."""

import json
from typing import Any

import pytest

from tests.emulator.graph import START, WABA, Graph

OVERRIDE = {"override_callback_uri": "https://hooks.example.com/wa/42", "verify_token": "a-token"}


def test_fields_of_an_account(graph: Graph) -> None:
    """Four fields come unasked; what is unset is left out, and statuses are lower case."""
    assert graph.get(WABA).keys() == {"id", "name", "timezone_id", "message_template_namespace"}
    fields = (
        "account_review_status,business_verification_status,ownership_type,status,country,"
        "primary_business_location,primary_funding_id,creation_time,currency"
    )
    assert graph.get(WABA, fields=fields) == {
        "account_review_status": "APPROVED",
        "business_verification_status": "verified",
        "ownership_type": "SELF",
        "status": "ACTIVE",
        "creation_time": int(START.timestamp()),
        "currency": "USD",
        "id": WABA,
    }
    graph.account.is_verified = False
    shown = graph.get(WABA, fields="business_verification_status")
    assert shown["business_verification_status"] == "not_verified"


def test_the_messaging_limit_came_with_v24(graph: Graph) -> None:
    """Before v24.0 the messaging limit of an account is no field."""
    field = "whatsapp_business_manager_messaging_limit"
    assert graph.refusal("GET", WABA, fields=field) == (400, 100, None)
    graph.version = "v24.0"
    assert graph.get(WABA, fields=field)[field] == "TIER_250"
    graph.emulator.add_number(WABA, whatsapp_business_manager_messaging_limit="TIER_10K")
    assert graph.get(WABA, fields=field)[field] == "TIER_10K"


def test_health_of_an_account(graph: Graph) -> None:
    """An account that is not approved cannot send."""
    assert graph.get(WABA, fields="health_status")["health_status"]["can_send_message"] == (
        "AVAILABLE"
    )
    graph.account.account_review_status = "REJECTED"
    health = graph.get(WABA, fields="health_status")["health_status"]
    assert health["can_send_message"] == "BLOCKED"
    assert {entity["entity_type"] for entity in health["entities"]} == {"WABA", "BUSINESS"}


def subscribe_app(graph: Graph) -> None:
    """Subscribe the token's app to the object, as `POST /{app_id}/subscriptions` does."""
    app = graph.emulator.partners.apps[0]
    with_app_token = {"Authorization": f"Bearer {app.id}|{app.secret}"}
    headers, graph.headers = graph.headers, with_app_token
    graph.post(
        f"{app.id}/subscriptions",
        object="whatsapp_business_account",
        callback_url="https://hooks.example.com/app",
        verify_token="app-token",
        fields="messages,phone_number_name_update",
    )
    graph.headers = headers


def test_subscribing(graph: Graph) -> None:
    """An app is subscribed by its token, listed without a link it does not have, and removed."""
    edge = f"{WABA}/subscribed_apps"
    assert graph.get(edge) == {"data": []}
    assert graph.post(edge) == {"success": True}
    app = graph.emulator.partners.apps[0]
    shown = {"id": app.id, "name": app.name}
    assert graph.get(edge) == {"data": [{"whatsapp_business_api_data": shown}]}
    app.link = "https://inbox.example.com/"
    assert graph.get(edge)["data"][0]["whatsapp_business_api_data"]["link"] == app.link
    graph.emulator.partners.add_app("99", secret="its-secret")
    graph.emulator.add_token("other", app_id="99")
    graph.headers = {"Authorization": "Bearer other"}
    graph.post(edge)
    assert len(graph.get(edge)["data"]) == 2
    assert graph.send("DELETE", edge).status == 200
    (left,) = graph.get(edge)["data"]
    assert left["whatsapp_business_api_data"]["id"] == app.id
    assert graph.send("DELETE", edge).status == 200


def test_an_override_needs_a_subscription_of_the_app(graph: Graph) -> None:
    """Without an app-level subscription an override is refused in Graph's words, with it is not."""
    edge = f"{WABA}/subscribed_apps"
    answer = graph.send("POST", edge, None, OVERRIDE)
    error = json.loads(answer.body)["error"]
    assert (answer.status, error["code"], error["type"]) == (400, 100, "OAuthException")
    assert error["message"].startswith("(#100) Before override the current callback uri, your app")
    subscribe_app(graph)
    graph.post(edge, **OVERRIDE)
    (row,) = graph.get(edge)["data"]
    assert row["override_callback_uri"] == OVERRIDE["override_callback_uri"]
    assert "a-token" not in str(row)


def test_a_plain_subscription_clears_the_override(graph: Graph) -> None:
    """A second override replaces the first, and a call without a body removes it."""
    edge = f"{WABA}/subscribed_apps"
    subscribe_app(graph)
    graph.post(edge, **OVERRIDE)
    graph.post(edge, **{**OVERRIDE, "override_callback_uri": "https://hooks.example.com/2"})
    assert graph.get(edge)["data"][0]["override_callback_uri"] == "https://hooks.example.com/2"
    graph.post(edge, subscribed_fields="messages")
    assert "override_callback_uri" not in graph.get(edge)["data"][0]


@pytest.mark.parametrize(
    "body",
    [
        {"verify_token": "x"},
        {"override_callback_uri": "https://hooks.example.com/wa/42"},
        {**OVERRIDE, "override_callback_uri": f"https://hooks.example.com/{'x' * 200}"},
        {**OVERRIDE, "override_callback_uri": "hooks"},
    ],
)
def test_half_an_override(graph: Graph, body: dict[str, Any]) -> None:
    """Address and token are needed together, the address of at most 200 characters."""
    subscribe_app(graph)
    assert graph.refusal("POST", f"{WABA}/subscribed_apps", **body) == (400, 100, None)
    assert graph.get(f"{WABA}/subscribed_apps") == {"data": []}


def test_apps_of_an_account_out_of_sight(graph: Graph) -> None:
    """Without access to the account it is 403 with code 200."""
    graph.emulator.add_token("narrow", accounts=[])
    graph.headers = {"Authorization": "Bearer narrow"}
    assert graph.refusal("POST", f"{WABA}/subscribed_apps") == (403, 200, None)


@pytest.mark.parametrize("values", [{}, {"object": "page"}, {"fields": "Messages"}])
def test_subscriptions_of_an_app(graph: Graph, values: dict[str, str]) -> None:
    """The app's own token is needed, and all four values."""
    app = graph.emulator.partners.apps[0]
    assert graph.refusal("POST", f"{app.id}/subscriptions") == (400, 15, None)
    graph.headers = {"Authorization": f"Bearer {app.id}|{app.secret}"}
    body = {
        "object": "whatsapp_business_account",
        "callback_url": "https://hooks.example.com/app",
        "verify_token": "app-token",
        "fields": "messages",
    }
    for name in body:
        lacking = {key: value for key, value in {**body, **values}.items() if key != name}
        assert graph.refusal("POST", f"{app.id}/subscriptions", **lacking) == (400, 100, None)
    if values:
        changed = {**body, **values}
        assert graph.refusal("POST", f"{app.id}/subscriptions", **changed) == (400, 100, None)
    graph.headers = {"Authorization": f"Bearer {app.id}|wrong"}
    assert graph.refusal("POST", f"{app.id}/subscriptions", **body) == (401, 190, None)


def test_a_number_shows_where_its_webhooks_go(graph: Graph) -> None:
    """A number names the callback of the app, that of its account, and its own, where set."""
    number = graph.emulator.add_number(WABA)
    subscribe_app(graph)
    graph.post(f"{WABA}/subscribed_apps", **OVERRIDE)
    shown = graph.get(number.id, fields="webhook_configuration")["webhook_configuration"]
    assert shown == {
        "whatsapp_business_account": OVERRIDE["override_callback_uri"],
        "application": "https://hooks.example.com/app",
    }
    graph.post(f"{WABA}/subscribed_apps")
    own = {"override_callback_uri": "https://hooks.example.com/own", "verify_token": "x"}
    graph.post(number.id, webhook_configuration=own)
    shown = graph.get(number.id, fields="webhook_configuration")
    assert shown["webhook_configuration"] == {
        "phone_number": "https://hooks.example.com/own",
        "application": "https://hooks.example.com/app",
    }
