"""Notices about the version of the Graph API: seen once, never in the way."""

import asyncio
import inspect
import linecache
import logging
import warnings
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import wabakit
from tests.client.wire import always, refusal
from tests.clocks import Time
from tests.faces import NUMBER, TOKEN, WABA
from tests.failures.calls import CALLS, WRITES, get, rows
from tests.failures.graph import Failing

GOOD: dict[str, Any] = {"success": True, "id": NUMBER, "data": []}
UPGRADED = "The call has been auto-upgraded to v24.0 as v23.0 will be deprecated."
NEWER = always(GOOD, facebook_api_version="v24.0")
ANNOUNCED = always(GOOD, facebook_api_version="v23.0", x_ad_api_version_warning=UPGRADED)


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


def three_reads(client: wabakit.Client) -> None:
    assert get(client).id == NUMBER
    get(client)
    rows(client.with_options(timeout=5))


def test_other_version_answered(failing: Failing, caplog: pytest.LogCaptureFixture) -> None:
    """That another version answered is said once per client, copies included."""
    graph = failing(NEWER)
    with pytest.warns(wabakit.VersionWarning, match=r"v23\.0 .* v24\.0 answered") as seen:
        three_reads(graph.client)
    assert len(seen) == 1
    assert len(logged(caplog)) == 1
    assert {record.name for record in caplog.records} == {"wabakit"}


def test_upgrade_announced(failing: Failing, caplog: pytest.LogCaptureFixture) -> None:
    """Graph's own announcement is passed on, once."""
    graph = failing(ANNOUNCED)
    with pytest.warns(wabakit.VersionWarning, match="auto-upgraded") as seen:
        three_reads(graph.client)
    assert len(seen) == 1
    assert logged(caplog) == [UPGRADED]


def test_same_version(failing: Failing, caplog: pytest.LogCaptureFixture) -> None:
    """The version that was asked for is no news."""
    get(failing(always(GOOD, facebook_api_version="v23.0")).client)
    assert logged(caplog) == []


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.one_in(3)
def test_writes_only_log(failing: Failing, caplog: pytest.LogCaptureFixture, name: str) -> None:
    """A write raises no Python warning; the log has it, and a later read warns."""
    graph = failing(NEWER)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        WRITES[name](graph.client)
    assert len(logged(caplog)) == 1
    with pytest.warns(wabakit.VersionWarning):
        get(graph.client)
    assert len(logged(caplog)) == 1


def test_warning_as_error(failing: Failing) -> None:
    """A program that wants warnings as errors gets this one on a read, once."""
    graph = failing(NEWER)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(wabakit.VersionWarning):
            get(graph.client)
        assert get(graph.client).id == NUMBER


def test_refusal_is_not_hidden(failing: Failing) -> None:
    """A warning turned into an error does not come in place of what Graph refused."""
    refused = {"error": {"message": "Refused", "code": 100}}
    graph = failing(always(refused, 400, facebook_api_version="v24.0"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph.fails(get, wabakit.InvalidRequestError)


@pytest.mark.parametrize("fault", [httpx.ReadTimeout("lost"), refusal(2, status=503)])
@pytest.mark.parametrize("version", ["v23.0", "v20.0"])
def test_outcome_is_not_hidden(failing: Failing, fault: object, version: str) -> None:
    """A warning turned into an error does not come between a caller and the outcome of a write."""
    connected = always({"id": NUMBER, "status": "CONNECTED"}, facebook_api_version=version)
    off = always({"id": NUMBER, "status": "DISCONNECTED"}, facebook_api_version="v24.0")
    graph = failing(connected, fault, off, api_version=version)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        get(graph.client)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CALLS["deregisterPhoneNumber"](graph.client)
    assert graph.methods == {"GET": 2, "POST": 1}


@pytest.mark.parametrize(
    ("day", "warned"), [(9, False), (10, True), (100, True), (365, True)], ids=str
)
def test_expiry(failing: Failing, time: Time, day: int, warned: bool) -> None:
    """From 90 days before its version ends, a client warns once, ahead of Graph."""
    time.moment = time.moment.replace(year=2027, month=7, day=1)
    time.advance(days=day - 1)
    graph = failing(always(GOOD))
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        get(graph.client)
        get(graph.client.with_options(timeout=5))
    said = [str(warning.message) for warning in seen]
    assert len(said) == warned
    assert all("v23.0 expires on 2027-10-08" in text for text in said)


def read(client: wabakit.Client) -> None:
    client.number(NUMBER).get()  # here


def walk(client: wabakit.Client) -> None:
    for _ in client.account(WABA).numbers():  # here
        pass


def turn_pages(client: wabakit.Client) -> None:
    list(client.account(WABA).numbers().pages())  # here


async def read_async(client: wabakit.AsyncClient) -> None:
    await client.number(NUMBER).get()  # here


async def walk_async(client: wabakit.AsyncClient) -> None:
    async for _ in client.account(WABA).numbers():  # here
        pass


async def first_async(client: wabakit.AsyncClient) -> None:
    await client.account(WABA).numbers().first()  # here


async def in_a_task(client: wabakit.AsyncClient) -> None:
    await asyncio.create_task(read_async(client))


@pytest.mark.parametrize(
    ("version", "text"), [("v23.0", "v24.0 answered"), ("v20.0", "expires on 2026-09-24")]
)
@pytest.mark.parametrize(
    "act", [read, walk, turn_pages, read_async, walk_async, first_async, in_a_task]
)
def test_line_of_the_user(act: Callable[[Any], Any], version: str, text: str) -> None:
    """A warning points at the line that made the call, in the program and not in wabakit."""
    options: dict[str, Any] = {"api_version": version}
    transport = httpx.MockTransport(NEWER)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        if inspect.iscoroutinefunction(act):
            http = httpx.AsyncClient(transport=transport)
            asyncio.run(act(wabakit.AsyncClient(TOKEN, http_client=http, **options)))
        else:
            act(wabakit.Client(TOKEN, http_client=httpx.Client(transport=transport), **options))
    (warning,) = (found for found in seen if text in str(found.message))
    assert warning.category is wabakit.VersionWarning
    assert warning.filename == __file__
    assert linecache.getline(warning.filename, warning.lineno).endswith("# here\n")


def test_line_that_runs_the_loop() -> None:
    """A call that is itself the task has no line: the one that runs the loop stands in."""
    http = httpx.AsyncClient(transport=httpx.MockTransport(NEWER))
    client = wabakit.AsyncClient(TOKEN, http_client=http)
    with pytest.warns(wabakit.VersionWarning) as seen:
        asyncio.run(client.number(NUMBER).get())  # here
    assert linecache.getline(seen[0].filename, seen[0].lineno).endswith("# here\n")


def test_unknown_version(failing: Failing) -> None:
    """A version whose end is not known warns of nothing."""
    get(failing(always(GOOD), api_version="v99.0").client)
