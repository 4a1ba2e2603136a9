"""A local Graph for phone numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import routes
from .control import routes as control
from .graph import Graph, SeenRequest
from .stage import snapshot as state
from .stage.backstage import Backstage
from .wire.access import Tokens
from .wire.answers import Answer
from .wire.request import Request
from .world.world import World

if TYPE_CHECKING:
    from .transport import EmulatorTransport

__all__ = ["DEMO_TOKEN", "Emulator", "SeenRequest"]

DEMO_TOKEN = "wabakit-demo-token"  # noqa: S105 - it opens nothing but an emulator
"""The token an emulator takes unless told otherwise; real ones start with EAA."""


class Emulator(Backstage):
    """Answer Graph calls on phone numbers from memory, as graph.facebook.com would.

    `clock` gives aware datetimes (default: real time). The same seed and the same calls give the
    same ids, codes and cursors. With an app secret every call must carry appsecret_proof. Tokens
    other than `token` are refused, those that look real (EAA…) with an explanation, unless
    `any_token`. `limits` refuses calls beyond Meta's quota; `strict` holds every answer against the
    contract (ContractViolation; needs the extra `strict`). All methods may be called from several
    threads.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], datetime] | None = None,
        seed: int = 0,
        token: str = DEMO_TOKEN,
        app_secret: str | None = None,
        any_token: bool = False,
        limits: bool = False,
        strict: bool = False,
    ) -> None:
        tokens = Tokens(any_token=any_token)
        tokens.add(token)
        super().__init__(
            Graph(World(seed), tokens, app_secret, limits, _check(strict)), tokens, clock
        )
        self.token: str = token
        self.limits: bool = limits
        self.strict: bool = strict
        self._picture: dict[str, Any] | None = None

    @classmethod
    def load(cls, snapshot: Mapping[str, Any], **options: Any) -> Emulator:
        """Make an emulator from what `snapshot` gave; `options` as for a new one."""
        emulator = cls(**options)
        emulator.restore(snapshot)
        return emulator

    def handle(
        self,
        method: str,
        path: str,
        query: str | Mapping[str, str] = "",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Answer one request; nothing is read or written but the emulator's own state.

        Args:
            method: HTTP verb.
            path: `/v23.0/{id}/{edge}`, percent-encoded or not; the version may be left out. Paths
                under `/_emulator/` are the control routes.
            query: The raw query without its question mark, or a mapping of decoded values.
            headers: Request headers; names in any case. `Host` is what paging links start with.
            body: JSON object or form fields, told apart by `Content-Type`.
        """
        with self._lock:
            request = Request(method, path, query, headers or {}, body, self.now())
            if self._picture is None and request.method != "GET":
                self._picture = self.snapshot()
            if path.startswith(control.PREFIX):
                return control.answer(self, request)
            return self._graph.answer(request)

    def transport(self) -> EmulatorTransport:
        """Make an httpx transport, good for sync and async clients alike."""
        from .transport import EmulatorTransport

        return EmulatorTransport(self)

    def snapshot(self) -> dict[str, Any]:
        """Give the whole state as versioned JSON, PINs and codes included, tokens not.

        The count of used quota and the remembered requests are not in it either.
        """
        with self._lock:
            clock = self.clock.as_json() if self.has_clock else None
            return {**state.write_state(self._graph.world, self.now()), "clock": clock}

    def restore(self, snapshot: Mapping[str, Any]) -> None:
        """Go back to a snapshot, which `reset` then goes back to; ValueError if it is none.

        Accounts and numbers found before are others afterwards: find them again by their ids. The
        clock follows, unless it is a function of the caller's own.
        """
        with self._lock:
            self._put(snapshot)
            self._picture = self.snapshot()

    def reset(self) -> None:
        """Go back to the start: to the state before the first call that could change it.

        What was seeded until then stays; the remembered requests go.
        """
        with self._lock:
            if self._picture is not None:
                self._put(self._picture)
            self._graph.requests.clear()

    def nearest(self, method: str, path: str) -> str:
        """Name the known call that is most like one that nothing answers."""
        return routes.nearest(method, path)

    def _put(self, snapshot: Mapping[str, Any]) -> None:
        world = state.read_state(snapshot)
        clock = snapshot.get("clock")
        if clock is not None and self.has_clock:
            self.clock.set_from(clock)
        self._graph.world = world


def _check(strict: bool) -> Callable[[str | None, Answer], None] | None:
    if not strict:
        return None
    try:
        from .wire.strict import check_answer
    except ModuleNotFoundError as error:
        message = f"strict needs {error.name}: pip install 'wabakit[strict]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    return check_answer
