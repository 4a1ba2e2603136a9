"""Celery with JSON alone: what it carries arrives whole, killed workers go on; `make engines`."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.recipes import LONGEST, ROOT, ends_at, kill, running
from tests.engines.shops import Shops

KILLS = 3
WHOLE = "tests.engines.celery_whole"
WORKER = ("-m", "celery", "-A", WHOLE, "worker", "--concurrency", "4", "--loglevel", "debug")
PROGRAMS = ["tasks.py", "ask.py", "start.py"]


class Office:
    """A folder with the programs of the page, the files of the broker, and logs."""

    def __init__(
        self, shops: Shops, environment: dict[str, str], left: Callable[[], float]
    ) -> None:
        self.work, self.left = shops.work, left
        for place in ("queue", "results", "processed", "tmp"):
            (self.work / place).mkdir()
        # Celery moves messages through the folder for temporary files.
        path = os.pathsep.join([environment["PYTHONPATH"], str(self.work), str(ROOT)])
        self.environment = {**environment, "TMPDIR": str(self.work / "tmp"), "PYTHONPATH": path}

    @contextmanager
    def running(self, *command: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run something of it."""
        log = self.work / f"{command[-1]}.log"
        with running(self.work, self.environment, *command, log=log) as process:
            yield process

    def said(self, *command: str, ends: int = 0) -> str:
        """Run something to its end, and give what it said."""
        with self.running(*command) as process:
            code = process.wait(self.left())
        text = (self.work / f"{command[-1]}.log").read_text("utf-8", "replace")
        assert code == ends, text[-3000:]
        return text


def test_arrives_whole(tmp_path: Path) -> None:
    """Errors and records arrive as they were, and can be asked for as the page says."""
    shops, left = Shops(tmp_path, "celery.md", seed=7, kills=0), ends_at(LONGEST)
    assert shops.programs == PROGRAMS
    seeded = shops.emulator.add_account()
    number = shops.emulator.add_number(seeded.id)
    with shops.served() as environment:
        office = Office(shops, environment, left)
        with office.running(*WORKER):
            office.said("-m", WHOLE, seeded.id)
            assert len(shops.emulator.outbox) == 1
            assert f"{number.id} CONNECTED None" in office.said("ask.py", seeded.id)
            assert "object-not-found" in office.said("ask.py", "404")


def test_killed_at_random(tmp_path: Path) -> None:
    """All numbers get there, each with one message and one registration; no secret is left."""
    shops, left = Shops(tmp_path, "celery.md", seed=7, kills=KILLS), ends_at(LONGEST)
    with shops.served() as environment:
        office, code = Office(shops, environment, left), -signal.SIGKILL
        while code == -signal.SIGKILL:
            office.said("start.py", "rows.csv")
            with office.running(*WORKER) as worker, office.running("-m", WHOLE) as waiting:
                shops.strike = lambda both=(worker, waiting): all(map(kill, both))
                code = waiting.wait(left())
    assert code == 0, (office.work / f"{WHOLE}.log").read_text("utf-8", "replace")[-3000:]
    assert shops.kills == KILLS
    shops.check()
