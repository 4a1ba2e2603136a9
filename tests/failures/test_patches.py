"""Functions of httpx and httpcore that somebody has replaced: every call goes through them.

The tools that do so are tried in tests/patches, with `make patches`; here are the ways to do it.
"""

import functools
import logging
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import httpcore
import httpx
import pytest

import wabakit
from tests.faces import NUMBER, Face
from tests.failures.local import Local

ONCE = wabakit.Retry(attempts=1)


class Stopped(AssertionError):
    """A guard has stopped a call, as tests have them that must not reach the network."""


def stop(*_: object, **__: object) -> Any:
    raise Stopped


class Alike:
    """Stands for a function and says that it is equal to it, as proxies of objects do."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.__wrapped__, self.__name__ = function, function.__name__

    def __eq__(self, other: object) -> bool:
        return other in (self.__wrapped__, self)

    def __hash__(self) -> int:
        return hash(self.__wrapped__)

    __call__ = staticmethod(stop)


class Bound:
    """Gives a function, and is none that could be called."""

    def __get__(self, *_: object) -> Callable[..., Any]:
        return stop


REPLACED: dict[str, Callable[[Any], Any]] = {
    "function": lambda _: stop,
    "wrapper": lambda function: functools.wraps(function)(lambda *_, **__: stop()),
    "mock": lambda _: mock.Mock(side_effect=Stopped),
    "autospec": lambda function: mock.create_autospec(function, side_effect=Stopped),
    "proxy": Alike,
    "static": lambda _: staticmethod(stop),
    "partial method": lambda _: functools.partialmethod(stop),
    "descriptor": lambda _: Bound(),
}
PLACES: dict[str, list[tuple[type, str]]] = {
    "sync": [
        (httpx.Client, "send"),
        (httpx.Client, "_send_single_request"),
        (httpx.Client.__mro__[1], "build_request"),
        (httpx.HTTPTransport, "handle_request"),
        (httpcore.ConnectionPool, "handle_request"),
        (httpcore.HTTPConnection, "handle_request"),
    ],
    "async": [
        (httpx.AsyncClient, "send"),
        (httpx.AsyncClient, "_send_single_request"),
        (httpx.AsyncClient.__mro__[1], "build_request"),
        (httpx.AsyncHTTPTransport, "handle_async_request"),
        (httpcore.AsyncConnectionPool, "handle_async_request"),
        (httpcore.AsyncHTTPConnection, "handle_async_request"),
    ],
}


@pytest.fixture
def graph(face: Face, local: Local) -> Iterator[wabakit.Client]:
    """A client that has a connection of its own to a Graph."""
    with face.make(base_url=local.url, retry=ONCE) as client:
        client.number(NUMBER).get()
        local.heads.clear()
        yield client


def is_stopped(client: wabakit.Client) -> None:
    with pytest.raises(Stopped):
        client.number(NUMBER).get()


@pytest.mark.parametrize("how", REPLACED)
@pytest.mark.parametrize("place", range(6))
@pytest.mark.one_in(7)
def test_replaced(face: Face, graph: wabakit.Client, local: Local, place: int, how: str) -> None:
    """Whatever stands in a function's place is called, as long as it stands there."""
    kind, name = PLACES[face.name][place]
    with mock.patch.object(kind, name, REPLACED[how](vars(kind)[name])):
        is_stopped(graph)
        with face.make(base_url=local.url, retry=ONCE) as fresh:
            is_stopped(fresh)
    assert local.heads == []
    assert graph.number(NUMBER).get().id == NUMBER


def test_inherited(face: Face, graph: wabakit.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that is given a function which it inherits is noticed."""
    kind = httpx.Client if face.name == "sync" else httpx.AsyncClient
    monkeypatch.setattr(kind, "build_request", stop)
    is_stopped(graph)


def test_replaced_class(face: Face, graph: wabakit.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another class in the place of httpx's is used."""
    name = "Client" if face.name == "sync" else "AsyncClient"
    guard = type(name, (getattr(httpx, name),), {"send": stop})
    monkeypatch.setattr(httpx, name, guard)
    is_stopped(graph)


def lines_of_httpx(caplog: pytest.LogCaptureFixture) -> int:
    return sum(record.name == "httpx" for record in caplog.records)


def test_untouched(
    graph: wabakit.Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a call that somebody means to see goes through httpx."""
    with caplog.at_level(logging.INFO):
        graph.number(NUMBER).get()
        assert lines_of_httpx(caplog) == 0
        for kind in (httpx.Client, httpx.AsyncClient):
            monkeypatch.setattr(kind, "added", stop, raising=False)
        graph.number(NUMBER).get()
        assert lines_of_httpx(caplog) == 1
        monkeypatch.undo()
        graph.number(NUMBER).get()
        assert lines_of_httpx(caplog) == 1


def test_asked_for(face: Face, local: Local, caplog: pytest.LogCaptureFixture) -> None:
    """`transport="httpx"` sends through httpx, whatever else."""
    with caplog.at_level(logging.INFO):
        client = face.make(base_url=local.url, retry=ONCE, transport="httpx")
        with client:
            client.number(NUMBER).get()
    assert lines_of_httpx(caplog) == 1


@pytest.mark.parametrize("wrong", ["httpcore", "", None, httpx])
def test_no_such_way(face: Face, wrong: Any) -> None:
    """Any other word is refused."""
    with pytest.raises(wabakit.InvalidInputError, match="'auto' or 'httpx'"):
        face.make(transport=wrong)
