"""What a list needs: where its numbers are, how many calls, and how long that takes at least."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from wabakit.cli.problems import span
from wabakit.cli.roster import Line
from wabakit.cli.run import Run
from wabakit.cli.table import Row
from wabakit.cli.way import calls_from, place_in

GOAL = "connected already"
_PAGE = 100


class Forecast:
    """Reads the accounts of a list once; in a dry run nothing is read, and all is to be added."""

    def __init__(self, run: Run, lines: list[Line]) -> None:
        self._run, self._lines = run, lines
        self._pages: dict[str, int] = {}
        """By account, how many calls it takes to look for a number."""

    def step(self, line: Line) -> str:
        """Say what comes next for a number."""
        from wabakit._made.chart import WORDS

        place = self._places[line.at]
        call = next(calls_from(place), None)
        return "not clear" if place["life"] is None else WORDS[call].next if call else GOAL

    @cached_property
    def _places(self) -> Mapping[int, Any]:
        """Where each number is, by its line."""
        from wabakit._telephone import one_form

        accounts = {} if self._run.is_dry else self._read()
        found: dict[int, Any] = {}
        for line in self._lines:
            card = accounts.get(line.row.account_id, {}).get(one_form(line.row.phone_number))
            found[line.at] = place_in(self._run, card or {})
        return found

    def _read(self) -> dict[str, dict[str, Row]]:
        """Return what accounts have: by account and digits, a number."""
        import wabakit
        from wabakit._telephone import one_form
        from wabakit.cli.commands.number import WANTED

        fields = [wabakit.PhoneNumber.fields[name] for name in WANTED]
        found: dict[str, dict[str, Row]] = {}
        for waba_id in dict.fromkeys(line.row.account_id for line in self._lines):
            numbers = self._run.client.account(waba_id).numbers(fields=fields, page_size=_PAGE)
            cards = [number.to_dict() for number in numbers]
            found[waba_id] = {one_form(str(c.get("display_phone_number") or "")): c for c in cards}
            self._pages[waba_id] = max(1, math.ceil(len(cards) / _PAGE))
        return found

    def needs(self, left: Iterable[Line]) -> str:
        """Say how many calls the rest needs, and how long they take at least."""
        from wabakit._made.effects import QUOTA

        needed = Counter[str]()
        for line in left:
            steps = calls_from(self._places[line.at])
            needed[line.row.account_id] += self._pages.get(line.row.account_id, 1) + len([*steps])
        full = max(math.ceil(calls / QUOTA.calls) - 1 for calls in needed.values())
        seconds = max(full * QUOTA.hours * 3600.0, *map(self._held, needed))
        least = f"; at {QUOTA.calls:,} an hour for an account that takes {span(seconds)} at least"
        return f"needs about {needed.total():,} calls{least if seconds else ''}"

    def _held(self, waba_id: str) -> float:
        """Return for how many seconds Graph last said that an account has to wait."""
        run = self._run
        used = run.memory.usage_of(waba_id, run.now()) if run.memory and not run.is_dry else ()
        waits = (use.regain_access for use in used)
        return max((wait.total_seconds() for wait in waits if wait), default=0.0)
