"""HTTP clients and clocks that are handed in."""

import asyncio
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

import httpx
import pytest

import wabakit
from tests.client.wire import Answering, always
from tests.faces import NUMBER, TOKEN, Face
from wabakit.emulator import Emulator

ONCE = wabakit.Retry(attempts=1)
LIBRARIES = [
    "httpx",
    pytest.param("httpx2", marks=pytest.mark.skipif(not find_spec("httpx2"), reason="not here")),
]


@pytest.mark.parametrize("library", LIBRARIES)
def test_own_classes(emulator: Emulator, library: str) -> None:
    """Clients of httpx and of httpx2 both do; faults of either are told apart."""
    http: Any = import_module(library)
    number = emulator.add_number(emulator.add_account().id)

    async def story() -> None:
        async with http.AsyncClient(transport=emulator.transport()) as other:
            client = wabakit.AsyncClient(TOKEN, http_client=other)
            assert (await client.number(number.id).get()).id == number.id

    asyncio.run(story())
    with http.Client(transport=emulator.transport()) as own:
        client = wabakit.Client(TOKEN, http_client=own, retry=ONCE)
        assert client.number(number.id).get().id == number.id
        emulator.fail_next("getPhoneNumber", drop="after")
        with pytest.raises(wabakit.ConnectionFailedError) as caught:
            client.number(number.id).get()
    assert isinstance(caught.value.__cause__, http.ReadError)


def test_function_that_makes_clients(face: Face, emulator: Emulator) -> None:
    """A function is asked for a client when one is needed; what it made is closed with ours."""
    made: list[httpx.Client] = []

    def make() -> httpx.Client:
        made.append(face.http(emulator.transport()))
        return made[-1]

    number = emulator.add_number(emulator.add_account().id)
    with face.make(http_client=make) as client:
        assert made == []
        for _ in range(2):
            assert client.number(number.id).get().id == number.id
        assert [http.is_closed for http in made] == [False]
    assert [http.is_closed for http in made] == [True]
    with pytest.raises(wabakit.InvalidInputError, match="closed"):
        client.number(number.id).get()


def test_given_client_stays_open(face: Face, emulator: Emulator) -> None:
    """An HTTP client that was handed in and used stays open when the client is closed."""
    number = emulator.add_number(emulator.add_account().id)
    http = face.http(emulator.transport())
    with face.make(http_client=http) as client:
        client.number(number.id).get()
    assert not http.is_closed


def test_closed_by_its_owner(face: Face, emulator: Emulator) -> None:
    """A call over an HTTP client that its owner has closed is refused: nothing was sent."""
    http: Any = face.http(emulator.transport())
    client = face.make(http_client=http)
    if face.name == "sync":
        http.close()
    else:
        asyncio.run(http.aclose())
    with pytest.raises(wabakit.InvalidInputError, match="closed"):
        client.number(NUMBER).get()
    assert emulator.requests == []


def test_function_in_two_event_loops() -> None:
    """Each event loop gets a client of its own from the function."""
    made: list[httpx.AsyncClient] = []

    def make() -> httpx.AsyncClient:
        made.append(httpx.AsyncClient(transport=httpx.MockTransport(always({"id": NUMBER}))))
        return made[-1]

    client = wabakit.AsyncClient(TOKEN, http_client=make)
    for _ in range(2):
        asyncio.run(client.number(NUMBER).get())
    assert len(made) == 2


@pytest.mark.parametrize("library", LIBRARIES)
def test_class_of_clients(face: Face, library: str) -> None:
    """The class of an HTTP client is such a function; it is the network that it asks."""
    kind = getattr(import_module(library), "Client" if face.name == "sync" else "AsyncClient")
    client = face.make(http_client=kind, base_url="http://127.0.0.1:9", retry=ONCE)
    with client, pytest.raises(wabakit.ConnectionFailedError) as caught:
        client.number(NUMBER).get()
    assert type(caught.value.__cause__).__module__ == library


def test_function_that_makes_the_wrong_kind(face: Face) -> None:
    """What a function makes is looked at before anything is sent with it."""
    wrong = httpx.AsyncClient if face.name == "sync" else httpx.Client
    client = face.make(http_client=lambda: wrong(transport=httpx.MockTransport(always({}))))
    with pytest.raises(wabakit.InvalidInputError, match="http_client"):
        client.number(NUMBER).get()


@pytest.mark.parametrize("wrong", ["text", 7, object()])
def test_no_http_client(face: Face, wrong: Any) -> None:
    """What is no HTTP client is refused at once."""
    with pytest.raises(wabakit.InvalidInputError, match="http_client"):
        face.make(http_client=wrong)


def test_clock(face: Face, answering: Answering) -> None:
    """A client waits, dates and measures by the clock that it was given."""
    entry = '[{"type":"whatsapp_business_management","call_count":1}]'
    usage = {"X_Business_Use_Case_Usage": f'{{"1":{entry}}}'}
    server = answering(always({"id": NUMBER}, **cast(Any, usage)))
    face.time.moment = datetime(2031, 5, 1, tzinfo=UTC)
    server.number.get()
    assert server.client.usage["1"][0].seen_at == face.time.moment


def test_real_clock() -> None:
    """Without a clock of the user's it is the real time, in which pauses differ."""
    clock = wabakit.Clock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    began = clock.ticks()
    clock.sleep(0.01)
    asyncio.run(wabakit.AsyncClock().sleep(0.01))
    assert 0.02 <= clock.ticks() - began < 5
    chances = {clock.chance() for _ in range(9)}
    assert len(chances) == 9
    assert all(0 <= chance < 1 for chance in chances)


@pytest.mark.parametrize("wrong", [wabakit.Clock, datetime.now, Emulator().clock])
def test_no_clock(face: Face, wrong: Any) -> None:
    """What is no clock of this face is refused at once."""
    other = wabakit.AsyncClock() if face.name == "sync" else wabakit.Clock()
    for clock in (wrong, other):
        with pytest.raises(wabakit.InvalidInputError, match="clock"):
            face.make(clock=clock)
