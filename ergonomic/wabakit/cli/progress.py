"""How far long work is: a bar on a terminal, elsewhere a line every few seconds."""

import time
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from wabakit.cli.run import Run
from wabakit.cli.table import Row

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_EVERY = 5.0
"""Seconds between two lines."""


class Progress:
    """Tells on standard error how many of so many numbers are done, and what others wait for."""

    def __init__(self, run: Run, total: int) -> None:
        self._run, self._total = run, total
        self._last = time.monotonic()

    @cached_property
    def _bar(self) -> "tuple[Bar, TaskID]":
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        told = TextColumn("{task.description}")
        drawn = MofNCompleteColumn(), BarColumn(20), told
        console = self._run.err.console
        bar = Bar(*drawn, console=console, transient=True, auto_refresh=False)
        return bar, bar.add_task("", total=self._total)

    def show(self, came: Mapping[int, Row]) -> None:
        """Show how far each number came."""
        words = Counter(map(_word, came.values()))
        done = sum(bool(row.get("done")) for row in came.values())
        told = " · ".join(f"{count} {word}" for word, count in words.items())
        if self._run.err.moves:
            bar, task = self._bar
            bar.start()
            bar.update(task, completed=done, description=told, refresh=True)
        elif time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._run.tell(f"{done}/{self._total} {told}")

    def close(self) -> None:
        """Take the bar away, as something is asked, or all is done."""
        if "_bar" in vars(self):
            self._bar[0].stop()


def _word(row: Row) -> str:
    if row.get("done"):
        return "connected"
    waits = row.get("waits_for")
    return f"wait for {waits}" if waits and not row.get("error") else "failed"
