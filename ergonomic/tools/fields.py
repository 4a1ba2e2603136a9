"""The table of docs/fields.md: what can be asked for of a number, from the contract."""

from collections.abc import Iterator
from typing import Any

from generated.tools.nodes import members, python_type


def field_table(contract: dict[str, Any], pages: str = "") -> Iterator[str]:
    """Yield the lines of the table: a row for each field, with the first sentence about it.

    `pages` is the folder with a page for each field, if there are such.
    """
    yield from ("| field | value | what it says |", "|---|---|---|")
    schemas = contract["components"]["schemas"]
    for name, said in members(schemas, "PhoneNumber"):
        shown = f"[`{name}`]({pages}{name}.md)" if pages else f"`{name}`"
        yield f"| {shown} | `{python_type(schemas, said)}` | {told(said)} |"


def told(said: dict[str, Any]) -> str:
    """Return the first sentence about a field, and whether it can be asked for at all."""
    sentence = " ".join(said["description"].split()).partition(". ")[0].rstrip(".")
    since = f"; from {said['x-graph-since']} on" if "x-graph-since" in said else ""
    until = f"; until {said['x-graph-until']}" if "x-graph-until" in said else ""
    instead = f"; ask for `{said['x-refused']['instead']}`" if "x-refused" in said else ""
    return f"{sentence}{since}{until}{instead}".replace("|", "\\|")
