"""How fast wabakit is against plain httpx, both measured in one run; `make bench` runs it.

Only ratios count: the machine's speed cancels out. CPU is that of the client's process. The exit
code is 1 when a limit is missed.
"""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

from tests.bench import emulated, measure


@contextmanager
def server() -> Generator[str]:
    """Run the server with ready-made answers, and give its address."""
    command = [sys.executable, "-m", "tests.bench.server"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.communicate()


def main() -> int:
    """Measure everything, print a table, and tell whether a limit was missed."""
    missed = 0
    print(f"{'':<56} {'measured':>8}  {'limit':>5}")
    with server() as address:
        for name, limit, unit, scenario in [*measure.SCENARIOS, *emulated.SCENARIOS]:
            value = scenario(address)
            is_missed = limit is not None and value > limit
            missed += is_missed
            shown = "-" if limit is None else f"{limit:g}"
            row = f"{name:<56} {value:>8.2f}  {shown:>5} {unit:<5} {'MISSED' * is_missed}"
            print(row.rstrip(), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
