# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/fleet/_async/enrolment.py.
# Do not edit: change that file, then run `make sync`.
"""Numbers of many accounts, onboarded at the same time, those of one account one after another."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from os import PathLike

import attrs

from wabakit.fleet.crew import Crew
from wabakit.fleet.journal import Journal
from wabakit.fleet.rows import (
    OnboardingEnded,
    OnboardingEvent,
    OnboardingFailed,
    OnboardingStarted,
    Task,
)
from wabakit.onboarding._sync.process import Runner
from wabakit.onboarding.progress import Progress
from wabakit.onboarding.record import Onboarding

Came = tuple[Task, Onboarding | Exception]
"""A number, and how far it came."""
Members = Crew[Came]
Work = Callable[[Task, Progress, Runner], Came]
"""Onboards a number that is known to be so far."""


def enrol(
    tasks: list[Task],
    path: str | PathLike[str] | None,
    most: int,
    driver_for: Callable[[str, Members], Runner],
    work: Work,
) -> Generator[OnboardingEvent]:
    """Onboard what a journal does not know as done; tell of each number as it begins and ends."""
    journal, crew, left = Journal(path), Members(most), dict[str, deque[Task]]()
    try:
        for task in tasks:
            if (since := journal.since(task.key)) and since.done:
                yield OnboardingEnded(**task.about, onboarding=since, is_kept=True)
            else:
                left.setdefault(task.row.account_id, deque()).append(task)
        free = deque(left)  # accounts of which no number is at work
        while free or crew.pending:
            if free and crew.pending < most:
                task = left[free[0]].popleft()
                driver = driver_for(free.popleft(), crew)
                wanted = attrs.evolve(task.wanted, since=journal.since(task.key))
                known = Progress(driver.session, wanted)
                journal.begin(task.key, known)
                crew.start(partial(work, task, known, driver))
                yield OnboardingStarted(**task.about)
                continue
            task, came = crew.take()
            if left[task.row.account_id]:
                free.append(task.row.account_id)
            if isinstance(came, Onboarding):
                journal.end(task.key, came)
                yield OnboardingEnded(**task.about, onboarding=came)
            else:
                journal.end(task.key)
                yield OnboardingFailed(**task.about, error=came)
    finally:
        try:
            crew.end()
        finally:
            journal.close()
