"""A state file is whole, private, of one emulator, and as new as what happened last."""

import itertools
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any, NoReturn

import httpx
import pytest

from tests.server.running import forked, get, run
from wabakit.emulator.__main__ import main
from wabakit.emulator.server.keeping import Keeper, NotSavedError, StateFile

FILLER = 100_000
HANG_UP = """
    import os, signal, sys
    os.kill(os.getppid(), getattr(signal, sys.argv[1]))
    signal.pause()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state is to be."""
    return tmp_path / "state.json"


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_state_outlives_the_process(path: Path, stop: signal.Signals) -> None:
    """Whatever stops the server, what was there is there when it starts again."""
    options = ["--state", str(path)]
    with forked(*options, stop=stop) as said:
        url = f"{said['url']}/_emulator/numbers"
        added = httpx.post(
            url, json={"verified_name": "Lucky Shrub"}, trust_env=False, verify=False
        ).json()
    with forked(*options) as again:
        listed = get(again, f"v23.0/{again['waba_id']}/phone_numbers?fields=verified_name")
    assert listed["data"] == [{"verified_name": "Lucky Shrub", "id": added["id"]}]


@pytest.mark.parametrize("stop", ["SIGTERM", "SIGHUP"])
def test_a_command_is_stopped_with_it(environment: dict[str, str], path: Path, stop: str) -> None:
    """What stops `exec` stops its command, and the state is kept."""
    script = "\n".join(line.strip() for line in HANG_UP.splitlines())
    ran = run(environment, "--demo", "--state", str(path), "--", sys.executable, "-c", script, stop)
    assert ran.returncode == 128 + getattr(signal, stop)
    assert len(json.loads(path.read_text("utf-8"))["accounts"]) == 1


