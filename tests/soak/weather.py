"""The way to the emulator, where it can rain."""

import json
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import attrs
import httpx

from tests.soak import faults
from wabakit.emulator import Emulator

FINE = "fine"
THROTTLED = {"throttled, minute": 1, "throttled, five minutes": 5}
AT_LIMIT = "at its limit"
EMPTY_PAGE = "empty page"
TOO_MUCH = "too much data"
OVERTAKEN = "overtaken"
"""Somebody else makes the same kind of call, and then this one is lost; reads are not met."""
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
)


@attrs.define
class Trip:
    """One request, and what became of it."""

    method: str
    node: str
    edge: str
    body: dict[str, Any]
    at: datetime
    fate: str
    arrived: bool = False
    took_effect: bool = False
    broke_block: bool = False
    """It was sent while its account was known to be throttled."""

    @property
    def may_have_arrived(self) -> bool:
        """Tell whether the client has to fear that the request arrived."""
        return self.fate not in faults.NEVER_SENT


class Weather(httpx.BaseTransport):
    """Carries requests to the emulator; what goes wrong is forecast request by request."""

    def __init__(
        self,
        emulator: Emulator,
        clock: Callable[[], datetime],
        rival: Callable[[httpx.Request, str], None],
    ) -> None:
        self.trips: list[Trip] = []
        self.largest_page: int | None = None
        """Lists whose `limit` is above this are refused as too much data."""
        self._emulator, self._inner, self._clock = emulator, emulator.transport(), clock
        self._rival = rival
        self._forecast: deque[str] = deque()
        self._held: dict[str, str] = {}
        self._accounts: dict[str, str] = {}
        self._blocked: dict[str, datetime] = {}

    def forecast(self, kinds: Iterable[str], largest_page: int | None = None) -> None:
        """Decide what happens to the next requests; the ones after them meet fine weather."""
        self._forecast = deque(kinds)
        self.largest_page = largest_page
        self.trips = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request, as far as the weather lets it."""
        _, _, node, *edge = request.url.path.split("/")
        fate = self._forecast.popleft() if self._forecast else FINE
        body = json.loads(request.read() or b"{}")
        trip = Trip(request.method, node, "/".join(edge), body, self._clock(), fate)
        until = self._blocked.get(self._accounts.get(node, node))
        trip.broke_block = until is not None and trip.at < until
        self.trips.append(trip)
        answer = self._carry(request, trip)
        self._note_usage(node, answer)
        return answer

    def _carry(self, request: httpx.Request, trip: Trip) -> httpx.Response:
        limit = request.url.params.get("limit")
        if limit and self.largest_page is not None and int(limit) > self.largest_page:
            trip.fate = TOO_MUCH
        if trip.fate == TOO_MUCH:
            return faults.too_much_data(in_message=len(self.trips) % 2 == 0)
        if trip.fate == EMPTY_PAGE and trip.edge == "phone_numbers" and trip.method == "GET":
            return self._empty_page(request)
        if trip.fate == OVERTAKEN and trip.method != "GET":
            self._rival(request, trip.node)
            raise httpx.ReadTimeout("overtaken")
        if told := faults.ASKED_FOR.get(trip.fate):
            return self._refused_as_told(request, told)
        if fault := faults.NEVER_SENT.get(trip.fate) or faults.BEFORE.get(trip.fate):
            return fault(request)
        if minutes := THROTTLED.get(trip.fate):
            return faults.graph_error(400, 80008, faults.usage(self._account_of(trip), minutes))
        answer = self._inner.handle_request(self._with_true_cursor(request))
        trip.arrived, trip.took_effect = True, answer.status_code == 200
        if trip.fate == AT_LIMIT:
            answer.headers.update(faults.usage(self._account_of(trip), 1))
        spoil = faults.AFTER.get(trip.fate)
        return spoil(request, answer) if spoil and trip.took_effect else answer

    def _refused_as_told(self, request: httpx.Request, told: dict[str, Any]) -> httpx.Response:
        """Let the emulator itself keep the call from taking effect."""
        fault = self._emulator.fail_next(**told)
        try:
            return self._inner.handle_request(self._with_true_cursor(request))
        finally:
            assert fault not in self._emulator.faults, "the fault hit nothing"

    def _account_of(self, trip: Trip) -> str:
        try:
            return self._emulator.number(trip.node).account.id
        except KeyError:
            return trip.node

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

    def _note_usage(self, node: str, answer: httpx.Response) -> None:
        """Keep what a client can know of blocks by now; the latest word on an account counts."""
        accounts = json.loads(answer.headers.get("X-Business-Use-Case-Usage", "{}"))
        for waba_id, entries in accounts.items():
            minutes = max(entry["estimated_time_to_regain_access"] for entry in entries)
            self._accounts[node] = waba_id
            self._blocked[waba_id] = self._clock() + timedelta(minutes=minutes)
