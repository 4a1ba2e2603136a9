"""Webhooks over a network: to the callbacks that were configured, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Self

import httpx

from wabakit.emulator.webhooks.callbacks import WebhookRequest, accept, is_nobodys

if TYPE_CHECKING:
    from wabakit.emulator.emulator import Emulator

_LOOK_SECONDS = 0.25
_PATIENCE_SECONDS = 5.0
_ANSWER_BYTES = 4096
"""How much is read of an answer, of which only a challenge counts."""


class Courier:
    """Sends what is due in a thread of its own, from one emulator after the other.

    It looks often, as a clock can be moved on without a call. Certificates have to be valid
    (documented). Redirects are not followed (assumed). An answer that does not come within 5
    seconds is none (assumed).
    """

    def __init__(self, emulator: Callable[[], Emulator]) -> None:
        self._emulator = emulator
        self._has_work, self._is_over = Event(), Event()
        self._thread = Thread(target=self._follow, name="courier", daemon=True)

    @cached_property
    def _http(self) -> httpx.Client:
        """Read the certificates only if there is something to send."""
        return httpx.Client(trust_env=False, timeout=_PATIENCE_SECONDS, follow_redirects=False)

    def send(self, request: WebhookRequest) -> tuple[int, bytes]:
        """Send a request; status 0 if no answer came, or the address is none of http or https."""
        try:
            if is_nobodys(request.url):
                return accept(request)
            with self._http.stream(
                request.method, request.url, headers=request.headers, content=request.body
            ) as answer:
                return answer.status_code, self._beginning(answer)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return 0, b""

    def wake(self) -> None:
        """Look at once whether something is due."""
        self._has_work.set()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._has_work.set()
        self._thread.join(_PATIENCE_SECONDS + 1)
        if "_http" in self.__dict__:
            self._http.close()

    def _follow(self) -> None:
        while not self._is_over.is_set():
            self._has_work.wait(_LOOK_SECONDS)
            self._has_work.clear()
            self._emulator().webhooks.carry()

    @staticmethod
    def _beginning(answer: httpx.Response) -> bytes:
        """Read an answer, but not for ever, nor more of it than counts."""
        over_at, body = monotonic() + _PATIENCE_SECONDS, b""
        for part in answer.iter_bytes():
            body += part
            if len(body) >= _ANSWER_BYTES or monotonic() > over_at:
                break
        return body
