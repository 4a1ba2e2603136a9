"""The way of a request through the emulator, from the token to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from .calls.call import Call, Json
from .calls.magic import check_magic
from .routes import Node, Route, find_route, nearest, no_route
from .wire import answers
from .wire.access import Token, Tokens, check_permission, check_proof, check_sight
from .wire.answers import Answer
from .wire.errors import GraphError
from .wire.faults import Fault, Interruption
from .wire.request import Request
from .wire.usage import Meter, account_at_limit, account_usage, app_usage
from .wire.versions import answering_version
from .world.lifecycle import age
from .world.nodes import PhoneNumber
from .world.world import World

REQUESTS_KEPT = 1000


class SeenRequest(NamedTuple):
    """A request that arrived, without its secrets; `operation` is None if nothing answers it."""

    method: str
    path: str
    query: dict[str, str]
    operation: str | None
    status: int
    at: datetime
    error: tuple[int, int | None] | None = None
    """Code and subcode of a refusal."""
    note: str | None = None
    """What the caller may have meant, or which fault hit the call."""


@dataclass
class Graph:
    """Graph itself: it answers calls by what it finds in a world, which can be exchanged.

    `check` is given every answer that no fault has spoiled yet, with its operation.
    """

    world: World
    tokens: Tokens
    app_secret: str | None
    limited: bool
    check: Callable[[str | None, Answer], None] | None

    def __post_init__(self) -> None:
        self.requests: list[SeenRequest] = []
        self._app_meter = Meter()

    def answer(self, request: Request) -> Answer:
        """Answer a request, and remember it."""
        node = self.world.nodes.get(request.node_id)
        if isinstance(node, PhoneNumber):
            age(node, request.now)
        route = find_route(node, request.edge, request.method)
        trip = _Trip(request, node, route)
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
                self.check(trip.route.operation if trip.route else None, answer)
        return trip.fault.spoil(answer) if trip.fault else answer

    def _decide(self, trip: _Trip) -> Answer:
        chance = self.world.chance
        try:
            token = self._admit(trip.request)
            body = self._perform(trip, token)
        except GraphError as error:
            trip.error = error
            usage = self._refusal_usage(trip, error)
            return answers.failure(trip.request, error, usage, chance)
        return answers.success(trip.request, body, trip.usage, chance)

    def _admit(self, request: Request) -> Token:
        token = self.tokens.check(request)
        if self.app_secret is not None:
            check_proof(request, token.text, self.app_secret)
        return token

    def _perform(self, trip: _Trip, token: Token) -> Json:
        request, node, route = trip.request, trip.node, trip.route
        if node is not None:
            check_sight(request, token, node.account.id)
            operation = route.operation if route else ""
            trip.reached = True
            trip.usage = account_usage(node.account, operation, request.now, self.limited)
        if node is None or route is None:
            raise no_route(node, request)
        check_permission(token, route.operation)
        nodes = {node.id, node.account.id}
        trip.fault = self.world.faults.strike(route.operation, nodes, self.world.chance)
        if trip.fault is not None:
            trip.fault.interrupt()
        check_magic(route.operation, node, request.parameters)
        version = answering_version(request.asked_version, request.now)
        return route.handler(Call(self.world, request, version, token.text), node)

    def _refusal_usage(self, trip: _Trip, error: GraphError) -> dict[str, str]:
        if trip.node is None or not trip.reached:
            return app_usage(self._app_meter, trip.request.now, error.wait_minutes)
        if error.wait_minutes is not None:
            operation = trip.route.operation if trip.route else ""
            return account_at_limit(trip.node.account, operation, error.wait_minutes)
        return trip.usage

    def _remember(self, trip: _Trip, answer: Answer) -> None:
        request, route, error = trip.request, trip.route, trip.error
        note = None
        if route is None:
            note = f"Nothing answers this. Nearest: {nearest(request.method, request.path)}"
        elif trip.fault is not None:
            note = "A fault hit this call."
        self.requests.append(
            SeenRequest(
                request.method,
                request.path,
                request.redacted_query(),
                route.operation if route else None,
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

    def __init__(self, request: Request, node: Node | None, route: Route | None) -> None:
        self.request, self.node, self.route = request, node, route
        self.usage: dict[str, str] = {}
        self.reached = False
        """Whether the account was reached, which the caller then may know."""
        self.fault: Fault | None = None
        self.error: GraphError | None = None
