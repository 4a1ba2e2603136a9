"""Secrets that are not the client's own are never visible either: a customer's, an app's."""

import logging
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always, in_turn
from tests.doing import account, number
from tests.faces import TOKEN, WABA, Face, Handler
from tests.failures.calls import (
    APP,
    APP_SECRET,
    CUSTOMER_TOKEN,
    SIGNUP_CODE,
    VERIFY_TOKEN,
    WEBSITE,
    subscribe,
)
from tests.failures.echoes import WAYS
from tests.failures.graph import Failing, exposed, leaks, logged
from tests.failures.test_secrets import ONCE, locals_of, secrets_in

Do = Callable[[wabakit.Client], Any]
CALLS: dict[str, Do] = {
    "token_info": lambda client: client.token_info(CUSTOMER_TOKEN),
    "app().subscribe": subscribe,
    "account.subscribe": account(lambda a: a.subscribe(WEBSITE, VERIFY_TOKEN)),
    "set_webhook": number(lambda n: n.set_webhook(WEBSITE, VERIFY_TOKEN)),
    "numbers": lambda client: list(client.numbers(["1", "2"])),
    "token of a provider": lambda client: (
        client.with_options(token=lambda: TOKEN).account(WABA).get()
    ),
}


def seen_of(do: Callable[[], Any]) -> list[str]:
    """Make a call and return whatever it lets anybody see, the log aside."""
    try:
        result = do()
    except wabakit.WabakitError as error:
        return [*locals_of(error), exposed(error)]
    return [repr(result), *([] if isinstance(result, str) else [pickle.dumps(result, 0).decode()])]


def shown(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what the log holds of ours, and let it be empty."""
    ours = [record for record in caplog.records if record.name.startswith("wabakit")]
    caplog.clear()
    return [logged(record) for record in ours]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.one_in(5)
def test_calls(failing: Failing, caplog: pytest.LogCaptureFixture, name: str) -> None:
    """Whatever a call with somebody else's secret does and however it fails, none shows."""
    caplog.set_level(logging.DEBUG)
    for way, answer in WAYS.items():
        graph = failing(answer, app_secret=APP_SECRET, retry=ONCE)
        assert secrets_in(seen_of(lambda: CALLS[name](graph.client))) == [], way  # noqa: B023
        assert graph.requests, way
        if name != "token_info":  # which is asked about a token, by a parameter
            assert leaks("".join(str(request.url) for request in graph.requests)) == [], way
        log = shown(caplog)
        assert log
        assert secrets_in(log) == [], way


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.one_in(5)
def test_exchange(face: Face, caplog: pytest.LogCaptureFixture, way: str) -> None:
    """Neither the code of Embedded Signup nor the app secret that it goes with shows."""
    caplog.set_level(logging.DEBUG)
    http = face.http(httpx.MockTransport(in_turn(WAYS[way])))
    seen = seen_of(lambda: face.exchange_code(SIGNUP_CODE, APP, APP_SECRET, http_client=http))
    told = "".join([*seen, *shown(caplog)])
    assert told
    assert [secret for secret in (SIGNUP_CODE, APP_SECRET) if secret in told] == []


def test_exchanged(face: Face, caplog: pytest.LogCaptureFixture) -> None:
    """The token that comes is hidden where it is shown, and masked in the log."""
    caplog.set_level(logging.DEBUG)
    good: Handler = always({"access_token": CUSTOMER_TOKEN, "token_type": "bearer"})
    http = face.http(httpx.MockTransport(good))
    token = face.exchange_code(SIGNUP_CODE, APP, APP_SECRET, http_client=http)
    assert str(token) == CUSTOMER_TOKEN
    assert leaks(f"{token!r} {[token]}") == []
    log = shown(caplog)
    assert log
    assert leaks("".join(log)) == []


BAD: dict[str, Do] = {
    "override": account(lambda a: a.subscribe("http://shop.example", VERIFY_TOKEN)),
    "half an override": account(lambda a: a.subscribe(None, VERIFY_TOKEN)),
    "fields": lambda client: client.app(APP).subscribe(WEBSITE, VERIFY_TOKEN, []),
    "app secret": lambda client: client.app(APP).subscribe(
        WEBSITE, VERIFY_TOKEN, ["messages"], app_secret=f"{APP_SECRET} "
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_refused_input(failing: Failing, name: str) -> None:
    """Input that is refused is not shown where it is secret."""
    graph = failing(always({}), app_secret=APP_SECRET)
    with pytest.raises(wabakit.InvalidInputError) as caught:
        BAD[name](graph.client)
    assert secrets_in([*locals_of(caught.value), exposed(caught.value)]) == []
    assert graph.requests == []
