"""Every bound of a request in the contract, with values on both sides of it."""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.contract.document import operations, resolve

Schema = dict[str, Any]
Path = tuple[str | int, ...]

UNREACHABLE = {
    "registerPhoneNumber.messaging_product": "the client says whatsapp itself",
    "updateOfficialBusinessAccount.action": "the former form, which no method offers",
    "updateOfficialBusinessAccount.application_data": "the former form, which no method offers",
    "subscribeToWebhooks.object": "the client says whatsapp_business_account itself",
    "syncAppData.messaging_product": "the client says whatsapp itself",
    "sendBatch.batch": "the client writes it",
    "sendBatch.include_headers": "the client writes it",
    "setUsername.transfer_action": "a flag of the method, tested with it",
}


MADE = {"updatePhoneNumber.webhook_configuration"}
"""Objects that a method makes of its arguments."""

GIVEN = {"override_callback_uri": "https://a.example", "callback_url": "https://a.example"}
"""Members for which the contract says in words alone what they may be."""

SHAPES: dict[str, tuple[list[Any], list[Any]]] = {
    r"^https://[^\s/?#@:[\]]\S*$": (
        ["https://a.example", "https://a.example:8443/b?c=d"],
        [
            "",
            "http://a.example",
            "a.example/b",
            "https://",
            "https:///b",
            "https://[",
            "https://a b",
        ],
    ),
    "^[0-9]+$": (["1", "9" * 20], ["", "1a", "1\n", "٣"]),
    "^[0-9]{1,3}$": (["1", "358"], ["", "1234", "DE"]),
    "^[0-9]{4,15}$": (["1234", "1" * 15], ["123", "1" * 16, "63155O1000"]),
    "^[0-9]{6}$": (["000000"], ["12345", "1234567", "12345a", "123456\n\n1", "٩٧٥٣١٢"]),
    "^[a-z]{2,3}(_[A-Za-z]{2,4}){0,2}$": (
        ["de", "fil", "zh_CN", "uz_Latn_UZ"],
        ["e", "EN", "en-US", "en_", "english"],
    ),
    "^[a-z_]+(,[a-z_]+)*$": (["messages", "messages,security"], ["", "Messages", "messages,"]),
    "^[a-zA-Z0-9_]+$": (["o", "Order_1"], ["", "a b", "/order", "ä"]),
    "^[+]?[0-9][0-9 ().-]{3,30}$": (["+12025550142"], ["", "abc", "+1 202 555 0142 ext. 7"]),
    "^[0-9]{4}$": (["0000", "2359"], ["900", "09:00", "09000"]),
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": (["2026-12-24"], ["2026-12-4", "24.12.2026", "2026-12-24T"]),
}
"""Texts that just fit each pattern of the contract, and texts that just do not."""

WRONG_KIND: dict[str, list[Any]] = {
    "string": [5, None, ["text"]],
    "integer": ["5", 5.5, True, None],
    "boolean": ["true", 1, None],
    "array": ["text", 5, None, {"a": 1}],
    "object": ["text", 5, None, [1]],
    "string integer": [None, True, ["text"], {}],
}


class Case(NamedTuple):
    """A bound of one place in a request, and the values on both sides of it."""

    operation: str
    where: str
    """The schema that has it, as `document.schemas` names it."""
    path: Path
    bound: str
    inside: list[Any]
    outside: list[Any]
    schema: Schema

    @property
    def place(self) -> str:
        """The place as text."""
        return f"{self.operation}.{dotted(self.path)}"


