"""Every operation once, and a close look at what comes back, whatever the answer was."""

import itertools
import pickle
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import attrs
import httpx

import wabakit
from tests.faces import BUSINESS, NUMBER, PREVERIFIED
from tests.reads import PLAIN
from tests.soak.faces import APP_SECRET, TOKEN
from tests.soak.life import PINS
from tests.soak.truth import check_silence
from tests.soak.user import HIDDEN
from wabakit import PhoneNumber
from wabakit._node import Node

Answer = tuple[int, dict[bytes, bytes], bytes]
MOST_PAGES, MOST_REQUESTS = 20, 60
CODE = "604217"


@attrs.frozen
class Speed:
    level: wabakit.ThroughputLevel | None = None


@attrs.frozen
class Row:
    """A view, which is read in another way than single fields."""

    id: str
    verified_name: str
    throughput: Speed | None = None
    last_onboarded_time: Any = None


def _walk(client: wabakit.Client, **selection: Any) -> list[Any]:
    return _pages(client.account("102").numbers(**selection))


def _add(client: wabakit.Client) -> Any:
    account = client.account("102")
    return account.add_number(cc="1", phone_number="5550100", verified_name="A name")


def _pages(pager: wabakit.Pager[Any]) -> list[Any]:
    pages = list(itertools.islice(pager.pages(), MOST_PAGES))
    assert len(pages) < MOST_PAGES, "a walk without an end"
    return pages


def _apply(client: wabakit.Client) -> Any:
    return client.number(NUMBER).update_official_business_account(primary_language="en")


_EVERY_FIELD = tuple(PhoneNumber.fields.values())

Ask = Callable[[wabakit.Client], Any]
OPERATIONS: Mapping[str, Sequence[Ask]] = {
    **{name: (read,) for name, read in PLAIN.items()},
    "listPhoneNumbers": (
        lambda c: _walk(c, fields=_EVERY_FIELD),
        lambda c: _walk(c, into=Row, page_size=1),
        lambda c: _walk(c, before="QUFB"),
        lambda c: c.account("102").numbers().first(),
    ),
    "createPhoneNumber": (_add,),
    "getPhoneNumber": (
        lambda c: c.number(NUMBER).get(fields=_EVERY_FIELD),
        lambda c: c.number(NUMBER).get(into=Row),
        lambda c: c.number(NUMBER).throughput(),
        lambda c: c.number(NUMBER).automation(),
    ),
    "updatePhoneNumber": (
        lambda c: c.number(NUMBER).set_pin(PINS[0]),
        lambda c: c.number(NUMBER).request_display_name("A name"),
    ),
    "requestCode": (lambda c: c.number(NUMBER).request_code(),),
    "verifyCode": (lambda c: c.number(NUMBER).verify_code(CODE),),
    "registerPhoneNumber": (lambda c: c.number(NUMBER).register(PINS[0]),),
    "deregisterPhoneNumber": (lambda c: c.number(NUMBER).deregister(),),
    "setConversationalAutomation": (lambda c: c.number(NUMBER).set_automation(prompts=["Hi"]),),
    "getSettings": (lambda c: c.number(NUMBER).settings(include_sip_credentials=True),),
    "updateSettings": (lambda c: c.number(NUMBER).update_settings(calling={"status": "ENABLED"}),),
    "updateOfficialBusinessAccount": (_apply,),
    "setUsername": (lambda c: c.number(NUMBER).set_username("jaspers_market"),),
    "deleteUsername": (lambda c: c.number(NUMBER).delete_username(),),
    "listOwnedAccounts": (lambda c: _pages(c.business(BUSINESS).accounts()),),
    "listClientAccounts": (lambda c: _pages(c.business(BUSINESS).accounts("client")),),
    "listPreverifiedNumbers": (lambda c: _pages(c.business(BUSINESS).preverified_numbers()),),
    "listPreverifiedPartners": (lambda c: _pages(c.preverified_number(PREVERIFIED).partners()),),
    "addPreverifiedNumber": (lambda c: c.business(BUSINESS).add_preverified_number("12125550111"),),
    "sharePreverifiedNumber": (
        lambda c: c.business(BUSINESS).share_preverified_number(PREVERIFIED, "7"),
    ),
    "unsharePreverifiedNumber": (
        lambda c: c.business(BUSINESS).unshare_preverified_number(PREVERIFIED, "7"),
    ),
    "requestPreverifiedCode": (lambda c: c.preverified_number(PREVERIFIED).request_code(),),
    "verifyPreverifiedCode": (lambda c: c.preverified_number(PREVERIFIED).verify_code(CODE),),
    "deletePreverifiedNumber": (lambda c: c.preverified_number(PREVERIFIED).delete(),),
    "subscribeApp": (lambda c: c.account("102").subscribe(),),
    "unsubscribeApp": (lambda c: c.account("102").unsubscribe(),),
    "subscribeToWebhooks": (
        lambda c: c.app("1").subscribe("https://hooks.example.com/wa", "text", ["messages"]),
    ),
    "syncAppData": (lambda c: c.number(NUMBER).sync_app_data("state"),),
    "sendBatch": (lambda c: list(c.numbers([NUMBER, "7"])),),
}


class NoWait(wabakit.Clock):
    """The real time, in which no client waits."""

    def sleep(self, seconds: float) -> None:
        pass


class Endless(BaseException):
    """A call goes on and on; no `Exception`, which the client would take for a bad line."""


def ask(way: Ask, answers: Sequence[Answer]) -> str:
    """Have the operation answered so, the last answer again and again; return what came of it."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if len(asked) > MOST_REQUESTS:
            raise Endless
        status, headers, body = answers[min(len(asked), len(answers)) - 1]
        return httpx.Response(status, headers=list(headers.items()), content=body)

    http = httpx.Client(transport=httpx.MockTransport(answer), trust_env=False)
    client = wabakit.Client(TOKEN, app_secret=APP_SECRET, http_client=http, clock=NoWait())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", wabakit.VersionWarning)
        try:
            _look_at(way(client))
        except wabakit.WabakitError as error:
            # An app is asked with a token of its own: no answer to that can know the client's.
            sent = any(TOKEN in request.headers.get("Authorization", "") for request in asked)
            hidden = HIDDEN if sent else [secret for secret in HIDDEN if secret != TOKEN]
            check_silence(error, (*hidden, PINS[0], CODE))
            return type(error).__name__
    repr(client.usage)
    return "answer"


def _look_at(found: Any) -> None:
    """Read everything that a result holds."""
    assert TOKEN not in repr(found)
    if not isinstance(found, wabakit.Number | wabakit.PreverifiedNumber):
        try:
            pickle.dumps(found)
        except TypeError as refused:
            if "A secret stays in its process" not in str(refused):
                raise
    if isinstance(found, Node):
        found.to_dict()
        for name, field in found.fields.items():
            if found.was_asked(name):
                _look_at(found[field])
    for item in cast(list[object], found) if isinstance(found, list) else ():
        _look_at(item)
    if isinstance(found, wabakit.Page):
        _look_at(cast(wabakit.Page[object], found).items)
