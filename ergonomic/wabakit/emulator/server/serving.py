"""A port, and the emulator behind it."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING, Self

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from wabakit.emulator.control.router import PREFIX
from wabakit.emulator.wire.answers import Answer
from wabakit.emulator.wire.request import is_loopback

from .app import application
from .console import tell
from .courier import Courier

if TYPE_CHECKING:
    from wabakit.emulator.emulator import Emulator

_STOPPING_SECONDS = 5
_REACHED_AT = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - named, not bound


class Server:
    """Serve an emulator on a port, in this thread with `run`, or in another with `with`.

    The port is bound when the server is made (OSError); port 0 is a free one. `emulator` may be
    changed for another one at any time. `notice` is called with it after every Graph call,
    `changed` after every request that may have changed it.
    """

    def __init__(
        self,
        emulator: Emulator,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        notice: Callable[[Emulator], None] = lambda _: None,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._courier = Courier(lambda: self.emulator)
        self._emulator = emulator
        self._notice, self._changed = notice, changed
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family, backlog=1024)
        named = f"[{host}]" if ":" in host else host
        self.is_open: bool = not is_loopback(named)
        """Whether others reach it; Graph then answers to any name, and pages from elsewhere."""
        name = _REACHED_AT.get(host, named)
        self.url: str = f"http://{name}:{self._socket.getsockname()[1]}"
        """Where the server is, without a path: what `base_url` of a client takes."""
        self._uvicorn = _Uvicorn(self._make_config())
        self._thread: Thread | None = None

    @property
    def emulator(self) -> Emulator:
        """The emulator that is served; its webhooks go out over the network."""
        return self._emulator

    @emulator.setter
    def emulator(self, emulator: Emulator) -> None:
        self._emulator.webhooks.attach(None)
        self._emulator = emulator
        emulator.webhooks.attach(self._courier)

    def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Serve until the process gets SIGINT or SIGTERM, which is then handled as it would be.

        `started` is called when requests are answered.
        """
        self._uvicorn.started_hook = started
        with self._courier:
            self.emulator.webhooks.attach(self._courier)
            self._uvicorn.run(sockets=[self._socket])
            self.emulator.webhooks.attach(None)

    def address(self) -> dict[str, str | int | None]:
        """Say what a program must know: `url`, `token`, `waba_id` of the first account, `pid`."""
        accounts = self.emulator.accounts
        return {
            "url": self.url,
            "token": self.emulator.token,
            "waba_id": accounts[0].id if accounts else None,
            "pid": os.getpid(),
        }

    def environment(self) -> dict[str, str]:
        """Say the same as environment variables, and the id of the first number there is."""
        accounts = self.emulator.accounts
        numbers = [number for account in accounts for number in account.numbers[:1]]
        values = {
            "WHATSAPP_BASE_URL": self.url,
            "WHATSAPP_ACCESS_TOKEN": self.emulator.token,
            "WHATSAPP_BUSINESS_ACCOUNT_ID": accounts[0].id if accounts else None,
            "WHATSAPP_PHONE_NUMBER_ID": numbers[0].id if numbers else None,
        }
        return {name: value for name, value in values.items() if value is not None}

    @property
    def connections(self) -> list[socket.socket]:
        """The sockets of the callers that are connected."""
        return [
            connection.transport.get_extra_info("socket")
            for connection in self._uvicorn.server_state.connections
        ]

    def __enter__(self) -> Self:
        is_up = Event()
        self._thread = Thread(target=self.run, args=[is_up.set], name="emulator", daemon=True)
        self._thread.start()
        is_up.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._uvicorn.should_exit = True
        if self._thread is not None:
            self._thread.join()

    def _make_config(self) -> uvicorn.Config:
        return uvicorn.Config(
            application(self._answer, is_open=self.is_open),
            http=_Connection,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=_STOPPING_SECONDS,
        )

    def _answer(
        self, method: str, path: str, query: str, headers: dict[str, str], body: bytes
    ) -> Answer:
        try:
            answer = self.emulator.handle(method, path, query, headers, body)
        except AssertionError as violation:  # ContractViolation; its module needs an extra
            tell(f"{method} {path}: {violation}")
            return _broken(violation)
        finally:
            if method not in {"GET", "HEAD"}:
                self._changed()
        if not path.startswith(PREFIX):
            self._notice(self.emulator)
        return answer


def _broken(violation: AssertionError) -> Answer:
    """Answer what the caller must not take for Graph's."""
    body = {"error": {"message": f"This emulator breaks the contract: {violation}"}}
    headers = {"Content-Type": "application/json; charset=UTF-8"}
    return Answer(500, headers, json.dumps(body).encode())


class _Uvicorn(uvicorn.Server):
    """Says when it has started."""

    started_hook: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.started_hook()


class _Connection(H11Protocol):
    """Sends small answers at once, and shows the application its connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio sets the option only on sockets that name TCP as their protocol, which accepted
        # ones do not. Without it the kernel holds an answer back for the caller's delayed ACK:
        # 44 ms a call.
        accepted: socket.socket = transport.get_extra_info("socket")
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.app_state = {**self.app_state, "connection": transport}
