"""`wabakit health`, `wabakit quality`: what stands in the way of sending."""

from collections.abc import Iterator
from typing import Any

import click

from wabakit._made.inventory import ORDERS
from wabakit.cli import words
from wabakit.cli.reading import Reading
from wabakit.cli.run import Run
from wabakit.cli.shared import command
from wabakit.cli.table import Column, Row

ORDER = ORDERS["QualityRating"]
"""Ratings, from the worst."""
BELOW = "|".join(ORDER[:0:-1])


HEALTH = (
    words.sign_by("can_send_message"),
    Column("display_phone_number", "NUMBER"),
    Column("entity_type", "PART", words.spoken),
    Column("can_send_message", "CAN SEND", words.word),
    Column("error_code", "CODE"),
    Column("error_description", "WHAT IS WRONG", is_cut=True),
    Column("possible_solution", "WHAT META SUGGESTS", weight=1, is_cut=True),
)


@command("health")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
def health(run: Run, numbers: tuple[str, ...]) -> None:
    """Say whether numbers can send; exit code 3 if one cannot."""
    import wabakit

    wanted = run.fields(wabakit.PhoneNumber, ["display_phone_number", "health_status"])
    reading = Reading(run, wanted)
    rows = list(reading.rows(numbers))
    for_programs = run.form in ("json", "jsonl", "ids") or run.names is not None
    run.show(rows if for_programs else _entities(rows), HEALTH)
    blocked = any(_of(row).get("can_send_message") == "BLOCKED" for row in rows)
    reading.end(blocked)


def _of(row: Row) -> dict[str, Any]:
    return row.get("health_status") or {}


def _entities(rows: list[Row]) -> Iterator[Row]:
    """Yield a row for each part that sending goes through, and one more for each further error."""
    for row in rows:
        for entity in _of(row).get("entities") or [_of(row)]:
            head = {"display_phone_number": row.get("display_phone_number"), **entity}
            errors: list[dict[str, Any]] = entity.get("errors") or [{}]
            yield from ({**head, **error} for error in errors)


QUALITY = (
    words.sign_by("quality_rating"),
    Column("id", "ID", weight=5),
    Column("display_phone_number", "NUMBER"),
    Column("verified_name", "NAME", is_cut=True),
    Column("quality_rating", "QUALITY", words.word),
    Column("reasons", "REASONS", weight=1),
    Column("messaging_limit_tier", "LIMIT", words.limit, weight=2),
    Column("throughput", "THROUGHPUT", weight=3),
)
READ = (
    "display_phone_number verified_name quality_rating quality_score messaging_limit_tier"
    " throughput"
).split()


@command("quality")
@click.argument("numbers", metavar="[NUMBER...]", nargs=-1)
@click.option(
    "--below", type=click.Choice(ORDER[:0:-1], False), metavar=BELOW, help="Only worse ones."
)
def quality(run: Run, numbers: tuple[str, ...], below: str | None) -> None:
    """Show how recipients took what numbers sent."""
    import wabakit

    reading = Reading(run, run.fields(wabakit.PhoneNumber, READ))
    worse = ORDER[: ORDER.index(below)] if below else None
    rows = (r for r in reading.rows(numbers) if worse is None or r.get("quality_rating") in worse)
    raw = run.form in ("json", "jsonl") or run.names is not None
    run.show(rows if raw else map(_flat, rows), QUALITY)
    reading.end()


def _flat(row: Row) -> Row:
    """Take what stands inside of others out of them."""
    score: dict[str, Any] = row.get("quality_score") or {}
    reasons: list[str] = score.get("reasons") or []
    speed: dict[str, Any] = row.get("throughput") or {}
    told = ", ".join(str(reason).lower().replace("_", " ") for reason in reasons)
    return {**row, "reasons": told or None, "throughput": speed.get("level")}
