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
from tests.soak.weather import Weather

TOKEN, APP_SECRET = "EAAsoak0token0nobody0may0see", "soak0app0secret"
Face = Literal["sync", "async"]
FACES: tuple[Face, ...] = ("sync", "async")


def make_client(face: Face, weather: Weather) -> wabakit.Client:
    """Make a client whose requests go through a weather; the async one needs no event loop."""
    if face == "sync":
        http = httpx.Client(transport=weather, trust_env=False)
        return wabakit.Client(TOKEN, app_secret=APP_SECRET, http_client=http)
    waiting = httpx.AsyncClient(transport=weather, trust_env=False)
    client = wabakit.AsyncClient(TOKEN, app_secret=APP_SECRET, http_client=waiting)
    return cast(wabakit.Client, Blocking(client, by_hand))


def rule_time(client: wabakit.Client, now: Callable[[], datetime], seed: int) -> None:
    """Make a client live by this clock, as its later copies will."""
    driver = driver_of(client)
    chance = random.Random(seed).random
    driver.session = attrs.evolve(driver.session, now=now, ticks=lambda: 0.0, chance=chance)


def driver_of(client: wabakit.Client) -> Any:
    """Return what runs the calls of a client of either face."""
    return cast(Any, client)._driver
