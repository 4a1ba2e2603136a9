"""The chart, followed: where a reading says a number is, what comes next, where a call leads.

Source: `onboarding` of openapi/states.yaml, whose header says how it is followed.
"""

from collections.abc import Collection, Mapping

from wabakit._json import JsonObject
from wabakit._made.chart import (
    GOAL,
    MOVES,
    READINGS,
    REFUSALS,
    START,
    STEPS,
    Condition,
    Refusal,
    Step,
    WaitsFor,
)

Place = Mapping[str, str | None]
"""The state of a number in each region; None where it is not known."""


def place_of(shown: JsonObject) -> Place:
    """Return where a number is that was read."""
    place: dict[str, str | None] = {}
    for reading in READINGS:
        if all(shown.get(name) in values for name, values in reading.shows.items()):
            place = {**reading.place, **place}
    return {**START, **place}


def next_step(place: Place, given: Collection[str]) -> Step | None:
    """Return what comes next; None where nothing does."""
    steps = (step for step in STEPS if not step.given or step.given in given)
    return next((step for step in steps if _holds(step.places, place)), None)


def after(place: Place, call: str, given: str = "") -> Place:
    """Return where a call leads that succeeds."""
    rows = [row for row in MOVES if row.call == call and row.given in ("", given)]
    moved = [row.to for row in rows if _holds(row.places, place)]
    return {**place, **{region: state for to in moved for region, state in to.items()}}


def meaning(place: Place, call: str, error: str) -> Refusal | None:
    """Return what it means that a call was refused; None where a person has to look."""
    rows = (row for row in REFUSALS if row.call in ("", call) and error in row.errors)
    return next((row for row in rows if _holds(row.places, place)), None)


def is_goal(place: Place) -> bool:
    """Tell whether a number is where it should be."""
    return _holds(GOAL, place)


def usual_wait(waits_for: WaitsFor) -> float | None:
    """Return after how many seconds something that is waited for may have happened."""
    return next((row.after for row in REFUSALS if row.waits_for == waits_for), None)


def _holds(condition: Condition, place: Place) -> bool:
    return all(place[region] in states for region, states in condition.items())
