"""`wabakit watch`: numbers, looked at again and again."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

import click

from wabakit.cli import life
from wabakit.cli.commands.listing import COLUMNS, USUAL
from wabakit.cli.problems import span, told
from wabakit.cli.reading import Reading
from wabakit.cli.run import Run
from wabakit.cli.screen import as_json
from wabakit.cli.shared import command
from wabakit.cli.table import Row, laid_out

_UNITS = {"s": 1, "min": 60, "m": 60, "h": 3_600, "d": 86_400}
_SPAN = re.compile(r"([0-9]{1,9})\s*(s|min|m|h|d)?")
EVERY = "From look to look.  [default: 60s]"


def seconds(_: click.Context, parameter: click.Parameter, text: str | None) -> int | None:
    """Read an option that is a span of time."""
    if text is None:
        return None
    if (found := seconds_of(text)) is None:
        raise click.BadParameter("a span of time, such as 90s, 10min, 2h or 1d", param=parameter)
    return found


def seconds_of(text: str) -> int | None:
    """Return how long a span is, such as 90s, 10min, 2h or 1d; None where a text is none.

    A span of more than a year is none either.
    """
    from wabakit.onboarding.waiting import LONGEST

    found = _SPAN.fullmatch(text)
    length = int(found[1]) * _UNITS[found[2] or "s"] if found else 0
    return length if 0 < length <= LONGEST else None


@command("watch")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option("--until", type=click.Choice(["connected", "approved"]), help="Stop when all are.")
@click.option("--timeout", metavar="TIME", callback=seconds, help="Give up after it, as 2h.")
@click.option("--every", metavar="TIME", default="60s", callback=seconds, help=EVERY)
def watch(
    run: Run, numbers: tuple[str, ...], until: str | None, timeout: int | None, every: int
) -> None:
    """Watch numbers, until they are connected or approved.

    At a terminal that is a live table, else a line of JSON for each change.
    """
    import wabakit
    from wabakit.onboarding.waiting import PASSING

    reading = Reading(run, run.fields(wabakit.PhoneNumber, USUAL))
    ids = [number.id for number in run.directory.numbers(numbers)]
    start = run.now()
    is_live = run.output.is_for_people and run.out.moves
    show = partial(_draw, run) if is_live else partial(_print_changes, run, {})
    for rows in _looks(run, reading, ids, every):
        show(rows)
        waits = any(isinstance(error, PASSING) for error in reading.failures)
        if until and not waits and all(_is(row, until) for row in rows):
            break
        if timeout and run.now() - start >= timedelta(seconds=timeout):
            run.fail(f"Not all were {until or 'over'} within {span(timeout)}", name="wait-timeout")
    reading.end()


def _looks(run: Run, reading: Reading, ids: Sequence[str], every: int) -> Iterator[list[Row]]:
    """Read the numbers, and again after each span; what passes by itself is waited out."""
    from wabakit.onboarding.waiting import PASSING

    while True:
        wait = float(every)
        reading.failures.clear()
        try:
            rows = list(reading.rows(ids))
        except PASSING as error:
            told_wait = getattr(error, "retry_after", None)
            wait = max(wait, told_wait.total_seconds() if told_wait else wait)
            _tell(run, error)
        else:
            yield rows
        run.clock.sleep(wait)


def _tell(run: Run, error: Exception) -> None:
    problem = told(error)
    run.tell((f"! {problem.message if problem else error}", "yellow"))


def _is(row: Row, until: str) -> bool:
    if until == "connected":
        return row.get("status") == "CONNECTED"
    place = life.place_of(row)
    return place["name"] == "approved" and place["new-name"] in ("none", "approved")


def _print_changes(run: Run, last: dict[str, Row], rows: list[Row]) -> None:
    for row in rows:
        if last.get(row["id"]) != row:
            last[row["id"]] = row
            run.out.write(as_json({"at": run.now().isoformat(), **row}) + "\n")


def _draw(run: Run, rows: list[Row]) -> None:
    from rich.console import Group
    from rich.text import Text

    lines = [run.out.text(*line) for line in laid_out(run.out.console.width, COLUMNS, rows)]
    lines.append(Text(f"{run.now():%H:%M:%S} UTC · Ctrl-C ends this", "dim"))
    run.live.update(Group(*lines), refresh=True)
