"""Calls whose connection is cut, at every stage of it, over real sockets.

Each runs against the emulator, which afterwards tells whether the report is true. Every call meets
every cut on one of the two faces, as all on both would take long.
"""

import socket
from collections.abc import Iterator

import pytest

import wabakit
from tests.clocks import Time
from tests.faces import TOKEN, Face
from tests.failures.calls import CALLS, NEVER, READS, SAFE, SETTLED, UNTOLD, look
from tests.failures.cutting import CUTS, Cut, Cutting
from tests.failures.faults import STORIES, seed
from tests.failures.graph import exposed, leaks
from wabakit._connections._sync.transport import Way
from wabakit.emulator import Emulator

ONCE = wabakit.Retry(attempts=1)
FAILED, UNKNOWN = wabakit.ConnectionFailedError, wabakit.OutcomeUnknownError


@pytest.fixture
def cutting() -> Iterator[Cutting]:
    """An emulator whose connections can be cut."""
    server = Cutting()
    server.start()
    yield server
    server.end()


@pytest.fixture
def graph(face: Face, way: Way, cutting: Cutting) -> Iterator[wabakit.Client]:
    """A client of it."""
    with face.make(base_url=cutting.url, transport=way) as client:
        yield client


@pytest.fixture(params=range(0, len(CUTS), 2))
def cut(request: pytest.FixtureRequest, face: Face, way: Way) -> Cut:
    """One of the half of all cuts that this face meets; the other half it meets through httpx."""
    even: int = request.param
    return [*CUTS.values()][even + ((face.name == "async") ^ (way == "httpx"))]


def begun(name: str = "") -> Emulator:
    """Make an emulator with a number, as the story of a call begins."""
    emulator = Emulator(token=TOKEN)
    seed(emulator, name)
    return emulator


def is_told(client: wabakit.Client, name: str) -> None:
    """Make a call, which must fail, saying that it may have arrived and showing no secret."""
    with pytest.raises((FAILED, UNKNOWN)) as caught:
        CALLS[name](client)
    assert isinstance(caught.value, FAILED if name in READS else UNKNOWN)
    fault = caught.value if name in READS else caught.value.__cause__
    assert isinstance(fault, FAILED)
    assert fault.sent == "maybe"
    assert leaks(exposed(caught.value)) == []


@pytest.mark.one_in(7)
def test_safe(graph: wabakit.Client, cutting: Cutting, cut: Cut) -> None:
    """A read, or a write that leads to the same end, says that it may have arrived."""
    once = graph.with_options(retry=ONCE)
    for name in {**READS, **SAFE}:
        cutting.begin(begun(), cut)
        is_told(once, name)
        assert (cutting.connections, len(cutting.done)) == (1, cut.after), name


@pytest.mark.one_in(3)
def test_healed(graph: wabakit.Client, cutting: Cutting) -> None:
    """Where it may be sent again, it is."""
    for name in {**READS, **SAFE}:
        cutting.begin(begun(), CUTS["answer, nothing, reset"])
        CALLS[name](graph)
        assert (cutting.connections, len(cutting.done)) == (2, 2), name


@pytest.mark.one_in(7)
def test_settled(graph: wabakit.Client, cutting: Cutting, cut: Cut, time: Time) -> None:
    """A write is found out by one read, and sent again only where it did nothing, or tells."""
    for name in SETTLED:
        time.advance(days=3)  # so that nothing is left of the call before
        emulator = begun(name)
        cutting.begin(emulator)
        look(graph, name)
        cutting.begin(emulator, cut)
        CALLS[name](graph)
        writes = len([method for method in cutting.done if method != "GET"])
        goes_again = not cut.after or name == "registerPhoneNumber"
        assert writes == cut.after + goes_again, name
        assert cutting.connections == 2 + goes_again, name
        assert STORIES[name].done(emulator), name
    assert time.waits == []


@pytest.mark.one_in(7)
def test_scarce(graph: wabakit.Client, cutting: Cutting, cut: Cut, time: Time) -> None:
    """A scarce write leaves once; it is a success where a read proves it, else unknown."""
    for name in NEVER:
        time.advance(days=3)
        emulator = begun(name)
        cutting.begin(emulator)
        look(graph, name)
        cutting.begin(emulator, cut)
        if cut.after and name not in UNTOLD:
            CALLS[name](graph)
        else:
            is_told(graph, name)
        reads = 0 if name in UNTOLD else 1
        assert cutting.done.count("GET") == reads, name
        assert cutting.connections == 1 + reads, name
        assert len(cutting.done) - reads == cut.after, name
        assert STORIES[name].done(emulator) == cut.after, name
    assert time.waits == []


def test_refused(face: Face, time: Time) -> None:
    """Where nobody listens, every call is tried three times, and says that nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    with face.make(base_url=f"http://127.0.0.1:{free}") as client:
        for name, call in CALLS.items():
            time.waits.clear()
            with pytest.raises(FAILED) as caught:
                call(client)
            assert (caught.value.sent, time.waits) == ("no", [1, 2]), name


@pytest.mark.one_in(3)
def test_stale(graph: wabakit.Client, cutting: Cutting, time: Time) -> None:
    """On a connection that ended while nobody used it nothing is sent: a new one is opened."""
    cutting.keeps_alive = True
    for name, call in CALLS.items():
        cutting.begin(begun(name))
        for act in (READS["listUsernameSuggestions"], call):
            act(graph)
            assert cutting.ended.acquire(timeout=10)
        assert (cutting.connections, len(cutting.done)) == (2, 2), name
        time.advance(days=3)
    assert time.waits == []
