"""How the bench measures: CPU time of this process, in turns with what it is compared with."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ENOUGH = 3.0
"""Seconds that rounds are measured for; at least three are, after one to warm up."""

Work = Callable[[], object]


def ratio(ours: Work, theirs: Work) -> float:
    """Give the median ratio of two CPU times, taken in turns."""
    return rounds(lambda: cpu(ours) / cpu(theirs))


def rounds(figure: Callable[[], float]) -> float:
    """Give the median of a figure that is taken again and again."""
    figure()
    figures, end = list[float](), time.monotonic() + ENOUGH
    while len(figures) < 3 or time.monotonic() < end:
        figures.append(figure())
    return median(figures)


def cpu(work: Work) -> float:
    """Give the CPU time of this process that some work takes, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(work: Work) -> float:
    """Give the time that passes while some work is done, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def loading(code: str, folder: str) -> float:
    """Give the CPU time of code in a Python of its own, which keeps byte code in a folder."""
    # Without click, as for a user: where it is there, httpx imports its command line along.
    before = "import sys, time; sys.modules['click'] = None; start = time.process_time()"
    timed = f"{before}\n{code}\nprint(time.process_time() - start)"
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command, environment = [sys.executable, "-c", timed], {**kept, "PYTHONPYCACHEPREFIX": folder}
    return float(subprocess.check_output(command, env=environment, text=True))


def resident() -> float:
    """Give the memory that this process occupies, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))
