"""Celery with JSON alone: what it carries arrives whole, and killed tasks go on; `make engines`."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.engines.recipes import ROOT, ends_at, running
from tests.engines.shops import Shops

KILLS = 8
WORKER = ("-m", "celery", "-A", "tests.engines.celery_whole", "worker", "--concurrency", "4")


def test_whole_and_killed_at_random(tmp_path: Path) -> None:
    """Errors and records arrive whole; of 200 numbers none is lost, though processes are killed."""
    shops, deadline = Shops(tmp_path, "celery.md", seed=7, kills=KILLS), ends_at(90)
    assert shops.programs == ["tasks.py", "ask.py"]
    work = shops.work
    seeded = shops.emulator.add_account()
    number = shops.emulator.add_number(seeded.id)
    for place in ("queue", "results", "processed", "tmp"):
        (work / place).mkdir()
    with shops.served() as environment:
        environment |= {"TMPDIR": str(work / "tmp")}
        environment["PYTHONPATH"] += os.pathsep.join(["", str(work), str(ROOT)])
        with running(work, environment, *WORKER, log=work / "log") as worker:
            shops.strike = lambda: kill_child(shops, worker)
            command = ["-m", "tests.engines.celery_whole", seeded.id]
            with running(work, environment, *command, log=work / "said") as caller:
                code = caller.wait(deadline())
            shops.strike = lambda: False
            said = (work / "said").read_text("utf-8", "replace")
            assert code == 0, said[-3000:]
            with running(work, environment, "ask.py", seeded.id, log=work / "said") as caller:
                assert caller.wait(deadline()) == 0
            with running(work, environment, "ask.py", "404", log=work / "said") as caller:
                assert caller.wait(deadline()) == 0
            worker.send_signal(signal.SIGTERM)
            worker.wait(deadline())
    said = (work / "said").read_text("utf-8", "replace")
    assert f"{number.id} CONNECTED None" in said
    assert "unknown-object" in said
    shops.emulator.accounts.remove(seeded)
    assert shops.kills == KILLS
    shops.check()


def kill_child(shops: Shops, worker: subprocess.Popen[bytes]) -> bool:
    """Kill one of the processes that tasks run in."""
    with suppress(OSError, IndexError):
        listed = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text("ascii")
        os.kill(int(shops.chance.choice(listed.split())), signal.SIGKILL)
        return True
    return False
