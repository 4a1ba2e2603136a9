"""What the calls of an OpenAPI file take and answer, reduced to names and what is said of each.

Forgiving, because Meta's file is faulty: addresses count as one when they differ only in the names
of their parameters, statuses may be numbers, members of no specification are passed over, and only
schemas that a call refers to are looked at.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

Schema: TypeAlias = dict[Any, Any]

METHODS = ("get", "post", "put", "patch", "delete")
DEEPEST = 6
"""Levels of members looked at; Graph nests less."""
LIMITS = (
    *("minLength", "minimum", "minItems", "minProperties"),
    *("maxLength", "maximum", "maxItems", "maxProperties"),
    *("pattern", "x-unique-member", "x-together"),
)
MARKS = ("x-permissions", "x-repeat", "deprecated")


class Said(NamedTuple):
    """What a file says of a parameter, a member, a body or an answer."""

    kind: str
    words: tuple[str, ...]
    """The values of an enum, sorted."""
    required: bool
    more: Mapping[str, Any]
    """Those of LIMITS and MARKS that it has."""

    def __str__(self) -> str:
        listed = f" ({', '.join(self.words)})" if self.words else ""
        return f"{'required ' * self.required}{self.kind}{listed}"


class Call(NamedTuple):
    """One call of a file."""

    address: str
    """Its method and its address as written, without the Graph version."""
    name: str
    """Its operationId."""
    said: Mapping[str, Said]
    """By `?parameter`, `!member.of.body`, `:field.of.answer`; `!` and `:` are these as a whole.

    Of a webhook by `*member.of.value`.
    """
    marks: Mapping[str, Any]
    """Those of MARKS that it has."""


def shapes(document: Schema) -> dict[str, list[Call]]:
    """Return every call of a file, by its method and address without names of parameters."""
    found: dict[str, list[Call]] = {}
    for path, item in document["paths"].items():
        address = re.sub(r"^/\{[Vv]ersion\}|^/v[0-9.]+(?=/)", "", path)
        for method in METHODS:
            if method in item:
                call, verb = item[method], method.upper()
                said = dict(call_shape(document, item, call))
                marks = some(call, MARKS)
                found.setdefault(f"{verb} {re.sub(r'{[^}]*}', '{}', address)}", []).append(
                    Call(f"{verb} {address}", call.get("operationId", ""), said, marks)
                )
    return found


def webhook_shapes(document: Schema) -> Iterator[Call]:
    """Yield every webhook of a file: its field, and what its value has."""
    for field, item in document.get("webhooks", {}).items():
        call = item["post"]
        said = dict(member_shapes(document, call["x-webhook-value"], "*", 0))
        yield Call(f"WEBHOOK {field}", call["operationId"], said, some(call, MARKS))


def call_shape(document: Schema, item: Schema, call: Schema) -> Iterator[tuple[str, Said]]:
    """Yield the parameters in the query, the body and the answer of a call."""
    for given in (*item.get("parameters", ()), *call.get("parameters", ())):
        parameter = resolve(document, given)
        if parameter["in"] == "query":
            required = bool(parameter.get("required"))
            schema = {**parameter.get("schema", {}), **some(parameter, MARKS)}
            yield f"?{parameter['name']}", said(document, schema, required)
    body = resolve(document, call.get("requestBody", {}))
    yield from media_shape(document, body, "!", bool(body.get("required")))
    answers = {str(status): answer for status, answer in call.get("responses", {}).items()}
    for status in sorted(status for status in answers if status.startswith("2"))[:1]:
        yield from media_shape(document, resolve(document, answers[status]), ":", True)


def media_shape(
    document: Schema, holder: Schema, mark: str, required: bool
) -> Iterator[tuple[str, Said]]:
    """Yield a body or an answer as a whole, and its members."""
    for media in list(holder.get("content", {}).values())[:1]:
        schema = media.get("schema", {})
        yield mark, said(document, schema, required)
        yield from member_shapes(document, schema, mark, 0)


def member_shapes(
    document: Schema, schema: Schema, stem: str, depth: int
) -> Iterator[tuple[str, Said]]:
    """Yield the members of an object, and those inside them."""
    if depth == DEEPEST:
        return
    schema = merged(document, schema)
    if "items" in schema:
        yield from member_shapes(document, schema["items"], stem, depth)
    sent = schema.get("x-required-in-requests", ()) if stem[0] == "!" else ()
    needed = (*schema.get("required", ()), *sent)
    for name, member in schema["properties"].items():
        yield f"{stem}{name}", said(document, member, name in needed)
        yield from member_shapes(document, member, f"{stem}{name}.", depth + 1)


def said(document: Schema, schema: Schema, required: bool) -> Said:
    """Return what is said of one thing, in its schema and beside the reference to that."""
    whole = {**merged(document, schema), **schema}
    return Said(
        kind(document, schema), words(document, schema), required, some(whole, (*LIMITS, *MARKS))
    )


def kind(document: Schema, schema: Schema) -> str:
    """Return the type of a schema."""
    schema = merged(document, schema)
    if "items" in schema:
        return f"list of {kind(document, schema['items'])}"
    return str(schema.get("type") or " or ".join(schema.get("x-json-kinds", ["any"])))


def words(document: Schema, schema: Schema) -> tuple[str, ...]:
    """Return the values that a schema lists, or that of the items of a list."""
    schema = merged(document, schema)
    if "items" in schema:
        return words(document, schema["items"])
    return tuple(sorted(map(str, schema.get("enum", ()))))


def some(node: Schema, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the members of a node that have one of these names."""
    return {name: node[name] for name in names if name in node}


def merged(document: Schema, schema: Schema) -> Schema:
    """Return a schema with the properties of all that it is composed of."""
    schema = resolve(document, schema)
    whole: Schema = {**schema, "properties": dict(schema.get("properties", {}))}
    for word in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(word, ()):
            inner = merged(document, part)
            whole["properties"] |= inner.pop("properties")
            if word == "allOf":
                inner["required"] = [*inner.get("required", ()), *whole.pop("required", ())]
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