def dotted(path: Path) -> str:
    """Write a path as refusals do."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def text_of(length: int, schema: Schema, value: Any) -> str:
    begin = value if value in GIVEN.values() else ""
    return (begin + ("1" if "pattern" in schema else "a") * length)[:length]


def items_of(count: int, value: list[Any], unique: str | None) -> list[Any]:
    """Make a list as long as that of the items of another."""
    items = [copy.deepcopy(value[0]) for _ in range(count)]
    for at, item in enumerate(items if unique else []):
        item[unique] = f"c{at}"
    return items


def bounds_of(schema: Schema, value: Any) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Yield each bound of a schema, values just inside and values just outside."""
    if "minLength" in schema:
        least = schema["minLength"]
        yield "minLength", [text_of(least, schema, value)], [text_of(least - 1, schema, value)]
    if "maxLength" in schema:
        most = schema["maxLength"]
        yield "maxLength", [text_of(most, schema, value)], [text_of(most + 1, schema, value)]
    if "pattern" in schema:
        yield ("pattern", *SHAPES[schema["pattern"]])
    if "minimum" in schema:
        yield "minimum", [schema["minimum"]], [schema["minimum"] - 1]
    if "maximum" in schema:
        yield "maximum", [schema["maximum"]], [schema["maximum"] + 1]
    unique = schema.get("x-unique-member")
    if "minItems" in schema:
        least = schema["minItems"]
        yield "minItems", [items_of(least, value, unique)], [items_of(least - 1, value, unique)]
    if "maxItems" in schema:
        most = schema["maxItems"]
        yield "maxItems", [items_of(most, value, unique)], [items_of(most + 1, value, unique)]
    if "enum" in schema:
        words = sendable(schema)
        answered = schema.get("x-read-only-values", [])
        inside = [*words, words[0].lower(), *schema.get("x-aliases", ())]
        yield "enum", inside, ["NO_SUCH_WORD", "", words[0] + " ", *answered]
    kinds = " ".join(schema.get("x-json-kinds", [schema.get("type")]))
    yield "type", [value], WRONG_KIND[kinds]


def sendable(schema: Schema) -> list[str]:
    """Return the words of an enum that may be sent."""
    return [word for word in schema["enum"] if word not in schema.get("x-read-only-values", ())]


def made(schema: Schema, place: str) -> Any:
    """Make a value that a schema allows, with every member that public methods can send."""
    schema = resolve(schema)
    name = place.rpartition(".")[2]
    if name in GIVEN:
        return GIVEN[name]
    if "enum" in schema:
        return sendable(schema)[0]
    if "properties" in schema:
        members = {name: f"{place}.{name}" for name in schema["properties"]}
        return {
            name: made(schema["properties"][name], inner)
            for name, inner in members.items()
            if inner not in UNREACHABLE and not schema["properties"][name].get("readOnly")
        }
    if "items" in schema:
        return [made(schema["items"], place) for _ in range(schema.get("minItems", 1))]
    if "pattern" in schema:
        return SHAPES[schema["pattern"]][0][0]
    simple = {"string": "a" * schema.get("minLength", 1), "boolean": True, "object": {"a": "b"}}
    return simple.get(schema.get("type", "string"), schema.get("minimum", 1))


def cases(operation: str, where: str, schema: Schema, value: Any, path: Path) -> Iterator[Case]:
    """Yield every bound of a schema and of what is inside it."""
    where = schema["$ref"].rpartition("/")[2] if "$ref" in schema else where
    schema = resolve(schema)
    if f"{operation}.{dotted(path)}" in UNREACHABLE:
        return
    if path and f"{operation}.{dotted(path)}" not in MADE:
        for bound, inside, outside in bounds_of(schema, value):
            yield Case(operation, where, path, bound, inside, outside, schema)
    if "items" in schema:
        yield from cases(operation, f"{where}/items", schema["items"], value[0], (*path, 0))
    for name, member in schema.get("properties", {}).items():
        if not member.get("readOnly"):
            inner = value.get(name) if value else None
            yield from cases(operation, f"{where}.{name}", member, inner, (*path, name))


BODY_SCHEMAS = {op.name: op.body["schema"] for op in operations() if op.body}
BODIES = {operation: made(schema, operation) for operation, schema in BODY_SCHEMAS.items()}
CASES = [
    case
    for operation, schema in BODY_SCHEMAS.items()
    for case in cases(operation, "", schema, BODIES[operation], ())
]
