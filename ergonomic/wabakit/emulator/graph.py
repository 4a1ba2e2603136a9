"""The way of a request through the emulator, from the token to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .calls.call import Answering, Call, Surroundings
from .calls.magic import check_magic
from .router import Route
from .routes import find_route, nearest, no_route
from .wire.access import (
    NOBODY,
    Token,
    Tokens,
    check_is_apps,
    check_permissions,
    check_proof,
    check_sight,
)
from .wire.answers import Answer, failure, success
from .wire.errors import GraphError
from .wire.faults import Fault, Faults, Interruption
from .wire.json_text import Json
from .wire.request import Request
from .wire.seen import SeenRequest
from .wire.usage import MANAGEMENT_CALLS, account_at_limit, account_usage, app_usage
from .wire.versions import version_headers
from .world import lifecycle
from .world.meter import Meter
from .world.nodes import Node
from .world.subscriptions import Callback
from .world.world import World

REQUESTS_KEPT = 1000


@dataclass
class Graph:
    """Graph itself: it answers calls by what it finds in a world.

    `check` is given every answer that no fault has spoiled yet, with its operation, `verify` every
    callback before it is taken.
    """

    tokens: Tokens
    faults: Faults
    requests: list[SeenRequest]
    app_secret: str | None = field(repr=False)
    limited: bool
    check: Callable[[str | None, Answer], None] | None
    verify: Callable[[Callback], None]

    def __post_init__(self) -> None:
        self._app_meter = Meter()
        self._around = Surroundings(self.tokens, self.answer, self.verify)

    def answer(self, world: World, request: Request) -> Answer:
        """Answer a request, and remember it."""
        node = lifecycle.find(world, request.node_id, request.now)
        trip = _Trip(world, request, node, find_route(node, request))
        answer = self._deliver(trip)
        self._remember(trip, answer)
        return answer

    def _deliver(self, trip: _Trip) -> Answer:
        """Answer as Graph does, unless a fault keeps or spoils that."""
        try:
            answer = self._decide(trip)
        except Interruption as interruption:
            answer = interruption.answer
        else:
            if self.check is not None:
                self.check(trip.operation, answer)
        return trip.fault.spoil(answer) if trip.fault else answer

    def _decide(self, trip: _Trip) -> Answer:
        chance = trip.world.chance
        headers = version_headers(trip.request.asked_version, trip.request.version)
        try:
            body = self._perform(trip, self._admit(trip))
        except GraphError as error:
            trip.error = error
            return failure(error, {**headers, **self._refusal_usage(trip, error)}, chance)
        return success(body, {**headers, **trip.usage}, chance)

    def _admit(self, trip: _Trip) -> Token:
        """Find whose call it is; the contract says which operation needs no token, or an app's."""
        security = trip.route.operation.said.get("security") if trip.route else None
        if security == []:
            return NOBODY
        token = self.tokens.check(trip.request, trip.world)
        if security is not None and "appToken" in security[0]:
            check_is_apps(token)
        elif self.app_secret is not None:
            check_proof(trip.request, token.text, self.app_secret)
        return token

    def _perform(self, trip: _Trip, token: Token) -> Json | list[Any]:
        request, node, route = trip.request, trip.node, trip.route
        if node is not None:
            check_sight(request, token, node)
            trip.reached = True
        if node is not None or route is not None:
            trip.usage = dict(self._usage(trip))  # A batch adds to it, and others share it.
        if route is None:
            raise no_route(node, request)
        check_permissions(token, route.operation.said["x-permissions"])
        name = route.operation.name
        if self.faults.active and (fault := self.faults.strike(name, trip.ids, trip.world.chance)):
            trip.fault = fault
            fault.interrupt()
        check_magic(name, node, request.parameters)
        call = Call(trip.world, request, token, self._around, trip.usage)
        return route.handler.function(call, node)

    def _usage(self, trip: _Trip) -> dict[str, str]:
        """Count a call: as the account's whose it is, or else as the app's (assumed)."""
        account = trip.node.account if trip.node else None
        if account is None:
            return app_usage(self._app_meter, trip.request.now)
        return account_usage(account, trip.counted_as, trip.request.now, self.limited)

    def _refusal_usage(self, trip: _Trip, error: GraphError) -> dict[str, str]:
        account = trip.node.account if trip.node and trip.reached else None
        if account is not None and error.wait_minutes is not None:
            return account_at_limit(account, trip.counted_as, error.wait_minutes)
        if trip.usage and error.wait_minutes is None:
            return trip.usage
        return app_usage(self._app_meter, trip.request.now, error.wait_minutes)

    def _remember(self, trip: _Trip, answer: Answer) -> None:
        request, error = trip.request, trip.error
        note = None
        if trip.route is None:
            note = f"Nothing answers this. Nearest: {nearest(request.method, request.path)}"
        elif trip.fault is not None:
            note = "A fault hit this call."
        elif request.in_batch:
            note = "An item of a batch."
        self.requests.append(
            SeenRequest(
                request.method,
                request.path,
                request.redacted_query(),
                trip.operation,
                answer.status,
                request.now,
                None if error is None else (error.code, error.subcode),
                note,
            )
        )
        if len(self.requests) > REQUESTS_KEPT:
            del self.requests[:-REQUESTS_KEPT]


class _Trip:
    """One request on its way."""

    def __init__(
        self, world: World, request: Request, node: Node | None, route: Route[Answering] | None
    ) -> None:
        self.world, self.request, self.node, self.route = world, request, node, route
        self.operation: str | None = route.operation.name if route else None
        self.counted_as: str = route.handler.counted_as if route else MANAGEMENT_CALLS
        self.usage: dict[str, str] = {}
        self.reached = False
        """Whether the account was reached, which the caller then may know."""
        self.fault: Fault | None = None
        self.error: GraphError | None = None

    @property
    def ids(self) -> set[str]:
        """The ids that a fault on this call may be for."""
        return {part.id for part in (self.node, self.node and self.node.account) if part}
