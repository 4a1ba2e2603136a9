"""An emulator that runs elsewhere, steered over its control routes."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from math import ceil
from typing import Any, Unpack, cast

import httpx

from wabakit.emulator.stage.snapshot import State, read_state
from wabakit.emulator.wire.access import DEMO_TOKEN, Granted
from wabakit.emulator.wire.faults import Asked, Fault, read_fault
from wabakit.emulator.wire.libraries import Transport, library_of
from wabakit.emulator.wire.seen import SeenRequest
from wabakit.emulator.world.clock import parse_time
from wabakit.emulator.world.nodes import Account, PhoneNumber
from wabakit.emulator.world.world import SentCode

from .remote_partners import RemotePartners
from .remote_webhooks import RemoteWebhooks


@cache
def _trusted() -> ssl.SSLContext:
    """Read the certificates once: a clock is asked for the time again and again."""
    return httpx.create_ssl_context(trust_env=False)


class RemoteEmulator:
    """An emulator that runs at an address, as `AnyEmulator` says.

    Accounts and numbers are copies of what is there at the moment: setting their attributes changes
    nothing over there. Raises ValueError with what the other side said, and httpx errors when it is
    not there.
    """

    def __init__(self, url: str) -> None:
        self.url: str = url.rstrip("/")
        self.partners: RemotePartners = RemotePartners(self.call, self._state)
        self.clock: RemoteClock = RemoteClock(self)
        self.webhooks: RemoteWebhooks = RemoteWebhooks(self.call)
        self.token: str = self.health()["token"] or DEMO_TOKEN

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Call a control route; give the JSON it answers."""
        with httpx.Client(trust_env=False, verify=_trusted()) as http:
            answer = http.request(method, f"{self.url}/_emulator/{path}", json=body)
        decoded = answer.json()
        if answer.status_code != 200:
            raise ValueError(decoded["error"]["message"])
        return decoded

    def health(self) -> dict[str, Any]:
        """Tell how the emulator was started, as GET /health does."""
        health: dict[str, Any] = self.call("GET", "health")
        return health

    @property
    def outbox(self) -> list[SentCode]:
        """The one-time codes that were sent, oldest first."""
        return self._state().world.outbox

    @property
    def requests(self) -> list[SeenRequest]:
        """The last 100 requests, oldest first."""
        return [_read_request(seen) for seen in self.call("GET", "requests")["requests"]]

    @property
    def accounts(self) -> list[Account]:
        """All accounts, each with its numbers."""
        return self._state().world.accounts

    @property
    def faults(self) -> list[Fault]:
        """The faults in force; `clear_faults` ends them."""
        return self._state().faults

    def now(self) -> datetime:
        """Read the clock."""
        return self.clock()

    def reset(self) -> None:
        """Go back to the start."""
        self.call("POST", "reset")

    def snapshot(self) -> dict[str, Any]:
        """Give the whole state as versioned JSON, PINs and codes included, tokens not."""
        state: dict[str, Any] = self.call("GET", "state")
        return state

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Go back to a snapshot, which `reset` then goes back to."""
        self.call("PUT", "state", snapshot)

    def add_token(self, token: str, **granted: Unpack[Granted]) -> None:
        """Take one more token, as `Emulator.add_token` says."""
        lists = {
            name: list(cast("Iterable[str]", value))
            for name, value in granted.items()
            if name in {"permissions", "accounts", "businesses"} and value is not None
        }
        self.call("POST", "tokens", {"token": token, **_as_json(granted), **lists})

    def add_account(
        self, waba_id: str | None = None, *, max_numbers: int | None = None, **state: Any
    ) -> Account:
        """Add a WhatsApp Business Account."""
        named = {} if waba_id is None else {"id": waba_id}
        body = {**named, "max_numbers": max_numbers, **_as_json(state)}
        return self.account(self.call("POST", "accounts", body)["id"])

    def add_number(self, waba_id: str, *, unknown_words: bool = False, **state: Any) -> PhoneNumber:
        """Seed a number in any state."""
        body = {"waba_id": waba_id, "unknown_words": unknown_words, **_as_json(state)}
        return self.number(self.call("POST", "numbers", body)["id"])

    def change_number(
        self, number_id: str, *, unknown_words: bool = False, **state: Any
    ) -> PhoneNumber:
        """Set attributes of a number."""
        body = {"unknown_words": unknown_words, **_as_json(state)}
        self.call("PATCH", f"numbers/{number_id}", body)
        return self.number(number_id)

    def account(self, waba_id: str) -> Account:
        """Find an account by its id (KeyError; TypeError if a phone number has it)."""
        return self._state().world.find(Account, waba_id)

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError)."""
        found = self._state().world.nodes.get(number_id)
        if not isinstance(found, PhoneNumber):
            raise KeyError(number_id)
        return found

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review."""
        self.call("POST", f"reviews/{number_id}/approve")

    def decline_name(self, number_id: str, reason: str | None = None) -> None:
        """Decline the display name under review."""
        self.call("POST", f"reviews/{number_id}/decline", {"reason": reason})

    def fail_next(self, operation: str | None = None, **fault: Unpack[Asked]) -> Fault:
        """Let the next call of an operation fail, as `Emulator.fail_next` says."""
        return read_fault(self.call("POST", "faults", {"operation": operation, **fault}))

    def clear_faults(self) -> None:
        """End all faults."""
        self.call("DELETE", "faults")

    def transport(self) -> RemoteTransport:
        """Make a transport as `Emulator.transport` does, which takes every call there."""
        return RemoteTransport(self.url)

    def _state(self) -> State:
        return read_state(self.snapshot())


def _as_json(state: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in state.items()
    }


def _read_request(seen: dict[str, Any]) -> SeenRequest:
    error = None if seen["error"] is None else tuple(seen["error"])
    values: dict[str, Any] = {**seen, "at": parse_time(seen["at"]), "error": error}
    return SeenRequest(**values)


class RemoteClock:
    """The clock of an emulator that runs elsewhere."""

    def __init__(self, emulator: RemoteEmulator) -> None:
        self._emulator = emulator

    def __call__(self) -> datetime:
        """Read the clock."""
        return parse_time(self._emulator.call("GET", "clock")["now"])

    @property
    def is_frozen(self) -> bool:
        """Tell whether the clock stands still."""
        return bool(self._emulator.call("GET", "clock")["is_frozen"])

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


class RemoteTransport(Transport):
    """Sends requests to one address; a connection ends with its answer, so nothing stays open."""

    def __init__(self, url: str) -> None:
        self._url = url

    def handle_request(self, request: Any) -> Any:
        """Send a request of a sync client."""
        with library_of(request).Client(trust_env=False, verify=_trusted()) as http:
            return self._bare(http.send(self._redirected(request, request.read())))

    async def handle_async_request(self, request: Any) -> Any:
        """Send a request of an async client."""
        body = await request.aread()
        async with library_of(request).AsyncClient(trust_env=False, verify=_trusted()) as http:
            return self._bare(await http.send(self._redirected(request, body)))

    def _redirected(self, request: Any, body: bytes) -> Any:
        library = library_of(request)
        url = library.URL(self._url).copy_with(raw_path=request.url.raw_path)
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"host"]
        return library.Request(
            request.method, url, headers=headers, content=body, extensions=request.extensions
        )

    @staticmethod
    def _bare(answer: Any) -> Any:
        decoded = {"content-encoding", "transfer-encoding"}
        headers = [item for item in answer.headers.multi_items() if item[0] not in decoded]
        return type(answer)(answer.status_code, headers=headers, content=answer.content)
