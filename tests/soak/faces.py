"""The two faces of wabakit, under a clock and a chance that are the user's own."""

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, cast

import attrs
import httpx

import wabakit
from tests.faces import Blocking
from tests.soak.cuts import by_hand
from tests.soak.line import lead_through
from tests.soak.weather import Weather

TOKEN, APP_SECRET = "EAAsoak0token0nobody0may0see", "soak0app0secret"
Face = Literal["sync", "async", "own"]
_BY_HAND: tuple[Face, ...] = () if httpx.__version__.startswith("0.27.") else ("async",)
FACES: tuple[Face, ...] = ("sync", "own", *_BY_HAND)
"""The sync face through httpx, and over connections of its own.

The async face is stepped by hand, in no event loop; httpx before 0.28 asks which one it is.
"""


class _Hours:
    def __init__(
        self, now: Callable[[], datetime], seed: int, sleep: Callable[[float], Any]
    ) -> None:
        self._now, self._sleep, self._random = now, sleep, random.Random(seed)

    def now(self) -> datetime:
        return self._now()

    def ticks(self) -> float:
        return 0.0

    def chance(self) -> float:
        return self._random.random()


class Hours(_Hours, wabakit.Clock):
    """Time and chance of a sync client."""

    def sleep(self, seconds: float) -> None:
        self._sleep(seconds)


class AsyncHours(_Hours, wabakit.AsyncClock):
    """Time and chance of an async client."""

    async def sleep(self, seconds: float) -> None:
        await self._sleep(seconds)


def make_client(
    face: Face, weather: Weather, memory: wabakit.SharedMemory | None, *hours: Any
) -> wabakit.Client:
    """Make a client whose requests go through a weather; the async one needs no event loop."""
    if face == "own":
        client = wabakit.Client(TOKEN, app_secret=APP_SECRET, clock=Hours(*hours), memory=memory)
        lead_through(weather, client)
        return client
    if face == "sync":
        http = httpx.Client(transport=weather, trust_env=False)
        clock = Hours(*hours)
        return wabakit.Client(
            TOKEN, app_secret=APP_SECRET, http_client=http, clock=clock, memory=memory
        )
    blocking = wabakit.AsyncClient(
        TOKEN,
        app_secret=APP_SECRET,
        http_client=httpx.AsyncClient(transport=weather, trust_env=False),
        clock=AsyncHours(*hours),
        memory=memory,
    )
    return cast(wabakit.Client, Blocking(blocking, by_hand))


def share_memory(client: wabakit.Client, other: wabakit.Client) -> None:
    """Make a client, and its later copies, know what another one learns."""
    one, two = cast(Any, client)._driver, cast(Any, other)._driver
    session = attrs.evolve(one.session, memory=two.session.memory)
    cast(Any, client)._driver = attrs.evolve(one, session=session)
