"""What cannot be sent is refused with nothing sent."""

import json
from functools import reduce
from typing import Any, cast
from urllib.parse import urlsplit

import attrs
import httpx
import pytest
from wabakit_graph import models

import wabakit
from tests.client.wire import good, sent
from tests.doing import Do, account, number
from tests.faces import NUMBER, TOKEN
from tests.failures.calls import APP, APP_SECRET, CALLS, PIN, WEBSITE
from tests.failures.graph import Failing
from wabakit._flow import perform
from wabakit._made import operations as graph
from wabakit._secret import Secret

GOOD = good()
LONELY = "half of \ud83d"
ENDLESS: dict[str, Any] = {}
ENDLESS["within"] = ENDLESS
DEEP: Any = reduce(lambda inner, _: {"within": inner}, range(5_000), cast(Any, {}))


def setting(value: Any) -> Do:
    calling: Any = models.CallingSettings(models.SettingStatus.ENABLED)
    calling["later"] = value  # as whoever knows more than the contract sends it
    return number(lambda n: n.update_settings(calling=calling))


def listing(**arguments: Any) -> Do:
    return account(lambda a: list(a.numbers(**arguments)))


def named(name: str) -> Do:
    return account(lambda a: a.add_number(cc="1", phone_number="6315551000", verified_name=name))


UNSENDABLE: dict[str, tuple[Do, str]] = {
    "not finite": (setting(float("nan")), "calling"),
    "infinite": (setting(float("inf")), "calling"),
    "bytes": (setting(b"bytes"), "calling"),
    "object": (setting(object()), "calling"),
    "set": (setting({1, 2}), "calling"),
    "endless": (setting(ENDLESS), "calling"),
    "deep": (setting(DEEP), "calling"),
    "setting": (setting(LONELY), "calling"),
    "key": (setting({LONELY: 1}), "calling"),
    "name of a number": (named(LONELY), "verified_name"),
    "display name": (number(lambda n: n.request_display_name(LONELY)), "new_display_name"),
    "username": (number(lambda n: n.set_username(LONELY)), "username"),
    "prompt": (number(lambda n: n.set_automation(prompts=[LONELY])), "prompts"),
    "language": (
        number(lambda n: n.update_official_business_account(primary_language=LONELY)),
        "primary_language",
    ),
    "verify token": (number(lambda n: n.set_webhook(WEBSITE, LONELY)), "webhook_configuration"),
    "cursor after": (listing(after=LONELY), "after"),
    "cursor before": (listing(before=LONELY), "before"),
    "raw field": (listing(fields=[wabakit.Field.raw(LONELY)]), "fields"),
    "raw field of a number": (
        number(lambda n: n.get(fields=[wabakit.Field.raw(LONELY)])),
        "fields",
    ),
    "filter": (
        listing(where=[wabakit.Filter("account_mode", LONELY)]),
        "where",
    ),
}


@pytest.mark.parametrize(("do", "field"), UNSENDABLE.values(), ids=UNSENDABLE)
@pytest.mark.parametrize("secret", [None, APP_SECRET])
@pytest.mark.one_in(7)
def test_unsendable(failing: Failing, do: Do, field: str, secret: str | None) -> None:
    """Input that no request can hold is refused as such: nothing was sent, nothing is in doubt."""
    graph = failing(GOOD, app_secret=secret)
    error = graph.fails(do, wabakit.InvalidInputError)
    assert error.field == field
    assert "nothing was sent" in str(error)
    assert error.__context__ is None
    assert graph.requests == []
    CALLS["updatePhoneNumber (pin)"](graph.client)


NO_JSON: dict[str, Any] = {
    "not finite": float("nan"),
    "infinite": float("inf"),
    "bytes": b"bytes",
    "object": object(),
    "set": {1, 2},
    "endless": ENDLESS,
    "deep": DEEP,
    "text": LONELY,
    "inner text": [{"within": LONELY}],
    "key": {LONELY: 1},
}


@pytest.mark.parametrize("value", NO_JSON.values(), ids=NO_JSON)
def test_no_json(value: Any) -> None:
    """What gets past the checks of arguments, and is no JSON, never becomes a request."""
    session = cast(Any, wabakit.Client(TOKEN, http_client=httpx.Client))._driver.session
    call = attrs.evolve(
        graph.update_phone_number("set_pin", NUMBER, pin=Secret(PIN)),
        body={"pin": Secret(PIN), "odd": value},
    )
    with pytest.raises(wabakit.InvalidInputError) as caught:
        next(perform(session, call))
    assert caught.value.field == "odd"
    assert caught.value.__context__ is None


@pytest.mark.parametrize("name", [b"bytes", object(), 7, None, "", "a}", "a{b}", "a,b"])
def test_raw_field_that_is_no_name(name: Any) -> None:
    """The name of a raw field is text, and one name."""
    with pytest.raises(wabakit.InvalidInputError, match="the wire name of a field"):
        wabakit.Field.raw(name)


@pytest.mark.parametrize("value", [b"bytes", object(), float("nan"), None])
def test_filter_by_no_value(failing: Failing, value: Any) -> None:
    """A filter compares with text or with a truth value."""
    graph = failing(GOOD)
    do = listing(where=[wabakit.PhoneNumber.account_mode.equals(value)])
    assert graph.fails(do, wabakit.InvalidInputError).field == "where"
    assert graph.requests == []


def compact(content: bytes) -> bytes:
    """Write JSON without spaces, which older versions of httpx put in."""
    dumped = content and json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":"))
    return dumped.encode() if isinstance(dumped, str) else content


IN_JSON = [name for name in CALLS if name != "subscribeToWebhooks"]  # which sends a form


@pytest.mark.parametrize("secret", [None, APP_SECRET])
@pytest.mark.parametrize("name", IN_JSON)
@pytest.mark.one_in(5)
def test_wire(failing: Failing, name: str, secret: str | None) -> None:
    """A request is what today's httpx would make of its parameters and its JSON.

    But commas between fields stand as in Meta's documents.
    """
    graph = failing(GOOD, app_secret=secret)
    CALLS[name](graph.client)
    request = graph.last
    query = urlsplit(str(request.url)).query
    assert query == str(httpx.QueryParams(query)).replace("%2C", ",")
    own = httpx.Request(request.method, request.url, json=sent(request))
    assert request.content == compact(own.content)
    length = str(len(request.content)) if "content-length" in own.headers else None
    assert request.headers.get("content-length") == length
    assert request.headers.get("content-type") == own.headers.get("content-type")
    token = f"{APP}|{APP_SECRET}" if name == "subscribeToWebhooks" else TOKEN
    assert request.headers["Authorization"] == f"Bearer {token}"


def test_text_of_any_language(failing: Failing) -> None:
    """Text goes out as UTF-8, truth values as JSON writes them."""
    graph = failing(GOOD)
    graph.number.request_display_name("Grüße & Küsse 🌿")
    assert graph.last.content == '{"new_display_name":"Grüße & Küsse 🌿"}'.encode()
    graph.number.settings(include_sip_credentials=True)
    assert graph.last.url.query == b"include_sip_credentials=true"
    list(graph.account.numbers(after="a b+c&d=ü", fields=[wabakit.PhoneNumber.id]))
    assert graph.last.url.query == b"fields=id&limit=100&after=a+b%2Bc%26d%3D%C3%BC"
