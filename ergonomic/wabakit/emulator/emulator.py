"""A local Graph for phone numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from . import access, answers, demo_seed, usernames
from .answers import Answer
from .call import Call, Json
from .clock import Clock
from .dialling import digits_of, split_number
from .errors import GraphError
from .phone_number import REGISTERED, PhoneNumber
from .request import Request
from .reviews import decide_name
from .routes import Node, Route, find_route, no_route
from .usage import Meter, app_usage, business_usage
from .versions import answering_version
from .world import Account, SentCode, World

if TYPE_CHECKING:
    from .transport import EmulatorTransport

DEMO_TOKEN = "wabakit-demo-token"  # noqa: S105 - it opens nothing but an emulator
"""The token an emulator takes unless told otherwise; real ones start with EAA."""

REQUESTS_KEPT = 1000

_HOLDERS = {
    "stranger": usernames.TAKEN,
    "facebook_page": usernames.ON_FACEBOOK,
    "instagram_account": usernames.ON_INSTAGRAM,
}


@dataclass(frozen=True)
class SeenRequest:
    """A request that arrived, without its secrets; `operation` is None if nothing answers it."""

    method: str
    path: str
    query: dict[str, str]
    operation: str | None
    status: int


class Emulator:
    """Answer Graph calls on phone numbers from memory, as graph.facebook.com would.

    `clock` gives aware datetimes (default: real time). The same seed and the same calls give the
    same ids, codes and cursors. With an app secret every call must carry appsecret_proof. All
    methods may be called from several threads.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], datetime] | None = None,
        seed: int = 0,
        token: str = DEMO_TOKEN,
        app_secret: str | None = None,
    ) -> None:
        self.token = token
        self.requests: list[SeenRequest] = []
        """The last 1,000 requests, oldest first."""
        self._clock = clock or Clock()
        self._app_secret = app_secret
        self._world = World(seed)
        self._app_meter = Meter()
        self._lock = Lock()

    @property
    def outbox(self) -> list[SentCode]:
        """The one-time codes that were sent, oldest first."""
        return self._world.outbox

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
            path: `/v23.0/{id}/{edge}`, percent-encoded or not; the version may be left out.
            query: The raw query without its question mark, or a mapping of decoded values.
            headers: Request headers; names in any case. `Host` is what paging links start with.
            body: JSON object or form fields, told apart by `Content-Type`.
        """
        with self._lock:
            request = Request(method, path, query, headers or {}, body, self._now())
            node = self._world.nodes.get(request.node_id)
            route = find_route(node, request.edge, request.method)
            answer = self._answer(request, node, route)
            self._remember(request, route, answer.status)
            return answer

    def transport(self) -> EmulatorTransport:
        """Make an httpx transport, good for sync and async clients alike."""
        from .transport import EmulatorTransport

        return EmulatorTransport(self)

    def add_account(self, waba_id: str | None = None, *, max_numbers: int = 20) -> Account:
        """Add a WhatsApp Business Account to which at most `max_numbers` can be added by calls."""
        with self._lock:
            return self._world.add_account(waba_id, max_numbers)

    def add_number(
        self,
        waba_id: str,
        *,
        display_phone_number: str | None = None,
        cc: str = "1",
        phone_number: str | None = None,
        verified_name: str | None = "Jasper's Market",
        status: str = "CONNECTED",
        **state: Any,
    ) -> PhoneNumber:
        """Seed a number in any state, the number cap aside.

        Without a number the next fictional one is taken. `state` sets attributes of `PhoneNumber`,
        its `id` among them. A number whose status says that it is registered is made a healthy,
        verified one, anything else one just added, as far as `state` does not say otherwise. Set
        attributes of what is returned to change the number later.
        """
        with self._lock:
            account = self._world.nodes[waba_id]
            if not isinstance(account, Account):
                raise TypeError(f"{waba_id} is a phone number")
            if display_phone_number is not None:
                dial_code, national = split_number(digits_of(display_phone_number))
                state["display_phone_number"] = display_phone_number
            elif phone_number is not None:
                dial_code, national = split_number(digits_of(phone_number), digits_of(cc))
            else:
                dial_code, national = "1", self._world.next_fictional_number()
            if status in REGISTERED:
                state = {**self._onboarded(), **state}
            state = {"verified_name": verified_name, "status": status, **state}
            return self._world.add_number(account, dial_code, national, self._now(), **state)

    def number(self, number_id: str) -> PhoneNumber:
        """Find a number by its id (KeyError), seeded or created by a call."""
        found = self._world.nodes[number_id]
        if not isinstance(found, PhoneNumber):
            raise KeyError(number_id)
        return found

    def approve_name(self, number_id: str) -> None:
        """Approve the display name under review; a changed name then waits for register."""
        self._decide_name(number_id, approved=True)

    def decline_name(self, number_id: str) -> None:
        """Decline the display name under review."""
        self._decide_name(number_id, approved=False)

    def claim_username(
        self,
        username: str,
        holder: Literal["stranger", "facebook_page", "instagram_account"] = "stranger",
    ) -> None:
        """Give a username to somebody outside, so that asking for it is refused."""
        with self._lock:
            self._world.usernames_elsewhere[username.lower()] = _HOLDERS[holder]

    def seed_demo(self) -> Account:
        """Add an account with some three dozen varied fictional numbers."""
        account = self.add_account(max_numbers=100)
        demo_seed.fill(account.id, self.add_number, self._now())
        return account

    def _answer(self, request: Request, node: Node | None, route: Route | None) -> Answer:
        chance = self._world.chance
        reached: Account | None = None
        try:
            access.check_token(request, self.token)
            if self._app_secret is not None:
                access.check_proof(request, self.token, self._app_secret)
            reached = node.account if node else None
            body = self._perform(request, node, route)
        except GraphError as error:
            usage = self._usage(reached, route, request.now)
            return answers.failure(request, error, usage, chance)
        return answers.success(request, body, self._usage(reached, route, request.now), chance)

    def _perform(self, request: Request, node: Node | None, route: Route | None) -> Json:
        if route is None:
            raise no_route(node, request.node_id, request.edge, request.method)
        version = answering_version(request.asked_version, request.now)
        return route.handler(Call(self._world, request, version, self.token), node)

    def _usage(self, account: Account | None, route: Route | None, now: datetime) -> dict[str, str]:
        if account is None:
            return app_usage(self._app_meter, now)
        return business_usage(account, route.operation if route else "", now)

    def _remember(self, request: Request, route: Route | None, status: int) -> None:
        operation = route.operation if route else None
        query = request.redacted_query()
        self.requests.append(SeenRequest(request.method, request.path, query, operation, status))
        del self.requests[:-REQUESTS_KEPT]

    def _decide_name(self, number_id: str, *, approved: bool) -> None:
        with self._lock:
            certificate = self._world.chance.text(f"certificate/{number_id}", 40)
            decide_name(self.number(number_id), approved, certificate)

    def _onboarded(self) -> dict[str, Any]:
        return {
            "code_verification_status": "VERIFIED",
            "platform_type": "CLOUD_API",
            "quality_rating": "GREEN",
            "name_status": "APPROVED",
            "unified_cert_status": "APPROVED",
            "messaging_limit_tier": "TIER_1K",
            "whatsapp_business_manager_messaging_limit": "TIER_2K",
            "last_onboarded_time": self._now(),
        }

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)
