"""The way to the emulator, where it can rain."""

import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import httpx

from tests.soak import faults
from tests.soak.cuts import CUTS, IN_A_PAUSE, End, wait, wait_async
from tests.soak.desks import Desk
from tests.soak.trip import Trip
from wabakit.emulator import Emulator

FINE = "fine"
THROTTLED = {"throttled, minute": 1, "throttled, five minutes": 5}
AT_LIMIT = "at its limit"
EMPTY_PAGE = "empty page"
TOO_MUCH = "too much data"
OVERTAKEN = "overtaken"
"""Somebody else makes the same kind of call, and then this one is lost; reads are not met."""
OVERLAPPED = "another call meanwhile"
"""While the next request is under way, the user makes another call."""
HARMLESS = {FINE, EMPTY_PAGE, TOO_MUCH, OVERTAKEN, *faults.ODD}
"""What must not make a read fail, as long as small pages are not too much."""
KINDS = (
    *faults.NEVER_SENT,
    *faults.ASKED_FOR,
    *faults.BEFORE,
    *faults.AFTER,
    *THROTTLED,
    AT_LIMIT,
    EMPTY_PAGE,
    OVERTAKEN,
    OVERLAPPED,
    *CUTS,
)


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer, for which the client waits as well."""

    def __init__(self, trip: Trip, content: bytes) -> None:
        self._trip, self._content = trip, content

    def __iter__(self) -> Iterator[bytes]:
        wait(self._trip.end_at("in the answer"))
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await wait_async(self._trip.end_at("in the answer"))
        yield self._content

    def close(self) -> None:
        wait(self._trip.end_at("at the end"))

    async def aclose(self) -> None:
        await wait_async(self._trip.end_at("at the end"))


class Weather(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Carries requests to the emulator; what goes wrong is forecast request by request."""

    def __init__(
        self,
        emulator: Emulator,
        clock: Callable[[], datetime],
        rival: Callable[[httpx.Request, str], None],
        meanwhile: Callable[[Trip], None],
    ) -> None:
        self.trips: list[Trip] = []
        self.desk: Desk | None = None
        """Whose requests are carried."""
        self.largest_page: int | None = None
        """Lists whose `limit` is above this are refused as too much data."""
        self._emulator, self._inner, self._clock = emulator, emulator.transport(), clock
        self._rival, self._meanwhile = rival, meanwhile
        self._forecast: deque[str] = deque()
        self._held: dict[str, str] = {}

    def forecast(self, kinds: Iterable[str], largest_page: int | None = None) -> None:
        """Decide what happens to the next requests; the ones after them meet fine weather."""
        self._forecast = deque(kinds)
        self.largest_page = largest_page

    @contextmanager
    def aside(self) -> Generator[None, None, None]:
        """Let other calls be made in fine weather, and forget their trips."""
        kept = self._forecast, self.trips
        self._forecast, self.trips = deque(), []
        try:
            yield
        finally:
            self._forecast, self.trips = kept

    @property
    def is_over(self) -> bool:
        """Whether only fine weather is left."""
        return not self._forecast

    @property
    def is_reading(self) -> bool:
        """Whether the call under way changes nothing."""
        return all(trip.method == "GET" for trip in self.trips)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request of a sync client, as far as the weather lets it."""
        trip = self._begin(request)
        wait(trip.end_at("before it arrives"))
        answer = self._carried(request, trip)
        wait(trip.end_at("before the answer"))
        return answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request of an async client."""
        trip = self._begin(request)
        await wait_async(trip.end_at("before it arrives"))
        answer = self._carried(request, trip)
        await wait_async(trip.end_at("before the answer"))
        return answer

    def end_in_a_pause(self) -> End | None:
        """Return how the user ends a call that waits before it sends again."""
        return self.trips[-1].end_at("in a pause") if self.trips else None

    def _begin(self, request: httpx.Request) -> Trip:
        _, _, node, *edge = request.url.path.split("/")
        fate = self._next()
        is_overlapped = fate == OVERLAPPED
        while fate == OVERLAPPED:
            fate = self._next()
        body: Any = json.loads((request.content if node else b"") or b"{}")
        at, edges = self._clock(), "/".join(edge)
        trip = Trip(request.method, node, edges, body, at, fate, is_overlapped)
        trip.broke_block = self.desk is not None and self.desk.is_blocked(node, at)
        self.trips.append(trip)
        return trip

    def _next(self) -> str:
        return self._forecast.popleft() if self._forecast else FINE

    def _carried(self, request: httpx.Request, trip: Trip) -> httpx.Response:
        if trip.is_overlapped and trip.method != "GET":
            self._meanwhile(trip)
        answer = self._carry(request, trip)
        if trip.is_overlapped and trip.method == "GET":
            self._meanwhile(trip)
        if trip.fate not in CUTS and self.desk is not None:  # else the client never sees it
            self.desk.note_usage(trip.node, answer, self._clock())
        body = Body(trip, answer.content)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=body)

    def _carry(self, request: httpx.Request, trip: Trip) -> httpx.Response:
        limit = request.url.params.get("limit")
        if limit and self.largest_page is not None and int(limit) > self.largest_page:
            trip.fate = TOO_MUCH
        if trip.fate == TOO_MUCH:
            return faults.too_much_data(in_message=len(self.trips) % 2 == 0)
        if trip.fate == EMPTY_PAGE and trip.edge == "phone_numbers" and trip.method == "GET":
            return self._empty_page(request)
        if trip.fate in faults.ITEMS and not trip.is_batch:
            trip.fate = FINE
        if trip.fate in (OVERTAKEN, AT_LIMIT) and trip.is_batch:
            trip.fate = FINE
        if trip.fate == OVERTAKEN and trip.method != "GET":
            self._rival(request, trip.node)
            raise httpx.ReadTimeout("overtaken")
        if told := faults.ASKED_FOR.get(trip.fate):
            return self._refused_as_told(request, trip, told)
        if fault := faults.NEVER_SENT.get(trip.fate) or faults.BEFORE.get(trip.fate):
            return fault(request)
        if minutes := THROTTLED.get(trip.fate):
            return faults.graph_error(400, 80008, faults.usage(self._account_of(trip), minutes))
        if trip.fate in IN_A_PAUSE:
            raise httpx.ConnectError("refused")
        if trip.fate == faults.ABOUT_ANOTHER:
            request = self._about_another(request, trip)
        answer = self._inner.handle_request(self._with_true_cursor(request))
        trip.took_effect = answer.status_code == 200
        if trip.fate == AT_LIMIT:
            answer.headers.update(faults.usage(self._account_of(trip), 1))
        spoil = faults.AFTER.get(trip.fate)
        return spoil(request, answer) if spoil and trip.took_effect else answer

    def _refused_as_told(self, request: httpx.Request, trip: Trip, told: Any) -> httpx.Response:
        """Let the emulator itself keep the call from taking effect."""
        fault = self._emulator.fail_next(**told)
        answer = self._inner.handle_request(self._with_true_cursor(request))
        if fault in self._emulator.faults:  # of what is gone no operation is known, which it hits
            assert answer.json()["error"].get("error_subcode") == 33, "the fault hit nothing"
            self._emulator.faults.remove(fault)
            trip.fate = FINE
        return answer

    def _about_another(self, request: httpx.Request, trip: Trip) -> httpx.Request:
        """Ask about another id than the client did, where the answer says what it is about."""
        if (trip.method, trip.edge) == ("GET", ""):
            numbers = self._emulator.number(trip.node).account.numbers
            other = next(number.id for number in numbers if number.id != trip.node)
            url = request.url.copy_with(path=request.url.path.replace(trip.node, other))
            return httpx.Request(request.method, url, headers=request.headers)
        if (trip.method, trip.edge) != ("POST", "phone_numbers"):
            trip.fate = FINE
        return request

    def _account_of(self, trip: Trip) -> str:
        try:
            return self._emulator.number(trip.node).account.id
        except KeyError:
            return trip.node or self._emulator.accounts[0].id

    def _empty_page(self, request: httpx.Request) -> httpx.Response:
        """Answer no rows, and a link to where the walk stands already, under a new cursor."""
        direction = "before" if "before" in request.url.params else "after"
        held = f"held{len(self._held)}"
        self._held[held] = self._true_cursor(request.url.params.get(direction, ""))
        link = request.url.copy_set_param(direction, held).copy_set_param("access_token", "x")
        name = "next" if direction == "after" else "previous"
        paging = {"cursors": {direction: held}, name: str(link)}
        return httpx.Response(200, json={"data": [], "paging": paging})

    def _true_cursor(self, cursor: str) -> str:
        return self._held.get(cursor, cursor)

    def _with_true_cursor(self, request: httpx.Request) -> httpx.Request:
        url = request.url
        for direction in ("after", "before"):
            held = url.params.get(direction)
            if held in self._held:
                cursor = self._held[held]
                url = (
                    url.copy_set_param(direction, cursor)
                    if cursor
                    else url.copy_remove_param(direction)
                )
        return httpx.Request(request.method, url, headers=request.headers, content=request.content)
