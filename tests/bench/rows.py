"""What `make bench` measures, and what it demands."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.bench import commands, emulated, scenarios
from tests.bench.ours import Injected, InjectedAsync, Objects, Ours, OursAsync
from tests.bench.subjects import Subject


class Row(NamedTuple):
    """One row of the table."""

    name: str
    unit: str
    must: float
    stretch: float | None
    scenario: Callable[..., float]
    subject: type[Subject] = Ours
    fast: bool = False
    """Whether msgspec, the extra `fast`, may be found."""
    peers: tuple[str, ...] = ()
    """Classes of `tests/peers/subjects.py`, to be asked the same where they are installed."""


CALL, HTTPX, JSON = "x import httpx", "x httpx", "x json.loads"
SYNC: Any = {"peers": ("Pywa", "MetaSdk", "Generated")}
LONG: Any = {"peers": ("Pywa", "Generated")}  # Meta's SDK takes minutes
ASYNC: Any = {"subject": OursAsync, "peers": ("PywaAsync", "GeneratedAsync")}
FAST: Any = {"fast": True}

ROWS = (
    Row("import", CALL, 0.03, 0.015, scenarios.load, **SYNC),
    Row("ready for a call", CALL, 1.35, 1.25, scenarios.ready, **SYNC),
    Row("import to the first answer", CALL, 2.3, 2.0, scenarios.first, **SYNC),
    Row("a further client", "x httpx.Client()", 0.01, 0.002, scenarios.again, **SYNC),
    Row("get", HTTPX, 0.60, 0.55, scenarios.get, **SYNC),
    Row("get, async", HTTPX, 0.50, 0.45, scenarios.get, **ASYNC),
    Row("get, injected", HTTPX, 1.08, None, scenarios.get, Injected),
    Row("get, injected, async", HTTPX, 1.05, None, scenarios.get, InjectedAsync),
    Row("page of 100, views", JSON, 1.7, 1.5, scenarios.decode, **SYNC),
    Row("page of 100, objects", JSON, 1.4, 1.3, scenarios.decode, Objects),
    Row("page of 100, views, fast", JSON, 1.3, 1.1, scenarios.decode, **FAST),
    Row("page of 100, objects, fast", JSON, 0.9, 0.8, scenarios.decode, Objects, **FAST),
    Row("a webhook, signed", JSON, 8, 6, scenarios.webhook),
    Row("walk 10,000", HTTPX, 0.95, 0.85, scenarios.walk, **SYNC),
    Row("walk 10,000, async", HTTPX, 0.75, 0.65, scenarios.walk, **ASYNC),
    Row("walk 10,000, fast", HTTPX, 0.80, 0.70, scenarios.walk, **FAST),
    Row("walk 10,000, async, fast", HTTPX, 0.65, 0.55, scenarios.walk, OursAsync, **FAST),
    Row("1,000 by id", HTTPX, 1.3, 1.1, scenarios.many),
    Row("walk 1,000", "calls", 10, None, scenarios.calls),
    Row("fleet, threads", "x floor, wall", 1.10, 1.07, scenarios.fleet, **SYNC),
    Row("fleet, async", "x floor, wall", 1.20, 1.10, scenarios.fleet, **ASYNC),
    Row("client.fleet, threads", "x floor, wall", 1.10, None, scenarios.whole_fleet),
    Row("client.fleet, async", "x floor, wall", 1.20, None, scenarios.whole_fleet, OursAsync),
    Row("fleet, async, CPU", HTTPX, 0.40, 0.30, scenarios.fleet_cpu, **ASYNC),
    Row("fleet, 50 in flight", "connections", 50, None, scenarios.fleet_connections, **ASYNC),
    Row("fleet, 500 gathered", "connections", 100, None, scenarios.gather_connections, **ASYNC),
    Row("a call, 100 in flight", "x 5 in flight", 0.80, 0.75, scenarios.crowd, **ASYNC),
    Row("100,000 streamed", "MB grown", 1.5, None, scenarios.growth, **LONG),
    Row("a number of 100,000", "x of 1,000", 1.02, None, scenarios.flat, **LONG),
    Row("a view kept", "bytes", 600, None, scenarios.kept, **LONG),
    Row("wabakit --version", "x python -c pass", 3, 2.5, commands.version),
    Row("wabakit list", "s above library", 0.15, 0.12, commands.listing),
    Row("emulator in memory", "x canned answer", 1.5, None, emulated.in_memory),
    Row("emulator on a port", "x empty route", 2, None, emulated.on_a_port),
    Row("emulator, page 901", "x page 1", 1.25, None, emulated.deep),
)
