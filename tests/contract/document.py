"""The contract as data, and the ways through it that its tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from openapi.tools import vocabulary
from openapi.tools.yamltext import read

PATH = Path(__file__).parents[2] / "openapi" / "phone_numbers.yaml"
TEXT = PATH.read_text(encoding="utf-8")
CONTRACT: dict[str, Any] = read(PATH)
COMPONENTS: dict[str, dict[str, Any]] = CONTRACT["components"]
SCHEMAS = COMPONENTS["schemas"]
METHODS = ("get", "post", "put", "patch", "delete")

Node = dict[str, Any] | list[Any] | str | int | float | None
"""What YAML can hold."""

Located = tuple[str, dict[str, Any]]
"""Where something stands in the contract, and what stands there."""


class Operation(NamedTuple):
    """One operation, with what its path item says for all of them."""

    method: str
    path: str
    call: dict[str, Any]
    parameters: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """The operationId."""
        return str(self.call["operationId"])

    @property
    def is_write(self) -> bool:
        """Whether it changes something; verb and effect differ in two calls."""
        return (self.method != "get" or self.name == "exchangeCode") and self.name != "sendBatch"

    @property
    def body(self) -> dict[str, Any]:
        """What it sends, schema and samples; nothing for most reads."""
        content: dict[str, dict[str, Any]] = self.call.get("requestBody", {}).get("content", {})
        return dict(*[*content.values()][:1])

    @property
    def responses(self) -> dict[str, dict[str, Any]]:
        """Every answer by its status or range of statuses."""
        return {status: resolve(answer) for status, answer in self.call["responses"].items()}


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """Follow `$ref` until something is defined in place."""
    return vocabulary.resolve(CONTRACT, node)


def everywhere(key: str, node: Node = CONTRACT) -> list[str]:
    """List every text that stands under a key, wherever in the document."""
    if isinstance(node, list):
        return [text for member in node for text in everywhere(key, member)]
    if not isinstance(node, dict):
        return []
    inner = [text for member in node.values() for text in everywhere(key, member)]
    return [node[key], *inner] if key in node else inner


def operations() -> list[Operation]:
    """List every operation in the order of the document."""
    return [
        Operation(
            method,
            path,
            item[method],
            [resolve(p) for p in item.get("parameters", []) + item[method].get("parameters", [])],
        )
        for path, item in CONTRACT["paths"].items()
        for method in METHODS
        if method in item
    ]


def webhooks() -> Iterator[Located]:
    """Find what Meta says of each webhook, by its field."""
    for field, item in CONTRACT["webhooks"].items():
        yield field, item["post"]


def delivered(body: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Find every event in the body of a webhook: its field and its value."""
    for entry in body["entry"]:
        yield from ((change["field"], change["value"]) for change in entry["changes"])


def media() -> Iterator[Located]:
    """Find the body of every request and of every answer."""
    for name, answer in COMPONENTS["responses"].items():
        yield name, answer["content"]["application/json"]
    for operation in operations():
        if operation.body:
            yield operation.name, operation.body
    for name, call in webhooks():
        if "requestBody" in call:
            yield name, call["requestBody"]["content"]["application/json"]


def inner_schemas(where: str, schema: dict[str, Any]) -> Iterator[Located]:
    """Walk a schema and the schemas written inside it, without following `$ref`."""
    yield where, schema
    for name, member in schema.get("properties", {}).items():
        yield from inner_schemas(f"{where}.{name}", member)
    for key in ("items", "additionalProperties", "not"):
        if isinstance(schema.get(key), dict):
            yield from inner_schemas(f"{where}/{key}", schema[key])
    for key in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(key, []):
            yield from inner_schemas(f"{where}/{key}", part)


def schemas() -> Iterator[Located]:
    """Walk every schema of the contract, wherever it is written."""
    outer = {
        **SCHEMAS,
        **{f"{name} body": body["schema"] for name, body in media()},
        **{name: parameter["schema"] for name, parameter in COMPONENTS["parameters"].items()},
        **{name: header["schema"] for name, header in COMPONENTS["headers"].items()},
    }
    for where, schema in outer.items():
        yield from inner_schemas(where, schema)


def properties() -> Iterator[Located]:
    """Walk every property of every object."""
    for where, schema in schemas():
        for name, member in schema.get("properties", {}).items():
            yield f"{where}.{name}", member


def reachable(schema: dict[str, Any], seen: set[str] | None = None) -> set[str]:
    """Name every schema that a value of this schema can contain."""
    seen = set() if seen is None else seen
    for _, inner in inner_schemas("", schema):
        name = inner.get("$ref", "").rpartition("/")[2]
        if name and name not in seen:
            seen.add(name)
            reachable(SCHEMAS[name], seen)
    return seen


def samples(holder: dict[str, Any]) -> dict[str, Any]:
    """Return the sample values of a body, parameter or header, by name."""
    named = {name: resolve(sample)["value"] for name, sample in holder.get("examples", {}).items()}
    return {**named, **({"example": holder["example"]} if "example" in holder else {})}
