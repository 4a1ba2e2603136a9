"""What the contract says of webhooks: each names what its value holds, and shows it."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.contract.document import (
    CONTRACT,
    SCHEMAS,
    delivered,
    inner_schemas,
    reachable,
    resolve,
    samples,
    webhooks,
)
from tests.contract.test_examples import CLOSED

WEBHOOKS = dict(webhooks())
DELIVERIES = {
    f"{field}-{name}": body
    for field, call in WEBHOOKS.items()
    for name, body in samples(call["requestBody"]["content"]["application/json"]).items()
}
VALUES = [
    pytest.param(WEBHOOKS[field]["x-webhook-value"], value, id=f"{sample}-{place}")
    for sample, body in DELIVERIES.items()
    for place, (field, value) in enumerate(delivered(body))
]
each_webhook = pytest.mark.parametrize(("field", "call"), WEBHOOKS.items())


@each_webhook
def test_a_webhook_is_told_in_full(field: str, call: dict[str, Any]) -> None:
    """A webhook is a field that an app can subscribe to, and says where it is known from."""
    assert field in SCHEMAS["WebhookField"]["enum"]
    assert call["operationId"] == f"on{field.title().replace('_', '')}"
    assert call["tags"] == ["webhooks"]
    assert call["x-source"]
    (permission,) = call["x-permissions"]
    assert f"To receive it the app needs `{permission}`." in call["description"]
    assert list(call["responses"]) == ["200"]
    assert call["responses"]["200"]["description"]


@each_webhook
def test_a_webhook_shows_what_it_names(field: str, call: dict[str, Any]) -> None:
    """A webhook comes in the envelope of all, and shows its own field in every sample."""
    media = call["requestBody"]["content"]["application/json"]
    assert media["schema"] == {"$ref": "#/components/schemas/Webhook"}
    assert samples(media)
    for body in samples(media).values():
        assert body["object"] == "whatsapp_business_account"
        assert field in [shown for shown, _ in delivered(body)]


@pytest.mark.parametrize(("schema", "value"), VALUES)
def test_values_fit_their_schema(schema: dict[str, Any], value: Any) -> None:
    """The value of a sample has only members that its webhook names, of the right kinds."""
    validator: Any = Draft202012Validator({**schema, "components": CLOSED})
    assert [error.message for error in validator.iter_errors(value)] == []


def test_every_member_is_shown() -> None:
    """Every member of what webhooks hold, as far as they alone hold it, stands in some sample."""
    shared = reachable({"$ref": "#/components/schemas/CallingSettings"})
    named = {
        f"{name}.{member}"
        for call in WEBHOOKS.values()
        for name in reachable(call["x-webhook-value"]) - shared
        for member in SCHEMAS[name].get("properties", {})
    }
    shown = {place for param in VALUES for place in places(*param.values)}
    assert named <= shown


def places(schema: Any, value: Any) -> set[str]:
    """Name every member of a value by its schema."""
    name, found = schema.get("$ref", "").rpartition("/")[2], resolve(schema)
    inner = [(found["items"], item) for item in value] if "items" in found else []
    members = {n: s for n, s in found.get("properties", {}).items() if n in value}
    inner += [(member, value[n]) for n, member in members.items()]
    return {f"{name}.{n}" for n in members}.union(*(places(*one) for one in inner))


def test_every_word_of_an_event_is_shown() -> None:
    """Every word for what happened to an account, on which the other members hang, has a sample."""
    told = {value["event"] for body in DELIVERIES.values() for field, value in delivered(body)
            if field == "account_update"}  # fmt: skip
    assert told == set(SCHEMAS["AccountUpdateEvent"]["enum"])


def test_inline_members_are_those_of_the_holder() -> None:
    """What may stand beside an object as well as in it is declared the same at both places."""
    marked = {
        (name, member): said
        for name, schema in SCHEMAS.items()
        for member, said in schema.get("properties", {}).items()
        if "x-inline" in said
    }
    assert ("AccountAlert", "alert_info") in marked
    for (holder, _), said in marked.items():
        assert said["x-inline"] is True
        assert resolve(said)["properties"].items() <= SCHEMAS[holder]["properties"].items()


def test_what_is_listed_in_old_pages() -> None:
    """What may stand inside of a list is of one kind otherwise."""
    marked = {
        where: said
        for name, schema in SCHEMAS.items()
        for where, said in inner_schemas(name, schema)
        if "x-listed" in said
    }
    assert "BanInfo.waba_ban_state" in marked
    for said in marked.values():
        assert said["x-listed"] is True
        assert resolve(said)["type"] == "string"


def test_numbers_are_digits() -> None:
    """A number is named by digits alone, wherever a webhook names it."""
    assert SCHEMAS["PhoneDigits"]["pattern"] == "^[0-9]+$"
    for call in WEBHOOKS.values():
        members = resolve(call["x-webhook-value"])["properties"]
        for name in members.keys() & {"display_phone_number", "phone_number"}:
            assert members[name]["$ref"].endswith("/PhoneDigits")


def test_verification_and_signing_are_told() -> None:
    """Who reads descriptions alone learns how a callback is verified, and a body signed."""
    (said,) = (tag["description"] for tag in CONTRACT["tags"] if tag["name"] == "webhooks")
    words = re.findall(r"`([^`]+)`", said)
    assert {"hub.challenge", "hub.verify_token", "X-Hub-Signature-256", "sha256="} <= set(words)
