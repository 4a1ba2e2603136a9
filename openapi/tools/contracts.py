"""Write the contract of every Graph version in all its forms into a folder, for tools and people.

    python -m openapi.tools.contracts dist/contracts

With them go the union, errors, states and workflows, as they are. A mark of the union that changes
no contract is a mistake.
"""

import copy
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, cast

from openapi.tools import made
from openapi.tools.yamltext import read
from wabakit.contract._files import Format, as_text
from wabakit.contract._forms import Enums, OpenAPI, derived, form_name
from wabakit.contract._marks import (
    SINCE,
    SINCE_VALUES,
    UNTIL,
    UNTIL_VALUES,
    Document,
    for_version,
    nodes,
    versions,
)

OPENAPI = made.ROOT / "openapi"
UNION = OPENAPI / "phone_numbers.yaml"
CONTROL = made.ROOT / "ergonomic/wabakit/emulator/control.yaml"
SHARED = (UNION, OPENAPI / "errors.yaml", OPENAPI / "states.yaml", CONTROL)
"""What is put beside the contracts as it is, and as JSON."""

FORMATS: tuple[Format, ...] = ("json", "yaml")
OPENAPIS: tuple[OpenAPI, ...] = ("3.1", "3.0")
ENUMS: tuple[Enums, ...] = ("closed", "open")


def contracts(union: Document) -> Iterator[tuple[str, str]]:
    """Yield the names of all derived files and their text.

    Raises:
        SystemExit: a mark of the union changes none of them.
    """
    if faults := [*stray_values(union), *dead_marks(union)]:
        sys.exit("\n".join(faults))
    for version, openapi, enums in product(versions(union), OPENAPIS, ENUMS):
        contract = plain(derived(union, version, openapi, enums))
        for format in FORMATS:
            yield f"{form_name(version, openapi, enums)}.{format}", as_text(contract, format)


def shared() -> Iterator[tuple[str, str]]:
    """Yield the names of all other files and their text; references hold where they go."""
    for path in SHARED:
        yield path.name, path.read_text("utf-8")
        yield f"{path.stem}.json", as_text(plain(read(path)), "json")
    for path in sorted(OPENAPI.glob("workflows/*.arazzo.yaml")):
        text = path.read_text("utf-8").replace("../../ergonomic/wabakit/emulator/", "../")
        yield f"workflows/{path.name}", text


def stray_values(union: Document) -> Iterator[str]:
    """Say which marks name a value that their enum lacks."""
    for node in nodes(union):
        marked = {**node.get(SINCE_VALUES, {}), **node.get(UNTIL_VALUES, {})}
        for value in marked.keys() - set(node.get("enum", ())):
            yield f"a mark names the value {value}, which the enum lacks"


def dead_marks(union: Document) -> list[str]:
    """Say which marks could go: every version would be described just the same."""
    described = {version: for_version(union, version) for version in versions(union)}
    return [
        f"{where}: this mark changes no version"
        for where, without in unmarked(union)
        if all(for_version(without, version) == said for version, said in described.items())
    ]


def unmarked(union: Document) -> Iterator[tuple[str, Document]]:
    """Yield for each mark where it stands, and the union without it."""

    def marks(node: Any, steps: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
        listed = enumerate(cast("list[object]", node)) if isinstance(node, list) else node.items()
        members = cast(Iterable[tuple[str | int, Any]], listed)
        for key, member in members:
            if key in (SINCE, UNTIL):
                yield (*steps, key)
            elif key in (SINCE_VALUES, UNTIL_VALUES):
                yield from ((*steps, key, value) for value in member)
            elif isinstance(member, (dict, list)):
                yield from marks(member, (*steps, key))

    for *steps, last in marks(union, ()):
        without = copy.deepcopy(union)
        node: Any = without
        for step in steps:
            node = node[step]
        del node[last]
        yield "/".join(map(str, (*steps, last))), without


def plain(document: Document) -> Document:
    """Return a document of JSON's types alone; dates become text."""
    return cast(Document, json.loads(json.dumps(document, default=str)))


def main(folder: str) -> None:
    """Write all files."""
    texts = [*contracts(read(UNION)), *shared()]
    made.write({Path(folder, name): text for name, text in texts}, [])


if __name__ == "__main__":
    main(*sys.argv[1:])
