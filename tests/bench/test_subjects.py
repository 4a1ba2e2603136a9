"""What the bench measures does what it is asked for."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench.ours import Injected, InjectedAsync, Objects, Ours, OursAsync
from tests.bench.rows import ROWS
from tests.bench.scenarios import Sites, calls, counts
from tests.bench.server import compact, page
from tests.bench.subjects import Plain, PlainAsync, Subject

PEERS = Path(__file__).parents[1] / "peers/subjects.py"
OWN = [Ours, Objects, Injected, OursAsync, InjectedAsync]


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    """The addresses of the bench's server, whose latencies are short here."""
    command = [sys.executable, "-m", "tests.bench.server", "0", "0.001", "0.001"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        ports = process.stdout.readline().split()
        yield Sites(*(f"http://127.0.0.1:{port}" for port in ports))
        process.communicate()


@pytest.mark.parametrize("subject", [*OWN, Plain, PlainAsync])
def test_subjects_do_what_they_are_asked_for(subject: type[Subject], sites: Sites) -> None:
    """Each reads, walks page by page and walks a fleet, in as many calls as that takes."""
    with subject(sites.quick) as client:
        counts(sites)
        client.gets(3)
        assert counts(sites)["calls"] == 3
        client.walk("1000250")
        assert counts(sites)["calls"] == 3
        client.fleet(["1000020", "2000020", "3000120"], 2)
        assert counts(sites)["calls"] == 4
    assert calls(subject, sites) == 10


@pytest.mark.parametrize("subject", [Ours, Objects])
def test_a_page_becomes_objects(subject: type[Ours]) -> None:
    """The bytes of a page of 100 become 100 objects."""
    read = subject.page()
    objects = read(compact(page("1000100", {"limit": "100"})))
    assert [item.id for item in objects][-1] == str(106_853_218_000_099)


def test_a_fleet_can_be_gathered(sites: Sites) -> None:
    """Walks that all begin at once are all answered."""
    with OursAsync(sites.far) as client:
        counts(sites)
        client.gather(["1000020", "2000020", "3000120"])
    assert counts(sites)["calls"] == 4


@pytest.mark.parametrize("subject", [Ours, OursAsync])
def test_a_fleet_is_one_stream(subject: Any, sites: Sites) -> None:
    """`client.fleet` takes as many calls as the accounts have pages."""
    with subject(sites.quick) as client:
        counts(sites)
        client.whole_fleet(["1000020", "2000020", "3000120"], 2)
    assert counts(sites)["calls"] == 4


def test_every_row_says_what_it_is() -> None:
    """Names are there once, and peers that a row asks are written."""
    assert len({row.name for row in ROWS}) == len(ROWS)
    written = {getattr(node, "name", "") for node in ast.parse(PEERS.read_text("utf-8")).body}
    assert {peer for row in ROWS for peer in row.peers} <= written
