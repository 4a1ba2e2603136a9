"""The package is no tower: few files stand one upon the other, and none upon itself."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.tools.test_layout import CORE, nodes

FLOORS = {"wabakit": 12, "wabakit.emulator": 10}
"""The longest chain of files, each importing the next."""

APART = {
    "wabakit": {"emulator", "pytest_plugin.py", "cli", "otel.py"},
    "wabakit.emulator": set[str](),
}
"""What lies in the folder of a package and is measured by itself, or not."""

Graph = dict[str, set[str]]


def files(package: str) -> dict[str, Path]:
    """Every module of a package by its name, the made twins of `_async` apart."""
    root = CORE.joinpath(*package.split(".")[1:])
    return {
        ".".join(path.relative_to(CORE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in root.rglob("*.py")
        if {"_sync", *APART[package]}.isdisjoint(path.relative_to(root).parts)
    }


def graph(package: str, *, annotations: bool) -> Graph:
    """What each module of a package imports from it; if asked, for annotations alone, too."""
    known = files(package)
    return {
        name: {
            whole if whole in known else whole.rpartition(".")[0]
            for whole in imports(name, path, annotations)
            if {whole, whole.rpartition(".")[0]} & known.keys()
        }
        - {name}
        for name, path in known.items()
    }


def imports(name: str, path: Path, annotations: bool) -> Iterator[str]:
    """Every name that a file imports, in functions too: that of a module, or one behind its dot."""
    hidden = {
        inner
        for node in nodes(path)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
        if not annotations
    }
    around = [*name.split("."), *["__init__"] * (path.stem == "__init__")]
    for node in nodes(path):
        if isinstance(node, ast.Import) and node not in hidden:
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node not in hidden:
            origin = [*(around[: -node.level] if node.level else []), node.module or ""]
            stem = ".".join(filter(None, origin))
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def floors(imported: Graph) -> dict[str, int]:
    """The floor on which each module stands."""
    found: dict[str, int] = {}
    for name in TopologicalSorter(imported).static_order():
        found[name] = 1 + max((found[below] for below in imported[name]), default=0)
    return found


@pytest.mark.parametrize("package", FLOORS)
def test_no_chain_of_imports_is_long(package: str) -> None:
    """To understand a file few others have to be known."""
    found = floors(graph(package, annotations=False))
    assert len(found) > 30
    assert {name: floor for name, floor in found.items() if floor > FLOORS[package]} == {}


@pytest.mark.parametrize("package", FLOORS)
def test_no_circle(package: str) -> None:
    """No file needs itself, annotations included (CycleError names the circle)."""
    TopologicalSorter(graph(package, annotations=True)).prepare()
