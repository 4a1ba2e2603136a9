"""`wabakit versions`, `wabakit contract`: the contract, offline."""

import click

from wabakit.cli.problems import FOUND, refuse
from wabakit.cli.run import Run
from wabakit.cli.screen import Part
from wabakit.cli.shared import Function, command, group
from wabakit.cli.table import Column, Row


def _state(value: object) -> Part:
    return (str(value), {"ended": "red", "ends soon": "yellow"}.get(str(value), ""))


VERSIONS = (
    Column("version", "VERSION"),
    Column("ends", "ENDS"),
    Column("state", "", _state),
)


@command("versions")
def versions(run: Run) -> None:
    """List the Graph versions that are known, and when each ends."""
    from wabakit._made.versions import GRAPH_VERSION, GRAPH_VERSIONS, NOTICE, VERSION_EXPIRY

    today = run.now().date()
    rows: list[Row] = []
    for version in GRAPH_VERSIONS:
        ends = VERSION_EXPIRY.get(version)
        usual = "used unless you say otherwise" if version == GRAPH_VERSION else ""
        over = ""
        if ends is not None and ends - today <= NOTICE:
            over = "ended" if ends < today else "ends soon"
        rows.append({"version": version, "ends": ends and ends.isoformat(), "state": over or usual})
    run.show(rows, VERSIONS)


contract: click.Group = group("contract", "The contract of each Graph version, as OpenAPI.")
NAME = click.argument("name", metavar="VERSION")
OPENAPI = click.option("--openapi", type=click.Choice(["3.1", "3.0"]), default="3.1")
ENUMS = click.option("--enums", type=click.Choice(["closed", "open"]), default="closed")
FORMAT = click.option("--format", type=click.Choice(["json", "yaml"]), default="json")


def _of_version(function: Function) -> Function:
    for option in (FORMAT, ENUMS, OPENAPI, NAME):
        function = option(function)
    return function


@command("path", of=contract)
@_of_version
def path(run: Run, name: str, openapi: str, enums: str, format: str) -> None:
    """Say where the contract of a version lies as a file. It is made if need be."""
    from wabakit import contract as library

    asked = {"openapi": openapi, "enums": enums, "format": format}
    run.out.write(f"{library.path(name, **asked)}\n")  # type: ignore[arg-type]


@command("export", of=contract)
@_of_version
def export(run: Run, name: str, openapi: str, enums: str, format: str) -> None:
    """Print the contract of a version; or `errors`, or `states`."""
    from wabakit import contract as library
    from wabakit.contract._files import as_text

    document = library.document(name, openapi=openapi, enums=enums)  # type: ignore[arg-type]
    run.out.write(as_text(document, format))  # type: ignore[arg-type]


DIFFERENCES = (Column("change", ""), Column("what", "WHAT", is_cut=True))


@command("diff", of=contract)
@click.argument("old", metavar="FROM")
@click.argument("new", metavar="TO")
def diff(run: Run, old: str, new: str) -> None:
    """Say what one version has and another has not. Exit code 3 if there is something."""
    from wabakit._made.versions import GRAPH_VERSIONS, VERSIONS_HAVING

    for version in (old, new):
        if version not in GRAPH_VERSIONS:
            refuse(f"{version}: the contract has {', '.join(GRAPH_VERSIONS)}")
    rows = [
        {"change": "+" if new in having else "-", "what": what}
        for what, having in VERSIONS_HAVING.items()
        if (old in having) != (new in having)
    ]
    run.show(rows, DIFFERENCES)
    if rows:
        run.end(FOUND)
