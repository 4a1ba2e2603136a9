"""What is measured: a function each, which gives one figure for a subject.

All but the first three compare with httpx of the same way, blocking or asyncio, or count.
"""

import hashlib
import hmac
import json
import tracemalloc
from collections import deque
from itertools import islice
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.request import urlopen

import httpx

from tests.bench.measure import cpu, loading, ratio, resident, rounds, wall
from tests.bench.server import compact, page
from tests.bench.subjects import Async, Plain, PlainAsync, Subject

FLEET = [f"{at}000020" for at in range(1, 501)]
"""500 accounts with 20 numbers each."""
FLOOR = 0.08 * 500 / 50 + 2 * 0.08
"""Seconds that a fleet takes 50 at a time where nothing costs anything but the latency."""

WEBHOOK: Any = {
    "object": "whatsapp_business_account",
    "entry": [
        {
            "id": "220033445566778",
            "time": 1795000000,
            "changes": [
                {
                    "field": "phone_number_name_update",
                    "value": {
                        "display_phone_number": "12025550142",
                        "decision": "APPROVED",
                        "requested_verified_name": "Lucky Shrub",
                        "rejection_reason": None,
                    },
                }
            ],
        }
    ],
}


class Sites(NamedTuple):
    """The addresses of the server."""

    quick: str
    near: str
    """20 ms away."""
    far: str
    """80 ms away."""
    tls: str = ""


Kind = Any
"""A class of subjects; what only some of them have is asked of those."""


def plain(subject: Kind, address: str) -> Subject:
    """Make the client of httpx to compare with."""
    return (PlainAsync if issubclass(subject, Async) else Plain)(address)


def load(subject: Kind, _: Sites) -> float:
    """Compare importing with importing httpx."""
    return against_httpx(subject.LOAD)


def ready(subject: Kind, _: Sites) -> float:
    """Compare getting ready for a call with importing httpx."""
    return against_httpx(subject.READY)


def first(subject: Kind, sites: Sites) -> float:
    """Compare all from import to the first answer, over TLS, with importing httpx."""
    return against_httpx(f"{subject.READY}\n{subject.FIRST.format(url=sites.tls)}")


def against_httpx(code: str) -> float:
    """Compare code with importing httpx, each in fresh processes."""
    with TemporaryDirectory() as folder:
        return rounds(lambda: loading(code, folder) / loading("import httpx", folder))


def again(subject: Kind, _: Sites) -> float:
    """Compare making a further client with making one of httpx."""

    def many() -> None:
        for _ in range(200):
            subject.again()

    return ratio(many, httpx.Client) / 200


def get(subject: Kind, sites: Sites) -> float:
    """Compare reading one number, typed, with getting the same bytes as a dict."""
    with subject(sites.quick) as own, plain(subject, sites.quick) as other:
        return ratio(lambda: own.gets(25), lambda: other.gets(25))


def decode(subject: Kind, _: Sites) -> float:
    """Compare making objects of the bytes of a page of 100 with parsing their JSON."""
    read, content = subject.page(), compact(page("1000100", {"limit": "100"}))
    return ratio(
        lambda: [read(content) for _ in range(10)], lambda: [json.loads(content) for _ in range(10)]
    )


def webhook(_: Kind, __: Sites) -> float:
    """Compare reading all of a signed webhook, its key too, with parsing its JSON."""
    from wabakit import webhooks  # which nothing else here is to load

    secret, body = "4b2d9e0f7a615c38d1e2f3a4b5c6d7e8", compact(WEBHOOK)
    signature = f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"

    def once() -> list[object]:
        (event,) = webhooks.parse(body, signature, secret)
        names = ("key", "account_id", "time", "digits", *type(event).fields)
        return [getattr(event, name) for name in names]

    return ratio(
        lambda: [once() for _ in range(200)], lambda: [json.loads(body) for _ in range(200)]
    )


