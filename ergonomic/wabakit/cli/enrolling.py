"""`wabakit onboard --from`: the plan of a list, and the list at work."""

import shlex
from collections import Counter
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import click

from wabakit.cli import roster
from wabakit.cli.forecast import GOAL, Forecast
from wabakit.cli.handed import Handed
from wabakit.cli.problems import FOUND, INTERRUPTED, Problem, Told, refuse, told
from wabakit.cli.progress import Progress
from wabakit.cli.roster import Line
from wabakit.cli.run import Run
from wabakit.cli.shared import following
from wabakit.cli.table import Column, Row
from wabakit.cli.way import calls_from

_LOOKS = (5, 15, 40, 120)
"""Seconds until codes are looked for again that had not arrived."""
COLUMNS = (
    Column("phone_number", "NUMBER"),
    Column("number_id", "ID", weight=3),
    Column("state", "STATE"),
    Column("waits_for", "WAITS FOR", weight=1),
    Column("error", "WHAT IS WRONG", is_cut=True),
)


def enrol(run: Run, file: str, journal: str | None, yes: bool, wishes: Any) -> None:
    """Onboard a list; of a dry run, print the calls for one number of it."""
    rows = {
        "verified_name": wishes.name,
        "method": wishes.by,
        "language": wishes.language,
        "data_localization_region": wishes.region,
        "migrate": wishes.migrate,
        "subscribe": wishes.subscribe,
    }
    handed = Handed(run, wishes.pin_command, wishes.code_command, journal, rows)
    enrolment = Enrolment(run, Path(file), Path(journal) if journal else None, handed)
    left = enrolment.plan(yes)
    if run.is_dry:
        enrolment.print_calls(left[0], wishes)
    elif left:
        enrolment.go(left)


