# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/fleet/_async/enrolment.py.
# Do not edit: change that file, then run `make sync`.
"""Numbers of many accounts, onboarded at the same time, those of one account one after another."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from os import PathLike

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
from wabakit.onboarding.record import Onboarding

Came = tuple[Task, Onboarding | Exception]
"""A number, and how far it came."""
Members = Crew[Came]
Work = Callable[[Task, Onboarding | None, Runner], Came]
"""Onboards a number that was known to be so far."""


def enrol(
    tasks: list[Task],
    path: str | PathLike[str] | None,
    most: int,
    driver_for: Callable[[str, Members], Runner],
    work: Work,
) -> Generator[OnboardingEvent]:
    """Onboard what a journal does not know as done; tell of each number as it begins and ends."""
    journal, crew, left = Journal(path), Members(most), _by_account(tasks)
    free = deque(left)  # accounts of which no number is at work
    try:
        while free or crew.pending:
            if free and crew.pending < most:
                task = left[free[0]].popleft()
                since = journal.since(task.key)
                if since is not None and since.done:
                    if not left[free[0]]:
                        free.popleft()
                    yield OnboardingEnded(**task.about, onboarding=since, is_kept=True)
                    continue
                driver = driver_for(free.popleft(), crew)
                journal.begin(task.key, driver.session.now())
                crew.start(partial(work, task, since, driver))
                yield OnboardingStarted(**task.about)
                continue
            task, came = crew.take()
            if left[task.row.account_id]:
                free.append(task.row.account_id)
            if isinstance(came, Onboarding):
                journal.end(task.key, came)
                yield OnboardingEnded(**task.about, onboarding=came)
            else:
                yield OnboardingFailed(**task.about, error=came)
    finally:
        try:
            crew.end()
        finally:
            journal.close()


def _by_account(tasks: list[Task]) -> dict[str, deque[Task]]:
    found = dict[str, deque[Task]]()
    for task in tasks:
        found.setdefault(task.row.account_id, deque()).append(task)
    return found
