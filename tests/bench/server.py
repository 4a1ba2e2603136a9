"""A server with ready-made answers, in a process of its own, so that its work is not the client's.

`python -m tests.bench.server 0 0.08` listens on a port for each latency, in seconds, and prints the
ports; it ends when its standard input does. Where there is a latency, the first answer of each
connection takes three times as long, as if it had been opened far away. With the path of a
certificate and its key behind them it serves TLS on one port more.

`GET /v23.0/{account}/phone_numbers` lists as many numbers as the last six digits of the account's
id say, page by page; `/counts` tells how many connections and calls there were since it was asked
last; any other path is the number of that id. A POST is a batch of such reads.
"""

import asyncio
import json
import re
import ssl
import sys
from functools import lru_cache, partial
from urllib.parse import parse_qs, urlencode, urlsplit

HEADERS = {
    "Content-Type": "application/json; charset=UTF-8",
    "Vary": "Origin, Accept-Encoding",
    "X-Business-Use-Case-Usage": '{"102290129340398":[{"type":"whatsapp_business_management",'
    '"call_count":1,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":0}]}',
    "x-fb-rlafr": "0",
    "Access-Control-Allow-Origin": "*",
    "facebook-api-version": "v23.0",
    "Strict-Transport-Security": "max-age=15552000; preload",
    "Pragma": "no-cache",
    "Cache-Control": "private, no-cache, no-store, must-revalidate",
    "x-fb-request-id": "AbCdEfGhIjKlMnOpQrStUvW",
    "x-fb-trace-id": "AbCdEfGhIjK",
    "x-fb-rev": "1019999999",
    "Date": "Sun, 01 Mar 2026 12:00:00 GMT",
}
ITEM_HEADERS = ("Content-Type", "facebook-api-version", "x-fb-request-id", "x-fb-rev")
"""What an item of a batch has of them."""
TOKEN = "EAA" + "Bench0" * 33
"""Of the length of Graph's, whose links to other pages repeat it."""
FIELDS = (
    "id,display_phone_number,verified_name,status,quality_rating,code_verification_status,"
    "name_status,platform_type,account_mode,messaging_limit_tier,is_official_business_account,"
    "is_pin_enabled,last_onboarded_time,country_code,country_dial_code"
)
"""What a number has, and what is asked for."""

counts = {"connections": 0, "calls": 0}


def number(node: str) -> dict[str, object]:
    """Make up a number of 15 fields."""
    at = int(node) % 1_000_000
    return {
        "id": node,
        "display_phone_number": f"+1 631-555-{at % 10_000:04}",
        "verified_name": f"Jasper's Market, branch {at}",
        "status": ("CONNECTED", "PENDING", "FLAGGED")[at % 3],
        "quality_rating": ("GREEN", "YELLOW", "RED", "UNKNOWN")[at % 4],
        "code_verification_status": ("VERIFIED", "EXPIRED")[at % 2],
        "name_status": "APPROVED",
        "platform_type": "CLOUD_API",
        "account_mode": "LIVE",
        "messaging_limit_tier": "TIER_10K",
        "is_official_business_account": False,
        "is_pin_enabled": at % 2 == 0,
        "last_onboarded_time": "2024-01-15T10:30:00+0000",
        "country_code": "US",
        "country_dial_code": "1",
    }


def page(account: str, query: dict[str, str], link: str = "") -> dict[str, object]:
    """Cut a page out of an account's numbers; a cursor is the place where the next page starts."""
    start, count = int(query.get("after", "0")), int(account) % 1_000_000
    stop = min(start + int(query.get("limit", "25")), count)
    paging: dict[str, object] = {"cursors": {"before": str(start), "after": str(stop)}}
    if stop < count:
        further = {**query, "access_token": TOKEN, "after": str(stop)}
        paging["next"] = f"{link}?{urlencode(further)}"
    rows = [number(str(106_853_218_000_000 + at)) for at in range(start, stop)]
    return {"data": rows, "paging": paging}


def compact(body: object) -> bytes:
    """Write JSON as Graph does."""
    return json.dumps(body, separators=(",", ":")).encode()


@lru_cache(maxsize=8_192)
def ready(host: str, target: str) -> bytes:
    """Make the whole answer to a request, head and body."""
    url = urlsplit(target)
    node = url.path.split("/")[2]
    query = {name: value for name, (value, *_) in parse_qs(url.query).items()}
    if url.path.endswith("/phone_numbers"):
        return whole(page(node, query, f"http://{host}{url.path}"))
    return whole(number(node))


def whole(body: object) -> bytes:
    """Put the head before a body."""
    content = compact(body)
    lines = [f"{name}: {value}\r\n" for name, value in HEADERS.items()]
    head = f"HTTP/1.1 200 OK\r\n{''.join(lines)}Content-Length: {len(content)}\r\n\r\n"
    return head.encode() + content


def counted() -> bytes:
    """Tell the counts, and begin anew."""
    told = whole(counts)
    counts.update(connections=0, calls=0)
    return told


@lru_cache(maxsize=64)
def batch(form: bytes) -> bytes:
    """Answer a batch of reads, each item as text with headers of its own."""
    (items,) = parse_qs(form.decode())["batch"]
    nodes = [item["relative_url"].partition("?")[0] for item in json.loads(items)]
    headers = [{"name": name, "value": HEADERS[name]} for name in ITEM_HEADERS]
    bodies = [compact(number(node)).decode() for node in nodes]
    return whole([{"code": 200, "headers": headers, "body": body} for body in bodies])


class Connection(asyncio.Protocol):
    """Answers one request after another."""

    def __init__(self, latency: float) -> None:
        self.latency, self.unread = latency, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.wait = 3 * self.latency
        counts["connections"] += 1

    def data_received(self, data: bytes) -> None:
        self.unread += data
        while b"\r\n\r\n" in self.unread:
            head, _, rest = self.unread.partition(b"\r\n\r\n")
            sized = re.search(rb"(?i)content-length: (\d+)", head)
            if len(rest) < (length := int(sized[1]) if sized else 0):
                return
            form, self.unread = rest[:length], rest[length:]
            target = head.split(b" ", 2)[1].decode()
            if target == "/counts":
                counts["connections"] -= 1
                self.transport.write(counted())
                continue
            counts["calls"] += 1
            host = "{}:{}".format(*self.transport.get_extra_info("sockname"))
            answer = batch(form) if form else ready(host, target)
            if self.latency:
                asyncio.get_running_loop().call_later(self.wait, self.transport.write, answer)
                self.wait = self.latency
            else:
                self.transport.write(answer)


async def serve(latencies: list[float], certificate: list[str]) -> None:
    """Serve on free ports of this machine until standard input ends."""
    loop, local = asyncio.get_running_loop(), "127.0.0.1"
    ways = [partial(Connection, latency) for latency in latencies]
    servers = [await loop.create_server(way, local, 0, backlog=1_000) for way in ways]
    if certificate:
        security = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        security.load_cert_chain(*certificate)
        servers.append(await loop.create_server(partial(Connection, 0), local, 0, ssl=security))
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    numbers = [word for word in sys.argv[1:] if word[0].isdigit()]
    asyncio.run(serve([float(word) for word in numbers], sys.argv[1 + len(numbers) :]))