class Enrolment:
    """A list of numbers on their way; nothing secret is kept of it."""

    def __init__(self, run: Run, path: Path, journal: Path | None, handed: Handed) -> None:
        self._run, self._path, self._handed = run, path, handed
        self._journal = journal or Path(f"{path}.journal")
        self._came: dict[int, Row] = {}
        """By line, how far its number came."""

    @cached_property
    def _roster(self) -> roster.Roster:
        handed, run = self._handed, self._run
        return roster.read(run, self._path, handed.pin, handed.code, handed.wishes)

    @property
    def again(self) -> str:
        """What says how to go on."""
        command = f"onboard --from {shlex.quote(str(self._path))}{self._handed.options}"
        return f"nothing was lost: go on with   {following(command)}"

    def plan(self, yes: bool) -> list[Line]:
        """Say what is wrong, what has to be done and how long it takes at least; ask.

        Returns:
            The rows of which something is left to be done.
        """
        run, lines = self._run, self._roster.lines
        for at, why in self._roster.wrong:
            run.err.paragraph(("✗ ", "red"), f"line {at}: {why}")
        if not lines:
            refuse(f"{self._path} has no row that could be onboarded")
        forecast = Forecast(run, lines)
        left = [line for line in lines if forecast.step(line) != GOAL]
        states = Counter(forecast.step(line) for line in lines)
        told_so = [f"{count} {state}" for state, count in states.items()]
        told_so += [f"{len(self._roster.wrong)} wrong"] if self._roster.wrong else []
        rows = len(lines) + len(self._roster.wrong)
        run.tell((f"{rows} row{'s' * (rows != 1)}", "bold"), " · " + " · ".join(told_so))
        if left:
            run.tell(forecast.needs(left))
            many = f"{len(left)} number{'s' * (len(left) != 1)}"
            run.confirm(f"This sends messages to up to {many}.", yes=yes)
            self._handed.get_ready()
        elif self._roster.wrong:
            run.end(FOUND)
        return left

    def print_calls(self, line: Line, wishes: Any) -> None:
        """Print the calls for a number of which nothing was read."""
        from wabakit._made.chart import START
        from wabakit.cli.commands.onboard import Way

        self._run.given["waba"] = line.row.account_id
        said = attrs.evolve(wishes, name=line.row.verified_name, migrate=line.row.migrate)
        Way(self._run, line.row.phone_number, said).print_calls(list(calls_from(START)))

    def go(self, left: list[Line]) -> None:
        """Onboard them; say how far they came, and leave with what that means."""
        with closing(Progress(self._run, len(left))) as progress:
            try:
                if self._handed.asks_code:
                    self._one_by_one(left, progress)
                else:
                    self._in_rounds(left, progress)
            except (KeyboardInterrupt, click.Abort):
                self._stopped(len(left))
        self._end(left)

    def _in_rounds(self, left: list[Line], progress: Progress) -> None:
        """Onboard all at a time, and again those whose codes had not arrived."""
        waiting = left
        for seconds in (*_LOOKS, None):
            self._round(waiting, progress)
            waiting = [line for line in waiting if self._waits(line)]
            if not waiting or seconds is None or not self._handed.has_codes:
                break
            self._run.clock.sleep(seconds)

    def _one_by_one(self, left: list[Line], progress: Progress) -> None:
        """Onboard one after the other, as a person types the codes."""
        for line in left:
            self._round([line], progress)
            if self._waits(line):
                progress.close()
                self._handed.ask_code(line.row.phone_number, line.shown)
                self._round([line], progress)

    def _round(self, lines: list[Line], progress: Progress) -> None:
        from wabakit.fleet.rows import OnboardingEnded, OnboardingFailed

        rows = [line.row for line in lines]
        with self._run.finishing() as is_pressed:
            events = self._run.client.fleet([]).onboard(rows, journal=str(self._journal))
            with closing(events):
                for event in events:
                    line = lines[event.index]
                    if isinstance(event, OnboardingEnded):
                        self._keep(line, event.onboarding.to_dict(), event.onboarding.error)
                    elif isinstance(event, OnboardingFailed):
                        self._keep(line, {"done": False}, event.error)
                    progress.show(self._came)
                    if is_pressed():
                        break

    def _keep(self, line: Line, came: dict[str, Any], error: Exception | None) -> None:
        about = {"line": line.at, "account_id": line.row.account_id}
        shown = {"phone_number": line.row.phone_number, "number_id": None, **came}
        self._came[line.at] = {**about, **shown, "error": None}
        if error is None:
            return
        problem = told(error)
        if problem is None:
            raise error
        text = came.get("advice") or problem.advice
        problem = problem._replace(message=f"{line.shown}: {problem.message}", advice=text)
        self._came[line.at] = {**self._came[line.at], "error": problem.name}
        self._run.tell_problem(problem)

    def _waits(self, line: Line) -> bool:
        return self._came.get(line.at, {}).get("waits_for") == "code"

    def _stopped(self, all_: int) -> None:
        done = sum(1 for row in self._came.values() if row.get("done"))
        message = f"stopped: {done} done, {all_ - done} left"
        raise Problem(message, self.again, name="interrupted", code=INTERRUPTED) from None

    def _end(self, left: list[Line]) -> None:
        run, rows = self._run, [self._came[line.at] for line in left]
        open_ = [row for row in rows if not row.get("done")]
        run.show(open_ if run.output.is_for_people else rows, COLUMNS)
        done = len(rows) - len(open_)
        run.done("onboarded", f"{done} of {len(rows)}")
        if open_:
            waits = Counter(str(row.get("waits_for") or "another try") for row in open_)
            waiting = ", ".join(f"{count} for {what}" for what, count in waits.items())
            why = f'; "{self._handed.code_command}"{self._handed.why}' if self._handed.why else ""
            message = f"{len(open_)} wait: {waiting}{why}"
            run.tell_problem(Told("done-in-part", message, self.again, FOUND))
        if open_ or self._roster.wrong:
            run.end(FOUND)
