"""The tables of docs/errors.md, made from openapi/errors.yaml: one for each exception."""

from collections.abc import Iterator
from typing import Any


def error_tables(catalogue: dict[str, Any], pages: str = "") -> Iterator[str]:
    """Yield the lines of a table for each exception, in the order in which the codes lead to it.

    `pages` is the folder with a page for each code, if there are such.
    """
    tables: dict[str, list[str]] = {}
    for entry in catalogue["errors"]:
        code = f"{entry['code']}/{entry['subcode']}" if "subcode" in entry else str(entry["code"])
        shown = f"[{code}]({pages}{_page(entry)})" if pages else code
        for case, found in _cases(entry):
            row = f"| {shown}{case} | {found['name']} | {found['repeat']} | {_told(found)} |"
            tables.setdefault(exception(found), []).append(row)
    for raised, rows in tables.items():
        yield from (f"### {raised}", "")
        yield from ("| code | name | again | meaning, and what to do |", "|---|---|---|---|")
        yield from (*rows, "")


def _page(entry: dict[str, Any]) -> str:
    return f"{entry['code']}/{entry.get('subcode', 'index')}.md"


def _cases(entry: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield an entry, and what becomes of it with some HTTP statuses and for some calls."""
    yield "", entry
    for status, changes in entry.get("at-status", {}).items():
        yield f" with HTTP {status}", {**entry, **changes}
    for call, changes in entry.get("at-operation", {}).items():
        told = call.replace("!", "` with `")
        yield f" for `{told}`", {**entry, **changes}


def exception(entry: dict[str, Any]) -> str:
    """Return the name of the exception that an error is raised as."""
    kind = "Graph" if entry["class"] == "other" else entry["class"].title().replace("-", "")
    return f"{kind}Error"


def _told(entry: dict[str, Any]) -> str:
    return f"{entry['meaning']} {entry['advice']}".replace("|", "\\|")
