"""Hold the contract against Meta's own published OpenAPI file, and print a table of both.

    python -m openapi.tools.upstream meta.yaml openapi/upstream.yaml [--record]

The second file keeps why ours differs, what of Meta's is out of scope, and all that the last look
saw there. Exit code 1: something needs a decision, a difference without a reason, or something that
is new, changed or gone at Meta's since. `--record` writes down what is there now, once the
decisions are made.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from openapi.tools import made
from openapi.tools.shapes import Call, Said, shapes
from openapi.tools.yamltext import read
from wabakit.contract._yaml import as_yaml

UNION = made.ROOT / "openapi/phone_numbers.yaml"
HEADING = """\
# Our contract against Meta's published OpenAPI file; `make upstream` reads it. `reasons` says why
# ours differs, by a pattern of names; `out-of-scope` is how the addresses begin that do not concern
# us, without the Graph version; `seen` is what the last look saw at the others, call by call. The
# latter is remade with RECORD=1.
"""

Calls: TypeAlias = dict[str, list[Call]]


class Row(NamedTuple):
    """One thing that either contract has, or that Meta's had."""

    call: str
    name: str
    verdict: str
    remark: str


def rows(ours: Calls, theirs: Calls, notes: dict[str, Any]) -> Iterator[Row]:
    """Compare our calls with all of Meta's at their addresses, then Meta's with what was seen."""
    theirs = within_scope(theirs, notes)
    for call, here in ours.items():
        there = theirs.get(call, [])
        yield Row(call, "", "same" if there else "added", "" if there else reason(call, notes))
        for name in said_by(here) if there else ():
            found = [other.said[name] for other in there if name in other.said]
            own = [one.said[name] for one in here if name in one.said]
            # Nodes of several kinds may share an address: one of them being alike is enough.
            verdicts = [verdict(call + name, one, found, notes) for one in own]
            yield Row(call, name, *min(verdicts, key=lambda said: said[0] != "same"))
    had_by = {
        one.address: set(said_by(ours[call])) for call in ours for one in theirs.get(call, ())
    }
    now, before = record(theirs), notes["seen"]
    for address in dict.fromkeys([*now, *before]):
        yield from history(address, now.get(address), before.get(address), had_by.get(address))


def said_by(calls: list[Call]) -> list[str]:
    """Return the names of all that calls at one address have, each once."""
    return list(dict.fromkeys(name for call in calls for name in call.said))


def within_scope(theirs: Calls, notes: dict[str, Any]) -> Calls:
    """Return the calls of Meta's whose addresses do not begin as those that are out of scope."""
    beginnings = tuple(notes["out-of-scope"])
    kept = {
        call: [one for one in those if not one.address.partition(" ")[2].startswith(beginnings)]
        for call, those in theirs.items()
    }
    return {call: those for call, those in kept.items() if those}


def verdict(item: str, here: Said, found: list[Said], notes: dict[str, Any]) -> tuple[str, str]:
    """Say how one thing of ours stands to Meta's calls at its address, and a remark."""
    if not found:
        return "added", reason(item, notes)
    if any(alike(item, here, there) for there in found):
        return "same", ""
    theirs = " and ".join(dict.fromkeys(map(str, found)))
    return "corrected", reason(item, notes) or f"DECIDE: Meta has {theirs}, ours {here}"


def alike(item: str, here: Said, there: Said) -> bool:
    """Tell whether both say the same; what an answer is sure to have, ours leaves open."""
    same = (here.kind, here.words) == (there.kind, there.words)
    return same and (":" in item or here.required == there.required)


def record(theirs: Calls) -> dict[str, dict[str, str]]:
    """Return what there is to remember of Meta's calls."""
    return {
        one.address: {name: str(said) for name, said in one.said.items()}
        for one in chain.from_iterable(theirs.values())
    }


def history(
    address: str, now: dict[str, str] | None, before: dict[str, str] | None, ours: set[str] | None
) -> Iterator[Row]:
    """Say what became of a call of Meta's since the last look; what ours has too is no news."""
    if now is None:
        yield Row(address, "", "gone", "DECIDE: take it away or record it")
    elif ours is None and before is None:
        yield Row(address, "", "new", "DECIDE: take it over or record it")
    elif ours is None and now == before:
        yield Row(address, "", "missing", "left out")
    else:
        before = before or {}
        for name in dict.fromkeys([*now, *before]):
            had, has = before.get(name), now.get(name)
            if has is None:
                yield Row(address, name, "gone", f"DECIDE: it was {had}")
            elif had is not None and had != has:
                yield Row(address, name, "changed", f"DECIDE: it was {had}, and is {has}")
            elif name not in (ours or ()):
                recorded = had is not None
                remark = "left out" if recorded else "DECIDE: take it over or record it"
                yield Row(address, name, "missing" if recorded else "new", remark)


def reason(item: str, notes: dict[str, Any]) -> str:
    """Return why ours differs in something, empty where nobody said."""
    return next((why for name, why in notes["reasons"].items() if fnmatchcase(item, name)), "")


def table(found: list[Row]) -> str:
    """Return the rows as Markdown, what is the same counted and not listed, and a last line."""
    lines = ["| call | what | verdict | remark |", "|---|---|---|---|"]
    lines += [
        f"| {row.call} | {row.name or 'the call'} | {row.verdict} | {row.remark} |"
        for row in found
        if row.verdict != "same"
    ]
    kinds = ("same", "added", "corrected", "missing", "new", "changed", "gone")
    counts = ", ".join(f"{sum(row.verdict == kind for row in found)} {kind}" for kind in kinds)
    return "\n".join([*lines, "", f"{counts}; {len(undecided(found))} to decide"])


def undecided(found: list[Row]) -> list[Row]:
    """Return the rows that need a decision."""
    return [row for row in found if row.remark.startswith("DECIDE")]


def stale(found: list[Row], theirs: Calls, notes: dict[str, Any]) -> Iterator[str]:
    """Yield the reasons and the addresses out of scope that fit nothing any longer."""
    differing = [row.call + row.name for row in found if row.verdict in ("added", "corrected")]
    for pattern in notes["reasons"]:
        if not any(fnmatchcase(item, pattern) for item in differing):
            yield f"The reason for {pattern} explains nothing in this file."
    addresses = [one.address.partition(" ")[2] for those in theirs.values() for one in those]
    for beginning in notes["out-of-scope"]:
        if not any(address.startswith(beginning) for address in addresses):
            yield f"No address in this file begins with {beginning}."


def main(file: str, kept: str, *options: str) -> None:
    """Print the table; leave with 1 if something needs a decision."""
    notes, theirs = read(Path(kept)), shapes(read(Path(file)))
    found = list(rows(shapes(read(UNION)), theirs, notes))
    print("\n".join([table(found), *stale(found, theirs, notes)]))
    if "--record" in options:
        seen = record(within_scope(theirs, notes))
        Path(kept).write_text(HEADING + as_yaml({**notes, "seen": seen}), "utf-8")
    sys.exit(bool(undecided(found)))


if __name__ == "__main__":
    main(*sys.argv[1:])