def test_a_hang_up_is_passed_over_where_it_was() -> None:
    """A server that was started by nohup goes on when the terminal ends."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with forked() as said:
            script = f"import os, signal; os.kill({said['pid']}, signal.SIGHUP)"
            subprocess.run([sys.executable, "-c", script], check=True)
            assert get(said, "_emulator/health")["status"] == "ok"
    finally:
        signal.signal(signal.SIGHUP, before)


def test_the_state_is_there_from_the_start(path: Path) -> None:
    """The file is written at once, and only its owner can read it."""
    path.write_text('{"accounts": []}', "utf-8")
    path.chmod(0o644)
    with forked("--state", str(path)):
        assert json.loads(path.read_text("utf-8"))["format"] == "wabakit-emulator"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_emulators_do_not_share_it(environment: dict[str, str], path: Path) -> None:
    """A second emulator on the same file, or on a link to it, is refused; the first goes on."""
    link = path.with_name("link.json")
    link.symlink_to(path)
    with forked("--state", str(path)) as said:
        for name in (path, link):
            second = run(environment, "--state", str(name), "--", "true")
            assert second.returncode == 1
            assert second.stderr.strip() == (
                f"{name}: another emulator uses it; stop that one, or name another"
            )
        httpx.post(
            f"{said['url']}/_emulator/accounts", json={"id": "77"}, trust_env=False, verify=False
        )
    assert "77" in [account["id"] for account in json.loads(path.read_text("utf-8"))["accounts"]]
    assert link.is_symlink()
    assert run(environment, "--state", str(link), "--", "true").returncode == 0


def test_what_becomes_of_the_demo(path: Path) -> None:
    """Asked for a demo beside a state that is there, it says which of the two it takes."""
    with forked("--demo", "--state", str(path)) as said:
        pass
    assert "--demo" not in said["stderr"]
    with forked("--demo", "--state", str(path)) as said:
        pass
    assert f"{path} is there: going on from it, --demo is passed over" in said["stderr"]


@pytest.mark.parametrize(("name", "reason"), [("no/state.json", "no folder"), (".", "a folder")])
def test_where_no_state_can_be(tmp_path: Path, name: str, reason: str) -> None:
    """A file that could not be written in the end is refused at the start."""
    with pytest.raises(SystemExit, match=reason):
        main(["exec", "--state", str(tmp_path / name), "--", "true"])


def test_a_ready_file_in_no_folder(tmp_path: Path) -> None:
    """So is a ready file."""
    with pytest.raises(SystemExit, match="no folder"):
        main(["--port", "0", "--ready-file", str(tmp_path / "no" / "ready.json")])


def test_what_was_done_outlives_a_kill(path: Path) -> None:
    """A server that is killed has saved what was done a second before."""
    tick = Event()
    with forked("--state", str(path), stop=signal.SIGKILL) as said:
        httpx.post(
            f"{said['url']}/_emulator/accounts", json={"id": "77"}, trust_env=False, verify=False
        )
        for _ in range(1000):
            if '"77"' in path.read_text("utf-8"):
                break
            tick.wait(0.01)
    with forked("--state", str(path)) as again:
        assert get(again, "_emulator/state")["accounts"][-1]["id"] == "77"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that start cheaply")
@pytest.mark.parametrize("times", [5, pytest.param(20, marks=pytest.mark.sweep)])
def test_killed_while_it_writes(path: Path, times: int) -> None:
    """Whenever a process is killed, the file is whole, and not older than what was written."""
    for written_before in range(1, times + 1):
        reading, writing = os.pipe()
        if not (child := os.fork()):
            write_for_ever(path, writing)
        assert len(os.read(reading, 1)) == 1
        for _ in range(written_before):
            os.read(reading, 1)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(writing)
        os.close(reading)
        kept = json.loads(path.read_text("utf-8"))
        assert kept["at"] >= written_before
        assert len(kept["filler"]) == FILLER


def write_for_ever(path: Path, told: int) -> NoReturn:
    """Write one state after the other, and tell of each."""
    try:
        file = StateFile(path)
        for at in itertools.count():
            file.write({"at": at, "filler": "a" * FILLER})
            os.write(told, b".")
    finally:
        os._exit(1)
    raise AssertionError("unreachable")


class Watched(StateFile):
    """A file that tells of each time it was written, or fails."""

    fails = False

    def write(self, state: Mapping[str, Any]) -> None:
        if self.fails:
            written.set()
            raise NotSavedError("no space left")
        super().write(state)
        written.set()


written = Event()


def test_a_change_is_saved_along_the_way(path: Path) -> None:
    """What changed is in the file soon, without an end."""
    state = {"at": 0}
    with Keeper(Watched(path), lambda: state, 0) as keeper:
        for at in (1, 2):
            written.clear()
            state["at"] = at
            keeper.changed()
            assert written.wait(10)
            assert json.loads(path.read_text("utf-8")) == {"at": at}
    names = sorted(found.name for found in path.parent.iterdir())
    assert names == ["state.json", "state.json.lock"]


def test_an_exception_is_an_end(path: Path) -> None:
    """An end by an exception saves as well, and lets go of the file."""
    state = {"at": 0}

    def fail() -> None:
        with Keeper(StateFile(path), lambda: state):
            state["at"] = 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert json.loads(path.read_text("utf-8")) == {"at": 1}
    StateFile(path).close()


def test_a_full_disk(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be saved along the way is told, and tried again; the last state stays whole."""
    file = Watched(path)
    with Keeper(file, lambda: {"at": path.exists()}, 0) as keeper:
        before = path.read_bytes()
        file.fails = True
        written.clear()
        keeper.changed()
        assert written.wait(10)
        assert path.read_bytes() == before
        file.fails = False
    assert "not saved: no space left" in capsys.readouterr().err
    assert json.loads(path.read_text("utf-8")) == {"at": True}


def test_a_write_that_is_cut(path: Path) -> None:
    """A write that fails in the middle leaves the file as it was, and the next one goes through."""
    file = StateFile(path)
    file.write({"at": 1})
    with pytest.raises(TypeError):
        file.write({"at": object()})
    half = path.with_name("state.json.new")
    half.write_text('{"at":', "utf-8")  # as a process leaves it that was killed
    assert json.loads(path.read_text("utf-8")) == {"at": 1}
    file.write({"at": "\ud800"})
    assert json.loads(path.read_text("utf-8")) == {"at": "\ud800"}
    assert not half.exists()
    file.close()
