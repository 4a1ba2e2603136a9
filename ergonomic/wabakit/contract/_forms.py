"""The forms of a contract: for tools that read nothing later than OpenAPI 3.0, and open enums."""

from typing import Any, Literal, TypeAlias, cast

from wabakit.contract._marks import Document, for_version, nodes

OpenAPI: TypeAlias = Literal["3.1", "3.0"]
Enums: TypeAlias = Literal["closed", "open"]

LICENSE_URL = "https://opensource.org/license/mit"


def derived(union: Document, version: str, openapi: OpenAPI, enums: Enums) -> Document:
    """Return the contract of a version in one of its forms.

    Raises:
        ValueError: the union uses something that OpenAPI 3.0.3 has no word for.
    """
    contract = for_version(union, version)
    if enums == "open":
        open_enums(contract)
    return as_openapi_30(contract) if openapi == "3.0" else contract


def form_name(version: str, openapi: OpenAPI, enums: Enums) -> str:
    """Return the name of a form's file, without its ending: `v24.0`, `v24.0-3.0-open`."""
    return version + "-3.0" * (openapi == "3.0") + "-open" * (enums == "open")


def open_enums(contract: Document) -> None:
    """Make plain text of the enums that Meta adds words to, with the words in the description.

    Generators for many languages make closed enums, which fail at the first unknown word.
    """
    for node in nodes(contract):
        if node.get("x-extensible-enum") and "enum" in node:
            words = ", ".join(f"`{word}`" for word in node.pop("enum"))
            said = node["description"].rstrip()
            node["description"] = f"{said}\n\nKnown words: {words}. Others may come at any time."


def as_openapi_30(contract: Document) -> Document:
    """Return a copy of a contract in OpenAPI 3.0.3.

    The contract avoids what only 3.1 can say, so that little is lost: a reference stands alone in
    3.0.3, and what the contract says beside one (a description, `deprecated`, `readOnly`) is
    dropped. Webhooks are kept as the extension under which tools knew them before 3.1.
    """
    info = {name: value for name, value in contract["info"].items() if name != "summary"}
    info["license"] = {"name": info["license"]["name"], "url": LICENSE_URL}
    lowered = {"x-" * (name == "webhooks") + name: _lowered(contract[name]) for name in contract}
    return {**lowered, "openapi": "3.0.3", "info": info}


def _lowered(node: Any) -> Any:
    if isinstance(node, list):
        return [_lowered(item) for item in cast("list[object]", node)]
    if not isinstance(node, dict):
        return node
    members = cast(Document, node)
    if isinstance(members.get("$ref"), str):
        return {"$ref": members["$ref"]}
    for word in ("const", "prefixItems", "contentSchema", "patternProperties"):
        if word in members:
            raise ValueError(f"OpenAPI 3.0.3 has no {word}")
    if isinstance(members.get("type"), list):
        raise ValueError("OpenAPI 3.0.3 has no lists of types")
    return {name: _lowered(member) for name, member in members.items()}
