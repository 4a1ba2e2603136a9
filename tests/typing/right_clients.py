"""What a type checker must accept of HTTP clients, clocks and listeners that are handed in."""

from typing import Any, assert_type

import httpx
import httpx2
import wabakit
from wabakit import events, otel
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


def listen(event: events.Event) -> None:
    assert_type(event.to_dict(), dict[str, Any])
    match event:
        case events.Answered():
            assert_type(event.usage, tuple[wabakit.Usage, ...])
        case events.CallEnded():
            assert_type(event.outcome, events.Outcome)
        case _:
            print(event.operation, event.at)


def listeners() -> None:
    kept: list[events.Event] = []
    wabakit.Client("token", on_event=listen).with_options(on_event=kept.append)
    wabakit.AsyncClient.from_env(on_event=listen).with_options(on_event=None)
    assert_type(otel.observe(wabakit.Client("token")), wabakit.Client)
    assert_type(otel.observe(wabakit.AsyncClient("token")), wabakit.AsyncClient)


print(http_clients, listeners)
