"""The receivers of docs/webhooks.md, each in its framework, as Meta calls them."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import urlencode

import httpx
import pytest

from tests.docs.pages import DOCS
from tests.webhooks.deliveries import APP_SECRET, SAMPLES, sign, wire
from wabakit.webhooks import Event, parse

TOKEN = "my-verify-token-7731"
QUESTION = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": TOKEN}
BODY = wire(SAMPLES["phone_number_name_update-several"])


class Answer(NamedTuple):
    """What a receiver answered."""

    status: int
    text: str
    type: str


Ask = Callable[[str, bytes | None, dict[str, str]], Answer]
"""Asks a receiver: with a GET for this query, or with a POST of this body and these headers."""


def fastapi(names: dict[str, Any]) -> Ask:
    async def asked(method: str, query: str, **sent: Any) -> httpx.Response:
        transport = httpx.ASGITransport(names["app"])
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await client.request(method, f"/webhooks?{query}", **sent)

    def ask(query: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        method = "GET" if body is None else "POST"
        told = asyncio.run(asked(method, query, content=body, headers=headers))
        return Answer(told.status_code, told.text, told.headers.get("content-type", ""))

    return ask


def flask(names: dict[str, Any]) -> Ask:
    client: Any = names["app"].test_client()

    def ask(query: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        method = "GET" if body is None else "POST"
        told = client.open(f"/webhooks?{query}", method=method, data=body, headers=headers)
        return Answer(told.status_code, told.text, told.headers["content-type"])

    return ask


def django(names: dict[str, Any]) -> Ask:
    settings: Any = import_module("django.conf").settings
    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["testserver"], USE_TZ=True)
    factory: Any = import_module("django.test").RequestFactory(enforce_csrf_checks=True)

    def ask(query: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        address = f"/webhooks?{query}"
        request = (
            factory.get(address)
            if body is None
            else factory.post(address, body, content_type="application/json", headers=headers)
        )
        told = names["webhook"](request)
        return Answer(told.status_code, told.content.decode(), told.headers["Content-Type"])

    return ask


RECEIVERS = {"FastAPI": fastapi, "Flask": flask, "Django": django}


class Receiver(NamedTuple):
    """A receiver of the page, running."""

    ask: Ask
    handled: list[Event]


@pytest.fixture(params=RECEIVERS)
def receiver(request: pytest.FixtureRequest) -> Receiver:
    handled: list[Event] = []
    names: dict[str, Any] = {"__name__": __name__}
    names |= {"APP_SECRET": APP_SECRET, "VERIFY_TOKEN": TOKEN, "handle": handled.append}
    make = RECEIVERS[request.param]
    (code,) = (b.code for b in DOCS["webhooks"].blocks() if f"from {make.__name__}" in b.code)
    exec(code, names)
    return Receiver(make(names), handled)


def test_the_address_is_verified(receiver: Receiver) -> None:
    """Meta's question is answered with the challenge alone, as text."""
    told = receiver.ask(urlencode(QUESTION), None, {})
    assert (told.status, told.text) == (200, "1158201444")
    assert told.type.startswith("text/plain")


@pytest.mark.parametrize("query", ["", urlencode({**QUESTION, "hub.verify_token": "another"})])
def test_another_question_is_refused(receiver: Receiver, query: str) -> None:
    """Who does not know the token learns nothing."""
    told = receiver.ask(query, None, {})
    assert told.status == 403
    assert "1158201444" not in told.text


def test_events_are_handled(receiver: Receiver) -> None:
    """What Meta signed is answered with 200, and its events are handled in order."""
    assert receiver.ask("", BODY, {"X-Hub-Signature-256": sign(BODY)}).status == 200
    assert receiver.handled == parse(BODY)
    assert len(receiver.handled) == 3


@pytest.mark.parametrize("headers", [{}, {"X-Hub-Signature-256": sign(BODY, "x")}])
def test_unsigned_events_are_refused(receiver: Receiver, headers: dict[str, str]) -> None:
    """What Meta did not sign is answered with 403, and nothing of it is handled."""
    assert receiver.ask("", BODY, headers).status == 403
    assert receiver.handled == []


def test_other_bodies_are_refused(receiver: Receiver) -> None:
    """What is no webhook of an account is answered with 400."""
    body = wire({"object": "page", "entry": []})
    assert receiver.ask("", body, {"X-Hub-Signature-256": sign(body)}).status == 400
    assert receiver.handled == []


def test_receivers_are_short() -> None:
    """A receiver has about ten lines."""
    shown = [b.code for b in DOCS["webhooks"].blocks() if "VERIFY_TOKEN" in b.code]
    assert len(shown) == len(RECEIVERS)
    for code in shown:
        lines = [line for line in code.splitlines() if line and "import " not in line]
        assert len(lines) <= 13
        assert max(map(len, code.splitlines())) <= 100
