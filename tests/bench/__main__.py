"""How fast wabakit is against plain httpx, both measured in one run; `make bench` runs it.

Only ratios count: the machine's speed cancels out. CPU is that of the client's process, and each
row has a process of its own. The exit code is 1 when a limit is missed by more than the noise.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import certifi

from tests.bench.rows import ROWS, Row

NOISE = 1.05
LATENCIES = ("0", "0.02", "0.08")


@contextmanager
def server() -> Generator[list[str]]:
    """Run the server with ready-made answers, trusted by our children, and give its addresses."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.server", *LATENCIES, *certificate(folder)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            *plain, tls = process.stdout.readline().split()
            yield [*(f"http://127.0.0.1:{port}" for port in plain), f"https://127.0.0.1:{tls}"]
            process.communicate()


def certificate(folder: str) -> list[str]:
    """Make a certificate of this machine and its key, and trust it beside those of the world."""
    key, own, trusted = (str(Path(folder, name)) for name in ("key", "own", "trusted"))
    command = "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=bench"
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", own]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    both = Path(certifi.where()).read_bytes() + Path(own).read_bytes()
    Path(trusted).write_bytes(both)
    os.environ.update(SSL_CERT_FILE=trusted, REQUESTS_CA_BUNDLE=trusted)
    return [own, key]


def measured(python: str, row: Row, subject: str, addresses: list[str]) -> float:
    """Measure in a process of its own; a figure above all limits where that fails."""
    scenario = f"{row.scenario.__module__}:{row.scenario.__name__}"
    command = [python, "-m", "tests.bench.one", scenario, subject, "yes" if row.fast else "no"]
    done = subprocess.run([*command, *addresses], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{row.name}, {subject}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return float("inf")
    return float(done.stdout)


def verdict(row: Row, figure: float) -> str:
    """Say how a row ended; in capitals what must not be."""
    if figure > row.must * NOISE:
        return "MISSED"
    if figure > row.must:
        return "missed by no more than the noise"
    return "met" if row.stretch is None or figure > row.stretch else "met, stretch too"


def main() -> int:
    """Measure, print a table, and tell whether it is as it must be."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", default="", help="a part of the names of the rows to measure")
    parser.add_argument("--peers", help="a Python in which other people's clients are installed")
    asked, missed = parser.parse_args(), 0
    print(f"{'':<28}{'':<18}{'measured':>9}{'must':>7}{'stretch':>9}")
    with server() as addresses:
        for row in (row for row in ROWS if asked.only in row.name):
            subject = f"{row.subject.__module__}:{row.subject.__name__}"
            figure = measured(sys.executable, row, subject, addresses)
            said = verdict(row, figure)
            missed += said == "MISSED"
            stretch = "-" if row.stretch is None else row.stretch
            figures = f"{figure:>9.4g}{row.must:>7g}{stretch:>9}"
            print(f"{row.name:<28}{row.unit:<18}{figures}  {said}", flush=True)
            for peer in row.peers if asked.peers else ():
                theirs = measured(asked.peers, row, f"tests.peers.subjects:{peer}", addresses)
                ahead = "  AHEAD" if theirs < figure else ""
                print(f"  {peer:<44}{theirs:>9.4g}{ahead}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
