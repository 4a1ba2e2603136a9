"""What the contract says of values that are kept and compared; derive.py writes it."""

import re
from typing import Any

from generated.tools.errors import literals
from openapi.tools import made
from openapi.tools.vocabulary import resolve

NUMBER = "PhoneNumber"
TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says of values that are kept, and of what it means that they change.

A member is named by the node that has it: `PhoneNumber.status`, `Throughput.level`.
"""

from collections.abc import Mapping
from typing import Final, Literal

Kind = Literal[{kinds}]
"""What a change is: of what, and where its words say so, which way."""

UNKEPT: Final = frozenset({unkept!r})
"""Members that are never kept: certificates, addresses with tokens in them, what is refused."""

NONE_IF_ABSENT: Final = frozenset({none!r})
"""Members without which an answer says that there is none; any other may be missing."""

ORDERS: Final[Mapping[str, tuple[str, ...]]] = {orders!r}
"""By the name of an enum: words from the least to the most."""

TOPICS: Final[Mapping[str, str]] = {topics!r}
"""By member, what a change of it is a change of."""

VERDICTS: Final[Mapping[str, Mapping[str, str]]] = {verdicts!r}
"""By member and word, the state that the word shows, where a name is reviewed."""

ADVICE: Final[Mapping[str, Mapping[str, str]]] = {advice!r}
"""By member and value, what to do where it is found."""
'''
WAYS = ("fell", "rose")
OF_NUMBERS = ("new", "gone", "moved", "shared", "field")
"""The changes that are of no topic."""


def inventory_module(contract: dict[str, Any], states: dict[str, Any]) -> str:
    """Return the source of `_made/inventory.py`."""
    schemas = contract["components"]["schemas"]
    members = {
        f"{name}.{member}": said
        for name in nodes_of(schemas, NUMBER, [])
        for member, said in schemas[name].get("properties", {}).items()
    }
    topics = {name: said["x-topic"] for name, said in members.items() if "x-topic" in said}
    verdicts = verdicts_of(states, topics)
    unkept = [n for n, said in members.items() if {"x-unkept", "x-refused"} & said.keys()]
    advice = {n: said["x-advice"] for n, said in members.items() if "x-advice" in said}
    orders = {name: tuple(s["x-order"]) for name, s in schemas.items() if "x-order" in s}
    ordered = {topic for n, topic in topics.items() if "x-order" in resolve(contract, members[n])}
    kinds = {*OF_NUMBERS, *topics.values(), *(f"{t}-{way}" for t in ordered for way in WAYS)}
    for name, words in verdicts.items():
        kinds |= {f"{topics[name]}-{verdict}" for verdict in words.values()}
    said = {
        "unkept": sorted(unkept),
        "none": sorted(n for n, said in members.items() if "x-absent-is-none" in said),
        "orders": orders,
        "topics": topics,
        "verdicts": verdicts,
        "advice": advice,
    }
    return made.formatted(TEMPLATE.format(kinds=literals(iter(kinds)), **said))


def nodes_of(schemas: dict[str, Any], name: str, found: list[str]) -> list[str]:
    """Return a schema and all that stand in it, each once."""
    if name not in found and "properties" in schemas[name]:
        found.append(name)
        for member in schemas[name]["properties"].values():
            for inner in re.findall("'#/components/schemas/([A-Za-z]+)'", str(member)):
                nodes_of(schemas, inner, found)
    return found


def verdicts_of(states: dict[str, Any], topics: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return what the words of a review show, by the readings that name the region of a topic."""
    verdicts: dict[str, dict[str, str]] = {}
    for row in states["onboarding"]["readings"]:
        for name, words in row["shows"].items():
            member = f"{NUMBER}.{name}"
            shown = [
                s for region, s in row["is"].items() if region.endswith(topics.get(member, "?"))
            ]
            if shown:
                verdicts.setdefault(member, {}).update(dict.fromkeys(words, shown[0]))
    return verdicts
