"""What the emulator costs its callers, against the least that such a call can cost."""

from collections.abc import Callable
from http.client import HTTPConnection
from urllib.parse import urlsplit

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench.measure import ratio
from wabakit.emulator import Emulator
from wabakit.emulator.server import Server

BASE = "https://graph.facebook.com/v23.0"
FIELDS = "?fields=id,status,display_phone_number"


def in_memory(*_: object) -> float:
    """Compare a read in memory with a canned answer from httpx's own stand-in."""
    emulator, number_id = one_number()
    headers = {"Authorization": f"Bearer {emulator.token}"}
    canned = emulator.handle("GET", f"/v23.0/{number_id}", FIELDS[1:], headers)
    stand_in = httpx.MockTransport(
        lambda _: httpx.Response(canned.status, headers=canned.headers, content=canned.body)
    )
    url = f"{BASE}/{number_id}{FIELDS}"
    with (
        httpx.Client(transport=emulator.transport(), headers=headers) as ours,
        httpx.Client(transport=stand_in, headers=headers) as theirs,
    ):
        return ratio(times(300, lambda: ours.get(url)), times(300, lambda: theirs.get(url)))


def on_a_port(*_: object) -> float:
    """Compare a read over a socket with an empty route of the same server."""
    emulator, number_id = one_number()
    path = f"/v23.0/{number_id}{FIELDS}"
    with Server(emulator) as ours, EmptyServer(emulator) as theirs:
        return ratio(caller(ours, path), caller(theirs, path))


def deep(*_: object) -> float:
    """Compare a late page of 100,000 numbers with the first one."""
    emulator = Emulator()
    waba_id = emulator.add_account().id
    for at in range(100_000):
        emulator.add_number(waba_id, cc="1", phone_number=f"2{at:09}")
    headers = {"Authorization": f"Bearer {emulator.token}"}
    path = f"/v23.0/{waba_id}/phone_numbers"
    with httpx.Client(transport=emulator.transport(), base_url=BASE, headers=headers) as http:
        page = f"{BASE}/{waba_id}/phone_numbers?fields=status&limit=100"
        for _page in range(900):
            page = http.get(page).json()["paging"]["next"]
    query = page.partition("?")[2]
    first = times(20, lambda: emulator.handle("GET", path, "fields=status&limit=100", headers))
    return ratio(times(20, lambda: emulator.handle("GET", path, query, headers)), first)


def one_number() -> tuple[Emulator, str]:
    """Make an emulator with one number."""
    emulator = Emulator()
    return emulator, emulator.add_number(emulator.add_account().id).id


def caller(server: Server, path: str) -> Callable[[], None]:
    """Call a server three hundred times over one connection, as plainly as can be."""
    connection = HTTPConnection(urlsplit(server.url).netloc)
    headers = {"Authorization": f"Bearer {server.emulator.token}"}

    def call() -> None:
        connection.request("GET", path, headers=headers)
        connection.getresponse().read()

    return times(300, call)


class EmptyServer(Server):
    """The same server, in which every call has the same empty answer."""

    def _make_config(self) -> uvicorn.Config:
        config = super()._make_config()
        config.app = Starlette(routes=[Route("/{path:path}", empty)])
        return config


async def empty(_: Request) -> Response:
    """Answer nothing."""
    return Response(b"{}", media_type="application/json")


def times(count: int, work: Callable[[], object]) -> Callable[[], None]:
    """Do some work again and again."""

    def repeated() -> None:
        for _ in range(count):
            work()

    return repeated
