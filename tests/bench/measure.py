"""What is measured. Each scenario gets the server's address and gives one figure."""

import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

import attrs
import httpx

import wabakit
from wabakit import PhoneNumber

TOKEN = "EAAbench"
FIELDS = (
    "id,display_phone_number,verified_name,status,quality_rating,code_verification_status,"
    "name_status,platform_type,throughput,account_mode,messaging_limit_tier,"
    "is_official_business_account,last_onboarded_time,country_code,country_dial_code"
)


@attrs.frozen
class Speed:
    level: wabakit.ThroughputLevel


@attrs.frozen
class Card:
    id: str
    display_phone_number: str
    verified_name: str
    status: wabakit.PhoneNumberStatus
    quality_rating: wabakit.QualityRating
    code_verification_status: wabakit.CodeVerificationStatus
    name_status: wabakit.NameStatus
    platform_type: wabakit.PlatformType
    throughput: Speed
    account_mode: wabakit.AccountMode
    messaging_limit_tier: wabakit.MessagingLimitTier
    is_official_business_account: bool
    last_onboarded_time: datetime
    country_code: str
    country_dial_code: str


def ratio(rounds: int, ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """Give the median ratio of two CPU times, taken in turns, after one round to warm up."""
    pairs = [(cpu(ours), cpu(theirs)) for _ in range(rounds + 1)][1:]
    return median(own / other for own, other in pairs)


def cpu(work: Callable[[], object]) -> float:
    """Give the CPU time of this process that some work takes, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def times(count: int, work: Callable[[], object]) -> Callable[[], None]:
    """Do some work again and again."""

    def repeated() -> None:
        for _ in range(count):
            work()

    return repeated


def one_get(address: str) -> float:
    """Compare reading one number, typed, with getting the same bytes as a dict."""
    fields = [PhoneNumber.fields[name] for name in FIELDS.split(",")]
    with wabakit.Client(TOKEN, base_url=address) as client, plain(address) as http:
        number = client.number("106853218861309")

        def get() -> object:
            return http.get("/v23.0/106853218861309", params={"fields": FIELDS}).json()

        return ratio(15, times(100, lambda: number.get(fields=fields)), times(100, get))


def walk(address: str) -> float:
    """Compare walking 10,000 numbers in typed views with walking them as dicts."""
    with wabakit.Client(TOKEN, base_url=address) as client, plain(address) as http:
        return ratio(15, lambda: stream(client, 10_000), lambda: stream_plainly(http, 10_000))


def flat(address: str) -> float:
    """Compare the cost of a number in a list of 100,000 with that in a list of 1,000."""
    with wabakit.Client(TOKEN, base_url=address) as client:
        return ratio(3, lambda: stream(client, 100_000), times(100, lambda: stream(client, 1_000)))


def calls(address: str) -> float:
    """Count the calls for 1,000 numbers when nothing is said about pages."""
    count: list[httpx.Request] = []
    with httpx.Client(event_hooks={"request": [count.append]}) as http:
        stream(wabakit.Client(TOKEN, base_url=address, http_client=http), 1_000)
    return len(count)


def growth(address: str) -> float:
    """Measure, in a fresh process, by how much streaming 100,000 numbers makes it grow, in MB."""
    return in_process(f"from tests.bench.measure import grow; print(grow({address!r}))")


def grow(address: str) -> float:
    """Stream, and give the growth of this process at its peak."""
    with wabakit.Client(TOKEN, base_url=address) as client:
        stream(client, 1_000)
        start, peak = resident(), 0.0
        for at, _ in enumerate(client.account("100000").numbers(into=Card)):
            if at % 500 == 0:
                peak = max(peak, resident())
    return peak - start


def resident() -> float:
    """Give the memory that this process occupies, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def importing(statement: str) -> Callable[[str], float]:
    """Compare importing wabakit with importing httpx, each in fresh processes."""

    def compare(_: str) -> float:
        pairs = [(import_time(statement), import_time("import httpx")) for _ in range(10)][1:]
        return median(own / other for own, other in pairs)

    return compare


def import_time(statement: str) -> float:
    """Give the CPU time of a statement in a fresh process, in seconds."""
    # Without click, as for a user: where it is there, httpx imports its command line along.
    alone, clock = "import sys, time; sys.modules['click'] = None", "time.process_time()"
    return in_process(f"{alone}; start = {clock}; {statement}; print({clock} - start)")


def in_process(code: str) -> float:
    """Run code in a fresh process and read the figure that it prints."""
    command = [sys.executable, "-c", code]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def plain(address: str) -> httpx.Client:
    """Make the client to compare with."""
    return httpx.Client(base_url=address, headers={"Authorization": f"Bearer {TOKEN}"})


def stream(client: wabakit.Client, count: int) -> None:
    """Walk a list in typed views, keeping none."""
    deque(client.account(str(count)).numbers(into=Card), maxlen=0)


def stream_plainly(http: httpx.Client, count: int) -> None:
    """Walk a list as dicts, keeping none."""
    params = {"fields": FIELDS, "limit": "100"}
    while True:
        page = http.get(f"/v23.0/{count}/phone_numbers", params=params).json()
        deque(page["data"], maxlen=0)
        if "next" not in page["paging"]:
            return
        params["after"] = page["paging"]["cursors"]["after"]


SCENARIOS: list[tuple[str, float | None, str, Callable[[str], float]]] = [
    ("reading one number, CPU", 1.15, "x", one_get),
    ("walking 10,000 numbers of 15 fields in typed views, CPU", 2.6, "x", walk),
    ("walking 1,000 numbers, calls", 10, "calls", calls),
    ("streaming 100,000 numbers, growth", 5, "MB", growth),
    ("a number of 100,000 against one of 1,000, CPU", 1.15, "x", flat),
    ("import wabakit against import httpx, CPU", 1.35, "x", importing("import wabakit")),
    (
        "the same and the first use of Client, CPU",
        None,
        "x",
        importing("from wabakit import Client"),
    ),
]
