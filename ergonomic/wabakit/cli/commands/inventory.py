"""`wabakit snapshot`, `diff`, `history`, `audit`, `export`: how numbers were, and what changed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wabakit.cli.commands.watch import seconds_of
from wabakit.cli.problems import FOUND, refuse
from wabakit.cli.profiles import kept_as
from wabakit.cli.reach import account_ids
from wabakit.cli.reading import Reading
from wabakit.cli.run import Run
from wabakit.cli.screen import shown_path
from wabakit.cli.shared import PATH, Function, command, following
from wabakit.cli.table import Column, minute

if TYPE_CHECKING:
    from wabakit.inventory import Inventory
    from wabakit.inventory import Run as Taken


CHANGES = (
    Column("kind", "WHAT"),
    Column("display_phone_number", "NUMBER"),
    Column("number_id", "ID", weight=3),
    Column("field", "FIELD", weight=2),
    Column("before", "BEFORE", is_cut=True),
    Column("after", "AFTER", is_cut=True),
    Column("at", "SEEN", minute, weight=1),
)
FINDINGS = (
    Column("rule", "RULE"),
    Column("display_phone_number", "NUMBER"),
    Column("number_id", "ID", weight=3),
    Column("text", "WHAT IS THE MATTER", is_cut=True),
    Column("due", "UNTIL", minute, weight=1),
)
COMMANDS = {
    "unregistered": "onboard NUMBER",
    "pin-off": "pin set NUMBER",
    "name-declined": "name request NUMBER NAME",
    "new-name-declined": "name request NUMBER NAME",
    "name-unused": "register NUMBER",
    "disconnected": "onboard NUMBER",
}
"""By rule, the command that does what is advised."""
VALUES = (
    Column("at", "SEEN", minute),
    Column("field", "FIELD"),
    Column("value", "VALUE", is_cut=True),
)


def _with_file(function: Function) -> Function:
    about = "The inventory.  [default: of the profile]"
    return click.option("--file", metavar="FILE", type=PATH, help=about)(function)


@command("snapshot")
@click.option("--all-wabas", is_flag=True, help="All accounts that the token reaches.")
@click.option("--business", metavar="ID", help="With all accounts of this portfolio.")
@_with_file
def snapshot(run: Run, all_wabas: bool, business: str | None, file: str | None) -> None:
    """Record how all numbers are now, for diff, history and audit."""
    from wabakit.inventory import FIELDS

    ids = account_ids(run, business) if all_wabas or business else run.account_ids()
    if run.is_dry:  # which is nothing to record
        list(Reading(run, FIELDS).listed(ids))
    kept = _inventory(run, file)
    taken = kept.record(run.client.fleet(ids), at=run.now(), api_version=run.version)
    if not run.output.is_for_people:
        run.show([taken.to_dict()], _TAKEN)
    for waba_id, why in taken.failures.items():
        run.tell(("✗ ", "red"), f"{waba_id}: {why}")
    run.done("recorded", f"{_count(taken.numbers, 'number')}, {taken.changed} changed")
    if not taken.complete:
        run.end(FOUND)


_TAKEN = (Column("id", "RUN"), Column("at", "AT"), Column("numbers", "NUMBERS"))


@command("diff")
@click.argument("a", required=False)
@click.argument("b", required=False)
@_with_file
def diff(run: Run, a: str | None, b: str | None, file: str | None) -> None:
    """Show what changed between snapshots; exit code 3 if so.

    A and B are snapshots by number, times, or spans such as 7d for a week ago. By themselves they
    are the last two of the accounts.
    """
    kept = _inventory(run, file)
    lacks = f"There are no two snapshots to compare yet: {following('snapshot')}"
    is_new = not (a or b) and len(kept.runs()) < 2
    found = [change.to_dict() for change in kept.diff(_moment(run, a), _moment(run, b))]
    run.show(found, _changes(run, found))
    for advice in dict.fromkeys(change["advice"] for change in found if change["advice"]):
        run.err.paragraph("  → ", advice)
    run.tell((lacks if is_new else _count(len(found), "change"), "dim"))
    if found:
        run.end(FOUND)


def _changes(run: Run, found: Sequence[dict[str, Any]]) -> Sequence[Column]:
    """Return the columns of changes; the field stays where WHAT does not say which it is."""
    if run.output.is_for_people and any(change["kind"] == "field" for change in found):
        return [c._replace(weight=0) if c.name == "field" else c for c in CHANGES]
    return CHANGES


@command("history")
@click.argument("number", metavar="NUMBER")
@click.option("--field", metavar="NAME", help="Only of this one, such as quality_rating.")
@_with_file
def history(run: Run, number: str, field: str | None, file: str | None) -> None:
    """Show what a number was like, from snapshot to snapshot."""
    kept = _inventory(run, file)
    values = kept.history(_id_in(kept, run, number), field)
    run.show([value.to_dict() for value in values], VALUES)
    if not values:
        run.tell("Nothing of this was recorded.")


@command("audit")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Only what this rule finds.")
@_with_file
def audit(run: Run, rules: tuple[str, ...], file: str | None) -> None:
    """Show what to look at; exit code 3 if there is something."""
    from wabakit.inventory.audit import DEFAULT, name_of

    kept = _inventory(run, file)
    _need_one(run, kept.runs())
    names = {name_of(rule): rule for rule in DEFAULT}
    chosen = [names[click.Choice(names)(rule)] for rule in dict.fromkeys(rules)] or DEFAULT
    found = [finding.to_dict() for finding in kept.audit(chosen, at=run.now())]
    silent = {"number_id", *(() if any(one["due"] for one in found) else ("due",))}
    run.show(found, [c for c in FINDINGS if not run.output.is_for_people or c.name not in silent])
    for rule, advice in {(one["rule"], one["advice"]): None for one in found if one["advice"]}:
        command = f": {following(COMMANDS[rule])}" if rule in COMMANDS else "."
        run.err.paragraph(f"  {rule} → ", advice.rstrip(".") + command)
    if found:
        run.end(FOUND)


@command("export")
@click.argument("to", metavar="[FILE]", type=PATH, required=False)
@click.option("--at", metavar="A", help="As of a snapshot, a time, or a span such as 7d.")
@_with_file
def export(run: Run, to: str | None, at: str | None, file: str | None) -> None:
    """Write all numbers to a FILE, or to standard output.

    The ending of FILE says the form: .csv, .jsonl, or .parquet (which needs the extra parquet).
    Without FILE, -o does.
    """
    kept, moment = _inventory(run, file), _moment(run, at)
    _need_one(run, kept.runs())
    if to is not None:
        count = kept.export(to, at=moment)
        run.done("written", f"{to} with {_count(count, 'number')}")
        return
    rows = list(kept.rows(at=moment))
    run.show(rows, [Column(name, name.upper()) for name in rows[0]] if rows else [])


def _inventory(run: Run, file: str | None) -> "Inventory":
    """Open the inventory: a file that is named, else that of the profile."""
    from wabakit.inventory import Inventory

    if file is not None:
        return Inventory(file)
    from platformdirs import user_data_path

    folder = user_data_path("wabakit")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{kept_as(run.settings.profile_name or 'numbers')}.db"
    if not Path(path).exists():
        run.tell((f"a new inventory: {shown_path(path)}", "dim"))
    return Inventory(path)


def _need_one(run: Run, taken: Sequence["Taken"]) -> None:
    if not any(one.accounts for one in taken):
        run.fail("There is no snapshot yet", following("snapshot"), name="no-snapshot")


def _moment(run: Run, text: str | None) -> int | datetime | None:
    """Read what names a snapshot: its number, a time, or how long ago."""
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    if (seconds := seconds_of(text)) is not None:
        return run.now() - timedelta(seconds=seconds)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        refuse(f"{text!r} is no snapshot: its number, a time as 2026-03-01T12:00, or a span as 7d")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _id_in(kept: "Inventory", run: Run, number: str) -> str:
    """Find a number in what was recorded, without any call."""
    from wabakit._telephone import one_form
    from wabakit.cli.telephone import as_written, full_number, is_id

    meant = run.directory.meant(number)
    if is_id(meant):
        return meant
    digits = full_number(meant)
    form = one_form(digits)
    shown = ((row, one_form(str(row.get("display_phone_number") or ""))) for row in kept.rows())
    found = next((str(row["id"]) for row, its in shown if its == form), None)
    if found is None:
        message = f"{as_written(digits)} was not recorded"
        run.fail(message, following("snapshot"), name="number-not-found")
    return found


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
