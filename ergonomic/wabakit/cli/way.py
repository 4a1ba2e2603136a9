"""The way of a number to CONNECTED, told: the plan before, and each step when it was made."""

from collections.abc import Callable, Iterator
from typing import Any

from wabakit.cli import life
from wabakit.cli.run import Run
from wabakit.cli.table import Row
from wabakit.cli.target import spent_of


def place_in(run: Run, card: Row) -> Any:
    """Return where a number is, by what was read and what runs know of codes."""
    from wabakit._made.chart import LAPSES, START

    if not card:
        return START
    now, place = run.now(), life.place_of(card)
    asked = run.memory.latest("requestCode", card["id"], now) if run.memory else None
    if asked is None or now - asked >= LAPSES["code-lapsed"]:
        return place
    return {**place, "code": "sent"}


def calls_from(place: Any) -> Iterator[str]:
    """Yield the calls that bring a number from a place to its goal, as far as the chart knows."""
    from wabakit.onboarding import way

    made: set[str] = set()
    while (step := way.next_step(place, ())) is not None and step.call not in (*made, ""):
        made.add(step.call)
        yield step.call
        given = "new-number" if step.call == "createPhoneNumber" else ""
        place = way.after(place, step.call, given)


def plan(
    run: Run, place: Any, number_id: str | None, name: str | None, by: str
) -> list[tuple[str, str]]:
    """Return the steps of a plan in words, each with the call that it is."""
    from wabakit._made.effects import LIMITS

    limit, spent = LIMITS["registerPhoneNumber"], spent_of(run, "registerPhoneNumber", number_id)
    left = f"{spent} of {limit.calls} registrations in {limit.hours} h are used" if spent else ""
    said: dict[str, str] = {
        "createPhoneNumber": f'add it under the name "{name}"' if name else "add it",
        "requestCode": f"send a code by {by}",
        "verifyCode": "ask you for the code",
        "registerPhoneNumber": "register it with its PIN" + (f" ({left})" if left else ""),
    }
    return [(call, said[call]) for call in calls_from(place)]


def tell_steps(run: Run, result: Any, about: Callable[[str], str]) -> None:
    """Tell which calls were made and what came of each; refusals are told by themselves."""
    from wabakit._made.chart import WORDS

    for step in result.steps:
        word = WORDS[step.call].done if step.call in WORDS else "subscribed"
        if step.outcome == "done":
            run.done(word, about(step.call))
        elif step.outcome == "unknown":
            run.tell(("! ", "yellow"), word.ljust(16), "whether this took effect is unknown")
