"""Say in words, fit for a changelog, what changes from one contract to another.

    python -m openapi.tools.compare v23.0 v24.0

Each is a Graph version or the path of a file. Everything is told of every call that it concerns,
also what stands in a part that several share. A value that is new in an enum breaks nobody, because
every enum is open. Exit code 1: something breaks clients that were made before.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from openapi.tools.shapes import LIMITS, Call, Said, shapes, webhook_shapes
from openapi.tools.yamltext import read
from wabakit.contract import document, versions

PARTS = {"?": "parameter", "!": "body", ":": "answer", "*": "value"}
REPEAT = ("safe", "settle-first", "never")
"""From the freest to the strictest."""
LEAST = ("minLength", "minimum", "minItems", "minProperties")
MOST = ("maxLength", "maximum", "maxItems", "maxProperties")


class Change(NamedTuple):
    """One change, in words."""

    place: str
    words: str
    breaks: bool


def changes(base: dict[str, Any], revision: dict[str, Any]) -> Iterator[Change]:
    """Yield what differs from one contract to another, call by call."""
    before, after = calls(base), calls(revision)
    for address in dict.fromkeys([*before, *after]):
        had, has = before.get(address), after.get(address)
        if had and has:
            place = f"{address} ({has.name})"
            yield from (Change(place, *told) for told in between(had, has))
        elif one := had or has:
            words = "the call is gone" if had else "the call is new"
            yield Change(f"{address} ({one.name})", words, bool(had))


def between(had: Call, has: Call) -> Iterator[tuple[str, bool]]:
    """Yield what became of one call, and whether that breaks clients."""
    if had.name != has.name:
        yield f"the call was named {had.name}", True
    yield from marked("the call", had.marks, has.marks)
    for name in dict.fromkeys([*had.said, *has.said]):
        if not inside(name, had.said, has.said):
            yield from told(name, had.said.get(name), has.said.get(name))


def calls(document: dict[str, Any]) -> dict[str, Call]:
    """Return the calls of a contract by method and address, and its webhooks by their field."""
    found = chain(*shapes(document).values(), webhook_shapes(document))
    return {one.address: one for one in found}


def inside(name: str, had: Mapping[str, Said], has: Mapping[str, Said]) -> bool:
    """Tell whether something is a part of what is new or gone itself, which says it all."""
    outer = name.rpartition(".")[0] or name[0]
    if outer in (name, "?"):
        return False
    return (outer in had) is not (outer in has) or inside(outer, had, has)


def told(name: str, had: Said | None, has: Said | None) -> Iterator[tuple[str, bool]]:
    """Yield what became of one parameter or member, and whether that breaks clients."""
    what = " ".join([PARTS[name[0]], *([f"`{name[1:]}`"] * bool(name[1:]))])
    sent = name[0] in "?!"
    if had and has:
        yield from ((f"{what} {words}", breaks) for words, breaks in altered(had, has, sent=sent))
    elif had:
        yield f"{what} is gone", True
    elif has:
        needed = has.required and sent
        yield f"{what} is new{' and required' * needed}", needed


def altered(had: Said, has: Said, *, sent: bool) -> Iterator[tuple[str, bool]]:
    """Yield what is said otherwise of something that is sent or answered."""
    if had.required != has.required:
        change = "became required" if has.required else "is no longer required"
        yield change, has.required is sent
    if had.kind != has.kind:
        yield f"became {has.kind}, and was {had.kind}", True
    if gained := sorted({*has.words} - {*had.words}):
        yield f"gained {', '.join(gained)}", False
    if lost := sorted({*had.words} - {*has.words}):
        yield f"lost {', '.join(lost)}", sent
    yield from marked("", had.more, has.more)
    for limit in LIMITS:
        before, after = had.more.get(limit), has.more.get(limit)
        if before != after:
            was = f", and had {before}" if before is not None else ""
            words = f"has no {limit} any longer" if after is None else f"has {limit} {after}{was}"
            yield words, sent and narrower(limit, before, after)


def marked(what: str, had: Mapping[str, Any], has: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield what became of permissions, rule of repeating and deprecation."""
    what = f"{what} " if what else ""
    before, after = ({*those.get("x-permissions", ())} for those in (had, has))
    if gained := sorted(after - before):
        yield f"{what}needs {' and '.join(gained)}", True
    if lost := sorted(before - after):
        yield f"{what}no longer needs {' and '.join(lost)}", False
    was, rule = (those.get("x-repeat", REPEAT[0]) for those in (had, has))
    if was != rule:
        stricter = REPEAT.index(was) < REPEAT.index(rule)
        yield f"{what}is to be repeated by the rule `{rule}`, and was by `{was}`", stricter
    if had.get("deprecated") != has.get("deprecated"):
        yield f"{what}is {'deprecated' if has.get('deprecated') else 'deprecated no longer'}", False


def narrower(limit: str, before: Any, after: Any) -> bool:
    """Tell whether a limit lets less through than before."""
    if before is None or after is None:
        return after is not None
    if limit in LEAST:
        return bool(after > before)
    return bool(after < before) if limit in MOST else True


def report(title: str, found: list[Change]) -> str:
    """Return all changes as Markdown, those that break clients first."""
    lines = [f"## {title}"]
    for heading, breaks in (("Breaking", True), ("Other changes", False)):
        some = [f"{one.place}: {one.words}" for one in found if one.breaks is breaks]
        lines += ["", f"### {heading}", "", *(f"- {line}." for line in some or ["None"])]
    return "\n".join(lines)


def contract(name: str) -> dict[str, Any]:
    """Return the contract of a Graph version, or that in the file of this path."""
    if name in versions():
        return document(name)
    if not Path(name).is_file():
        sys.exit(f"{name} is neither a Graph version of the contract nor a file")
    return read(Path(name))


def main(base: str, revision: str) -> None:
    """Print the report; leave with 1 if something breaks."""
    found = list(changes(contract(base), contract(revision)))
    print(report(f"{base} to {revision}", found))
    sys.exit(any(change.breaks for change in found))


if __name__ == "__main__":
    main(*sys.argv[1:])
