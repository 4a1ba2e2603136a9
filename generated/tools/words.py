"""Words, arguments and secret members as the curated client knows them; derive.py writes it."""

import re
from collections.abc import Iterator
from typing import Any, cast

from openapi.tools import made
from openapi.tools.vocabulary import operations, resolve, vocabulary

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What the contract says of words and members: other names, and what nobody may see."""

from collections.abc import Mapping
from typing import Final

ALIASES: Final[Mapping[str, Mapping[str, str]]] = {aliases!r}
"""By the name of an enum: other spellings that are documented or met, each with its value."""

ARGUMENTS: Final[Mapping[str, str]] = {arguments!r}
"""Parameter or member of a body -> what the methods of handles call it."""

CALLING_CODES: Final = frozenset({codes!r})
"""The country calling codes of one and two digits; all others have three."""

ONE_FORM: Final = {forms!r}
"""Of the digits of a telephone number that fit one of these, the groups alone are compared."""

SECRET_MEMBERS: Final = frozenset({secrets!r})
"""Members of answers, and parameters of the links in them, that nobody may see."""

TOKEN_PARAMETERS: Final = frozenset({tokens!r})
"""Parameters of any call that carry the token, or are made from it."""

SECRETS: Final = frozenset({all!r})
"""Every parameter and member that nobody may see, sent or answered, whoever writes the request."""
'''


def words_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/words.py`."""
    schemas = contract["components"]["schemas"].items()
    aliases = {name: said["x-aliases"] for name, said in schemas if "x-aliases" in said}
    answers = [call["responses"] for _, call in operations(contract)]
    secrets = set(secret_members(contract, answers, set()))
    bodies = [call.get("requestBody", {}) for _, call in operations(contract)]
    parameters = contract["components"]["parameters"].values()
    sent = {p["name"] for p in parameters if p["schema"].get("format") == "password"}
    sent |= set(secret_members(contract, bodies, set()))
    ways = contract["components"]["securitySchemes"].values()
    tokens = {name for way in ways for name in way.get("x-token-parameters", ())}
    named = {name: argument for _, name, argument in arguments(contract)}
    marked = (said.get("x-one-form", ()) for _, said in vocabulary(contract))
    forms = tuple(dict.fromkeys(form for those in marked for form in those))
    codes = [code for _, said in vocabulary(contract) for code in said.get("x-calling-codes", ())]
    said = {"aliases": aliases, "arguments": named, "forms": forms, "codes": sorted(set(codes))}
    said |= {"secrets": sorted(secrets | tokens), "tokens": sorted(tokens)}
    said["all"] = sorted(secrets | sent | tokens)
    return made.formatted(TEMPLATE.format(**said))


def arguments(contract: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield call, name and argument of what is sent under another name than its argument has."""
    for word, said in vocabulary(contract):
        if "x-argument" in said:
            call, name = re.split("[?!:]", word)
            yield call, name, said["x-argument"]


def secret_members(contract: dict[str, Any], node: Any, seen: set[str]) -> Iterator[str]:
    """Yield the names of the members with `format: password` in a part of the contract."""
    if isinstance(node, list):
        for item in cast("list[object]", node):
            yield from secret_members(contract, item, seen)
    members = cast("dict[str, Any]", node if isinstance(node, dict) else {})
    if members.get("$ref") in seen:
        return
    if "$ref" in members:
        seen.add(members["$ref"])
    found = resolve(contract, members)
    for name, member in found.get("properties", {}).items():
        if member.get("format") == "password":
            yield name
    for member in found.values():
        yield from secret_members(contract, member, seen)
