"""`wabakit list`: the numbers of accounts, one row each."""

from collections.abc import Iterator
from enum import EnumMeta
from typing import Any

import click

from wabakit.cli import words
from wabakit.cli.life import needs
from wabakit.cli.problems import refuse
from wabakit.cli.reach import account_ids
from wabakit.cli.reading import Reading
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import command, following
from wabakit.cli.table import Column, Row, Sign, plain

USUAL = (
    "display_phone_number verified_name status quality_rating messaging_limit_tier name_status"
    " new_name_status code_verification_status is_on_biz_app"
).split()
"""The fields that are read where none are asked for: what is shown, or says what comes next."""


def _needs(row: Row) -> Part:
    return (needs(row), "bold")


COLUMNS = (
    words.sign_by("status"),
    Column("id", "ID", weight=7),
    Column("display_phone_number", "NUMBER"),
    Column("verified_name", "NAME", weight=0, is_cut=True),
    Column("status", "STATUS", words.word),
    Column("quality_rating", "QUALITY", words.word, weight=2),
    Column("messaging_limit_tier", "LIMIT", words.limit, weight=4),
    Column("name_status", "NAME REVIEW", words.spoken, weight=5),
    Sign("NEEDS", _needs, weight=1),
)


@command("list")
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="Only those; several by commas."
)
@click.option("--sort", metavar="ORDER", help="As creation_time_ascending; a wrong one names all.")
@click.option("--limit", type=int, metavar="N", help="At most so many of each account.")
@click.option("--all-wabas", is_flag=True, help="All accounts that the token reaches.")
def list_(run: Run, where: tuple[str, ...], sort: Any, limit: int | None, all_wabas: bool) -> None:
    """List the numbers of an account, one row each."""
    import wabakit

    ids = account_ids(run) if all_wabas else run.account_ids()
    conditions: list[tuple[Any, list[str]]] = [_condition(text) for text in where]
    wanted = [*run.fields(wabakit.PhoneNumber, USUAL), *(field for field, _ in conditions)]
    sent = [_filter(*c) for c in conditions if hasattr(c[0], "equals")]
    reading = Reading(run, list(dict.fromkeys(wanted)))
    seen: list[Row] = []

    def rows() -> Iterator[Row]:
        for row in reading.listed(ids, where=sent, sort=sort, limit=limit):
            if all(plain(row.get(field.name)) in values for field, values in conditions):
                seen.append(row)
                yield row

    if run.output.is_for_people:
        run.tell((f"{ids[0] if len(ids) == 1 else f'{len(ids)} accounts'} · {run.version}", "dim"))
    run.show(rows(), COLUMNS)
    for told in _unheard(conditions, seen):
        run.err.paragraph(("! ", "yellow"), told)
    if run.output.is_for_people and not run.names:
        waiting = sum(1 for row in seen if needs(row))
        verb = "needs" if waiting == 1 else "need"
        next_ = f" · {waiting} {verb} you: {following('onboard NUMBER')}" if waiting else ""
        run.tell((f"{len(seen)} number{'s' * (len(seen) != 1)}{next_}", "dim"))
    reading.end()


def _condition(text: str) -> tuple[Any, list[str]]:
    """Return the field that `field=value,value` is about, and the values.

    Raises:
        Problem: there is no such field.
    """
    import wabakit

    name, mark, values = text.partition("=")
    if not mark:
        refuse(f"--where {text}: not FIELD=VALUE", "such as --where status=PENDING")
    if name not in wabakit.PhoneNumber.fields:
        refuse(f"--where {text}: a number has no field {name}", following("fields"))
    return wabakit.PhoneNumber.fields[name], values.split(",")


def _unheard(conditions: list[tuple[Any, list[str]]], seen: list[Row]) -> Iterator[str]:
    """Say which values no number has and the contract does not list: words that are mistyped."""
    for field, values in conditions:
        words = list(map(str, field.type)) if isinstance(field.type, EnumMeta) else []
        words = ["true", "false"] if field.type is bool else words
        has = {*words, *(plain(row.get(field.name)) for row in seen)}
        for value in values if words else ():
            if value not in has:
                yield f"no number has {field.name} {value}; the contract has {', '.join(words)}"


def _filter(field: Any, values: list[str]) -> Any:
    """Return the condition that Graph filters by, where it does: it spares rows."""
    if len(values) > 1 and hasattr(field, "is_in"):
        return field.is_in(values)
    return field.equals(values[0] == "true" if field.type is bool else values[0])
