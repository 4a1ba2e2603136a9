"""The public names, made from the contract and the hand-written classes; derive.py writes them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generated.tools.nodes import INNER, NAMES, node_schemas
from openapi.tools import made

ERRORS = made.ROOT / "ergonomic/wabakit/errors.py"
FACES = ("account", "app", "business", "client", "clock", "number", "pager", "preverified_number")
"""Modules of `_async` with a class each, whose twin is in `_sync`."""

BY_HAND = {
    "_edge": ("Edge",),
    "_exception": ("Usage",),
    "_ledger": ("SharedMemory",),
    "_node": ("Field",),
    "_options": ("Retry", "Timeout"),
    "_pages": ("Page",),
    "_secret": ("Secret",),
    "_session": ("NotGiven",),
    "_wire": ("Filter",),
    "errors": ("InvalidInputError", "Response", "WabakitError"),
    "file_memory": ("FileMemory",),
    "fleet.rows": ("OnboardingEnded", "OnboardingFailed", "OnboardingRow", "OnboardingStarted"),
    "onboarding.record": ("Onboarding", "OnboardingStep"),
    "onboarding.waiting": ("Wait",),
}
"""Classes that the contract knows nothing of, by module; exceptions come by themselves."""

SAID_BY_THE_CLIENT = {"AppDataKind", "MessagingProduct", "OfficialBusinessAccountAction"} | {
    "UsernameTransferAction", "WebhookObject",
}  # fmt: skip
"""Vocabularies that no user meets: methods say the word."""

TEMPLATE = '''\
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""The public names. They are loaded when they are used, not by `import wabakit`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
{imports}

__all__ = {names}

_MODULES = {modules}

_APART = {{"wabakit._async", "wabakit._sync", "wabakit_graph", "wabakit.file_memory"}} | {{
    "wabakit.fleet", "wabakit.fleet._async", "wabakit.fleet._sync", "wabakit.onboarding",
}}


def load(name: str) -> object:
    """Return a public name; the first loads all that are of neither face, or of the same.

    But each enum is loaded by itself, for there are many, and so are fleets, onboarding and what
    brings a database along.

    Raises:
        AttributeError: there is no such name.
    """
    if name == "__all__":
        return __all__
    if name not in _MODULES:
        raise AttributeError(f"module 'wabakit' has no attribute {{name!r}}")
    apart = _APART - {{_room(_MODULES[name])}}
    for known, module in _MODULES.items():
        # Tracebacks, help() and pickles then call it by where a user has it from.
        if known == name or apart.isdisjoint((module, _room(module))):
            getattr(import_module(module), known).__module__ = "wabakit"
    return getattr(import_module(_MODULES[name]), name)


def _room(module: str) -> str:
    return module.rpartition(".")[0]
'''


def public_module(contract: dict[str, Any]) -> str:
    """Return the source of `_made/public.py`."""
    found = sorted(public_names(contract))
    imports = "\n".join(f"    from {module} import {name}" for name, module in found)
    names = [name for name, _ in found]
    return made.formatted(TEMPLATE.format(imports=imports, names=names, modules=dict(found)))


def public_names(contract: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every public name with its module."""
    schemas: dict[str, Any] = contract["components"]["schemas"]
    apart = INNER | {name for names in BY_HAND.values() for name in names}
    for name, schema in schemas.items():
        if "enum" in schema and name not in SAID_BY_THE_CLIENT:
            yield name, "wabakit_graph.models"
    for name in (NAMES.get(schema, schema) for schema in node_schemas(contract)):
        if name not in apart:
            yield name, "wabakit._made.nodes"
    for face in FACES:
        name = face.title().replace("_", "")
        yield name, f"wabakit._sync.{face}"
        yield f"Async{name}", f"wabakit._async.{face}"
    yield "Fleet", "wabakit.fleet._sync.fleet"
    yield "AsyncFleet", "wabakit.fleet._async.fleet"
    yield "exchange_code", "wabakit._sync.client"
    yield "exchange_code_async", "wabakit._async.client"
    for module, names in BY_HAND.items():
        yield from ((name, f"wabakit.{module}") for name in names)
    yield from ((name, "wabakit.errors") for name in classes(ERRORS))


def classes(path: Path) -> Iterator[str]:
    """Yield the public classes that a module defines."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
