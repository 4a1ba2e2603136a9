"""Onboarding on DBOS: 200 numbers, whose process is killed at random moments; `make engines`."""

import os
import signal
import subprocess
from pathlib import Path

from tests.engines.recipes import ends_at, running
from tests.engines.shops import Shops

KILLS = 6


def test_killed_at_random(tmp_path: Path) -> None:
    """All numbers get there, each with one message and one registration; no secret is left."""
    shops, deadline = Shops(tmp_path, "dbos.md", seed=7, kills=KILLS), ends_at(90)
    assert shops.programs == ["onboarding.py", "worker.py"]
    log, code = shops.work / "log", -signal.SIGKILL
    with shops.served() as environment:
        while code == -signal.SIGKILL:
            with running(shops.work, environment, "worker.py", "rows.csv", log=log) as process:
                shops.strike = lambda of=process: kill(of)
                code = process.wait(deadline())
    assert code == 0, log.read_text("utf-8", "replace")[-3000:]
    assert shops.kills == KILLS
    shops.check()


def kill(process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        return False
    os.kill(process.pid, signal.SIGKILL)
    return True
