"""Where the control routes are, and how a handler says which one it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from wabakit.emulator.contract import document
from wabakit.emulator.router import Router
from wabakit.emulator.wire.json_text import Json

PREFIX = "/_emulator/"

Handler: TypeAlias = Callable[..., Json]
"""Takes the backstage, the request, and the parameters of the path."""

Function = TypeVar("Function", bound=Handler)

ROUTER: Router[Handler] = Router(document("emulator", "control.json"))
"""By method and path after the prefix; described in control.yaml."""


def answers(operation: str) -> Callable[[Function], Function]:
    """Let a function answer an operation of control.yaml."""

    def keep(handler: Function) -> Function:
        ROUTER.add(operation, handler)
        return handler

    return keep