def walk(subject: Kind, sites: Sites) -> float:
    """Compare walking 10,000 numbers with walking them as dicts."""
    with subject(sites.quick) as own, plain(subject, sites.quick) as other:
        return ratio(lambda: own.walk("1010000"), lambda: other.walk("1010000"))


def many(subject: Kind, sites: Sites) -> float:
    """Compare reading 1,000 numbers by id with posting 20 batches and parsing their items."""
    ids = [str(106_853_218_000_000 + at) for at in range(1_000)]
    with subject(sites.quick) as own, Plain(sites.quick) as other:
        return ratio(
            lambda: deque[object](own.many(ids), maxlen=0),
            lambda: deque[object](other.many(ids), maxlen=0),
        )


def calls(subject: Kind, sites: Sites) -> float:
    """Count the calls for 1,000 numbers when nothing is said about pages."""
    with subject(sites.quick) as own:
        counts(sites)
        own.walk("1001000")
    return counts(sites)["calls"]


def fleet(subject: Kind, sites: Sites) -> float:
    """Compare the time that a fleet takes with the latency alone, connections yet to be opened."""

    def once() -> float:
        with subject(sites.far) as own:
            return wall(lambda: own.fleet(FLEET, 50)) / FLOOR

    return rounds(once)


def whole_fleet(subject: Kind, sites: Sites) -> float:
    """Compare the time that `client.fleet` takes with the latency alone, as above."""

    def once() -> float:
        with subject(sites.far) as own:
            return wall(lambda: own.whole_fleet(FLEET, 50)) / FLOOR

    return rounds(once)


def fleet_cpu(subject: Kind, sites: Sites) -> float:
    """Compare the CPU time of a fleet with that of httpx."""

    def cold(client: Subject) -> float:
        with client:
            return cpu(lambda: client.fleet(FLEET, 50))

    return rounds(lambda: cold(subject(sites.far)) / cold(PlainAsync(sites.far)))


def fleet_connections(subject: Kind, sites: Sites) -> float:
    """Count the connections that a fleet opens, 50 at a time."""
    with subject(sites.far) as own:
        counts(sites)
        own.fleet(FLEET, 50)
        return counts(sites)["connections"]


def gather_connections(subject: Kind, sites: Sites) -> float:
    """Count the connections that a fleet opens all at once; none may be refused."""
    with subject(sites.far) as own:
        counts(sites)
        own.gather(FLEET)
        return counts(sites)["connections"]


def crowd(subject: Kind, sites: Sites) -> float:
    """Compare what a call costs among 100 in flight with one among 5."""
    with subject(sites.near) as own:
        return ratio(lambda: own.crowd(300, 100), lambda: own.crowd(300, 5))


def growth(subject: Kind, sites: Sites) -> float:
    """Measure by how much streaming 100,000 numbers makes this process grow at its peak, in MB."""
    with subject(sites.quick) as own:
        own.walk("1001000")
        start, peak = resident(), 0.0
        for at, _ in enumerate(own.numbers("1100000")):
            if at % 500 == 0:
                peak = max(peak, resident())
    return peak - start


def flat(subject: Kind, sites: Sites) -> float:
    """Compare the cost of a number in a list of 100,000 with that in a list of 1,000."""
    with subject(sites.quick) as own:
        numbers = iter(own.numbers("1100000"))

        def some() -> None:
            deque[object](islice(numbers, 1_000), maxlen=0)

        return median(cpu(some) / cpu(lambda: own.walk("1001000")) for _ in range(100))


def kept(subject: Kind, sites: Sites) -> float:
    """Measure the bytes that a number takes as long as it is kept."""
    with subject(sites.quick) as own:
        own.walk("1001000")
        tracemalloc.start()
        held = list(own.numbers("1010000"))
        return tracemalloc.get_traced_memory()[0] / len(held)


def counts(sites: Sites) -> dict[str, float]:
    """Ask the server what it has counted since it was asked last."""
    with urlopen(f"{sites.quick}/counts") as answer:
        counted: dict[str, float] = json.load(answer)
    return counted
