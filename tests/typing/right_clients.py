"""What a type checker must accept of HTTP clients and clocks that are handed in."""

from typing import assert_type

import httpx
import httpx2
import wabakit
from wabakit.emulator import Emulator


class Skipping(wabakit.Clock):
    def sleep(self, seconds: float) -> None:
        print(seconds)


class AsyncSkipping(wabakit.AsyncClock):
    async def sleep(self, seconds: float) -> None:
        print(seconds)


def http_clients() -> None:
    wabakit.Client("token", http_client=httpx.Client())
    wabakit.Client("token", http_client=httpx2.Client(), clock=Skipping())
    wabakit.Client("token", http_client=httpx.Client)
    wabakit.Client.from_env(http_client=lambda: httpx2.Client(timeout=5))
    wabakit.Client("token", transport="httpx")
    wabakit.AsyncClient.from_env(transport="auto")
    wabakit.AsyncClient("token", http_client=httpx.AsyncClient())
    wabakit.AsyncClient("token", http_client=httpx2.AsyncClient(), clock=AsyncSkipping())
    wabakit.AsyncClient.from_env(http_client=httpx2.AsyncClient)
    emulator = Emulator()
    httpx.Client(transport=emulator.transport())
    httpx.AsyncClient(transport=emulator.transport())
    httpx2.Client(transport=emulator.transport())
    httpx2.AsyncClient(transport=emulator.transport())
    request = httpx2.Request("GET", "https://graph.facebook.com")
    assert_type(emulator.transport().handle_request(request), httpx2.Response)


print(http_clients)
