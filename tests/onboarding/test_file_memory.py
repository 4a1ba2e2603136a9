"""A memory that processes share: what one of them spent the others know."""

import gc
import json
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import wabakit
from tests.client.wire import Answering, always, refusal
from tests.faces import NUMBER, TOKEN, WABA, Face

PIN = "314159"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WINDOW = timedelta(hours=72)
USE = [{"type": "x", "call_count": 28, "total_cputime": 25, "total_time": 25}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory"


@pytest.fixture(params=["own", "file"])
def memory(request: pytest.FixtureRequest, path: Path) -> wabakit.SharedMemory:
    """Each implementation of the protocol."""
    from wabakit._ledger import OwnMemory

    return OwnMemory() if request.param == "own" else wabakit.FileMemory(path)


def test_counting(memory: wabakit.SharedMemory) -> None:
    """So many calls fit the window, which moves with the time, each kind and number for itself."""
    for minute in range(3):
        assert memory.spend("a", "1", NOW + timedelta(minutes=minute), 3, WINDOW) is None
    later = NOW + timedelta(hours=1)
    assert memory.spend("a", "1", later, 3, WINDOW) == timedelta(hours=71)
    assert memory.spend("b", "1", later, 3, WINDOW) is None
    assert memory.spend("a", "2", later, 3, WINDOW) is None
    assert memory.latest("a", "1", later) == NOW + timedelta(minutes=2)
    memory.give_back("a", "1", later)
    assert memory.latest("a", "1", later) == NOW + timedelta(minutes=1)
    assert memory.spend("a", "1", later, 3, WINDOW) is None
    assert memory.spend("a", "1", NOW + WINDOW, 3, WINDOW) is None
    assert memory.latest("c", "1", later) is None
    memory.give_back("c", "1", later)


def test_quotas(memory: wabakit.SharedMemory) -> None:
    """The latest use of each quota is kept, for an account and for the app."""
    use = wabakit.Usage(WABA, "x", 1, 2, 3.5, timedelta(minutes=5), NOW)
    of_app = wabakit.Usage(None, "app", 1, 2, 3, None, NOW)
    memory.put_usage(WABA, (use,), NOW)
    memory.put_usage(None, (of_app,), NOW)
    assert memory.usage_of(WABA, NOW) == (use,)
    assert memory.usage_of("1", NOW) == ()
    assert memory.usage(NOW) == {WABA: (use,), None: (of_app,)}
    assert memory.usage(NOW + timedelta(days=31)) == {}


def test_registration_guard(answering: Answering, path: Path) -> None:
    """The eleventh registration of 72 hours is refused, whichever client sent the others."""
    servers = [
        answering(always({"success": True}), memory=wabakit.FileMemory(path)) for _ in range(3)
    ]
    for turn in range(10):
        servers[turn % 3].number.register(PIN)
    for server in servers:
        with pytest.raises(wabakit.RegistrationLimitError):
            server.number.register(PIN)
    assert sum(server.count("POST") for server in servers) == 10


def test_usage_and_throttling(answering: Answering, path: Path) -> None:
    """What one client saw of a quota the others show and keep to."""
    use = {**USE[0], "call_count": 100, "estimated_time_to_regain_access": 30}
    headers = {"x_business_use_case_usage": json.dumps({WABA: [use]})}
    first = answering(always({"id": NUMBER}, 200, **headers), memory=wabakit.FileMemory(path))
    first.number.get()
    second = answering(always({"data": []}), memory=wabakit.FileMemory(path))
    assert second.client.usage == first.client.usage
    with pytest.raises(wabakit.RateLimitError):
        list(second.account.numbers())
    assert second.requests == []


def test_code_that_another_asked_for(answering: Answering, path: Path) -> None:
    """A code that another process asked for keeps this one from sending another."""
    answering(always({"success": True}), memory=wabakit.FileMemory(path)).number.request_code()
    pending = always({"id": NUMBER, "status": "PENDING"})
    server = answering(pending, memory=wabakit.FileMemory(path))
    assert server.number.onboard(pin=PIN).waits_for == "code"
    assert server.count("POST") == 0


def test_refused_code(answering: Answering, path: Path) -> None:
    """A code that was refused does not count."""
    memory = wabakit.FileMemory(path)
    server = answering(refusal(136024, 2388367), memory=memory)
    with pytest.raises(wabakit.RateLimitError):
        server.number.request_code()
    assert memory.latest("requestCode", NUMBER, NOW) is None


def test_nothing_secret(answering: Answering, path: Path) -> None:
    """No token, PIN or code is in the file or beside it."""
    use = {"x_business_use_case_usage": json.dumps({WABA: USE})}
    server = answering(always({"success": True}, 200, **use), memory=wabakit.FileMemory(path))
    server.number.request_code()
    server.number.verify_code("271828")
    server.number.register(PIN)
    kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert NUMBER.encode() in kept
    assert not any(secret.encode() in kept for secret in (TOKEN, PIN, "271828"))


def test_threads_and_processes(path: Path) -> None:
    """Of as many as try at once so many are counted, and no more."""
    code = (
        "import sys, wabakit\n"
        "from datetime import UTC, datetime, timedelta\n"
        "memory, now = wabakit.FileMemory(sys.argv[1]), datetime(2026, 3, 1, 12, tzinfo=UTC)\n"
        "tries = [memory.spend('a', '1', now, 10, timedelta(hours=72)) for _ in range(8)]\n"
        "print(tries.count(None))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def run(_: int) -> int:
        command = [sys.executable, "-c", code, str(path)]
        return int(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)

    memory = wabakit.FileMemory(path)
    with ThreadPoolExecutor(4) as pool:
        others = pool.map(run, range(2))
        own = pool.map(partial(memory.spend, "a", "1", NOW, 10), [WINDOW] * 8)
        assert list(own).count(None) + sum(others) == 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_fork(path: Path) -> None:
    """A forked process goes on with the same file."""
    memory = wabakit.FileMemory(path)
    memory.spend("a", "1", NOW, 2, WINDOW)
    if (child := os.fork()) == 0:
        os._exit(0 if memory.spend("a", "1", NOW, 2, WINDOW) is None else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert memory.spend("a", "1", NOW, 2, WINDOW) == WINDOW


@pytest.mark.parametrize("is_folder", [True, False])
def test_not_a_memory(path: Path, is_folder: bool) -> None:
    """What is no such file is refused at once."""
    if is_folder:
        path.mkdir()
    else:
        path.write_text("no database" * 99)
    with pytest.raises(wabakit.InvalidInputError, match="memory"):
        wabakit.FileMemory(path)


def test_database_of_something_else(path: Path) -> None:
    """What another program keeps is refused, and is left as it is."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE theirs (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(wabakit.InvalidInputError, match="something else: name another file"):
        wabakit.FileMemory(path)
    assert path.read_bytes() == before


def test_later_layout(path: Path) -> None:
    """A file of a later wabakit is left alone."""
    wabakit.FileMemory(path)
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()
    with pytest.raises(wabakit.InvalidInputError, match="later"):
        wabakit.FileMemory(path)


def test_file_that_fails(answering: Answering, path: Path) -> None:
    """What cannot be counted is not sent; an answer is not lost for a file that fails."""
    memory = wabakit.FileMemory(path)
    file = sqlite3.connect(path)
    file.execute("DROP TABLE call")
    file.execute("DROP TABLE usage")
    file.close()
    use = {"x_business_use_case_usage": json.dumps({WABA: USE})}
    server = answering(always({"id": NUMBER}, 200, **use), memory=memory)
    assert server.number.get().id == NUMBER
    with pytest.raises(wabakit.InvalidInputError, match="memory"):
        server.number.register(PIN)
    with pytest.raises(wabakit.InvalidInputError, match="memory"):
        server.number.request_code()
    assert server.count("POST") == 0


def test_shown(path: Path, face: Face) -> None:
    """A memory shows its file."""
    assert str(path) in repr(wabakit.FileMemory(path))
    assert face.make(memory=wabakit.FileMemory(path)).usage == {}


@pytest.mark.parametrize("said", ["nothing", "5", '[{"waba_id": "1"}]', "[[]]"])
def test_file_that_others_wrote_into(answering: Answering, path: Path, said: str) -> None:
    """What no memory writes of a quota is no knowledge of it, and stops no call."""
    memory = wabakit.FileMemory(path)
    memory.put_usage(WABA, (), datetime.now(UTC) + timedelta(days=999))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE usage SET said = ?", (said,))
    server = answering(always({"id": NUMBER}), memory=memory)
    assert server.number.get().id == NUMBER
    assert server.client.usage == {}


@pytest.mark.parametrize("path", ["", ":memory:", "a\0b", "half a character: \ud800", 5])
def test_what_is_no_file_to_share(path: Any) -> None:
    """What no other process could open is refused, and what no file can be called."""
    with pytest.raises(wabakit.InvalidInputError, match="memory"):
        wabakit.FileMemory(path)


def test_a_file_is_closed_with_its_memory(path: Path) -> None:
    """Nothing stays open of a memory that nobody has any more."""
    memory: Any = wabakit.FileMemory(path)
    _, file = memory._base._connected
    del memory
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        file.execute("SELECT 1")
