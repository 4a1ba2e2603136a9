"""What runs the tutorial's samples in the browser: Pyodide, and the wheels that wabakit needs."""

import json
import shutil
from pathlib import Path

PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)


def bring(parts: Path, into: Path) -> None:
    """Copy Pyodide and the wheels of `parts` to the scripts in `into`, and list what is loaded."""
    (into / "pyodide").mkdir()
    for name in PYODIDE:
        shutil.copy(parts / "node_modules/pyodide" / name, into / "pyodide")
    shutil.copytree(parts / "wheels", into / "wheels")
    wheels = [f"wheels/{path.name}" for path in sorted((into / "wheels").iterdir())]
    loaded = [*wheels, *(f"pyodide/{name}" for name in PYODIDE)]
    size = sum((into / name).stat().st_size for name in loaded)
    (into / "files.json").write_text(json.dumps({"wheels": wheels, "bytes": size}), "utf-8")
