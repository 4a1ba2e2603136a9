"""An emulator that runs elsewhere, steered over its control routes."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from types import SimpleNamespace
from typing import Any

import httpx

from .clock import parse_time
from .world import SentCode

_DEMO_TOKEN = "wabakit-demo-token"  # noqa: S105 - it opens nothing but an emulator


class RemoteEmulator:
    """The part of `Emulator` that tests use, for one that runs at an address.

    Ids and attributes are those of the answers; setting one changes nothing over there. Raises
    ValueError with what the other side said, and httpx errors when it is not there.
    """

    def __init__(self, url: str) -> None:
        self.url: str = url.rstrip("/")
        self.clock: RemoteClock = RemoteClock(self)
        self.token: str = self.call("GET", "health")["token"] or _DEMO_TOKEN

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Call a control route; give the JSON it answers."""
        with httpx.Client(trust_env=False) as http:
            answer = http.request(method, f"{self.url}/_emulator/{path}", json=body)
        decoded = answer.json()
        if answer.status_code != 200:
            raise ValueError(decoded["error"]["message"])
        return decoded

    @property
    def outbox(self) -> list[SentCode]:
        """The one-time codes that were sent, oldest first."""
        return [_read_code(sent) for sent in self.call("GET", "codes")["codes"]]

    @property
    def requests(self) -> list[SimpleNamespace]:
        """The last 100 requests, oldest first."""
        return [SimpleNamespace(**seen) for seen in self.call("GET", "requests")["requests"]]

    def now(self) -> datetime:
        """Read the clock."""
        return self.clock()

    def reset(self) -> None:
        """Go back to the start."""
        self.call("POST", "reset")

    def add_account(self, waba_id: str | None = None, **state: Any) -> SimpleNamespace:
        """Add a WhatsApp Business Account."""
        named = {} if waba_id is None else {"id": waba_id}
        return SimpleNamespace(**self.call("POST", "accounts", {**named, **state}))

    def add_number(self, waba_id: str, **state: Any) -> SimpleNamespace:
        """Seed a number in any state."""
        return SimpleNamespace(**self.call("POST", "numbers", {"waba_id": waba_id, **state}))

    def number(self, number_id: str) -> SimpleNamespace:
        """Find a number by its id (ValueError)."""
        return SimpleNamespace(**self.call("PATCH", f"numbers/{number_id}", {}))

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review."""
        self.call("POST", f"reviews/{number_id}/approve")

    def decline_name(self, number_id: str) -> None:
        """Decline the display name under review."""
        self.call("POST", f"reviews/{number_id}/decline")

    def fail_next(self, operation: str | None = None, **fault: Any) -> None:
        """Let the next call of an operation fail, as `Emulator.fail_next` says."""
        self.call("POST", "faults", {"operation": operation, **fault})

    def clear_faults(self) -> None:
        """End all faults."""
        self.call("DELETE", "faults")

    def transport(self) -> RemoteTransport:
        """Make an httpx transport that takes every call there, whatever host it asks for."""
        return RemoteTransport(self.url)


def _read_code(sent: dict[str, Any]) -> SentCode:
    values: dict[str, Any] = {name: sent[name] for name in SentCode.__dataclass_fields__}
    for name in ("sent_at", "expires_at"):
        values[name] = parse_time(values[name])
    return SentCode(**values)


class RemoteClock:
    """The clock of an emulator that runs elsewhere."""

    def __init__(self, emulator: RemoteEmulator) -> None:
        self._emulator = emulator

    def __call__(self) -> datetime:
        """Read the clock."""
        return parse_time(self._emulator.call("GET", "clock")["now"])

    def advance(self, by: timedelta | str) -> None:
        """Move the time on, by seconds (up to the next whole one) or by an ISO 8601 duration."""
        text = by if isinstance(by, str) else f"PT{ceil(by.total_seconds())}S"
        self._emulator.call("POST", "clock", {"advance": text})

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, at the present moment or at another one."""
        self._emulator.call("POST", "clock", {"freeze": True if at is None else at.isoformat()})

    def run(self) -> None:
        """Go on from where the clock stands."""
        self._emulator.call("POST", "clock", {"run": True})


class RemoteTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Sends requests to one address; a connection ends with its answer, so nothing stays open."""

    def __init__(self, url: str) -> None:
        self._url = httpx.URL(url)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request of a sync client."""
        with httpx.Client(trust_env=False) as http:
            return self._bare(http.send(self._redirected(request, request.read())))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request of an async client."""
        body = await request.aread()
        async with httpx.AsyncClient(trust_env=False) as http:
            return self._bare(await http.send(self._redirected(request, body)))

    def _redirected(self, request: httpx.Request, body: bytes) -> httpx.Request:
        url = self._url.copy_with(raw_path=request.url.raw_path)
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"host"]
        extensions = request.extensions
        return httpx.Request(
            request.method, url, headers=headers, content=body, extensions=extensions
        )

    @staticmethod
    def _bare(answer: httpx.Response) -> httpx.Response:
        decoded = {"content-encoding", "transfer-encoding"}
        headers = [item for item in answer.headers.multi_items() if item[0] not in decoded]
        return httpx.Response(answer.status_code, headers=headers, content=answer.content)
