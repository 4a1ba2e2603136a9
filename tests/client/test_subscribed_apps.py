"""Who gets the webhooks of an account: subscribing, overriding, reading, and how it is refused."""

from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always, refusal, sent


def test_subscription(answering: Answering) -> None:
    """A plain subscription sends nothing, an override both of its parts."""
    server = answering(always({"success": True}))
    server.account.subscribe()
    assert sent(server.last) == {}
    server.account.subscribe("https://hooks.example.com/wa/42", "a-random-text")
    assert sent(server.last) == {
        "override_callback_uri": "https://hooks.example.com/wa/42",
        "verify_token": "a-random-text",
    }
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"callback_url": "https://hooks.example.com"}, "verify_token"),
        ({"verify_token": "text"}, "callback_url"),
        ({"callback_url": "http://hooks.example.com", "verify_token": "text"}, "callback_url"),
        ({"callback_url": "", "verify_token": "text"}, "callback_url"),
        ({"callback_url": "https://hooks.example.com", "verify_token": ""}, "verify_token"),
    ],
)
def test_half_an_override(answering: Answering, given: dict[str, str], field: str) -> None:
    """An override without one of its parts, or with a wrong one, is refused unsent."""
    server = answering(always({"success": True}))
    with pytest.raises(wabakit.InvalidInputError) as caught:
        server.account.subscribe(**given)
    assert (caught.value.field, server.requests) == (field, [])


def test_subscribed_apps(answering: Answering) -> None:
    """Who is subscribed is read with the override where there is one; a link may be missing."""
    app = {"id": "670000000000001", "name": "Inbox One"}
    other = {"id": "670000000000002", "link": "https://www.example.com/"}
    rows: list[dict[str, Any]] = [
        {"whatsapp_business_api_data": app, "override_callback_uri": "https://hooks.example.com"},
        {"whatsapp_business_api_data": other},
        {},
    ]
    server = answering(always({"data": rows}))
    first, second, last = server.account.subscribed_apps()
    assert first.whatsapp_business_api_data is not None
    assert second.whatsapp_business_api_data is not None
    assert first.whatsapp_business_api_data.id == "670000000000001"
    assert first.whatsapp_business_api_data.link is None
    assert first.override_callback_uri == "https://hooks.example.com"
    assert second.whatsapp_business_api_data.link == "https://www.example.com/"
    assert (second.override_callback_uri, last.whatsapp_business_api_data) == (None, None)
    assert len(server.requests) == 1


BEFORE = (
    "(#100) Before override the current callback uri, your app must be subscribed to receive"
    " messages for WhatsApp Business Account"
)


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [
        (100, BEFORE, ["whatsapp_business_account", "/{app-id}/subscriptions"]),
        (2200, "(#2200) Callback verification failed", ["hub.challenge"]),
        (2201, "(#2201) Callback verification failed", ["hub.challenge"]),
        (
            100,
            "(#100) Tried accessing nonexisting field (subscribed_apps)",
            ["that of a business", "WhatsApp Business Account"],
        ),
    ],
)
def test_refused_subscriptions(
    answering: Answering, code: int, message: str, words: list[str]
) -> None:
    """What is refused says how to put it right, the id of another kind of object too."""
    server = answering(refusal(code, message=message))
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        server.account.subscribe("https://hooks.example.com", "a-random-text")
    assert all(word in caught.value.advice for word in words)
    assert message.partition(") ")[2] in str(caught.value)
    assert "a-random-text" not in str(caught.value)
    assert len(server.requests) == 1


def test_business_where_an_account_belongs(answering: Answering) -> None:
    """The id of a business, or of a number, in place of that of an account is told from others."""
    message = "(#100) Tried accessing nonexisting field (subscribed_apps)"
    server = answering(refusal(100, message=message))
    for call in (server.account.subscribe, server.account.subscribed_apps, server.account.get):
        with pytest.raises(wabakit.InvalidRequestError) as caught:
            call()
        assert "the id is that of a business or of a number" in caught.value.advice
    with pytest.raises(wabakit.InvalidRequestError) as caught:
        list(server.business.accounts())
    assert "that of a business portfolio belongs" in caught.value.advice
