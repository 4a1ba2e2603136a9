"""Onboarding on DBOS: 200 numbers, whose process is killed at random moments; `make engines`."""

import signal
import subprocess
from pathlib import Path

from tests.engines.recipes import LONGEST, ends_at, kill, running
from tests.engines.shops import ACCOUNTS, EACH, Shops

KILLS = 4
LATE = ["16315551197", "16315551198", "16315551199"]
"""Numbers whose code a person types, once all others are done; they are begun after the kills.

With nobody to find a code that was sent, a process that died asking for it leads to a second one.
"""


def test_killed_at_random(tmp_path: Path) -> None:
    """All numbers get there, each with one message and one registration; no secret is left."""
    shops, left = Shops(tmp_path, "dbos.md", seed=7, kills=KILLS), ends_at(LONGEST)
    assert shops.programs == ["onboarding.py", "worker.py", "look.py"]
    log, code = shops.work / "log", -signal.SIGKILL
    with shops.served() as environment:
        environment["LATE"] = " ".join(LATE)
        while code == -signal.SIGKILL:
            with running(shops.work, environment, "worker.py", "rows.csv", log=log) as process:
                shops.strike = lambda of=process: kill(of)
                wait_for_others(process, shops)
                if process.poll() is None:
                    (shops.vault / "typed").touch()
                    with running(shops.work, environment, "look.py", *LATE, log=log) as looking:
                        assert looking.wait(left()) == 0
                code = process.wait(left())
    assert code == 0, log.read_text("utf-8", "replace")[-3000:]
    assert shops.kills == KILLS
    shops.check()


def wait_for_others(process: subprocess.Popen[bytes], shops: Shops) -> None:
    """Wait until the process is dead or only numbers are left that a person is asked for."""
    while shops.connected < ACCOUNTS * EACH - len(LATE):
        try:
            process.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
        return
