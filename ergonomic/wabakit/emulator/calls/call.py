"""What a handler is given, and how it says which call it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar
from urllib.parse import urlencode

from wabakit.emulator.contract import contract, token_parameters
from wabakit.emulator.router import Router
from wabakit.emulator.wire.json_text import Json
from wabakit.emulator.wire.usage import MANAGEMENT_CALLS
from wabakit.emulator.wire.versions import Version, written

if TYPE_CHECKING:
    from wabakit.emulator.wire.access import Token, Tokens
    from wabakit.emulator.wire.answers import Answer
    from wabakit.emulator.wire.parameters import Parameters
    from wabakit.emulator.wire.request import Request
    from wabakit.emulator.world.subscriptions import Callback
    from wabakit.emulator.world.world import World


Handler: TypeAlias = "Callable[[Call, Any], Json | list[Any]]"
Function = TypeVar("Function", bound="Callable[[Call, Any], Json | list[Any]]")

_NOT_REPEATED = token_parameters() | {"after", "before", "limit"}


@dataclass(slots=True)
class Surroundings:
    """What a handler can do beyond its call; all calls have the same."""

    tokens: Tokens
    answer: Callable[[World, Request], Answer]
    """Answers another request, as Graph answers the items of a batch."""
    verify: Callable[[Callback], None]
    """Asks a callback for its proof, and refuses one that fails (2200, 2201)."""


@dataclass(slots=True)
class Call:
    """One authorised call."""

    world: World
    request: Request
    token: Token
    around: Surroundings
    usage: dict[str, str]
    """The headers that tell how much of the quota is used, as far as they are known yet."""

    @property
    def parameters(self) -> Parameters:
        """Everything the caller sent by name."""
        return self.request.parameters

    @property
    def now(self) -> datetime:
        """Time of the call."""
        return self.request.now

    @property
    def version(self) -> Version:
        """The version of Graph that answers."""
        return self.request.version

    def link(self, **place: str) -> str:
        """Build the address of another page of the same list, with all that was asked of this one.

        appsecret_proof is not repeated (public code strips and re-signs).
        """
        request = self.request
        kept = {name: value for name, value in request.query.items() if name not in _NOT_REPEATED}
        return self.address(f"{request.node_id}/{request.edge}", **kept, **place)

    def address(self, path: str, **query: str) -> str:
        """Build an address: absolute and, as the real one, with the token inside (recorded)."""
        asked = urlencode({"access_token": self.token.text, **query})
        return f"{self.request.host}/{written(self.version)}/{path}?{asked}"


class Answering(NamedTuple):
    """A handler, and what the contract does not say of its operation: what its calls count as."""

    function: Handler
    counted_as: str = MANAGEMENT_CALLS


ROUTER: Router[Answering] = Router(contract())
"""What answers each operation of the contract."""


def answers(
    operation: str, *, counted_as: str = MANAGEMENT_CALLS
) -> Callable[[Function], Function]:
    """Let a function answer an operation of the contract, on the node that its path names first.

    The node is None where the path names none.
    """

    def keep(handler: Function) -> Function:
        ROUTER.add(operation, Answering(handler, counted_as))
        return handler

    return keep
