"""What make does about an environment that is not as it should be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from venv import EnvBuilder

import pytest

from openapi.tools.made import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="needs make")

WITHOUT_VENV = f"""\
#!/bin/sh
[ "$2" != venv ] || exit 1
exec {sys.executable} "$@"
"""


@pytest.fixture
def bare_python(tmp_path: Path) -> Path:
    """Make a Python that lacks its venv package, as Debian's does at first."""
    python = tmp_path / "python"
    python.write_text(WITHOUT_VENV)
    python.chmod(0o755)
    return python


def made(environment: Path, python: Path) -> subprocess.CompletedProcess[str]:
    """Return what came of making an environment."""
    command = ["make", f"{environment}/run", f"VENV={environment}", f"PYTHON={python}"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        command, cwd=ROOT, env=clean, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("left", ["nothing", "no pip", "half a package", "no Python"])
@pytest.mark.one_in(3)
def test_unfinished_environment_is_made_anew(tmp_path: Path, bare_python: Path, left: str) -> None:
    """What an interrupted make left is not built upon; what Debian lacks is named."""
    environment = tmp_path / "environment"
    if left != "nothing":
        EnvBuilder(symlinks=True).create(environment)
    if left == "half a package":
        packages = next(environment.glob("lib/*/site-packages"))
        for name, files in {"pip": ["METADATA", "RECORD"], "httpx": ["METADATA"]}.items():
            (information := packages / f"{name}-1.0.dist-info").mkdir()
            for file in files:
                (information / file).write_text(f"Name: {name}\n")
    if left == "no Python":
        (environment / "run").touch()
        (environment / "bin/python").unlink()
        (environment / "bin/python").symlink_to(tmp_path / "gone")
    done = made(environment, bare_python)
    assert done.returncode
    assert f"Making {environment}" in done.stdout
    assert "apt install python3-venv" in done.stderr
