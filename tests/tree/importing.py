"""Every module of the package can be the first one that is imported."""

import inspect
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import wabakit
from tests.children import run_each

PACKAGE = Path(inspect.getfile(wabakit)).parent

IMPORT_EACH = """
import os, sys, {package}
for name in {names!r}:
    if name in sys.modules:
        continue  # its packages have imported it already, as they do in any case
    if not (child := os.fork()):
        __import__(name)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        print(name)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that start cheaply")
def test_every_module_can_be_imported_first(run_python: Callable[[str], str]) -> None:
    """No module needs another one of ours to be imported before it, but the packages it is in."""
    found: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        *package, name = path.relative_to(PACKAGE.parent).with_suffix("").parts
        if name != "__init__":
            found.setdefault(".".join(package), []).append(".".join([*package, name]))
    assert sum(map(len, found.values())) > 80
    codes = [IMPORT_EACH.format(package=package, names=names) for package, names in found.items()]
    others = "anyio, attrs, httpx, pytest, starlette.routing, uvicorn, wabakit_graph.models"
    assert set(run_each(run_python, codes, others)) == {""}
