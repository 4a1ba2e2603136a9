"""A contract in OpenAPI 3.0.3, for tools that read nothing later.

The contract avoids what only 3.1 can say, so that little is lost: a reference stands alone in
3.0.3, and what the contract says beside one (a description, `deprecated`, `readOnly`) is dropped.
"""

from typing import Any, cast

LICENSE_URL = "https://opensource.org/license/mit"


def as_openapi_30(contract: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of an OpenAPI 3.1 contract in OpenAPI 3.0.3.

    Raises:
        ValueError: the contract uses something that 3.0.3 has no word for.
    """
    info = {name: value for name, value in contract["info"].items() if name != "summary"}
    info["license"] = {"name": info["license"]["name"], "url": LICENSE_URL}
    return {**_lowered(contract), "openapi": "3.0.3", "info": info}


def _lowered(node: Any) -> Any:
    if isinstance(node, list):
        return [_lowered(item) for item in cast("list[object]", node)]
    if not isinstance(node, dict):
        return node
    members = cast(dict[str, Any], node)
    if isinstance(members.get("$ref"), str):
        return {"$ref": members["$ref"]}
    for word in ("const", "prefixItems", "contentSchema", "patternProperties"):
        if word in members:
            raise ValueError(f"OpenAPI 3.0.3 has no {word}")
    if isinstance(members.get("type"), list):
        raise ValueError("OpenAPI 3.0.3 has no lists of types")
    return {name: _lowered(member) for name, member in members.items()}
