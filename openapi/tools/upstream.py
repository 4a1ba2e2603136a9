"""Hold the contract against Meta's own published OpenAPI file, and print a table of both.

    python -m openapi.tools.upstream meta.yaml openapi/upstream.yaml [--record]

The second file keeps why ours differs, and what of Meta's the last look found and left out.
Exit code 1: something needs a decision, a difference without a reason or something new at Meta's.
`--record` writes down what is there now, once the decisions are made.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from openapi.tools import made
from openapi.tools.shapes import Shapes, shapes
from openapi.tools.yamltext import read
from wabakit.contract._yaml import as_yaml

UNION = made.ROOT / "openapi/phone_numbers.yaml"
HEADING = """\
# Our contract against Meta's published OpenAPI file; `make upstream` reads it. `reasons` says why
# ours differs, by a pattern of names; `left-out` is what the last look found in Meta's alone. Its
# list is remade with RECORD=1.
"""


class Row(NamedTuple):
    """One thing that either contract has."""

    call: str
    name: str
    verdict: str
    remark: str


def rows(ours: Shapes, theirs: Shapes, notes: dict[str, Any]) -> Iterator[Row]:
    """Compare everything in both: our calls one by one, then the calls that only Meta's has."""
    recorded: list[str] = notes["left-out"]
    calls = {call: counterpart(ours[call], theirs.get(call, [])) for call in ours}
    for call, there in calls.items():
        (here,) = ours[call]
        yield Row(call, "", "same" if there else "added", "" if there else reason(call, notes))
        for name in dict.fromkeys([*here, *there] if there else []):
            if name:
                yield Row(call, name, *verdict(call + name, here.get(name), there.get(name), notes))
    for call, candidates in theirs.items():
        rest = [c for c in candidates if c is not calls.get(call)]
        for other in rest:
            # Meta has several calls at one address, told apart by the names in it alone.
            name = f" as {other['']}"
            yield Row(call, name, *alone(call + name in recorded))


def counterpart(here: list[dict[str, str]], candidates: list[dict[str, str]]) -> dict[str, str]:
    """Choose, of several calls at one address, the one that has most in common with ours."""
    nothing: dict[str, str] = {}
    return max([nothing, *candidates], key=lambda there: len(here[0].keys() & there.keys()))


def verdict(item: str, here: str | None, there: str | None, notes: dict[str, Any]) -> list[str]:
    """Say how one thing of ours stands to Meta's, and a remark."""
    if here == there:
        return ["same", ""]
    if here is None:
        return alone(item in notes["left-out"])
    if there is None:
        return ["added", reason(item, notes)]
    return ["corrected", reason(item, notes) or f"DECIDE: Meta has {there}, ours {here}"]


def alone(recorded: bool) -> list[str]:
    """Say of something that only Meta's has whether the last look knew of it."""
    return ["missing", "left out"] if recorded else ["new", "DECIDE: take it over or record it"]


def reason(item: str, notes: dict[str, Any]) -> str:
    """Return why ours differs in something, empty where nobody said."""
    return next((why for name, why in notes["reasons"].items() if fnmatchcase(item, name)), "")


def table(found: list[Row]) -> str:
    """Return the rows as Markdown, what is the same counted and not listed, and a last line."""
    lines = ["| call | what | verdict | remark |", "|---|---|---|---|"]
    lines += [
        f"| {row.call} | {row.name.strip() or 'the call'} | {row.verdict} | {row.remark} |"
        for row in found
        if row.verdict != "same"
    ]
    kinds = ("same", "added", "corrected", "missing", "new")
    counts = ", ".join(f"{sum(row.verdict == kind for row in found)} {kind}" for kind in kinds)
    return "\n".join([*lines, "", f"{counts}; {len(undecided(found))} to decide"])


def undecided(found: list[Row]) -> list[Row]:
    """Return the rows that need a decision."""
    return [row for row in found if row.remark.startswith("DECIDE")]


def stale(found: list[Row], notes: dict[str, Any]) -> list[str]:
    """Return the reasons that explain nothing any longer."""
    differing = [row.call + row.name for row in found if row.verdict in ("added", "corrected")]
    return [n for n in notes["reasons"] if not any(fnmatchcase(item, n) for item in differing)]


def main(file: str, kept: str, *options: str) -> None:
    """Print the table; leave with 1 if something needs a decision."""
    notes = read(Path(kept))
    found = list(rows(shapes(read(UNION)), shapes(read(Path(file))), notes))
    print(table(found))
    for pattern in stale(found, notes):
        print(f"The reason for {pattern} explains nothing in this file.")
    if "--record" in options:
        theirs = [row.call + row.name for row in found if row.verdict in ("missing", "new")]
        Path(kept).write_text(HEADING + as_yaml({**notes, "left-out": theirs}), "utf-8")
    sys.exit(bool(undecided(found)))


if __name__ == "__main__":
    main(*sys.argv[1:])
