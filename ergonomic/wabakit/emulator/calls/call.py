"""What a handler is given beside the node it works on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from wabakit.emulator.wire.parameters import Parameters
from wabakit.emulator.wire.request import Request
from wabakit.emulator.wire.versions import Version, written
from wabakit.emulator.world.world import World

Json: TypeAlias = dict[str, Any]

SUCCESS: Json = {"success": True}


@dataclass(slots=True)
class Call:
    """One authorised call."""

    world: World
    request: Request
    version: Version
    token: str

    @property
    def parameters(self) -> Parameters:
        """Everything the caller sent by name."""
        return self.request.parameters

    @property
    def now(self) -> datetime:
        """Time of the call."""
        return self.request.now

    @property
    def url(self) -> str:
        """Absolute address of the call, without its query."""
        node = f"{self.request.host}/{written(self.version)}/{self.request.node_id}"
        return f"{node}/{self.request.edge}" if self.request.edge else node
