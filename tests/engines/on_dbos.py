"""Onboarding on DBOS: 200 numbers, whose process is killed at random moments; `make engines`."""

import signal
from pathlib import Path

from tests.engines.recipes import LONGEST, ends_at, kill, running
from tests.engines.shops import Shops

KILLS = 5


def test_killed_at_random(tmp_path: Path) -> None:
    """All numbers get there, each with one message and one registration; no secret is left."""
    shops, deadline = Shops(tmp_path, "dbos.md", seed=7, kills=KILLS), ends_at(LONGEST)
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
