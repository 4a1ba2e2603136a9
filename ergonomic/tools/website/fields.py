"""A page for each field that can be read, made from the contract and a number's states."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ergonomic.tools.calls import methods
from ergonomic.tools.website.samples import samples
from generated.tools.nodes import (
    INNER,
    answer,
    members,
    node_name,
    node_schemas,
    python_type,
    referred,
)
from openapi.tools.vocabulary import operations, resolve

NUMBER = "PhoneNumber"


def pages(contract: dict[str, Any], chart: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and text of a page for each object, and for each of its fields."""
    schemas = contract["components"]["schemas"]
    shown = samples(contract)
    for schema in node_schemas(contract):
        if schema in INNER:
            continue
        kind = node_name(schema)
        yield f"fields/{slug(kind)}/index.md", "\n".join(_kind(contract, schema)) + "\n"
        for name, said in members(schemas, schema):
            lines = [*_field(contract, kind, name, said)]
            if (schema, name) in shown:
                sample = json.dumps({name: shown[schema, name]}, indent=2, ensure_ascii=False)
                lines += ["", "## A sample", "", "```json", sample, "```"]
            lines += _states(chart, name) if schema == NUMBER else []
            yield f"fields/{slug(kind)}/{name}.md", "\n".join(lines) + "\n"


def slug(kind: str) -> str:
    """Return what an object is called in an address: `phone-number`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.replace("WhatsApp", "Whatsapp"))
    return apart.lower()


def sentence(said: dict[str, Any]) -> str:
    """Return what the contract says of something, on one line."""
    return _flat(said.get("description", ""))


def paragraphs(said: dict[str, Any]) -> str:
    """Return what the contract says of a vocabulary, with its list, if there is one, as a list."""
    return re.sub(r"\n(?=- )", "\n\n", said.get("description", ""), count=1)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _kind(contract: dict[str, Any], schema: str) -> Iterator[str]:
    """Yield the page of an object: what it is, who reads it, its fields."""
    kind, schemas = node_name(schema), contract["components"]["schemas"]
    yield from (f"# {kind}", "", sentence(schemas[schema]), "")
    if calls := dict.fromkeys(_readers(contract, schema)):
        yield from (f"Read by {', '.join(calls)}.", "")
    yield from ("| field | value | what it says |", "|---|---|---|")
    for name, said in members(schemas, schema):
        value = python_type(schemas, said)
        first = sentence(said).partition(". ")[0].rstrip(".").replace("|", "\\|")
        yield f"| [`{name}`]({name}.md) | `{value}` | {first} |"


def _readers(contract: dict[str, Any], schema: str) -> Iterator[str]:
    """Yield the methods that read an object."""
    for operation, call in operations(contract):
        if answer(contract, call)[0] == schema:
            names = [m for m in methods(contract) if m.operation == operation]
            yield from dict.fromkeys(f"`{m.handle}.{m.name}()`" for m in names)


def _field(contract: dict[str, Any], kind: str, name: str, said: dict[str, Any]) -> Iterator[str]:
    """Yield what the contract says of a field."""
    yield from (f"[Fields](../../fields.md) / [{kind}](index.md)", "{: .where }", "")
    yield from (f"# {kind}.{name}", "", sentence(said), "")
    yield from _facts(contract, kind, name, said)
    if "x-assumption" in said:
        yield from ("", '!!! note "Not proven by any source"', f"    {_flat(said['x-assumption'])}")
    yield from _values(contract, said)


def _facts(contract: dict[str, Any], kind: str, name: str, said: dict[str, Any]) -> Iterator[str]:
    """Yield the table of what is short to say."""
    schemas = contract["components"]["schemas"]
    yield from ("| | |", "|---|---|")
    yield f"| in Python | `{kind}.{name}`, a `{python_type(schemas, said)}` |"
    inner = referred(said.get("items", said))
    if inner in node_schemas(contract) and inner not in INNER:
        yield f"| its parts | [`{node_name(inner)}`](../{slug(node_name(inner))}/index.md) |"
    if "x-asked-by-default" in said:
        yield "| asked for | always, unless you say what to ask for |"
    elif kind == node_name(NUMBER):
        yield f"| asked for | with `fields=[{kind}.{name}]`, or by a view |"
    if "x-filterable" in said:
        yield f"| filters | {', '.join(f'`{word}`' for word in said['x-filterable'])} |"
    yield f"| in Graph | {_span(said)} |"
    if "x-refused" in said:
        why = _flat(said["x-refused"]["recorded"])
        yield f"| refused | {why} Ask for `{said['x-refused']['instead']}` |"
    if "x-absent-is-none" in said:
        yield "| left out | says that there is none |"
    if said.get("deprecated"):
        yield "| deprecated | by Meta |"


def _span(said: dict[str, Any]) -> str:
    since = f"from {said['x-graph-since']} on" if "x-graph-since" in said else ""
    until = f"until {said['x-graph-until']}" if "x-graph-until" in said else ""
    return " ".join(filter(None, (since, until))) or "in every version"


def _values(contract: dict[str, Any], said: dict[str, Any]) -> Iterator[str]:
    """Yield the words that the field may have, and since when, where not from the beginning."""
    word = resolve(contract, said.get("items", said))
    if "enum" not in word:
        return
    name = referred(said.get("items", said))
    yield from ("", "## Values", "", paragraphs(word), "")
    marks = {mark: word.get(f"{mark}-values", {}) for mark in ("x-graph-since", "x-graph-until")}
    shown: list[str] = []
    for value in word["enum"]:
        known = {mark: values[value] for mark, values in marks.items() if value in values}
        shown.append(f"`{value}`{f' ({_span(known)})' if known else ''}")
    yield f"All words: {', '.join(shown)}."
    yield from ("", "Meta adds words without notice: one that is not listed is read as it is, with")
    link = f"[`wabakit.{name}`](../../reference/words.md#{name.lower()})"
    yield f"`is_known == False`. In Python: {link}."


def _states(chart: dict[str, Any], field: str) -> Iterator[str]:
    """Yield which states of a number show the field, and how."""
    rows = [
        f"| {region['name']} | {state['name']} | {value} | {_flat(state['meaning'])} |"
        for region in chart["regions"]
        for state in region["states"]
        if field in state.get("shows", {})
        for value in [_shown(state["shows"][field])]
    ]
    if rows:
        yield from ("", "## What it says about the number", "")
        yield from ("| of its | state | shows | meaning |", "|---|---|---|---|", *rows, "")
        yield "The states and what leads from one to another: [A number's life](../../life.md)."


def _shown(value: object) -> str:
    if value is None:
        return "left out"
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"
