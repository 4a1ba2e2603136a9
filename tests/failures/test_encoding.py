"""What cannot be sent is refused with nothing sent; answers about something else are not taken."""

import json
from functools import reduce
from typing import Any, cast
from urllib.parse import urlsplit

import attrs
import httpx
import pytest
from wabakit_graph import models

import wabakit
from tests.client.wire import always, good, sent
from tests.faces import NUMBER, TOKEN, WABA, Handler
from tests.failures.calls import (
    APP,
    APP_SECRET,
    CALLS,
    NAME,
    PIN,
    WEBSITE,
    Do,
    account,
    look,
    number,
    operation,
)
from tests.failures.faults import LOST
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


ODD_IDS: list[Any] = [
    "",
    " ",
    "abc",
    "12a",
    "-1",
    "1" * 33,
    "١٢",
    "12\n",
    7,
    1.5,
    True,
    [],
    {},
    None,
    "../me",
]


@pytest.mark.parametrize("odd", ODD_IDS, ids=repr)
def test_added_with_an_odd_id(failing: Failing, odd: Any) -> None:
    """Once a number was created, an id that is none is looked up, or leaves the outcome unknown."""
    row = {"id": NUMBER, "display_phone_number": "+1 631-555-1000", "verified_name": NAME}
    graph = failing(always({"id": odd}), always({"data": [row]}))
    assert CALLS["createPhoneNumber"](graph.client).id == NUMBER
    assert graph.methods == {"POST": 1, "GET": 1}
    graph = failing(always({"id": odd}), always({"data": []}))
    error = graph.fails(CALLS["createPhoneNumber"], wabakit.OutcomeUnknownError)
    assert "nothing was sent" not in str(error).lower()
    assert isinstance(error.__cause__, wabakit.UnexpectedAnswerError)
    assert graph.methods == {"POST": 1, "GET": 1}


ANOTHER = "106853218861310"
NODE_READS: dict[str, Do] = {
    "get": number(lambda n: n.get()),
    "one field": number(lambda n: n.get(fields=[wabakit.PhoneNumber.status])),
    "throughput": number(lambda n: n.throughput()),
    "automation": number(lambda n: n.automation()),
}


@pytest.mark.parametrize("do", NODE_READS.values(), ids=NODE_READS)
def test_answer_about_another_number(failing: Failing, do: Do) -> None:
    """The data of another number are not taken for those of the one that was asked for."""
    graph = failing(always({"id": ANOTHER, "status": "CONNECTED", "throughput": {}}))
    error = graph.fails(do, wabakit.UnexpectedAnswerError)
    assert ANOTHER in str(error)
    assert graph.methods == {"GET": 1}


SETTLED_BY_NODE = ["registerPhoneNumber", "deregisterPhoneNumber", "updatePhoneNumber (name)"]


@pytest.mark.parametrize("name", [*SETTLED_BY_NODE, "verifyCode"])
def test_settled_by_no_other_number(failing: Failing, name: str) -> None:
    """The state of another number settles nothing, and nothing is learned from it."""
    state = {"status": "DISCONNECTED", "code_verification_status": "VERIFIED"}
    review = {"new_display_name": NAME, "new_name_status": "PENDING_REVIEW"}
    before: Handler = always({"id": NUMBER, "status": "CONNECTED"})
    graph = failing(before, before, before, LOST, always({"id": ANOTHER, **state, **review}))
    look(graph.client)
    error = graph.fails(CALLS[name], wabakit.OutcomeUnknownError)
    assert (error.operation, error.read) == (operation(name), None)
    assert graph.methods == {"GET": 4, "POST": 1}


def test_rows_keep_their_ids(failing: Failing) -> None:
    """A list is about an account; its rows have ids of their own."""
    graph = failing(always({"data": [{"id": ANOTHER}, {"id": NUMBER}]}))
    assert [row.id for row in graph.client.account(WABA).numbers()] == [ANOTHER, NUMBER]
