import gc
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import hypothesis
import pytest

import wabakit
from tests.client.wire import AddNumber, Answering, Server
from tests.faces import TOKEN, WABA, AsyncFace, Face, Handler, SyncFace
from wabakit.emulator import Account, Clock, Emulator

# How long a value takes says how busy the machine is; speed is measured in tests/bench.
hypothesis.settings.register_profile("short", deadline=None, max_examples=25)
hypothesis.settings.register_profile("sweep", deadline=None, max_examples=300)
hypothesis.settings.load_profile("short")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to `make sweeps` all but one in so many cases of a test that is marked so.

    Where the number of parts does not divide that of the rows, each face has other ones of them.
    """
    cases = Counter[str]()
    for item in items:
        if mark := item.get_closest_marker("one_in"):
            name = item.nodeid.partition("[")[0]
            if cases[name] % mark.args[0]:
                item.add_marker("sweep")
            cases[name] += 1


gc.disable()


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what was collected, which stays: ten thousand tests."""
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """End a test that would run for ever; `Failed` is no `Exception`, which a client might take."""

    def end(*_: object) -> None:
        pytest.fail("it ran for 5 minutes")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(300)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the clients of a run send with another library than httpx."""
    parser.addoption("--http", default="httpx", help="httpx or httpx2")


@pytest.fixture(params=[SyncFace, AsyncFace], ids=["sync", "async"])
def face(request: pytest.FixtureRequest) -> Iterator[Face]:
    """One of the two ways of using wabakit; a test runs with each."""
    used: Face = request.param(import_module(str(request.config.getoption("--http"))))
    yield used
    used.close()


@pytest.fixture
def waits(face: Face) -> list[float]:
    """The seconds that clients would have waited; none of them is waited."""
    return face.time.waits


@pytest.fixture
def clock() -> Clock:
    """The emulator's time, which stands still."""
    return Clock(datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def emulator(clock: Clock) -> Emulator:
    """A local Graph that takes the token of the tests."""
    return Emulator(clock=clock, token=TOKEN, strict=True)


@pytest.fixture
def waba(emulator: Emulator) -> Account:
    """An account in the emulator, without numbers."""
    return emulator.add_account(WABA)


@pytest.fixture
def client(face: Face, emulator: Emulator) -> wabakit.Client:
    """A client of the emulator."""
    return face.make(http_client=face.http(emulator.transport()))


@pytest.fixture
def account(client: wabakit.Client, waba: Account) -> wabakit.Account:
    """The handle of the emulator's account."""
    return client.account(waba.id)


@pytest.fixture
def add_number(client: wabakit.Client, emulator: Emulator, waba: Account) -> AddNumber:
    """Seed a number in any state and give its handle."""

    def add(**state: Any) -> wabakit.Number:
        return client.number(emulator.add_number(waba.id, **state).id)

    return add


@pytest.fixture
def number(add_number: AddNumber) -> wabakit.Number:
    """The handle of a connected number."""
    return add_number()


@pytest.fixture
def run_python() -> Callable[[str], str]:
    """Run code in a Python of its own, which has imported nothing yet; give what it prints."""

    def run(code: str) -> str:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def answering(face: Face) -> Answering:
    """Make a server that answers as it is told, and a client of it."""

    def start(handler: Handler, **options: Any) -> Server:
        return Server(handler, face, options)

    return start
