"""What client and emulator say to each other is what documents show, not what the two agreed on.

Every method is used against the emulator. What was asked and answered then has to be of a shape
that a sample of the contract shows, each of which was written from a source; what is not stands in
`ONLY_EMULATED` with its source.
"""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import wabakit
from openapi.tools.yamltext import read
from tests.contract.document import PATH, operations, resolve, samples
from tests.faces import Face, Transport
from tests.samples.curated import every_field
from wabakit import PhoneNumber
from wabakit.contract import versions
from wabakit.emulator import Account, Emulator

ONLY_EMULATED: dict[str, str] = {}
"""Shapes that no sample of the contract shows, and where they are known from."""

CATALOGUE: dict[str, Any] = read(PATH.parent / "errors.yaml")
BADGE: dict[str, Any] = {
    "business_website_url": "https://market.example",
    "primary_country_of_operation": "US",
    "primary_language": "en",
    "supporting_links": [f"https://news{n}.example/market" for n in range(5)],
}
OPERATIONS = {op.name: op for op in operations()}
MEDIA = "application/json"
SHOWN_WHOLE = {"sort"}
"""Parameters of which not only the name has to be shown, but the value."""
NEWEST = versions()[-1]
EVERY_FIELD = every_field(NEWEST)


class Wire(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hands requests to the emulator, and keeps the shape of what goes either way."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator, self._transport = emulator, emulator.transport()
        self.shapes: set[str] = set()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._transport.handle_request(request)
        self._keep(request, response.read())
        return response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        self._keep(request, await response.aread())
        return response

    def _keep(self, request: httpx.Request, content: bytes) -> None:
        operation = str(self._emulator.requests[-1].operation)
        self.shapes |= set(asked(operation, dict(request.url.params), request.content))
        self.shapes |= set(answered(operation, json.loads(content)))


def asked(name: str, params: dict[str, str], content: bytes) -> Iterator[str]:
    """Yield the shapes of a request: each parameter, each member of its body."""
    for parameter, value in params.items():
        if parameter == "filtering":
            for condition in json.loads(value):
                kind = type(condition["value"]).__name__
                yield f"{name}?filtering={condition['field']},{condition['operator']},{kind}"
        else:
            yield f"{name}?{parameter}{f'={value}' if parameter in SHOWN_WHOLE else ''}"
    body = OPERATIONS[name].call.get("requestBody", {"content": {MEDIA: {"schema": {}}}})
    (media,) = body["content"].values()
    yield from members(media["schema"], json.loads(content or b"{}"))


def answered(name: str, body: dict[str, Any]) -> Iterator[str]:
    """Yield the shapes of an answer: each member, or code and subcode of a refusal."""
    if "error" in body:
        error = body["error"]
        yield f"refused {error['code']}/{error.get('error_subcode')}"
    else:
        yield from members(OPERATIONS[name].responses["200"]["content"][MEDIA]["schema"], body)


def members(schema: dict[str, Any], found: object) -> Iterator[str]:
    """Yield every member, at any depth, under the name of its schema."""
    holder, schema = schema.get("$ref", "").rpartition("/")[2], resolve(schema)
    value: Any = found
    if isinstance(found, list):
        for item in value:
            yield from members(schema.get("items", {}), item)
    if isinstance(found, dict):
        for name, member in value.items():
            if name in schema.get("properties", {}) or "additionalProperties" not in schema:
                yield f"{holder}.{name}"
            yield from members(schema.get("properties", {}).get(name, {}), member)


def documented() -> set[str]:
    """The shapes of all samples of the contract, and the refusals of the catalogue."""
    shapes: set[str] = set()
    for op in operations():
        for parameter in op.parameters:
            for value in samples(parameter).values():
                shapes |= set(asked(op.name, {parameter["name"]: str(value)}, b""))
        for media in op.call.get("requestBody", {}).get("content", {}).values():
            for value in samples(media).values():
                shapes |= set(asked(op.name, {}, json.dumps(value).encode()))
        for value in samples(op.responses["200"]["content"]["application/json"]).values():
            shapes |= set(answered(op.name, value))
    rows = (row for row in CATALOGUE["errors"] if row["confidence"] != "low")
    return shapes | {f"refused {row['code']}/{row.get('subcode')}" for row in rows}


@pytest.fixture
def wire(emulator: Emulator) -> Wire:
    """What goes between client and emulator."""
    return Wire(emulator)


@pytest.fixture
def used(face: Face, wire: Transport) -> wabakit.Client:
    """A client of the emulator, of the newest version."""
    return face.make(http_client=face.http(wire), api_version=NEWEST)


def test_everything_said_is_documented(
    used: wabakit.Client, wire: Wire, emulator: Emulator, waba: Account
) -> None:
    """Each method, used as documented, asks and is answered in shapes that the documents show."""
    account = used.account(waba.id)
    number = account.add_number(cc="1", phone_number="6315551000", verified_name="Fig & Olive")
    number.request_code("SMS", language="en_US")
    refused(wabakit.VerificationError, lambda: number.verify_code("000000"))
    number.verify_code(emulator.outbox[-1].code)
    refused(wabakit.VerificationError, number.request_code)
    number.register(pin="314159")
    refused(wabakit.RegistrationError, lambda: number.register(pin="271828"))
    number.set_pin("314159")
    walk(account)
    furnish(number)
    number.deregister()
    assert wire.shapes - documented() == set(ONLY_EMULATED)
    assert all(ONLY_EMULATED.values())


def walk(account: wabakit.Account) -> None:
    """List numbers in every way."""
    where = [
        PhoneNumber.account_mode.equals("LIVE"),
        PhoneNumber.messaging_limit_tier.equals("TIER_250"),
        PhoneNumber.is_official_business_account.equals(False),
    ]
    assert account.numbers(where=where[:1]).first()
    for condition in where:
        list(account.numbers(where=[condition]))
    for order in wabakit.PhoneNumberSort:
        assert account.numbers(fields=EVERY_FIELD, sort=order, page_size=1).first()


def furnish(number: wabakit.Number) -> None:
    """Change and read all that a number shows and allows."""
    number.get(fields=EVERY_FIELD)
    number.set_automation(prompts=["Menu"], commands=[COMMAND])
    number.set_webhook("https://hooks.example.com/whatsapp", "a-long-random-text")
    number.clear_webhook()
    number.set_search_visibility("NON_VISIBLE")
    number.request_display_name("Fig & Olive Downtown")
    number.update_settings(user_identity_change={"enable_identity_key_check": True})
    number.update_settings(calling={"status": "ENABLED", "sip": SIP})
    number.settings(include_sip_credentials=True)
    number.update_official_business_account(**BADGE)
    number.official_business_account()
    number.set_username(number.username_suggestions()[0])
    number.username()
    number.delete_username()
    number.get(fields=EVERY_FIELD)


COMMAND: Any = {"command_name": "menu", "command_description": "See what there is"}
SIP: Any = {"status": "ENABLED", "servers": [{"hostname": "sip.example.com", "port": 5061}]}


def refused(kind: type[wabakit.GraphError], use: Any) -> None:
    """Assert that Graph refuses."""
    with pytest.raises(kind):
        use()
