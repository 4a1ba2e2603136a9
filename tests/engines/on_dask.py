"""An inventory of 2,000 accounts on Dask, some of whose processes are killed; `make engines`."""

import json
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import wabakit
from tests.engines.recipes import LONGEST, below, ends_at, leaks, running, write_programs
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

ACCOUNTS, UNKNOWN, KILLS = 2_000, 20, 3
TOKEN = "EAAtoken-that-nobody-may-see"
SEED = 7


class Strikes:
    """Kills one of Dask's processes whenever Graph has had so many calls."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.moments = sorted(chance.sample(range(100, ACCOUNTS), KILLS))
        self.calls = self.kills = 0
        self.process: subprocess.Popen[bytes] | None = None

    def note(self, _: Emulator) -> None:
        self.calls += 1
        is_due = self.process and self.moments and self.calls >= self.moments[0]
        if is_due and (workers := sorted(workers_of(self.process))):
            os.kill(self.chance.choice(workers), signal.SIGKILL)
            self.kills += 1
            del self.moments[0]


def workers_of(process: subprocess.Popen[bytes]) -> Iterator[int]:
    """The processes of Dask, which it begins with `multiprocessing`."""
    for pid in below(process.pid):
        with suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                yield pid


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_two_thousand_accounts(tmp_path: Path) -> None:
    """Every number comes once, every account that cannot be read says why, no token is left."""
    left, chance, emulator = ends_at(LONGEST), random.Random(SEED), Emulator(token=TOKEN)
    assert write_programs("dask.md", tmp_path) == ["inventory.py"]
    ids = [str(102290129340000 + at) for at in range(ACCOUNTS)]
    unknown = set(chance.sample(ids, UNKNOWN))
    there = {
        emulator.add_number(emulator.add_account(waba_id).id).id: waba_id
        for waba_id in ids
        if waba_id not in unknown
    }
    (tmp_path / "accounts").write_text("\n".join(ids), "utf-8")
    strikes, log = Strikes(chance), tmp_path / "log"
    with Server(emulator, notice=strikes.note) as server:
        environment = {**server.environment(), "WABAKIT_LOG": "debug", "TMPDIR": str(tmp_path)}
        with running(tmp_path, environment, "inventory.py", "accounts", log=log) as process:
            strikes.process = process
            code = process.wait(left())
    assert code == 0, log.read_text("utf-8", "replace")[-3000:]
    assert strikes.kills == KILLS
    numbers = lines(tmp_path / "numbers.jsonl")
    assert len(numbers) == len(there)
    assert {row["id"]: row["waba_id"] for row in numbers} == there
    assert {row["status"] for row in numbers} == {"CONNECTED"}
    failed = {row.pop("waba_id"): row for row in lines(tmp_path / "failures.jsonl")}
    assert set(failed) == unknown
    for waba_id, kept in failed.items():
        error = wabakit.WabakitError.from_dict(kept)
        assert isinstance(error, wabakit.NotFoundError)
        assert (error.object_id, bool(error.trace_id)) == (waba_id, True)
    assert leaks(tmp_path, [TOKEN]) == []
