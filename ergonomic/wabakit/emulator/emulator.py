"""A local Graph for phone numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import routes
from .control.router import PREFIX
from .control.routes import answer
from .graph import Graph
from .stage.backstage import Backstage
from .stage.partners import DEMO_BUSINESS
from .stage.webhooks import Webhooks
from .wire.access import DEMO_APP, DEMO_SECRET, DEMO_TOKEN, Tokens
from .wire.answers import Answer
from .wire.catalogue import refuse
from .wire.faults import Faults
from .wire.request import Request
from .world.subscriptions import Callback
from .world.world import World

if TYPE_CHECKING:
    from .transport import EmulatorTransport


class Emulator(Backstage):
    """Answer Graph calls on phone numbers from memory, as graph.facebook.com would.

    It is the backstage with its two doors, Graph and the control routes, in front.

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
        tokens, faults = Tokens(any_token=any_token), Faults(routes.operation_called)
        world = World(seed)
        world.add_business(DEMO_BUSINESS)
        world.add_app(DEMO_APP, app_secret or DEMO_SECRET)
        super().__init__(
            world,
            clock,
            tokens,
            faults,
            Webhooks(),
            token=token,
            limits=limits,
            strict=strict,
        )
        self.add_token(token)
        self._graph = Graph(
            tokens, faults, self.requests, app_secret, limits, _check(strict), self._verify
        )

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

        What subscribers are to be told then goes to the receiver of `webhooks`, if there is one.

        Args:
            method: HTTP verb.
            path: `/v23.0/{id}/{edge}`, percent-encoded or not; the version may be left out. Paths
                under `/_emulator/` are the control routes.
            query: The raw query without its question mark, or a mapping of decoded values.
            headers: Request headers; names in any case. `Host` is what paging links start with.
            body: JSON object or form fields, told apart by `Content-Type`.
        """
        with self.lock:
            request = Request(method, path, query, headers or {}, body, self.now())
            if request.method != "GET":
                self._begin()
            if path.startswith(PREFIX):
                return answer(self, request)
            return self._graph.answer(self.world, request)

    def transport(self) -> EmulatorTransport:
        """Make a transport for clients of httpx and of httpx2, sync and async alike."""
        from .transport import EmulatorTransport

        return EmulatorTransport(self.handle, self.clock if self.has_clock else None)

    def _verify(self, callback: Callback) -> None:
        """Refuse a callback that fails its verification with 2200, a wrong challenge with 2201.

        It is asked before the call that names it is answered (documented).
        """
        verdict = self.webhooks.verify(callback.url, callback.verify_token)
        if verdict == "failed":
            raise refuse("callback-check-failed")
        if verdict == "wrong challenge":
            raise refuse("callback-wrong-challenge")

    def nearest(self, method: str, path: str) -> str:
        """Name the known call that is most like one that nothing answers."""
        return routes.nearest(method, path)


def _check(strict: bool) -> Callable[[str | None, Answer], None] | None:
    if not strict:
        return None
    try:
        from .wire.strict import check_answer
    except ModuleNotFoundError as error:
        message = f"strict needs {error.name}: pip install 'wabakit[strict]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    return check_answer
