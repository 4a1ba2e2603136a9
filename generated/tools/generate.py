"""Make generated/wabakit_graph from the contract; with `--check`, compare it instead.

The text depends on the contract, generated/config.yml, generated/templates and the two pinned
tools only: not on the folder, the hash seed or the ruff settings around it.
"""

import hashlib
import os
import re
import subprocess
import sys
import sysconfig
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from openapi.tools import made

CONTRACT = made.ROOT / "openapi/phone_numbers.yaml"
GENERATED = made.ROOT / "generated"
PACKAGE = GENERATED / "wabakit_graph"
TEMPLATES = GENERATED / "templates"


def generate() -> dict[Path, str]:
    """Return every file of the package by its path.

    Raises:
        SystemExit: The generator refused or warned, or a template it ships is no longer the one
            that ours was made from.
    """
    for template in sorted(TEMPLATES.glob("*.jinja")):
        check_upstream(template)
    with TemporaryDirectory() as folder:
        output = Path(folder) / PACKAGE.name
        run_generator(output)
        (output / "py.typed").touch()
        return {
            PACKAGE / path.relative_to(output): path.read_bytes().decode()
            for path in package_files(output)
        }


def run_generator(output: Path) -> None:
    """Run openapi-python-client with the ruff that is installed beside it, warnings fatal."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta=none"]
    command += [f"--path={CONTRACT}", f"--config={GENERATED / 'config.yml'}", "--fail-on-warning"]
    command += [f"--custom-template-path={TEMPLATES}", f"--output-path={output}"]
    done = subprocess.run(
        command,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout)


def check_upstream(template: Path) -> None:
    """Stop when the generator's own template moved on since ours was made from it."""
    recorded = re.search(r"upstream sha256: ([0-9a-f]{64})", template.read_text("utf-8"))
    upstream = files("openapi_python_client").joinpath("templates", template.name).read_bytes()
    found = hashlib.sha256(upstream).hexdigest()
    if recorded is None or recorded[1] != found:
        sys.exit(
            f"{template.name}: the generator's template is now {found}. "
            "Compare the two, carry over what changed, then record the new hash."
        )


def package_files(package: Path) -> list[Path]:
    """List the files of a package on disk, byte code left out."""
    found = (path for path in package.rglob("*") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


if __name__ == "__main__":
    made.main(generate(), package_files(PACKAGE), "make generate")
