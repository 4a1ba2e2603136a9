"""Judge the files here as a user's own files: mypy strict and pyright strict, no settings.

The lines that end in `# rejected` are to be rejected by both checkers, and no other line by either.
And whatever a user can name has a type that is written down, which no checker has to guess.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
MARK = "# rejected"
FILES = ("right.py", "right_clients.py", "right_onboarding.py", "right_webhooks.py", "wrong.py")


def mypy(file: Path) -> set[int]:
    """Return the lines that mypy rejects."""
    options = ["--strict", "--config-file=", "--cache-dir=.mypy_cache", "--no-error-summary"]
    report = run("mypy", *options, file.name, folder=file.parent)
    return {int(line) for line in re.findall(r"^[^:]+:(\d+): error:", report, re.MULTILINE)}


def pyright(file: Path) -> set[int]:
    """Return the lines that pyright rejects."""
    (file.parent / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    options = ["--outputjson"]
    report = json.loads(run("pyright", *options, file.name, folder=file.parent))
    errors = [found for found in report["generalDiagnostics"] if found["severity"] == "error"]
    return {found["range"]["start"]["line"] + 1 for found in errors}


def incomplete() -> list[str]:
    """Say what of the package has no type, or one that each checker has to infer for itself."""
    options = ["--verifytypes=wabakit", "--ignoreexternal", "--outputjson"]
    with TemporaryDirectory() as folder:
        report = json.loads(run("pyright", *options, folder=Path(folder)))
    found = report["generalDiagnostics"] + [
        {**fault, "message": f"{symbol['name']}: {fault['message']}"}
        for symbol in report["typeCompleteness"]["symbols"]
        for fault in symbol["diagnostics"]
    ]
    print(f"{report['typeCompleteness']['completenessScore']:.1%} of the types are complete")
    messages = [fault["message"] for fault in found if fault["severity"] == "error"]
    return sorted(messages, key=lambda message: "partially unknown" in message)  # causes first


def run(tool: str, *arguments: str, folder: Path) -> str:
    """Return what a checker prints; it must not have crashed. Pyright takes the Python on the path."""
    command = [sys.executable, "-m", tool, *arguments]
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
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
        message for name in FILES for checker in (mypy, pyright) for message in judge(name, checker)
    ]
    sys.exit("\n".join([*messages, *incomplete()]) or 0)
