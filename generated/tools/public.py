"""The public names, made from the contract and the hand-written classes; derive.py writes them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generated.tools.nodes import NAMES, node_schemas
from openapi.tools import made

ERRORS = made.ROOT / "ergonomic/wabakit/errors.py"
FACES = ("account", "client", "clock", "number", "pager")
"""Modules of `_async` with a class each, whose twin is in `_sync`."""

BY_HAND = {
    "_exception": ("Usage",),
    "_node": ("Field",),
    "_options": ("NotGiven", "Retry", "Timeout"),
    "_pages": ("Page",),
    "_wire": ("Filter",),
    "errors": ("Response", "WabakitError"),
}
"""Classes that the contract knows nothing of, by module; exceptions come by themselves."""

SAID_BY_THE_CLIENT = {"MessagingProduct", "OfficialBusinessAccountAction", "UsernameTransferAction"}
"""Vocabularies that no user meets: methods say the word."""

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The public names. They are loaded when the first of them is used, not by `import wabakit`."""

{imports}

__all__ = {names}

for _name in __all__:
    globals()[_name].__module__ = "wabakit"  # so tracebacks, help() and pickles call them
'''


def public_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/public.py`."""
    found = sorted(public_names(contract))
    imports = "\n".join(f"from {module} import {name}" for name, module in found)
    return made.formatted(TEMPLATE.format(imports=imports, names=[name for name, _ in found]))


def public_names(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every public name with its module."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    apart = {name for names in BY_HAND.values() for name in names}
    for name, schema in schemas.items():
        if "enum" in schema and name not in SAID_BY_THE_CLIENT:
            yield name, "wabakit_graph.models"
    for name in (NAMES.get(schema, schema) for schema in node_schemas(contract)):
        if name not in apart:
            yield name, "wabakit._made.nodes"
    for face in FACES:
        yield face.title(), f"wabakit._sync.{face}"
        yield f"Async{face.title()}", f"wabakit._async.{face}"
    for module, names in BY_HAND.items():
        yield from ((name, f"wabakit.{module}") for name in names)
    yield from ((name, "wabakit.errors") for name in classes(ERRORS))


def classes(path: Path) -> Iterator[str]:
    """Yield the public classes that a module defines."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
