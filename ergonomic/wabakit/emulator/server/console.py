"""What the person at the console should know."""

from __future__ import annotations

import sys
from contextlib import suppress

from wabakit.emulator.stage.backstage import Backstage
from wabakit.emulator.world.world import SentCode


class Console:
    """Tells, on standard error, of sent codes and of calls that nothing answers."""

    def __init__(self) -> None:
        self._told = 0

    def notice(self, stage: Backstage) -> None:
        """Tell what the latest Graph call brought about."""
        seen = stage.requests[-1]
        if seen.operation is None and seen.note:
            tell(f"{seen.method} {seen.path} -> {seen.status}. {seen.note}")
        self._tell_codes(stage.outbox)

    def _tell_codes(self, outbox: list[SentCode]) -> None:
        for sent in outbox[min(self._told, len(outbox)) :]:
            tell(f"{sent.method} to {sent.display_phone_number}: your code is {sent.code}")
        self._told = len(outbox)


def tell(line: str) -> None:
    """Write a line to standard error, if that is still there: a terminal can be closed."""
    with suppress(OSError):
        print(f"emulator: {line}", file=sys.stderr, flush=True)
