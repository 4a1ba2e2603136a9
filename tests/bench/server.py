"""A server with ready-made answers, in a process of its own, so that its work is not the client's.

`GET /v23.0/{count}/phone_numbers` lists `count` numbers page by page; any other path is one number.
It prints its port and ends when its standard input does.
"""

import asyncio
import json
import sys
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

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


def number(at: int) -> dict[str, object]:
    """Make up a number of 15 fields."""
    return {
        "id": str(106_853_218_000_000 + at),
        "display_phone_number": f"+1 631-555-{at % 10_000:04}",
        "verified_name": f"Jasper's Market, branch {at}",
        "status": ("CONNECTED", "PENDING", "FLAGGED")[at % 3],
        "quality_rating": ("GREEN", "YELLOW", "RED", "UNKNOWN")[at % 4],
        "code_verification_status": ("VERIFIED", "EXPIRED")[at % 2],
        "name_status": "APPROVED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "account_mode": "LIVE",
        "messaging_limit_tier": "TIER_10K",
        "is_official_business_account": False,
        "last_onboarded_time": "2024-01-15T10:30:00+0000",
        "country_code": "US",
        "country_dial_code": "1",
    }


@lru_cache(maxsize=2_048)
def answer(target: str) -> bytes:
    """Make the whole answer to a request, head and body."""
    url = urlsplit(target)
    _, _, node, *edge = url.path.split("/")
    body = page(int(node), parse_qs(url.query)) if edge else number(0)
    content = json.dumps(body, separators=(",", ":")).encode()
    lines = [f"{name}: {value}\r\n" for name, value in HEADERS.items()]
    head = f"HTTP/1.1 200 OK\r\n{''.join(lines)}Content-Length: {len(content)}\r\n\r\n"
    return head.encode() + content


def page(count: int, query: dict[str, list[str]]) -> dict[str, object]:
    """Cut a page out of `count` numbers; a cursor is the place where the next page starts."""
    start, limit = int(query.get("after", ["0"])[0]), int(query.get("limit", ["25"])[0])
    stop = min(start + limit, count)
    paging: dict[str, object] = {"cursors": {"before": str(start), "after": str(stop)}}
    if stop < count:
        paging["next"] = f"https://graph.facebook.com/v23.0/{count}/phone_numbers?after={stop}"
    return {"data": [number(at) for at in range(start, stop)], "paging": paging}


class Connection(asyncio.Protocol):
    """Answers one request after another."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.unread = b""

    def data_received(self, data: bytes) -> None:
        *heads, self.unread = (self.unread + data).split(b"\r\n\r\n")
        for head in heads:
            self.transport.write(answer(head.split(b" ", 2)[1].decode()))


async def serve() -> None:
    """Serve on a free port of this machine until standard input ends."""
    server = await asyncio.get_running_loop().create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
