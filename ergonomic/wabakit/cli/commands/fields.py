"""`wabakit fields`: what can be read, offline."""

from collections.abc import Iterator
from typing import Any

import click

from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.shared import command
from wabakit.cli.table import Column, Row

KINDS = ("PhoneNumber", "WhatsAppBusinessAccount", "Business", "PreverifiedNumber")
COLUMNS = (
    Column("name", "FIELD"),
    Column("type", "TYPE", weight=1),
    Column("meaning", "MEANING", is_cut=True),
)


@command("fields")
@click.argument("name", required=False)
@click.option("--for", "kind", type=click.Choice(KINDS), default=KINDS[0], help="Of what.")
def fields(run: Run, name: str | None, kind: str) -> None:
    """Say which fields can be read, and what they mean."""
    from wabakit import contract
    from wabakit._made.versions import GRAPH_VERSION

    version = str(run.given.get("api_version") or GRAPH_VERSION)
    if version not in contract.versions():
        refuse(f"--api-version {version}: the contract has {', '.join(contract.versions())}")
    schemas = contract.document(version)["components"]["schemas"]
    rows = list(_rows(schemas, kind))
    if name is None:
        run.show(rows, COLUMNS)
        return
    found = next((row for row in rows if row["name"] == name), None)
    if found is None:
        run.fail(f"{kind} has no field {name} in {version}", "wabakit fields", name="unknown-field")
    run.show_one(found, lambda row: [(key, str(value)) for key, value in row.items() if value])


def _rows(schemas: dict[str, Any], kind: str) -> Iterator[Row]:
    for name, declared in schemas[kind]["properties"].items():
        reference = str(declared.get("$ref") or "").rpartition("/")[2]
        meant = {**schemas.get(reference, {}), **declared}
        yield {
            "name": name,
            "type": reference or meant.get("format") or _type(meant),
            "values": ", ".join(map(str, meant.get("enum", ()))),
            "meaning": " ".join(str(meant.get("description", "")).split()),
            "instead": meant.get("x-refused", ""),
        }


def _type(meant: dict[str, Any]) -> str:
    named: Any = meant.get("type", "")
    return named if isinstance(named, str) else " or ".join(named)
