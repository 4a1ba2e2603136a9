"""Judge right.py and wrong.py as a user's own files: mypy strict and pyright strict, no settings.

The lines that end in `# rejected` are to be rejected by both checkers, and no other line by either.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
MARK = "# rejected"


def mypy(file: Path) -> set[int]:
    """Return the lines that mypy rejects."""
    options = ["--strict", "--config-file=", "--cache-dir=.mypy_cache", "--no-error-summary"]
    report = run("mypy", *options, file.name, folder=file.parent)
    return {int(line) for line in re.findall(r"^[^:]+:(\d+): error:", report, re.MULTILINE)}


def pyright(file: Path) -> set[int]:
    """Return the lines that pyright rejects."""
    (file.parent / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    options = ["--outputjson", f"--pythonpath={sys.executable}"]
    report = json.loads(run("pyright", *options, file.name, folder=file.parent))
    errors = [found for found in report["generalDiagnostics"] if found["severity"] == "error"]
    return {found["range"]["start"]["line"] + 1 for found in errors}


def run(tool: str, *arguments: str, folder: Path) -> str:
    """Return what a checker prints; it must not have crashed."""
    command = [sys.executable, "-m", tool, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        sys.exit(f"{tool} did not run:\n{done.stdout}{done.stderr}")
    return done.stdout


def judge(name: str, checker: Callable[[Path], set[int]]) -> list[str]:
    """Say where a checker does not agree with the marks of a file."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith(MARK)}
    with TemporaryDirectory() as folder:
        rejected = checker(Path(shutil.copy(HERE / name, folder)))
    verdicts = {True: "rejected, but not marked", False: "marked, but accepted"}
    return [
        f"{name}:{number}: {verdicts[number in rejected]} by {checker.__name__}: {lines[number - 1]}"
        for number in sorted(marked ^ rejected)
    ]


if __name__ == "__main__":
    messages = [
        message
        for name in ("right.py", "wrong.py")
        for checker in (mypy, pyright)
        for message in judge(name, checker)
    ]
    sys.exit("\n".join(messages) or 0)
