"""The way of a request through the emulator, from the token to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .calls.call import Answering, Call
from .calls.magic import check_magic
from .router import Route
from .routes import find_route, nearest, no_route
from .wire.access import Token, Tokens, check_permissions, check_proof, check_sight
from .wire.answers import Answer, failure, success
from .wire.errors import GraphError
from .wire.faults import Fault, Faults, Interruption
from .wire.json_text import Json
from .wire.request import Request
from .wire.seen import SeenRequest
from .wire.usage import MANAGEMENT_CALLS, account_at_limit, account_usage, app_usage
from .wire.versions import version_headers
from .world.lifecycle import age
from .world.meter import Meter
from .world.nodes import Node
from .world.world import World

REQUESTS_KEPT = 1000


@dataclass
class Graph:
    """Graph itself: it answers calls by what it finds in a world.

    `check` is given every answer that no fault has spoiled yet, with its operation.
    """

    tokens: Tokens
    faults: Faults
    requests: list[SeenRequest]
    app_secret: str | None = field(repr=False)
    limited: bool
    check: Callable[[str | None, Answer], None] | None

    def __post_init__(self) -> None:
        self._app_meter = Meter()

    def answer(self, world: World, request: Request) -> Answer:
        """Answer a request, and remember it."""
        node = world.nodes.get(request.node_id)
        if node is not None:
            age(node, request.now)
        trip = _Trip(world, request, node, find_route(node, request.edge, request.method))
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
            body = self._perform(trip, self._admit(trip.request))
        except GraphError as error:
            trip.error = error
            return failure(error, {**headers, **self._refusal_usage(trip, error)}, chance)
        return success(body, {**headers, **trip.usage}, chance)

    def _admit(self, request: Request) -> Token:
        token = self.tokens.check(request)
        if self.app_secret is not None:
            check_proof(request, token.text, self.app_secret)
        return token

    def _perform(self, trip: _Trip, token: Token) -> Json:
        request, node, route = trip.request, trip.node, trip.route
        if node is not None:
            check_sight(request, token, node.account.id)
            trip.reached = True
            trip.usage = account_usage(node.account, trip.counted_as, request.now, self.limited)
        if node is None or route is None:
            raise no_route(node, request)
        check_permissions(token, route.operation.said["x-permissions"])
        name, nodes = route.operation.name, {node.id, node.account.id}
        trip.fault = self.faults.strike(name, nodes, trip.world.chance)
        if trip.fault is not None:
            trip.fault.interrupt()
        check_magic(name, node, request.parameters)
        return route.handler.function(Call(trip.world, request, token.text), node)

    def _refusal_usage(self, trip: _Trip, error: GraphError) -> dict[str, str]:
        if trip.node is None or not trip.reached:
            return app_usage(self._app_meter, trip.request.now, error.wait_minutes)
        if error.wait_minutes is not None:
            return account_at_limit(trip.node.account, trip.counted_as, error.wait_minutes)
        return trip.usage

    def _remember(self, trip: _Trip, answer: Answer) -> None:
        request, error = trip.request, trip.error
        note = None
        if trip.route is None:
            note = f"Nothing answers this. Nearest: {nearest(request.method, request.path)}"
        elif trip.fault is not None:
            note = "A fault hit this call."
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
