"""The contract of one Graph version, from the union of all by its marks.

The union says with marks what is not in all versions. What a version lacks is left out of its
contract, with all that only it used, and so are the marks.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias, cast

SINCE, UNTIL = "x-graph-since", "x-graph-until"
SINCE_VALUES, UNTIL_VALUES = f"{SINCE}-values", f"{UNTIL}-values"
MARKS = (SINCE, UNTIL, SINCE_VALUES, UNTIL_VALUES)

Document: TypeAlias = dict[str, Any]


def versions(union: Document) -> list[str]:
    """Return the versions that the union describes, oldest first."""
    oldest = number(union["x-graph-oldest-version"])
    return sorted((v for v in union["x-graph-versions"] if number(v) >= oldest), key=number)


def number(version: str) -> tuple[int, int]:
    """Return what orders versions.

    Raises:
        ValueError: it is not written like `v23.0`.
    """
    major, minor = version.removeprefix("v").split(".")
    return int(major), int(minor)


def for_version(union: Document, version: str) -> Document:
    """Return the contract of one version: what it lacks is left out, and so are all marks."""
    contract = cast(Document, pruned(union, version))
    dates = contract["x-graph-versions"][version]
    contract["x-graph-versions"] = {version: dates}
    del contract["x-graph-oldest-version"]
    contract["x-graph-api-version"] = version
    contract["servers"][0]["variables"]["version"]["default"] = version
    for tidy in (drop_dangling, drop_dangling, drop_required, drop_empty_paths, drop_unused):
        tidy(contract)
    return contract


def pruned(node: Any, version: str) -> Any:
    """Return a copy of a node without what the marks in it withhold from a version."""
    if isinstance(node, list):
        items = cast("list[object]", node)
        return [pruned(item, version) for item in items if has(item, version)]
    if not isinstance(node, dict):
        return node
    members = cast(Document, node)
    kept = {
        name: pruned(member, version)
        for name, member in members.items()
        if name not in MARKS and has(member, version)
    }
    if SINCE_VALUES in members or UNTIL_VALUES in members:
        since, until = members.get(SINCE_VALUES, {}), members.get(UNTIL_VALUES, {})
        kept["enum"] = [
            value
            for value in members["enum"]
            if within(version, since.get(value), until.get(value))
        ]
    return kept


def has(node: Any, version: str) -> bool:
    """Tell whether the marks on a node let a version have it."""
    if not isinstance(node, dict):
        return True
    marks = cast(Document, node)
    return within(version, marks.get(SINCE), marks.get(UNTIL))


def within(version: str, since: str | None, until: str | None) -> bool:
    """Tell whether a version is neither before the first nor after the last that has something."""
    begun = since is None or number(since) <= number(version)
    return begun and (until is None or number(version) <= number(until))


def drop_dangling(contract: Document) -> None:
    """Drop parameters, properties and samples whose component is gone."""

    def dangles(node: Any) -> bool:
        target = str(cast(Document, node).get("$ref", "")) if isinstance(node, dict) else ""
        kind, _, name = target.removeprefix("#/components/").partition("/")
        return bool(target) and name not in contract["components"].get(kind, {})

    for node in nodes(contract):
        for key, member in list(node.items()):
            if isinstance(member, list):
                node[key] = [item for item in cast("list[object]", member) if not dangles(item)]
            elif dangles(member):
                del node[key]


def drop_required(contract: Document) -> None:
    """Drop from `required` what is no property any longer."""
    for node in nodes(contract):
        if isinstance(node.get("required"), list) and "properties" in node:
            node["required"] = [name for name in node["required"] if name in node["properties"]]


def drop_empty_paths(contract: Document) -> None:
    """Drop addresses at which no call is left, and groups without calls."""
    contract["paths"] = {
        path: item
        for path, item in contract["paths"].items()
        if any("operationId" in call for call in item.values() if isinstance(call, dict))
    }
    calls = nodes([contract["paths"], contract["webhooks"]])
    used = {tag for call in calls for tag in call.get("tags", ())}
    contract["tags"] = [tag for tag in contract["tags"] if tag["name"] in used]


def drop_unused(contract: Document) -> None:
    """Drop components that nothing refers to any longer."""
    while True:
        used = {node["$ref"] for node in nodes(contract) if isinstance(node.get("$ref"), str)}
        unused = [
            (kind, name)
            for kind, components in contract["components"].items()
            for name in components
            if kind != "securitySchemes" and f"#/components/{kind}/{name}" not in used
        ]
        if not unused:
            return
        for kind, name in unused:
            del contract["components"][kind][name]


def nodes(node: Any) -> Iterator[Document]:
    """Walk every mapping of a document, outer ones first."""
    left = [node]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            yield cast(Document, node)
            node = list(cast(Document, node).values())
        if isinstance(node, list):
            left += reversed(cast("list[object]", node))
