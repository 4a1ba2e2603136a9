"""`wabakit errors`: the catalogue of what Graph refuses, offline."""

from collections.abc import Sequence
from typing import Any

import click

from wabakit.cli.problems import span
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import command
from wabakit.cli.table import Column, Row

COLUMNS = (
    Column("code", "CODE"),
    Column("subcode", "SUBCODE", weight=1),
    Column("name", "NAME"),
    Column("repeat", "REPEAT", weight=2),
    Column("meaning", "MEANING", is_cut=True),
)


@command("errors")
@click.argument("code", required=False)
def errors(run: Run, code: str | None) -> None:
    """Say what an error means and what to do: 133016, or 100/33."""
    from wabakit import contract

    entries: list[dict[str, Any]] = contract.document("errors")["errors"]
    if code is None:
        run.show(entries, COLUMNS)
        return
    found = [entry for entry in entries if _is(entry, code)]
    if not found:
        run.fail(f"The catalogue has no error {code}", "wabakit errors", name="unknown-error")
    if len(found) == 1:
        run.show_one(found[0], lines)
    else:
        run.show(found, COLUMNS)


def _is(entry: Row, asked: str) -> bool:
    """Tell whether an entry is of a name, a code, or a code with subcode."""
    code, _, subcode = asked.partition("/")
    has = str(entry["code"]) == code and subcode in ("", str(entry.get("subcode", "")))
    return has or entry["name"] == asked


def lines(entry: Row) -> Sequence[tuple[str, Part]]:
    """Return what people see of an error."""
    from wabakit._made.errors import ERRORS
    from wabakit.errors import GraphError

    subcode = f"/{entry['subcode']}" if entry.get("subcode") else ""
    shown: list[tuple[str, Part]] = [
        ("error", (f"{entry['code']}{subcode} {entry['name']}", "bold")),
        ("meaning", entry["meaning"]),
        ("what to do", entry["advice"]),
        ("kind", f"{entry['class']} · {entry['fault']}"),
        ("repeat", entry["repeat"].replace("-", " ")),
        ("outcome", entry["outcome"].replace("-", " ")),
    ]
    key = (entry["code"], entry.get("subcode"))
    if wait := ERRORS[key].wait:
        shown.append(("wait", span(wait)))
    shown.append(("source", (entry["source"], "dim")))
    return [*shown, ("page", (GraphError.page_of(*key), "dim"))]
