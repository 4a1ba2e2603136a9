"""A copy of the tree, in which makers and tests can run."""

import os
import subprocess
import sys
from pathlib import Path

from generated.tools.generate import PACKAGE, package_files
from openapi.tools.made import ROOT
from tests.children import run_each
from tests.tools.test_layout import our_files

MAKERS = (
    "generated.tools.generate",
    "generated.tools.derive",
    "ergonomic.tools.documents",
    "ergonomic.tools.unasync",
)


class Tree:
    """A copy of the tree."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path in (*our_files(), *package_files(PACKAGE)):
            copy = root / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())  # not its mode: a checkout may be read-only

    def texts(self) -> dict[str, bytes]:
        """Every file."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and path.parent.name != "__pycache__"
        }

    def changed(self, before: dict[str, bytes]) -> set[str]:
        """The files that are new or other than before."""
        return {name for name, text in self.texts().items() if before.get(name) != text}

    def make(self) -> None:
        """Run the makers."""
        codes = [f"import runpy; runpy.run_module({maker!r}, None, '__main__')" for maker in MAKERS]
        run_each(lambda code: self.run("-c", code), codes, "openapi_python_client, yaml")

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run Python in the copy, whose packages come before those of this tree.

        What it prints is returned; it has to leave with this exit code.
        """
        rooms = (self.root, self.root / "ergonomic", self.root / "generated")
        path = os.pathsep.join(map(str, rooms))
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout
        return done.stdout
