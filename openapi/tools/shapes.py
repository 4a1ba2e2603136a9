"""What the calls of an OpenAPI file take and answer, reduced to names and kinds.

Forgiving, because Meta's file is faulty: addresses count as one when they differ only in the names
of their parameters, statuses may be numbers, members of no specification are passed over, and only
schemas that a call refers to are looked at.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias, cast

Schema: TypeAlias = dict[Any, Any]
Shapes: TypeAlias = dict[str, list[dict[str, str]]]
"""`METHOD /address` -> for each call there its parameters, members and fields with their kinds.

The empty name stands for the address as it is written.
"""

METHODS = ("get", "post", "put", "patch", "delete")
DEEPEST = 6
"""Levels of members looked at; Graph nests less."""


def shapes(document: Schema) -> Shapes:
    """Return the shape of every call of a file."""
    found: Shapes = {}
    for path, item in document["paths"].items():
        address = re.sub(r"\{[^}]*\}", "{}", re.sub(r"^/\{[Vv]ersion\}|^/v[0-9.]+(?=/)", "", path))
        for method in METHODS:
            if method in item:
                shape = dict(call_shape(document, item, item[method]))
                found.setdefault(f"{method.upper()} {address}", []).append({"": path, **shape})
    return found


def call_shape(document: Schema, item: Schema, call: Schema) -> Iterator[tuple[str, str]]:
    """Yield `?parameter`, `!member` of the body and `:field` of the answer, each with its kind."""
    for given in (*item.get("parameters", ()), *call.get("parameters", ())):
        parameter = resolve(document, given)
        if parameter["in"] == "query":
            yield f"?{parameter['name']}", kind(document, parameter.get("schema", {}))
    body = resolve(document, call.get("requestBody", {}))
    yield from media_shape(document, body, "!")
    answers = {str(status): answer for status, answer in call.get("responses", {}).items()}
    for status in sorted(status for status in answers if status.startswith("2"))[:1]:
        yield from media_shape(document, resolve(document, answers[status]), ":")


def media_shape(document: Schema, holder: Schema, mark: str) -> Iterator[tuple[str, str]]:
    """Yield the members of a body or an answer."""
    for media in list(holder.get("content", {}).values())[:1]:
        yield from member_shapes(document, media.get("schema", {}), mark, 0)


def member_shapes(
    document: Schema, schema: Schema, stem: str, depth: int
) -> Iterator[tuple[str, str]]:
    """Yield the members of an object, and those inside them."""
    if depth == DEEPEST:
        return
    schema = merged(document, schema)
    if "items" in schema:
        yield from member_shapes(document, schema["items"], stem, depth)
    for name, member in schema["properties"].items():
        yield f"{stem}{name}", kind(document, member)
        yield from member_shapes(document, member, f"{stem}{name}.", depth + 1)


def kind(document: Schema, schema: Schema) -> str:
    """Return the type of a schema, with the values that it lists."""
    schema = merged(document, schema)
    if "items" in schema:
        return f"list of {kind(document, schema['items'])}"
    listed = sorted(map(str, schema.get("enum", ())))
    return " ".join([str(schema.get("type", "any")), *([f"({', '.join(listed)})"] * bool(listed))])


def merged(document: Schema, schema: Schema) -> Schema:
    """Return a schema with the properties of all that it is composed of."""
    schema = resolve(document, schema)
    whole: Schema = {**schema, "properties": dict(schema.get("properties", {}))}
    for word in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(word, ()):
            inner = merged(document, part)
            whole["properties"] |= inner.pop("properties")
            whole = {**inner, **whole}
    return whole


def resolve(document: Schema, node: Schema) -> Schema:
    """Return what a node refers to, or the node itself."""
    while isinstance(node.get("$ref"), str):
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = cast(Schema, target)
    return node
